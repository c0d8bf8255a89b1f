import { ACCOUNT_ENGLISH, DEAR, IDENTITY_ENGLISH, paragraph, SIGNED_ENGLISH, titled, TO_ENGLISH } from '../fields.ts';
import { articlesEnglish, citedEnglish } from '../statutes.ts';
import { type TemplateBlock, text } from '../template.ts';

/** Relative widths of the annexed tables, the same in both languages: a number of a line fits its cell. */
export const STEPS = [1, 6, 4] as const;
export const OUTAGES = [1.1, 2.75, 2.75, 1.5, 2.6, 1.7, 1.6] as const;
export const MISSED = [1, 2, 2.4, 1.4, 2.4, 2.4, 1.8] as const;

const BASIS =
  'In accordance with {basis} of the {agreementTitle}[ ({agreementVersion})], please, within {answerDays} days of receiving this letter,';

/** The sentence that asks for an amount: with the amount, and with a blank for it in a draft that asks for nothing yet. */
export const demanded = (written: string): readonly TemplateBlock[] => [
  { kind: 'paragraph', text: text(written), when: 'amount', unless: 'currency' },
  { kind: 'paragraph', text: text(written), unless: ['amount', 'serviceDays', 'currency'] },
];

/** The sentence that says when the promise was missed: in a month, or in another period by its name. */
export const measured = (written: (when: string) => string): readonly TemplateBlock[] => [
  { kind: 'paragraph', text: text(written('{month}')), unless: 'period' },
  { kind: 'paragraph', text: text(written('{period}')), when: 'period' },
];

/** Of a letter that is dated while the credit can be claimed. */
export const IN_TIME = { day: 'date', first: 'claimFrom', last: 'claimUntil' } as const;

/** An account matters where a payment is asked for, or nothing was chosen yet. */
export const PAID = { field: 'remedy', is: ['款项', ''] } as const;

/** The service-level claim in English: see the Chinese letter. */
export const SERVICE_CREDIT_CLAIM_ENGLISH: readonly TemplateBlock[] = [
  titled('Service-Level Claim Letter'),
  TO_ENGLISH,
  DEAR,
  ...measured(
    (when) =>
      `{companyName} uses your service {service}[ (instance: {instance})]. In ${when} its availability was {availability}, below the agreed {promised} (for the calculation see Schedule 1, for the outages Schedule 2).`,
  ),
  ...demanded(`${BASIS} credit us with CNY {amount} in the form of {remedy}.`),
  paragraph(`${BASIS} credit us with {currency} {amount} in the form of {remedy}.`, 'currency'),
  paragraph('Please make any payment to this account:', 'bankAccount'),
  ...ACCOUNT_ENGLISH,
  {
    kind: 'paragraph',
    text: ['For any payment, please confirm our account with the contact named below.'],
    unless: 'bankAccount',
    where: PAID,
  },
  paragraph('{withoutTax}', 'withoutTax'),
  paragraph(
    'In addition, the tickets listed in Schedule 3 exceeded the agreed times for response or restoration. In accordance with {supportBasis}, please credit {supportAmount} for them within the same period.',
    'supportAmount',
  ),
  paragraph(`${BASIS} extend the term of the service by {serviceDays} days.`, 'serviceDays'),
  paragraph(
    `The credit is calculated as agreed. We reserve the right to claim, under ${citedEnglish('breach', 'damages')}, any further loss caused by the same breach. This letter is also a demand for performance that interrupts the limitation period (${articlesEnglish('interruption')}).`,
  ),
  {
    kind: 'paragraph',
    text: ['This claim is made within the period agreed; we do not accept that its expiry extinguishes any right.'],
    within: IN_TIME,
  },
  paragraph(
    'The following times were not counted as unavailable for now; we do not concede that they are excluded:',
    'excluded',
  ),
  { kind: 'items-of', rows: 'excluded', text: text('{when}, {minutes} minutes: {why}.') },
  paragraph(
    'If you consider that an exclusion applies, please name the clause and enclose your evidence within the same period.',
  ),
  paragraph('The clauses relied on:'),
  { kind: 'items-of', rows: 'clauses', text: text('{clause:initial}: “{quote}”') },
  IDENTITY_ENGLISH,
  paragraph('Contact: {contactName}, telephone {contactPhone}.'),
  paragraph('Sent by: {delivery}.', 'delivery'),
  { kind: 'paragraph', text: ['Enclosures: Schedules 1, 2 and 3'], when: 'missed' },
  { kind: 'paragraph', text: ['Enclosures: Schedules 1 and 2'], unless: 'missed' },
  { kind: 'closing', text: ['Yours faithfully,'] },
  SIGNED_ENGLISH,
  { kind: 'page-break' },
  { kind: 'paragraph', text: ['Schedule 1: Availability and credit'], flat: true },
  { kind: 'table', rows: 'steps', numbered: true, widths: STEPS },
  { kind: 'paragraph', text: ['Schedule 2: Outages (Beijing time)'], flat: true },
  { kind: 'table', rows: 'outages', numbered: true, sparse: true, widths: OUTAGES },
  {
    kind: 'paragraph',
    text: ['Schedule 3: Tickets beyond the agreed times (Beijing time)'],
    flat: true,
    when: 'missed',
  },
  { kind: 'table', rows: 'missed', numbered: true, widths: MISSED, when: 'missed' },
  { kind: 'note', rows: 'logFiles', text: text('SHA-256 of the original monitoring record ({file}): {sha256}') },
];
