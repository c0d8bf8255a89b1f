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

/** Whether a fact answers the question that another one answers: what is said of the one is said in the other's place. */
function answersTheSame(said: Fact, stated: Fact): boolean {
  if (said.kind !== stated.kind) return false;
  if (said.anchor !== undefined && stated.anchor !== undefined && said.anchor !== stated.anchor) return false;
  if (said.scope !== undefined && !sameScope(said, stated)) return false;
  return member(said, 'channel') === member(stated, 'channel') && member(said, 'plan') === member(stated, 'plan');
}

/** Whether the text still says word for word what was corrected. */
const isStill = (before: Fact, stated: Fact): boolean =>
  before.kind === stated.kind &&
  before.clause === stated.clause &&
  before.quote === stated.quote &&
  before.unit === stated.unit &&
  JSON.stringify(before.value) === JSON.stringify(stated.value);

/**
 * The facts of a text with what a person said laid over them. What is said stands in the place of the fact that it corrects, or
 * of every fact that answers the same question, and keeps them; a correction of what the text no longer says is left out.
 * Order: the text's, then what was said.
 */
export function layOver(facts: readonly Fact[], said: readonly SaidFact[]): readonly KnownFact[] {
  const gone = new Set<Fact>();
  const laid = said.flatMap(({ fact, who, at, reason, instead, beside }): readonly KnownFact[] => {
    const places =
      beside === true
        ? []
        : facts.filter((each) => !gone.has(each) && (instead ? isStill(instead, each) : answersTheSame(fact, each)));
    if (instead && places.length === 0) return [];
    const taken = instead ? places.slice(0, 1) : places;
    for (const each of taken) gone.add(each);
    const [first, ...others] = taken;
    const whose = { by: 'person', who, at, reason } as const;
    return [{ ...fact, from: { ...whose, ...(first && { instead: first }), ...(others.length > 0 && { others }) } }];
  });
  const left = facts.filter((fact) => !gone.has(fact));
  return [...left.map((fact): KnownFact => ({ ...fact, from: { by: 'text' } })), ...laid];
}
