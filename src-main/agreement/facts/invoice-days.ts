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

/** The month that a text speaks of last, counted from that of the service; undefined when it names none. */
export function monthOf(text: string): InvoiceDay['months'] | undefined {
  return text
    .split(/[，,。；;]/u)
    .toReversed()
    .flatMap((part) => INVOICE_WORDS.months.find(({ words }) => words.test(part))?.months ?? [])[0];
}

const monthIn = (words: string): (typeof INVOICE_WORDS.months)[number] | undefined =>
  INVOICE_WORDS.months.find((month) => month.words.test(words));
/** So far before a day stands the month that it is of: `次月5日`. */
const NEAR = 6;

const names = (text: string): boolean => INVOICE_WORDS.special.test(text) || INVOICE_WORDS.ordinary.test(text);

/** What stands above a sentence and holds for it where it says nothing of its own. */
export interface InvoiceDaysAbove {
  readonly plan: InvoiceDay['plan'] | undefined;
  readonly months: InvoiceDay['months'] | undefined;
}

/**
 * Days of the month from which ordinary and special VAT invoices are issued; offsets into `sentence.text`. `每月15日` names no month: it is
 * a day of the one that was named before it.
 */
export function invoiceDays(sentence: Sentence, above: InvoiceDaysAbove): readonly ReadInvoiceDay[] {
  const { text } = sentence;
  if (!INVOICE_WORDS.invoice.test(text)) return [];
  const days = [...sentence.quantities].filter(([, quantity]) => quantity.measure === 'day-of-month');
  return days.flatMap(([at, quantity], index): ReadInvoiceDay[] => {
    const floor = days[index - 1]?.[0] ?? 0;
    const before = text.slice(Math.max(floor, at - 30), at);
    const after = text.slice(at + 1, Math.min(days[index + 1]?.[0] ?? text.length, at + 80));
    const month = monthIn(before.slice(-NEAR)) ?? monthIn(`${before}\u0000${after.slice(0, 50)}`);
    const every = INVOICE_WORDS.every.test(`${before.slice(-8)}\u0000${after.slice(0, 20)}`);
    const months = month?.months ?? (every ? (monthOf(text.slice(0, at)) ?? above.months) : undefined);
    const subject = before.split(/[，,；;]/u).at(-1) ?? '';
    const named = names(subject) || !names(after) ? before : after;
    const special = INVOICE_WORDS.special.test(named);
    const plan = planOf(text) ?? planOf(text.slice(0, at).split(/[，,]/u).slice(-2).join('，')) ?? above.plan;
    if (months === undefined || !plan || special === INVOICE_WORDS.ordinary.test(named)) return [];
    const kind = special ? 'invoice-special-day' : 'invoice-ordinary-day';
    return [{ kind, value: { months, day: quantity.value, plan }, start: Math.max(0, at - 6), end: at + 1 }];
  });
}
