import type { InvoiceDay } from '../fact.ts';
import type { Sentence } from '../meaning/phrases.ts';
import { INVOICE_WORDS } from '../rules/invoices.ts';

export interface ReadInvoiceDay {
  readonly kind: 'invoice-ordinary-day' | 'invoice-special-day';
  readonly value: InvoiceDay;
  readonly start: number;
  readonly end: number;
}

/** The plan a text speaks of; undefined when it speaks of none or of both. */
export function planOf(text: string): InvoiceDay['plan'] | undefined {
  const prepaid = INVOICE_WORDS.prepaid.test(text);
  return prepaid === INVOICE_WORDS.postpaid.test(text) ? undefined : prepaid ? 'prepaid' : 'postpaid';
}

const namesKind = (words: string): boolean => INVOICE_WORDS.special.test(words) || INVOICE_WORDS.ordinary.test(words);
const namesOneKind = (words: string): boolean =>
  INVOICE_WORDS.special.test(words) !== INVOICE_WORDS.ordinary.test(words);
const monthIn = (words: string): (typeof INVOICE_WORDS.months)[number] | undefined =>
  INVOICE_WORDS.months.find((month) => month.words.test(words));
/** So far before a day stands the month that it is of: `次月5日`. */
const NEAR = 6;

/** Days of the month from which ordinary and special VAT invoices are issued; offsets into `sentence.text`. */
export function invoiceDays(sentence: Sentence, planAbove: InvoiceDay['plan'] | undefined): readonly ReadInvoiceDay[] {
  const { text } = sentence;
  if (!INVOICE_WORDS.invoice.test(text)) return [];
  const days = [...sentence.quantities].filter(([, quantity]) => quantity.measure === 'day-of-month');
  const first = days[0]?.[0] ?? 0;
  // Whichever the sentence begins with, its further days follow: `普通发票于次月5日` or `次月5日起开具普通发票`.
  const isBefore = namesOneKind(text.slice(Math.max(0, first - 30), first));
  return days.flatMap(([at, quantity], index): ReadInvoiceDay[] => {
    const floor = days[index - 1]?.[0] ?? 0;
    const before = text.slice(Math.max(floor, at - 30), at);
    const after = text.slice(at + 1, Math.min(days[index + 1]?.[0] ?? text.length, at + 80));
    const month = monthIn(before.slice(-NEAR)) ?? monthIn(`${before}\u0000${after.slice(0, 50)}`);
    const named = isBefore || !namesKind(after) ? before : after;
    const special = INVOICE_WORDS.special.test(named);
    const plan = planOf(text) ?? planOf(text.slice(0, at).split(/[，,]/u).slice(-2).join('，')) ?? planAbove;
    if (!month || !plan || special === INVOICE_WORDS.ordinary.test(named)) return [];
    const kind = special ? 'invoice-special-day' : 'invoice-ordinary-day';
    return [
      { kind, value: { months: month.months, day: quantity.value, plan }, start: Math.max(0, at - 6), end: at + 1 },
    ];
  });
}
