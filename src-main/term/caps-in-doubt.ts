import { factsOf, type FoundFact, type TermBasis } from './basis.ts';
import { classesOf, isClass } from './pick-fact.ts';

/** The classes that the promise or the credits are told for. */
export const classesTold = (basis: TermBasis): readonly string[] =>
  classesOf([...factsOf(basis, 'availability'), ...factsOf(basis, 'credit-tier')].map(({ fact }) => fact));

/** A name of several together: each of them is under it. */
const TOGETHER = /[和与及、或&/]|\b(?:and|or)\b/iu;

const isOneOf = (name: string, names: readonly string[]): boolean => names.some((each) => isClass(each, name));

/**
 * The caps that may hold for the chosen class though their words name another: only where the text tells both as classes of the service
 * are they two. Of any other name (a case, a customer, a way of paying) nobody knows whether the class is under it.
 */
export function capsInDoubt(basis: TermBasis, caps: readonly FoundFact[]): readonly FoundFact[] {
  const { scope } = basis;
  if (scope === undefined) return [];
  const told = classesTold(basis);
  const classes = isOneOf(scope, told) ? told : classesOf(caps.map(({ fact }) => fact));
  const areTwo = (name: string): boolean =>
    isOneOf(name, classes) && isOneOf(scope, classes) && !(TOGETHER.test(name) && name.includes(scope));
  return caps.filter(({ fact }) => {
    const names = classesOf([fact]);
    return !isOneOf(scope, names) && !names.every(areTwo);
  });
}
