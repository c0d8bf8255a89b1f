import type { Fact, KnownFact } from './fact.ts';

/** What a person said about an agreement, in the place of what its text says, or where it says nothing. */
export interface SaidFact {
  readonly fact: Fact;
  readonly who: string;
  /** UTC ISO. */
  readonly at: string;
  readonly reason: string;
  /** The one fact of the text that it corrects; it counts only as long as the text says exactly that. */
  readonly instead?: Fact;
  /** It stands beside what the text says, as one more line of a table of tiers, and replaces nothing. */
  readonly beside?: true;
}

const sameScope = (a: Fact, b: Fact): boolean => {
  const names = new Set([...Object.keys(a.scope ?? {}), ...Object.keys(b.scope ?? {})]);
  return [...names].every((name) => a.scope?.[name] === b.scope?.[name]);
};

const member = (fact: Fact, name: 'channel' | 'plan'): unknown =>
  typeof fact.value === 'object' && name in fact.value ? (fact.value as Readonly<Record<string, unknown>>)[name] : '';

/** Kinds of which a text states several by where they count from, each an answer of its own: by the order and by the bill. */
const BY_ANCHOR: ReadonlySet<Fact['kind']> = new Set(['payment-due', 'delivery']);

const otherAnchor = (said: Fact, stated: Fact): boolean =>
  said.anchor !== undefined && stated.anchor !== undefined && said.anchor !== stated.anchor;

/** Whether a fact answers the question that another one answers: what is said of the one is said in the other's place. */
function answersTheSame(said: Fact, stated: Fact): boolean {
  if (said.kind !== stated.kind) return false;
  if (BY_ANCHOR.has(said.kind) && otherAnchor(said, stated)) return false;
  if (said.scope !== undefined && !sameScope(said, stated)) return false;
  return member(said, 'channel') === member(stated, 'channel') && member(said, 'plan') === member(stated, 'plan');
}

/** Whether the text still says word for word what was corrected. */
const isStill = (before: Fact, stated: Fact): boolean =>
  before.kind === stated.kind &&
  before.clause === stated.clause &&
  before.quote === stated.quote &&
  before.unit === stated.unit &&
  sameScope(before, stated) &&
  JSON.stringify(before.value) === JSON.stringify(stated.value);

/** Whether two tiers are of the same availability: the later says what it is worth. */
function sameTier(one: Fact, other: Fact): boolean {
  const [a, b] = [one.value, other.value];
  if (typeof a !== 'object' || typeof b !== 'object' || !('below' in a) || !('below' in b)) return false;
  return a.below === b.below && a.from === b.from && sameScope(one, other);
}

/** Whether what was said later stands in the place of what was said before. */
function replaces(later: SaidFact, earlier: SaidFact): boolean {
  if (later.beside === true) return earlier.beside === true && sameTier(later.fact, earlier.fact);
  if (later.instead) return earlier.instead !== undefined && isStill(later.instead, earlier.instead);
  return earlier.beside !== true && answersTheSame(later.fact, earlier.fact);
}

/** Why something that was said is not used: something said later is, or the text no longer says what it corrects. */
export type Unused = 'replaced' | 'not-stated';

/** What was said with the facts of the text that it takes the place of, or why it is not used. */
type Laid = readonly [SaidFact, readonly Fact[] | Unused];

/** Newest first: what was said last takes its place before what was said earlier. */
function layNewestFirst(facts: readonly Fact[], said: readonly SaidFact[]): readonly Laid[] {
  const taken = new Map<Fact, SaidFact>();
  const used: SaidFact[] = [];
  return said.toReversed().map((each): Laid => {
    const { fact, instead, beside } = each;
    if (used.some((later) => replaces(later, each))) return [each, 'replaced'];
    const meant =
      beside === true ? [] : facts.filter((at) => (instead ? isStill(instead, at) : answersTheSame(fact, at)));
    const free = meant.filter((at) => !taken.has(at));
    if (instead && meant.length === 0) return [each, 'not-stated'];
    // All that it means was said anew, fact by fact, and in answer to the same.
    const anew = (at: Fact): boolean => answersTheSame(taken.get(at)?.fact ?? at, fact);
    if (free.length === 0 && meant.length > 0 && (instead !== undefined || meant.every(anew)))
      return [each, 'replaced'];
    const places = instead ? free.slice(0, 1) : free;
    for (const at of places) taken.set(at, each);
    used.push(each);
    return [each, places];
  });
}

/** Of what was said, what is not used, and why. */
export function unusedSaid(facts: readonly Fact[], said: readonly SaidFact[]): ReadonlyMap<SaidFact, Unused> {
  const laid = layNewestFirst(facts, said);
  return new Map(laid.flatMap(([each, places]) => (typeof places === 'string' ? [[each, places] as const] : [])));
}

/**
 * The facts of a text with what a person said laid over them. What is said stands in the place of the fact that it corrects, or
 * of every fact that answers the same question, and keeps them; a correction of what the text no longer says is left out, and
 * so is what was said anew later. Order: the text's, then what was said.
 * @param said oldest first
 */
export function layOver(facts: readonly Fact[], said: readonly SaidFact[]): readonly KnownFact[] {
  const laid = layNewestFirst(facts, said).toReversed();
  const gone = new Set(laid.flatMap(([, places]) => (typeof places === 'string' ? [] : places)));
  const left = facts.filter((fact) => !gone.has(fact));
  return [
    ...left.map((fact): KnownFact => ({ ...fact, from: { by: 'text' } })),
    ...laid.flatMap(([{ fact, who, at, reason, beside }, places]): readonly KnownFact[] => {
      if (typeof places === 'string') return [];
      const [first, ...others] = places;
      const whose = { by: 'person', who, at, reason, ...(beside && { beside }) } as const;
      return [{ ...fact, from: { ...whose, ...(first && { instead: first }), ...(others.length > 0 && { others }) } }];
    }),
  ];
}
