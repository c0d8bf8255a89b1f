import { sentence } from '../../agreement/sentence.ts';
import { CONTACT, HEAD, paragraph, signedBy, TAIL, TO, IDENTITY } from '../fields.ts';
import { article, cited } from '../statutes.ts';
import { type LetterTemplate, text } from '../template.ts';

/** Withdraws an authorisation. From its arrival the provider knows that the person acts without authority. */
export const AUTHORISATION_WITHDRAWAL: LetterTemplate = {
  id: 'authorisation-withdrawal',
  about: 'authorisation-withdrawal',
  clocks: [{ name: 'withdrawn', from: 'arrived' }],
  name: sentence('letter.authorisation-withdrawal.name'),
  standing: 'own-draft',
  fields: [
    ...HEAD,
    {
      key: 'agentName',
      label: sentence('letter.authorisation.field.agent-name'),
      kind: 'text',
      required: true,
    },
    {
      key: 'grantedOn',
      label: sentence('letter.authorisation-withdrawal.field.granted-on'),
      kind: 'date',
      required: true,
    },
    ...TAIL,
  ],
  blocks: [
    { kind: 'title', text: ['撤销授权通知'] },
    TO,
    paragraph(
      `{companyName}于{grantedOn}就《{agreementTitle}》出具授权委托书，委托{agentName}为代理人。该项委托自本通知到达贵公司时撤销（${cited('agencyEnds')}）。`,
    ),
    paragraph(
      `自本通知到达时起，{agentName}不再有权以我公司名义实施任何行为；贵公司已经知悉其没有代理权，其此后的行为对我公司不发生效力（${article('noAuthority')}、${article('apparentAuthority')}）。`,
    ),
    paragraph(
      '请贵公司停止接受其签署的文件和提出的申请，关闭其账号权限，并书面确认。撤销以前其在权限内已经实施的行为不受影响。',
    ),
    IDENTITY,
    CONTACT,
    { kind: 'closing', text: text('特此通知。') },
    signedBy('通知单位（盖章）'),
  ],
  rules: [{ rule: 'order', first: 'grantedOn', second: 'date' }],
};
