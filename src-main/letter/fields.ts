import { sentence } from '../agreement/sentence.ts';
import { type TemplateBlock, type TemplateField, type TemplateRule, text } from './template.ts';

/** Fields that mean the same on every paper: the cross-document check compares them by key. */
export const FIELDS = {
  companyName: {
    key: 'companyName',
    label: sentence('letter.fields.company-name'),
    kind: 'text',
    required: true,
    from: 'company.name',
    asGiven: true,
  },
  creditCode: {
    key: 'creditCode',
    label: sentence('letter.fields.credit-code'),
    kind: 'credit-code',
    required: true,
    from: 'company.creditCode',
  },
  address: {
    key: 'address',
    label: sentence('letter.fields.address'),
    kind: 'text',
    required: true,
    from: 'company.address',
    asGiven: true,
  },
  legalRepresentative: {
    key: 'legalRepresentative',
    label: sentence('letter.fields.legal-representative'),
    kind: 'text',
    required: true,
    from: 'company.legalRepresentative',
    asGiven: true,
  },
  contactName: {
    key: 'contactName',
    label: sentence('letter.fields.contact-name'),
    kind: 'text',
    required: true,
    from: 'contact.name',
    asGiven: true,
  },
  contactPhone: {
    key: 'contactPhone',
    label: sentence('letter.fields.contact-phone'),
    kind: 'phone',
    required: true,
    from: 'contact.phone',
  },
  contactEmail: {
    key: 'contactEmail',
    label: sentence('letter.explanation-request.field.contact-email'),
    kind: 'email',
    required: false,
    from: 'contact.email',
  },
  contactAddress: {
    key: 'contactAddress',
    label: sentence('letter.delivery-address.field.address'),
    kind: 'text',
    required: true,
    from: 'contact.address',
    asGiven: true,
  },
  handler: {
    key: 'handler',
    label: sentence('letter.fields.handler'),
    kind: 'text',
    required: false,
    from: 'signatory.name',
    asGiven: true,
  },
  date: {
    key: 'date',
    label: sentence('letter.fields.date'),
    kind: 'date',
    required: true,
    from: 'today',
  },
  addressee: {
    key: 'addressee',
    label: sentence('letter.fields.addressee'),
    kind: 'text',
    required: true,
    asGiven: true,
  },
  agreementTitle: {
    key: 'agreementTitle',
    label: sentence('letter.fields.agreement-title'),
    kind: 'text',
    required: true,
    asGiven: true,
  },
  agreementVersion: {
    key: 'agreementVersion',
    label: sentence('letter.fields.agreement-version'),
    kind: 'text',
    required: true,
  },
  agreementFingerprint: {
    key: 'agreementFingerprint',
    label: sentence('letter.fields.agreement-fingerprint'),
    kind: 'text',
    required: true,
  },
  clause: { key: 'clause', label: sentence('letter.fields.clause'), kind: 'clause', required: false },
  quote: {
    key: 'quote',
    label: sentence('letter.fields.quote'),
    kind: 'long-text',
    required: false,
    asGiven: true,
  },
  enclosures: {
    key: 'enclosures',
    label: sentence('letter.fields.enclosures'),
    kind: 'long-text',
    required: false,
  },
  answerBy: { key: 'answerBy', label: sentence('letter.fields.answer-by'), kind: 'date', required: false },
  answerDays: {
    key: 'answerDays',
    label: sentence('letter.fields.answer-days'),
    kind: 'text',
    required: true,
    preset: '15',
  },
  /** What the amounts are in, where that is not yuan: see `money.ts`. */
  currency: {
    key: 'currency',
    label: sentence('letter.service-credit-claim.field.currency'),
    kind: 'currency',
    required: false,
  },
  /** Sets clocks going (articles 188 and 564 of the Civil Code). From when it was known is for the other party to prove: it is on no paper. */
  knownOn: {
    key: 'knownOn',
    label: sentence('letter.fields.known-on'),
    kind: 'date',
    required: true,
    unprinted: true,
  },
  announcedOn: {
    key: 'announcedOn',
    label: sentence('letter.objection.field.announced-on'),
    kind: 'date',
    required: true,
  },
  announcedBy: {
    key: 'announcedBy',
    label: sentence('letter.objection.field.announced-by'),
    kind: 'choice',
    required: true,
    options: ['公告', '站内信', '邮件', '短信', '信函'],
    english: ['an announcement on your website', 'an in-service message', 'email', 'text message', 'letter'],
  },
  bankName: {
    key: 'bankName',
    label: sentence('letter.vat-special-invoice.field.bank-name'),
    kind: 'text',
    required: true,
    from: 'company.bank.name',
    asGiven: true,
  },
  bankAccount: {
    key: 'bankAccount',
    label: sentence('letter.vat-special-invoice.field.bank-account'),
    kind: 'bank-account',
    required: true,
    from: 'company.bank.account',
  },
  lineNumber: {
    key: 'lineNumber',
    label: sentence('letter.fields.line-number'),
    kind: 'text',
    required: true,
  },
} as const satisfies Readonly<Record<string, TemplateField>>;

