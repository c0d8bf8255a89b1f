import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { isObject } from '../open-bundle.ts';

/**
 * How far two clocks of one machine may part: the wall clock is corrected now and then, the seconds are counted by one that
 * only goes forward.
 */
const TOLERANCE_MS = 1_000;
/** Seconds are written in tenths, rounded down. */
const TENTH = 0.1;

/**
 * What a record says that cannot have been: more seconds on screen than passed between the opening and the decision, fewer
 * than it says were asked for and given, times outside of the sitting, an opening before the ledger says that the text was opened
 * (`begun`), a local time that is another instant. It reads the record as it is, in any format.
 */
export function implausible(record: unknown, begun?: string): readonly Sentence[] {
  const review = member(record, 'review');
  const time = member(record, 'time');
  const decided = instant(member(time, 'utc'));
  const local = instant(member(time, 'local'));
  if (decided === undefined) return [sentence('ledger.plausible.no-time')];
  const wrong: Sentence[] = [];
  if (local !== undefined && local !== decided) wrong.push(sentence('ledger.plausible.local-time'));
  const opened = instant(member(review, 'openedAt'));
  if (opened === undefined) return wrong;
  const first = instant(begun);
  if (first !== undefined && opened < first - TOLERANCE_MS) wrong.push(sentence('ledger.plausible.opened-before'));
  const passed = decided - opened;
  const clauses = listOf(member(review, 'clauses'));
  const impossible = clauses.filter((clause) => (secondsOf(clause) ?? 0) * 1000 > passed + TOLERANCE_MS);
  if (impossible.length > 0)
    wrong.push(
      sentence('ledger.plausible.seconds', {
        clauses: impossible.length,
        most: String(Math.max(...impossible.map((clause) => secondsOf(clause) ?? 0))),
        passed: (Math.max(0, passed) / 1000).toFixed(1),
      }),
    );
  const within = (at: number): boolean => at >= opened - TOLERANCE_MS && at <= decided + TOLERANCE_MS;
  const outside = timesIn(record, clauses).filter((at) => !within(at));
  if (passed < -TOLERANCE_MS || outside.length > 0) wrong.push(sentence('ledger.plausible.outside-sitting'));
  if (member(review, 'complete') === true && clauses.some(tooShort)) wrong.push(sentence('ledger.plausible.too-short'));
  return wrong;
}

/** Times that lie between the opening and the decision, where the record names them. */
function timesIn(record: unknown, clauses: readonly unknown[]): readonly number[] {
  const review = member(record, 'review');
  const named = [
    member(review, 'firstShownAt'),
    member(review, 'endReachedAt'),
    member(member(record, 'acceptedBefore'), 'redlineSeenAt'),
    ...listOf(member(review, 'annexes')).map((annex) => member(annex, 'openedAt')),
    ...clauses.map((clause) => member(attentionOf(clause), 'acknowledgedAt')),
    ...clauses.map((clause) => member(attentionOf(clause), 'confirmedAt')),
  ];
  return named.flatMap((value) => instant(value) ?? []);
}

/** Format 1 says seconds beside the clause, format 2 in how it had the person's attention. */
const attentionOf = (clause: unknown): unknown => member(clause, 'attention') ?? clause;

const secondsOf = (clause: unknown): number | undefined =>
  number(member(attentionOf(clause), 'seconds') ?? member(clause, 'secondsVisible'));

function tooShort(clause: unknown): boolean {
  const needed = number(member(attentionOf(clause), 'needed') ?? member(clause, 'secondsNeeded'));
  const seconds = secondsOf(clause);
  return needed !== undefined && seconds !== undefined && seconds + TENTH < needed;
}

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function instant(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
