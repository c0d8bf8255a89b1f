import type { Clause, ClauseTag, Emphasis } from '../model.ts';
import { tagKind } from '../tag-kinds.ts';

/**
 * The tags that a reader must not overlook, by the table of kinds; of a kind that counts only as the provider's right, the
 * provider's or either side's. None that stands in a bare heading: the clauses under it say what counts. None that is only possible.
 */
export function conspicuousTags(tags: readonly ClauseTag[]): readonly ClauseTag[] {
  return tags.filter((tag) => tag.certainty !== 'possible' && wouldBeConspicuous(tag));
}

/** Of a clause that is no key clause, the tags that would make it one if they were certain: shown as a doubt, never required. */
export function possibleTags(tags: readonly ClauseTag[]): readonly ClauseTag[] {
  return isConspicuous(tags) ? [] : tags.filter(wouldBeConspicuous);
}

function wouldBeConspicuous(tag: ClauseTag): boolean {
  const conspicuous = tagKind(tag.kind)?.conspicuous;
  if (tag.title === true || conspicuous === undefined) return false;
  return conspicuous === 'always' || tag.by === 'provider' || tag.by === 'either';
}

/** True when the clause must be shown bold although its source may have lost the bold. */
export function isConspicuous(tags: readonly ClauseTag[]): boolean {
  return conspicuousTags(tags).length > 0;
}

/**
 * The key clauses of a document, in its order. Whoever counts or lists them (reader, gate, statement, certificate, printed
 * index) asks here, so that all give one number.
 */
export function keyClauses({ clauses }: { readonly clauses: readonly Clause[] }): readonly Clause[] {
  return clauses.filter(({ tags }) => isConspicuous(tags));
}

/** Fewer words in capitals are a name, an abbreviation or a heading, and no emphasis. */
const FEWEST_CAPITALS = 5;

/** A whole sentence in capitals: how an English text stresses where it has no bold. */
const isInCapitals = (text: string): boolean =>
  text
    .split(/(?<=[.;!?])\s+/u)
    .some((words) => !/\p{Ll}/u.test(words) && (words.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= FEWEST_CAPITALS);

/** How much of a clause the provider's text has bold, underlined or in capitals; a key clause of which it is none is bold by rule alone. */
export type SourceMark = 'whole' | 'part' | 'none';

/** How much of a clause is marked in the provider's text: whoever counts or tells it asks here. */
export function sourceMark({ emphasis, text }: Pick<Clause, 'emphasis' | 'text'>): SourceMark {
  const marks = emphasis.filter(({ origin, strong, underline }) => origin === 'source' && (strong || underline));
  const left = unmarked(text, marks);
  const capitals = isInCapitals(text);
  if (!capitals && marks.length === 0) return 'none';
  return left === '' || (capitals && !/\p{Ll}/u.test(left)) ? 'whole' : 'part';
}

/** The letters and figures of a text that no mark covers; text and marks are gone through together, once. */
function unmarked(text: string, marks: readonly Emphasis[]): string {
  const sorted = marks.toSorted((one, other) => one.start - other.start);
  let next = 0;
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{N}]/gu)]
    .flatMap(({ 0: letter, index }) => {
      for (let mark = sorted[next]; mark !== undefined && mark.start <= index; mark = sorted[next]) {
        end = Math.max(end, mark.end);
        next += 1;
      }
      return index < end ? [] : [letter];
    })
    .join('');
}

/** How many clauses are marked in the provider's text wholly, how many in part, and how many are bold by rule alone. */
export interface MarkCounts {
  readonly whole: number;
  readonly part: number;
  readonly rule: number;
}

/** Clauses counted by how much of each is marked in the provider's text. */
export function markCounts(marks: readonly SourceMark[]): MarkCounts {
  const count = (wanted: SourceMark): number => marks.filter((mark) => mark === wanted).length;
  return { whole: count('whole'), part: count('part'), rule: count('none') };
}

/**
 * Emphasis of a clause as it is shown: the source's spans untouched, and for a conspicuous clause the stretches that
 * the source does not have in bold, as spans of origin `rule`. Offsets are UTF-16 units into `clause.text`.
 */
export function emphasise(clause: Clause, tags: readonly ClauseTag[]): readonly Emphasis[] {
  const source = clause.emphasis.filter((span) => span.origin === 'source');
  if (!isConspicuous(tags)) return source;
  const strong = source.filter((span) => span.strong).toSorted((a, b) => a.start - b.start);
  const added: Emphasis[] = [];
  let at = 0;
  const fill = (end: number): void => {
    if (clause.text.slice(at, end).trim() !== '')
      added.push({ start: at, end, strong: true, underline: false, origin: 'rule' });
  };
  for (const span of strong) {
    if (span.start > at) fill(span.start);
    at = Math.max(at, span.end);
  }
  if (at < clause.text.length) fill(clause.text.length);
  return [...source, ...added].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
