import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { civilDateAt } from '../../../term/calendar/civil-date.ts';
import type { InvoiceSaid } from '../../../term/invoice/compare-invoice.ts';
import { type InvoicePaper, type KeptInvoicePaper, redInvoicesOf } from './invoice-records.ts';

/** What an invoice would be after a change; its files by their hashes. */
interface Changed extends InvoiceSaid {
  readonly orderId: string;
  readonly month: string;
  readonly files: readonly string[];
}

/**
 * Refuses a change after which an invoice would contradict what was told of it: it stays with its request, its use and its taking back
 * are not before its day, and one that was taken back stays as it is, but for files that are added.
 * @throws Refusal at the field that cannot be so
 */
export function throwIfNoChange(before: KeptInvoicePaper, after: Changed): void {
  if (after.orderId !== before.orderId || after.month !== before.month)
    throw unknownThing(sentence('rights.orders.keep-invoice'));
  if (redInvoicesOf(before).length > 0 && !onlyAdds(before, after))
    throw new Refusal(
      'invoice-reversed',
      sentence('rights.invoices.reversed'),
      sentence('rights.invoices.reversed.next'),
    );
  if (before.use && before.use.on < after.issuedOn) throw dayRefused('used-before');
  if (before.red.some(({ raisedAt, issued }) => (issued?.on ?? dayOf(raisedAt) ?? after.issuedOn) < after.issuedOn))
    throw dayRefused('red-before-issue');
}

const dayOf = (instant: string | undefined): string | undefined =>
  instant === undefined ? undefined : civilDateAt(instant);

const MEMBERS = [
  'kind',
  'number',
  'code',
  'issuedOn',
  'buyer',
  'buyerNumber',
  'seller',
  'sellerNumber',
  'net',
  'tax',
  'total',
] as const satisfies readonly (keyof InvoiceSaid)[];

const onlyAdds = (before: KeptInvoicePaper, after: Changed): boolean =>
  MEMBERS.every((member) => before[member] === after[member]) &&
  before.rates.join() === after.rates.join() &&
  before.files.every(({ sha256 }) => after.files.includes(sha256));

const DAYS: Readonly<Record<'used-before' | 'red-before-issue', Sentence>> = {
  'used-before': sentence('rights.invoices.used-before'),
  'red-before-issue': sentence('rights.invoices.red-before-issue'),
};

const dayRefused = (why: keyof typeof DAYS): Refusal =>
  new Refusal('invoice-after-its-use', DAYS[why], sentence('rights.invoices.as-on-it'), { field: 'invoice.issuedOn' });

/**
 * Whether a number of 20 digits is another invoice's: no two have the same. One with a negative total may be the red-letter invoice
 * itself, kept among the invoices that came. Numbers of 8 digits come again under another code.
 */
export function isKeptElsewhere(all: readonly InvoicePaper[], invoiceId: string, number: string): boolean {
  if (number.length !== 20) return false;
  return all.some(
    ({ id, body }) =>
      (id !== invoiceId && body.number === number && !body.total.startsWith('-')) ||
      redInvoicesOf(body).some((red) => red.number === number),
  );
}
