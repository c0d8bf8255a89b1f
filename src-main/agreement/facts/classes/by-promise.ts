import type { Fact } from '../../fact.ts';
import type { ReadTier } from '../tiers.ts';

/** Tiers that are bounded by the promise of each class (`低于承诺的`), where several classes have one each. */

/** Under which promise a tier was read, until its classes are known. */
const PROMISE = 'promise';

/** A tier with the promise that bounds it, where another would bound it elsewhere. */
export type PromisedTier<Tier extends ReadTier> = Tier & { readonly scope?: Readonly<Record<string, string>> };

/**
 * The tiers of some words by every promise of their document: once where the promise changes nothing of one, else once a promise.
 * Nothing is made of the promise where the tiers by one are not those by another.
 */
export function tiersByPromises<Tier extends ReadTier>(
  promises: readonly number[],
  read: (promise?: number) => readonly Tier[],
): readonly PromisedTier<Tier>[] {
  if (promises.length < 2) return read(promises[0]);
  const all = promises.map((promise) => read(promise));
  const [first = []] = all;
  if (all.some(({ length }) => length !== first.length)) return read();
  return first.flatMap((tier, index) => {
    const each = all.flatMap((tiers) => tiers[index] ?? []);
    if (each.every(({ tier: { below } }) => below === tier.tier.below)) return [tier];
    return each.map((one, at) => ({ ...one, scope: { [PROMISE]: String(promises[at]) } }));
  });
}

const promiseOf = ({ kind, scope }: Fact): number | undefined =>
  kind === 'credit-tier' && scope?.[PROMISE] !== undefined ? Number(scope[PROMISE]) : undefined;

/** What each class is promised; undefined where one is promised two things, or something is promised to no class. */
function promisedTo(facts: readonly Fact[]): ReadonlyMap<string, number> | undefined {
  const promised = new Map<string, number>();
  for (const { kind, value, scope } of facts) {
    if (kind !== 'availability' || typeof value !== 'object' || !('promise' in value)) continue;
    const name = scope?.['class'];
    if (name === undefined || (promised.get(name) ?? value.promise) !== value.promise) return undefined;
    promised.set(name, value.promise);
  }
  return promised;
}

/** Two lines by one promise for one range: they are of classes that are told in another way. */
const isSameRange = (one: Fact, other: Fact): boolean => {
  const [a, b] = [one.value, other.value];
  if (typeof a !== 'object' || typeof b !== 'object' || !('below' in a) || !('below' in b)) return false;
  return a.below === b.below && Math.max(a.from ?? 0, b.from ?? 0) < a.below;
};

/**
 * The facts with those tiers under the classes that are promised so much, and every tier beside them, which holds for all, under each. Where
 * the classes are not clear the tiers beside are not certain, and those that only the promise bounds are none.
 */
export function underTheirPromise(facts: readonly Fact[]): readonly Fact[] {
  const marked = facts.filter((fact) => promiseOf(fact) !== undefined);
  const [first] = marked;
  if (!first) return facts;
  const promised = promisedTo(facts);
  const rest = facts.filter((fact) => promiseOf(fact) === undefined);
  const overlap = marked.some((one, index) => marked.slice(index + 1).some((other) => isSameRange(one, other)));
  const isBeside = ({ kind, scope }: Fact): boolean => kind === 'credit-tier' && scope === undefined;
  if (!promised || promised.size < 2 || overlap)
    return rest.map((fact) => (isBeside(fact) ? { ...fact, doubt: first.quote } : fact));
  const classes = [...promised];
  return facts.flatMap((fact) => {
    const promise = promiseOf(fact);
    if (promise === undefined && !isBeside(fact)) return [fact];
    return classes
      .filter(([, each]) => promise === undefined || each === promise)
      .map(([name], index) => ({
        ...fact,
        ...(index === 0 ? {} : { id: `${fact.id}-of-${index + 1}` }),
        scope: { class: name },
      }));
  });
}
