import { sentence } from '../../agreement/sentence.ts';
import {
  CONTACT,
  CONTACT_ENGLISH,
  ending,
  endingEnglish,
  HEAD,
  IDENTITY,
  IDENTITY_ENGLISH,
  paragraph,
  TAIL,
  titled,
  TO,
  TO_ENGLISH,
} from '../fields.ts';
import { article, articlesEnglish, cited, citedEnglish } from '../statutes.ts';
import type { LetterTemplate } from '../template.ts';

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
      asGiven: true,
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
    titled('撤销授权通知'),
    TO,
    paragraph(
      `{companyName}于{grantedOn}就《{agreementTitle}》[（{agreementVersion}）]出具授权委托书，委托{agentName}为代理人。该项委托自本通知到达贵公司时撤销（${cited('agencyEnds')}）。`,
    ),
    paragraph(
      `自本通知到达时起，{agentName}不再有权以我公司名义实施任何行为；贵公司已经知悉其没有代理权，其此后的行为对我公司不发生效力（${article('noAuthority')}、${article('apparentAuthority')}）。`,
    ),
    paragraph(
      '请贵公司停止接受其签署的文件和提出的申请，关闭其账号权限，并书面确认。撤销以前其在权限内已经实施的行为不受影响。',
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此通知。', '通知单位（盖章）'),
  ],
  english: [
    titled('Notice of Withdrawal of Authorisation'),
    TO_ENGLISH,
    paragraph(
      `By a power of attorney of {grantedOn}, {companyName} appointed {agentName} as its agent for the {agreementTitle}[ ({agreementVersion})] (“the Agreement”). That authority is withdrawn as of the time this notice reaches you (${citedEnglish('agencyEnds')}).`,
    ),
    paragraph(
      `From that time {agentName} may no longer act in our name in any way. You then know that this person has no authority, and what this person does thereafter does not bind us (${articlesEnglish('noAuthority', 'apparentAuthority')}).`,
    ),
    paragraph(
      'Please accept no further document signed or request made by this person, close this person’s access to our accounts, and confirm in writing that you have done so. What was done within the authority before its withdrawal is not affected.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish('We give you notice accordingly.'),
  ],
  rules: [{ rule: 'order', first: 'grantedOn', second: 'date' }],
};
