import { type Sentence, sentence } from '../../agreement/sentence.ts';

/**
 * Kinds of invoices: the electronic ones, which are issued everywhere since 1 December 2024 (State Taxation Administration,
 * announcement 11 of 2024), what is left on paper, and the electronic ones of the time before, which have a code beside their number.
 */
export const INVOICE_KINDS = [
  'electronic-special',
  'electronic-ordinary',
  'paper-special',
  'paper-ordinary',
  'former-electronic',
] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

export const INVOICE_KIND_WORDS: Readonly<Record<InvoiceKind, Sentence>> = {
  'electronic-special': sentence('term.invoice.kind.electronic-special'),
  'electronic-ordinary': sentence('term.invoice.kind.electronic-ordinary'),
  'paper-special': sentence('term.invoice.kind.paper-special'),
  'paper-ordinary': sentence('term.invoice.kind.paper-ordinary'),
  'former-electronic': sentence('term.invoice.kind.former-electronic'),
};

/** Whether input tax can be deducted by it as a special invoice; undefined where its kind does not say. */
export const isSpecial = (kind: InvoiceKind): boolean | undefined =>
  kind === 'former-electronic' ? undefined : kind.endsWith('-special');

/** What is wrong with an invoice's number or code, by the member that it concerns. */
export type InvoiceNumberFault = 'number-20' | 'number-8' | 'number-8-or-20' | 'code-10-or-12' | 'code-needless';

/** As typed or pasted: full-width digits and blanks between groups of digits are no fault. */
export const plainDigits = (text: string): string => text.normalize('NFKC').replace(/[\s-]/gu, '');

/**
 * What is wrong with a number: an electronic invoice has 20 digits and no code; one of the former electronic kind, or on paper, has 8
 * digits and a code of 10 or 12; a paper print of an electronic one bears its 20 digits.
 */
export function invoiceNumberFault(kind: InvoiceKind, number: string, code: string): InvoiceNumberFault | undefined {
  if (kind.startsWith('electronic-')) {
    if (!/^\d{20}$/u.test(number)) return 'number-20';
    return code === '' ? undefined : 'code-needless';
  }
  if (kind !== 'former-electronic' && /^\d{20}$/u.test(number)) return code === '' ? undefined : 'code-needless';
  if (!/^\d{8}$/u.test(number)) return kind === 'former-electronic' ? 'number-8' : 'number-8-or-20';
  return /^(?:\d{10}|\d{12})$/u.test(code) ? undefined : 'code-10-or-12';
}

/**
 * The year that a number of 20 digits bears in its first two (announcement 11 of 2024: year, region, channel, 15 digits of its own);
 * undefined for a number of another form.
 */
export const yearOfNumber = (number: string): number | undefined =>
  /^\d{20}$/u.test(number) ? 2000 + Number(number.slice(0, 2)) : undefined;
