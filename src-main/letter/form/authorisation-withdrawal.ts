import { sentence } from '../../agreement/sentence.ts';
import {
  CONTACT,
  CONTACT_ENGLISH,
  DEAR,
  ending,
  endingEnglish,
  FIELDS,
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
      key: 'agentPosition',
      label: sentence('letter.authorisation.field.agent-position'),
      kind: 'text',
      required: true,
    },
    {
      key: 'agentIdentityTail',
      label: sentence('letter.authorisation.field.agent-identity-tail'),
      kind: 'identity-tail',
      required: false,
    },
    {
      key: 'grantedOn',
      label: sentence('letter.authorisation-withdrawal.field.granted-on'),
      kind: 'date',
      required: true,
    },
    { ...FIELDS.answerBy, required: true },
    ...TAIL,
  ],
  blocks: [
    titled('撤销授权通知'),
    TO,
    paragraph(
      `{companyName}于{grantedOn}就《{agreementTitle}》[（{agreementVersion}）]出具授权委托书，委托{agentName}（{agentPosition}[，证件号码后四位{agentIdentityTail}]）为代理人。该项委托已由我公司取消，自本通知到达贵公司时起对贵公司生效（${cited('agencyEnds')}）。`,
    ),
    paragraph(
      `自本通知到达时起，{agentName}不再有权就上述协议以我公司名义实施任何行为；贵公司即知悉其没有代理权，不得再以有理由相信其有代理权为由主张其行为有效（${article('apparentAuthority')}）；其此后的行为未经我公司追认，对我公司不发生效力（${article('noAuthority')}）。`,
    ),
    paragraph(
      '请贵公司停止接受其签署的文件和提出的申请，关闭其账号权限，并于{answerBy}前书面确认。原授权委托书自本通知到达时起作废，请勿再据以办理。本通知到达以前其在代理权限内实施的行为，不因本通知受影响。',
    ),
    IDENTITY,
    CONTACT,
    ...ending('特此通知。', '通知单位（盖章）'),
  ],
  english: [
    titled('Notice of Withdrawal of Authorisation'),
    TO_ENGLISH,
    DEAR,
    paragraph(
      `By an authorisation letter dated {grantedOn}, {companyName} appointed {agentName} ({agentPosition}[, identity document ending in {agentIdentityTail}]) as its agent for the {agreementTitle}[ ({agreementVersion})] (“the Agreement”). We have withdrawn that authority, with effect towards you from the time this notice reaches you (${citedEnglish('agencyEnds')}).`,
    ),
    paragraph(
      `From that time {agentName} has no authority to act for us in respect of the Agreement. You are on notice of this and may not rely on apparent authority (${articlesEnglish('apparentAuthority')}); acts done thereafter do not bind us unless we ratify them (${articlesEnglish('noAuthority')}).`,
    ),
    paragraph(
      'Please accept no further document signed or request made by this person, close this person’s access to our accounts, and confirm in writing by {answerBy} that you have done so. The authorisation letter is void from the time this notice reaches you and must no longer be relied on. Acts done within the authority before then are not affected by this notice.',
    ),
    IDENTITY_ENGLISH,
    CONTACT_ENGLISH,
    ...endingEnglish(),
  ],
  rules: [
    { rule: 'order', first: 'grantedOn', second: 'date' },
    { rule: 'order', first: 'date', second: 'answerBy' },
  ],
};
