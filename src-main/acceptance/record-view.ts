import { dayWords } from '../agreement/date-words.ts';
import { asWritten, type Sentence, sentence, type Words } from '../agreement/sentence.ts';
import { acknowledged, type ClauseAttention } from './attention.ts';
import type { AcceptanceRecord, AcceptanceRecord2, ClauseEvidence, ClauseEvidence1 } from './record.ts';
import type { SecondsClock } from './review-so-far.ts';
import { isAbsent, type Stated } from './stated.ts';

/** One clause as a record of any format tells it. */
export interface ClauseView extends Omit<ClauseEvidence, 'attention'> {
  readonly attention: ClauseAttention;
  /** When it was acknowledged or confirmed; of a clause that was neither, the reason. */
  readonly acknowledged: Stated<string>;
}

/** What a record says, whatever its format: everything that shows a record reads this, and nothing else. */
export interface RecordView extends Omit<AcceptanceRecord2, 'format' | 'reading' | 'review'> {
  readonly format: AcceptanceRecord['format'];
  /** Absent in format 1, which does not name it. */
  readonly reading?: AcceptanceRecord2['reading'];
  readonly review: Omit<AcceptanceRecord2['review'], 'secondsBy' | 'clauses'> & {
    /** Absent in format 1, whose seconds are the window's report. */
    readonly secondsBy?: SecondsClock;
    readonly clauses: Stated<readonly ClauseView[]>;
  };
}

/** What a record says. */
export function recordView(record: AcceptanceRecord): RecordView {
  switch (record.format) {
    case 'assent-acceptance-record-1': {
      const { review } = record;
      return { ...record, review: { ...review, clauses: each(review.clauses, clauseOfFormat1) } };
    }
    case 'assent-acceptance-record-2': {
      const { review } = record;
      return { ...record, review: { ...review, clauses: each(review.clauses, clauseOfFormat2) } };
    }
  }
}

/** The words of an absence are the record's own. */
function clauseOfFormat1(evidence: ClauseEvidence1): ClauseView {
  const { secondsVisible: _visible, secondsNeeded: _needed, acknowledgedAt, ...clause } = evidence;
  return { ...clause, attention: attentionIn(evidence), acknowledged: acknowledgedAt };
}

function clauseOfFormat2(evidence: ClauseEvidence): ClauseView {
  return { ...evidence, acknowledged: acknowledged(evidence.attention) };
}

/** What a record of format 1 says of one clause; it has no `inherited`. */
export function attentionIn(evidence: ClauseEvidence1): ClauseAttention {
  const { acknowledgedAt, secondsVisible: seconds, secondsNeeded: needed } = evidence;
  if (!isAbsent(acknowledgedAt)) return { how: 'seen', seconds, needed, acknowledgedAt };
  return { how: acknowledgedAt.absent === 'not applicable' ? 'shown' : 'not-seen', seconds, needed };
}

function each<One, Other>(list: Stated<readonly One[]>, as: (one: One) => Other): Stated<readonly Other[]> {
  return isAbsent(list) ? list : list.map(as);
}

/** What a record leaves to the text that was shown: the clauses' words, what each of them stands beneath, and what it is. */
export interface ClausesShown {
  /** Words of the clauses by their ids. */
  readonly quotes: ReadonlyMap<string, string>;
  /** Numbers of the clauses above, by the ids of those that are told apart by them alone, or have none of their own. */
  readonly above?: ReadonlyMap<string, string> | undefined;
  /** What the text itself says that it is; and the same of the one that was accepted before it. */
  readonly own?: Sentence | undefined;
  readonly ownBefore?: Sentence | undefined;
  /** Every source file is plain text, which carries no formatting. */
  readonly plain?: boolean | undefined;
}

/** Characters by which a clause without number and heading is called. */
const CALLED = 12;

/** A clause as a paper calls it: by its number, and heading where that is wanted, else by its first words; never by an id. */
export function clauseCalled(
  clause: { readonly clauseId: string; readonly number?: Stated<string>; readonly heading?: Stated<string> },
  { quotes, above }: ClausesShown,
): Sentence {
  const { clauseId, number } = clause;
  const heading = clause.heading === undefined || isAbsent(clause.heading) ? undefined : clause.heading;
  const over = above?.get(clauseId);
  if (number !== undefined && !isAbsent(number)) {
    if (over !== undefined)
      return sentence('acceptance.clause-called.item', { above: over, number: bracketed(number) });
    return heading === undefined
      ? sentence('acceptance.certificate.clause-number', { number })
      : sentence('acceptance.certificate-front.clause-headed', { number, heading });
  }
  const named = heading ?? cut(quotes.get(clauseId) ?? '', CALLED);
  if (named !== undefined && over !== undefined)
    return sentence('acceptance.clause-called.beneath', { above: over, words: named });
  return named === undefined ? sentence('acceptance.certificate.clause') : asWritten(named);
}

/** A number in brackets as both languages set it behind another: `（1）`, `(1)`. */
const bracketed = (number: string): string | Words => {
  const [, inside] = /^[(（]([^()（）]+)[)）]$/u.exec(number) ?? [];
  return inside === undefined ? number : { zh: `（${inside}）`, en: `(${inside})` };
};

/** The beginning of a text on one line, never cut inside of a figure or a word of letters; absent where it has no words. */
export function cut(text: string, most: number): string | undefined {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const characters = [...plain];
  if (characters.length === 0) return undefined;
  if (characters.length <= most) return plain;
  const beginning = characters.slice(0, most).join('');
  const whole = /[\dA-Za-z]$/u.test(beginning) && /[\dA-Za-z.,%‰]/u.test(characters[most] ?? '');
  return `${(whole && beginning.replace(/[\dA-Za-z.,]+$/u, '').trim()) || beginning}…`;
}

interface Counted {
  readonly ordinal: number;
  /** What the record holds of it. */
  readonly date?: Stated<string> | undefined;
}

/** A version by what its text says that it is, else by the date that is recorded of it; then by our own count, which means nothing to others. */
export function versionCalled({ ordinal, date }: Counted, own?: Sentence): Sentence {
  const dated =
    date === undefined || isAbsent(date) ? undefined : sentence('acceptance.version.dated', { day: dayWords(date) });
  const known = own ?? dated;
  return known
    ? sentence('acceptance.version.own-and-ours', { own: known, ordinal })
    : sentence('acceptance.version.ours', { ordinal });
}

/** The same after the title. */
export const versionTitled = (version: Counted & { readonly title: string }, own?: Sentence): Sentence =>
  sentence('acceptance.version.titled', { title: version.title, version: versionCalled(version, own) });
