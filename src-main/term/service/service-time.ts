import type { HoursValue } from '../../agreement/fact.ts';
import { type Answer, type TermStep, type Unknown, known, unknown } from '../answer.ts';
import { type FoundFact, type TermBasis, factsOf, missingFact } from '../basis.ts';
import { conflict, inScope } from '../pick-fact.ts';
import type { DownRule } from './down-rule.ts';
import { isRoundTheClock, type RunningHours, runningHours } from './hours.ts';
import { periodStretch } from './outages.ts';
import type { Period } from './period.ts';
import { lengthOf } from './stretches.ts';
import { workingDaysOf } from './working-days.ts';

/** The hours of a period in which alone the service is measured. */
export interface ServiceTime extends RunningHours {
  /** Minutes of them: in any case, and at most where a calendar is missing. */
  readonly leastMinutes: number;
  readonly mostMinutes: number;
}

const isHours = (value: FoundFact['fact']['value']): value is HoursValue =>
  typeof value === 'object' && 'spans' in value;

const saidByPerson = ({ fact }: FoundFact): boolean => 'from' in fact && fact.from.by === 'person';

/**
 * The time that availability is measured in, where that is not all of it: the text says that only its hours count, or a person said
 * which they are. Absent where it is measured around the clock.
 */
export function serviceTime(basis: TermBasis, period: Period, rule: DownRule): Answer<ServiceTime> | undefined {
  const all = inScope(factsOf(basis, 'service-hours'), basis.scope);
  if (!rule.hours && !all.some(saidByPerson)) return undefined;
  const facts = all.length > 0 ? all : inScope(factsOf(basis, 'support-hours'), basis.scope);
  const rest: readonly TermStep[] = rule.hours ? [rule.hours] : [];
  const steps = [...rest, ...facts.flatMap((each) => each.steps)];
  const value = facts[0]?.fact.value;
  if (value === undefined || !isHours(value)) return unknown([missingFact('service-hours', basis)], steps);
  if (new Set(facts.map(({ fact }) => JSON.stringify(fact.value))).size > 1)
    return unknown([conflict('service-hours', facts)], steps);
  if (isRoundTheClock(value)) return undefined;
  const working = workingDaysOf(basis, facts[0]?.fact.calendar);
  const running = runningHours(value, periodStretch(period, working.zone), working);
  return known(
    { ...running, leastMinutes: lengthOf(running.least) / 60, mostMinutes: lengthOf(running.most) / 60 },
    steps,
  );
}

/** Why the hours of a period are not known; absent where they are, or where all time counts. */
export function hoursUnknown(time: Answer<ServiceTime> | undefined): Unknown | undefined {
  if (!time) return undefined;
  if (!time.known) return time;
  return time.value.missing.length === 0 ? undefined : unknown(time.value.missing, time.steps);
}