/** The same field, not required on this paper. */
export const optional = (field: TemplateField): TemplateField => ({ ...field, required: false });

/** Who deals with a letter signs beside its seal: a seal alone leaves open who had the authority. */
export const HANDLED_BY = { label: '经办人/授权代表（签字）', name: FIELDS.handler.key } as const;

const ANNOUNCED = { field: FIELDS.announcedBy.key, is: ['公告', '站内信'] } as const;
const SENT = { field: FIELDS.announcedBy.key, is: ['邮件', '短信', '信函'] } as const;

/** Of a notice nobody admits that it was in time or in the way agreed; of one on a site or in a console, that it reached them at all. */
export const NOT_DELIVERED: readonly TemplateBlock[] = [
  {
    kind: 'paragraph',
    text: text('本函不表示我公司认可该{announcedBy}已经送达或者符合约定。'),
    where: ANNOUNCED,
  },
  {
    kind: 'paragraph',
    text: text('本函不表示我公司认可该{announcedBy}已于该日到达或者符合约定。'),
    where: SENT,
  },
];
export const NOT_DELIVERED_ENGLISH: readonly TemplateBlock[] = [
  {
    kind: 'paragraph',
    text: text('This letter is no admission that the notice was delivered to us or that it was given as agreed.'),
    where: ANNOUNCED,
  },
  {
    kind: 'paragraph',
    text: text('This letter is no admission that the notice reached us on that day or that it was given as agreed.'),
    where: SENT,
  },
];

/** Stood on the forms of ours that letters were once begun from: a paper to be sealed says nothing of how it was made. */
export const OWN_DRAFT = '本件为我方自拟文本，仅供填写参考。提交前请对照服务商当前公布的模板；以服务商模板为准。';

/** The statement of which agreement a paper belongs to. */
export const BELONGS_TO = '本件对应《{agreementTitle}》（{agreementVersion}）。';

/** Room for what is written by hand: a name, and a whole line. */
export const BLANK = '\u3000'.repeat(8);
export const BLANK_LINE = { words: '\u3000'.repeat(26), strong: false, underline: true } as const;

/** Whom a letter goes to and who writes it, about which agreement. */
export const HEAD: readonly TemplateField[] = [
  FIELDS.addressee,
  FIELDS.companyName,
  FIELDS.creditCode,
  FIELDS.agreementTitle,
  optional(FIELDS.agreementVersion),
];

/** Who can be asked, what goes along, who signs, and of which day it is. */
export const TAIL: readonly TemplateField[] = [
  optional(FIELDS.contactName),
  optional(FIELDS.contactPhone),
  FIELDS.enclosures,
  FIELDS.handler,
  FIELDS.date,
];

export const paragraph = (written: string, when?: string): TemplateBlock => ({
  kind: 'paragraph',
  text: text(written),
  ...(when === undefined ? {} : { when }),
});

export const titled = (written: string): TemplateBlock => ({ kind: 'title', text: [written] });

