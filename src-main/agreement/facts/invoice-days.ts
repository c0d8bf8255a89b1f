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

/** Days of the month from which ordinary and special VAT invoices are issued; offsets into `sentence.text`. */
export function invoiceDays(sentence: Sentence, planAbove: InvoiceDay['plan'] | undefined): readonly ReadInvoiceDay[] {
  const { text } = sentence;
  if (!INVOICE_WORDS.invoice.test(text)) return [];
  const days = [...sentence.quantities].filter(([, quantity]) => quantity.measure === 'day-of-month');
  return days.flatMap(([at, quantity], index): ReadInvoiceDay[] => {
    const floor = days[index - 1]?.[0] ?? 0;
    const before = text.slice(Math.max(floor, at - 30), at);
    const after = text.slice(at + 1, Math.min(days[index + 1]?.[0] ?? text.length, at + 80));
    const month = INVOICE_WORDS.months.find(({ words }) => words.test(`${before}\u0000${after.slice(0, 50)}`));
    const named = INVOICE_WORDS.special.test(after) || INVOICE_WORDS.ordinary.test(after) ? after : before;
    const special = INVOICE_WORDS.special.test(named);
    const plan = planOf(text) ?? planOf(text.slice(0, at).split(/[，,]/u).slice(-2).join('，')) ?? planAbove;
    if (!month || !plan || special === INVOICE_WORDS.ordinary.test(named)) return [];
    const kind = special ? 'invoice-special-day' : 'invoice-ordinary-day';
    return [
      { kind, value: { months: month.months, day: quantity.value, plan }, start: Math.max(0, at - 6), end: at + 1 },
    ];
  });
}
