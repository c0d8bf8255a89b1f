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

/**
 * Bold, underlined or in capitals in the provider's text, if only in part; every other key clause is bold by rule alone.
 */
export function isMarkedInSource({ emphasis, text }: Pick<Clause, 'emphasis' | 'text'>): boolean {
  return (
    isInCapitals(text) || emphasis.some(({ origin, strong, underline }) => origin === 'source' && (strong || underline))
  );
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