export const TO: TemplateBlock = { kind: 'addressee', text: text('致：{addressee}') };
export const TO_ENGLISH: TemplateBlock = { kind: 'addressee', text: text('To: {addressee}') };

/** By what the sender can be told from every other company of its name. In a line of its own: a code never breaks. */
export const IDENTITY = paragraph('我公司统一社会信用代码：{creditCode}。');
export const IDENTITY_ENGLISH = paragraph('Our unified social credit code: {creditCode}.');

export const CONTACT = paragraph('联系人：{contactName}，联系电话：{contactPhone}。', 'contactName');
export const CONTACT_ENGLISH = paragraph('Contact: {contactName}, telephone {contactPhone}.', 'contactName');

/** How an English letter addresses whom it goes to. */
export const DEAR: TemplateBlock = { kind: 'paragraph', text: ['Dear Sir or Madam,'], flat: true };

/** Where a payment goes: whose account, at which bank, of which number, each on a line of its own. */
export const ACCOUNT: readonly TemplateBlock[] = [
  paragraph('户名：{companyName}', 'bankAccount'),
  paragraph('开户行：{bankName}', 'bankAccount'),
  paragraph('账号：{bankAccount}', 'bankAccount'),
];
export const ACCOUNT_ENGLISH: readonly TemplateBlock[] = [
  paragraph('Account name: {companyName}', 'bankAccount'),
  paragraph('Bank: {bankName}', 'bankAccount'),
  paragraph('Account no.: {bankAccount}', 'bankAccount'),
];

/** Where an account may be left open, it is still no account without its bank, and no bank is one without its number. */
export const WHOLE_ACCOUNT: TemplateRule = {
  rule: 'together',
  first: FIELDS.bankName.key,
  second: FIELDS.bankAccount.key,
};

/** The clause that a letter rests on, in its own words. */
export const CLAUSE = paragraph('该协议{clause}约定：“{quote}”。', 'quote');
export const CLAUSE_ENGLISH = paragraph('{clause:initial} of the Agreement provides: “{quote}”.', 'quote');

/** How a letter ends: its closing words, what goes along, and the seal zone with the line of who deals with it. */
export const ending = (closing: string, label: string): readonly TemplateBlock[] => [
  { kind: 'closing', text: [closing] },
  paragraph('附件：{enclosures}', 'enclosures'),
  signedBy(label),
];

/** The same of an English letter, which names what goes along before it closes; a paper that is no letter closes in words of its own. */
export const endingEnglish = (closing = 'Yours faithfully,'): readonly TemplateBlock[] => [
  paragraph('Enclosures: {enclosures}', 'enclosures'),
  { kind: 'closing', text: [closing] },
  SIGNED_ENGLISH,
];

/** The seal zone of a letter. */
export const signedBy = (label: string): Extract<TemplateBlock, { kind: 'signature' }> => ({
  kind: 'signature',
  label,
  name: text('{companyName}'),
  date: 'date',
  signatory: HANDLED_BY,
});

/** What stands above and below the name of a company where its seal goes. */
export const SEAL_ENGLISH = { label: 'For and on behalf of', mark: '(company seal)' } as const;

/** Where the other party seals a paper of ours, and who signs for it. */
export const theirSeal = (label: string): TemplateBlock => ({
  kind: 'signature',
  label,
  name: text('{addressee}'),
  theirs: true,
  signatory: { label: HANDLED_BY.label },
});
export const THEIR_SEAL_ENGLISH: TemplateBlock = {
  kind: 'signature',
  ...SEAL_ENGLISH,
  name: text('{addressee}'),
  theirs: true,
  signatory: { label: 'Authorised signatory (signature)' },
};

export const SIGNED_ENGLISH: Extract<TemplateBlock, { kind: 'signature' }> = {
  kind: 'signature',
  ...SEAL_ENGLISH,
  name: text('{companyName}'),
  date: 'date',
  signatory: { label: 'Authorised signatory (signature)', name: FIELDS.handler.key },
};
