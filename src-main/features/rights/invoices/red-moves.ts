import { beijingTime } from '../../../agreement/beijing-time.ts';
import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { RedMove } from '../../../contract/rights/invoices.ts';
import { civilDateAt } from '../../../term/calendar/civil-date.ts';
import { plainDigits } from '../../../term/invoice/invoice-kind.ts';
import { type RedLetter, type RedState, redStateAt, voidFrom } from '../../../term/invoice/red-letter.ts';
import type { KeptInvoicePaper } from './invoice-records.ts';

/**
 * Where the taking back of an invoice stands after a move. What the rules do not allow is refused: a form that is confirmed after its 72
 * hours, a red-letter invoice without the other's confirmation where the invoice was used or booked, anything once all of it was taken back.
 * @param left what red-letter invoices left of it so far (yuan); absent where nothing is
 * @param now UTC ISO
 */
export function redAfter(
  invoice: KeptInvoicePaper,
  move: RedMove,
  { left, now }: { readonly left: string | undefined; readonly now: string },
): RedLetter {
  const last = invoice.red.at(-1);
  const state = last && redStateAt(last, now);
  if (left === undefined) throw told('red-issued');
  if (move.move === 'issued') return issued(invoice, move, state, now);
  const instant = new Date(`${move.at}:00+08:00`).toISOString();
  if (instant > now) throw future('red.at');
  return move.move === 'raised' ? raised(invoice, move, state, instant) : answered(last, move.move, instant);
}

type Move<Name extends RedMove['move']> = Extract<RedMove, { readonly move: Name }>;

const NO_FORM: Pick<RedLetter, 'form' | 'reason' | 'answeredAt'> = { form: '', reason: '' };

/** Used or booked, or once a form was raised: the other party's confirmation comes first. */
function issued(
  { use, red, issuedOn, number: own }: KeptInvoicePaper,
  { on, number: typed, reason }: Move<'issued'>,
  state: RedState | undefined,
  now: string,
): RedLetter {
  if (on > civilDateAt(now)) throw future('red.on');
  if (on < issuedOn) throw refused('red-before-issue', 'red.on');
  const number = plainDigits(typed);
  if (!/^\d{20}$/u.test(number) && !/^\d{8}$/u.test(number)) throw refused('red-number', 'red.number');
  if (number === own) throw refused('red-number-own', 'red.number');
  if (state === 'raised' || (use && state !== 'confirmed')) throw told('red-unconfirmed');
  const before = (state === 'confirmed' ? red.at(-1) : undefined) ?? NO_FORM;
  // The form comes first: its confirmation is what the red-letter invoice is issued by.
  if (before.answeredAt !== undefined && on < civilDateAt(before.answeredAt))
    throw refused('red-before-confirmed', 'red.on');
  return { ...before, reason: reason.trim() || before.reason, state: 'issued', issued: { number, on } };
}

function raised(
  { issuedOn }: KeptInvoicePaper,
  { by, form, reason }: Move<'raised'>,
  state: RedState | undefined,
  raisedAt: string,
): RedLetter {
  if (state === 'raised' || state === 'confirmed') throw told('red-under-way');
  if (civilDateAt(raisedAt) < issuedOn) throw refused('red-before-issue', 'red.at');
  return { state: 'raised', by, form: form.trim(), reason: reason.trim(), raisedAt };
}

/** What counts is when the other party answered, not when that is told here. */
function answered(last: RedLetter | undefined, state: 'confirmed' | 'refused', answeredAt: string): RedLetter {
  if (last?.state !== 'raised' || last.raisedAt === undefined) throw told('red-not-raised');
  if (answeredAt < last.raisedAt) throw refused('red-before-raised', 'red.at');
  const end = voidFrom(last.raisedAt);
  if (answeredAt < end) return { ...last, state, answeredAt };
  throw new Refusal(
    'red-lapsed',
    sentence('rights.invoices.red-lapsed', { at: beijingTime(end) }),
    sentence('rights.invoices.red-lapsed.next'),
    { field: 'red.at' },
  );
}

/** Without the last word. @throws Refusal where there is none. */
export function undone(red: readonly RedLetter[]): readonly RedLetter[] {
  if (red.length === 0) throw told('red-not-raised');
  return red.slice(0, -1);
}

type Told = 'red-issued' | 'red-unconfirmed' | 'red-under-way' | 'red-not-raised';

const told = (code: Told): Refusal =>
  new Refusal(code, sentence(`rights.invoices.${code}`), sentence(`rights.invoices.${code}.next`));

type Refused = 'red-before-issue' | 'red-before-raised' | 'red-before-confirmed' | 'red-number' | 'red-number-own';

const refused = (code: Refused, field: string): Refusal =>
  new Refusal(code, sentence(`rights.invoices.${code}`), sentence('rights.invoices.as-on-it'), { field });

const future = (field: string): Refusal =>
  new Refusal('invoice-future', sentence('rights.invoices.future'), sentence('rights.invoices.future.next'), { field });
