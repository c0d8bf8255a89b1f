import type { Fact, FactKind, HoursValue, KnownFact, Quantity } from '../../../agreement/fact.ts';
import { sameSeverity } from '../../../agreement/quantity/severity.ts';
import { asWritten, sentence } from '../../../agreement/sentence.ts';
import { type Answer, type Understands, known, missingInput, unknown } from '../../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact } from '../../basis.ts';
import { conflict, isClass, notUnderstood } from '../../pick-fact.ts';
import type { PromisedTime } from './ticket.ts';

/** A time to respond or to restore, in minutes, hours or days of any kind; months of it are no promise that can be counted. */
export const PROMISED: Understands = {
  kinds: ['response', 'restore'],
  units: ['minute', 'hour', 'working-hour', 'day', 'working-day'],
  anchors: [],
};

/** What a fact's scope names beside the class that is asked about: its severities. */
const severitiesOf = ({ scope }: Fact | KnownFact, asked: string | undefined): readonly string[] =>
  Object.values(scope ?? {}).filter((each) => asked === undefined || !isClass(each, asked));

/** Times of tickets: one to answer a request about personal data says in its scope what it is of. */
const ofTickets = (basis: Pick<TermBasis, 'sources' | 'scope'>, ...kinds: readonly FactKind[]): readonly FoundFact[] =>
  factsOf(basis, ...kinds).filter(({ fact }) => fact.scope?.['matter'] === undefined);

/** Every severity that times or hours are told for, as written. */
export function severitiesToldFor(basis: Pick<TermBasis, 'sources' | 'scope'>): readonly string[] {
  const facts = ofTickets(basis, 'response', 'restore');
  return [...new Set(facts.flatMap(({ fact }) => severitiesOf(fact, basis.scope)))];
}

const differ = (facts: readonly FoundFact[]): boolean =>
  new Set(facts.map(({ fact }) => JSON.stringify([fact.value, fact.unit, fact.calendar ?? '']))).size > 1;

const stepsOf = (facts: readonly FoundFact[]) => facts.flatMap(({ steps }) => steps);

/** Those told for the severity; where none is, those told for none in particular. */
function ofSeverity(basis: TermBasis, kind: FactKind, severity: string | undefined): readonly FoundFact[] {
  const all = ofTickets(basis, kind);
  if (severity === undefined) return all;
  const named = all.filter(({ fact }) => severitiesOf(fact, basis.scope).some((each) => sameSeverity(each, severity)));
  return named.length > 0 ? named : all.filter(({ fact }) => severitiesOf(fact, basis.scope).length === 0);
}

/** The time that is promised for tickets of a severity. */
export function promisedTime(basis: TermBasis, kind: PromisedTime, severity: string | undefined): Answer<Quantity> {
  const all = ofTickets(basis, kind);
  if (all.length === 0) return unknown([missingFact(kind, basis)], []);
  const facts = ofSeverity(basis, kind, severity);
  const names = [...new Set(all.flatMap(({ fact }) => severitiesOf(fact, basis.scope)))];
  if (severity === undefined && differ(all)) {
    const text = sentence('term.support.severity-missing', { names });
    return unknown([missingInput('severity', text)], []);
  }
  const first = facts[0];
  if (!first) {
    const text = sentence('term.support.severity-not-told', { severity: asWritten(severity ?? ''), names });
    return unknown([{ what: 'fact', name: kind, text }], []);
  }
  if (differ(facts)) return unknown([conflict(kind, facts)], stepsOf(facts));
  const { value, unit, calendar } = first.fact;
  if (typeof value !== 'number' || !PROMISED.units.includes(unit))
    return unknown([notUnderstood(kind, facts) ?? missingFact(kind, basis)], stepsOf(facts));
  return known({ value, unit, ...(calendar === undefined ? {} : { calendar }) }, first.steps);
}

const isHours = (value: Fact['value']): value is HoursValue => typeof value === 'object' && 'spans' in value;

/** The hours in which support is given, by what the text says of them; where it says nothing of support, those of the service. */
export function supportHours(basis: TermBasis, severity: string | undefined): Answer<HoursValue> {
  for (const kind of ['support-hours', 'service-hours'] as const) {
    const facts = ofSeverity(basis, kind, severity);
    const first = facts[0];
    if (!first) continue;
    if (differ(facts)) return unknown([conflict(kind, facts)], stepsOf(facts));
    if (isHours(first.fact.value)) return known(first.fact.value, first.steps);
  }
  return unknown([missingFact('support-hours', basis)], []);
}
