import type { AgreementDocument } from '../../src-main/agreement/model.ts';
import type { TermBasis } from '../../src-main/term/basis.ts';
import { SHIPPED_CALENDAR } from '../../src-main/term/calendar/holiday-tables.ts';
import { damages } from '../../src-main/term/fees/fees.ts';
import { invoiceDates, vatSplit } from '../../src-main/term/fees/invoices.ts';
import { lateFeeOf } from '../../src-main/term/fees/late-fee.ts';
import { liabilityCap } from '../../src-main/term/fees/liability-cap.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../src-main/term/fees/orders.ts';
import { NOTICE_KINDS, noticeClock } from '../../src-main/term/notice/notice-clock.ts';
import { NOTICE_CHANNELS } from '../../src-main/term/notice/notice-delivery.ts';
import { renewalOf } from '../../src-main/term/renewal/renewal.ts';
import { claimWindow } from '../../src-main/term/service/claim/claim-window.ts';
import { serviceClasses } from '../../src-main/term/service/credit-tier.ts';
import { serviceLevel } from '../../src-main/term/service/service-level.ts';

/** A place that a fact or a step of a working names, and the words that it says stand there. */
export interface Citation {
  readonly from: string;
  readonly clause: string;
  readonly quote: string;
}

const FEE = { fee: '1000.00' };
const DUE = { amount: '1000.00', settlementDay: '2026-09-10', until: '2026-12-20', referenceRate: '3.1' };

/** What every calculator says about one agreement, with what a person may know of it. */
function* workings(document: AgreementDocument): Generator<readonly [string, unknown]> {
  const basis: TermBasis = { sources: [document], calendar: SHIPPED_CALENDAR };
  for (const kind of NOTICE_KINDS)
    for (const channel of NOTICE_CHANNELS)
      yield [
        `notice ${kind} ${channel}`,
        noticeClock(basis, { kind, channel, sent: '2026-04-07', announcedEffective: '2026-04-20' }),
      ];
  for (const scope of [undefined, ...serviceClasses(basis)])
    for (const minutes of [1, 60, 600, 6000])
      yield [
        `service ${minutes}`,
        serviceLevel(
          { ...basis, ...(scope !== undefined && { scope }) },
          {
            month: '2026-09',
            fee: FEE,
            downtime: { minutes },
          },
        ),
      ];
  yield ['claim window', claimWindow(basis, '2026-09', ['2026-09-14'], ['2026-09-15'])];
  yield ['payment', paymentDue(basis, '2026-09-14', '2026-09-21')];
  yield ['renewal', renewalDue(basis, '2026-09-30')];
  yield ['late fee', lateFeeOf(basis, DUE)];
  yield ['overdue', overdueTermination(basis, '2026-09-10')];
  yield ['damages', damages(basis, '5000.00')];
  yield ['liability cap', liabilityCap(basis, { monthFee: '1000.00', yearFee: '12000.00', paid: '5000.00' })];
  yield ['vat', vatSplit(basis, '1060.00')];
  for (const type of ['ordinary', 'special'] as const)
    for (const plan of ['prepaid', 'postpaid'] as const)
      yield ['invoice', invoiceDates(document, undefined, { type, plan, month: '2026-09' })];
  const asked = { starts: '2026-01-15', on: '2026-09-10', price: '12000.00', monthFee: '1000.00', paid: '5000.00' };
  yield ['term', renewalOf(basis, asked)];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every citation inside a working, whatever carries it. */
function* citedIn(from: string, value: unknown): Generator<Citation> {
  if (!isObject(value)) return;
  const { id, quote } = value;
  if (typeof id === 'string' && typeof quote === 'string' && !('kind' in value)) yield { from, clause: id, quote };
  for (const each of Object.values(value)) yield* citedIn(from, each);
}

/** Every citation that a document's facts and the workings on it make. */
export function* citations(document: AgreementDocument): Generator<Citation> {
  for (const { kind, clause, quote } of document.facts) yield { from: `fact ${kind}`, clause, quote };
  for (const [from, answer] of workings(document)) yield* citedIn(from, answer);
}

/** The citations whose words do not stand, letter for letter, in the clause that they name; each once. */
export function misquoted(document: AgreementDocument): readonly Citation[] {
  const words = new Map(document.clauses.map(({ id, text }) => [id, [text]]));
  for (const { clause, header, rows } of document.tables)
    words.get(clause)?.push(...[header, ...rows].map((cells) => cells.join('\t')));
  const wrong = new Map<string, Citation>();
  for (const citation of citations(document)) {
    const { clause, quote } = citation;
    const stands = quote.trim() !== '' && words.get(clause)?.some((text) => text.includes(quote)) === true;
    if (!stands) wrong.set(`${clause} ${quote}`, citation);
  }
  return [...wrong.values()];
}
