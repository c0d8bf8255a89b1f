import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Answer, type TermStep, type Understands, known, missingInput, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { dayClock } from '../day-clock.ts';
import { cutOff, ratio } from '../fees/exact.ts';
import { pickQuantity, type Question } from '../pick-fact.ts';
import type { Downtime } from './count-down.ts';
import { periodStretch } from './outages.ts';
import type { Period } from './period.ts';
import { longestUnbroken } from './unbroken.ts';

/** The customer's right to end the service after an unbroken outage. */
export interface TerminationRight {
  readonly allowed: boolean;
  /** Longest unbroken counted outage of one instance in hours, cut off after two digits. */
  readonly longestHours: string;
  readonly instance?: string;
  readonly began?: string;
  readonly ended?: string;
  /** Why it was not longer: exclusions, other instances, service again. */
  readonly brokenBy: readonly Sentence[];
}

/** An unbroken outage of so many hours, days (of 24 hours) or minutes. */
export const OUTAGE_TERMINATION: Question & { readonly understands: Understands } = {
  name: 'outage-termination-hours',
  understands: {
    kinds: ['outage-termination'],
    units: ['minute', 'hour', 'day'],
    anchors: ['incident'],
    unsaid: 'incident',
  },
};

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** “More than” leaves the number itself out; without it the number is enough. */
function terminationWords(
  allowed: boolean,
  over: boolean,
  words: { readonly longestHours: string; readonly value: number },
): Sentence {
  if (over) {
    return allowed
      ? sentence('term.service-level.termination.allowed-over', words)
      : sentence('term.service-level.termination.not-over', words);
  }
  return allowed
    ? sentence('term.service-level.termination.allowed', words)
    : sentence('term.service-level.termination.not-allowed', words);
}

/** How many hours an unbroken outage has to be for the customer to end the service; absent where the text does not say. */
export function outageHours(basis: TermBasis): number | undefined {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  return needed.known ? (needed.value.value * (SECONDS[needed.value.unit] ?? 3600)) / 3600 : undefined;
}

/** Whether an outage of the period lasted long enough, of one instance and unbroken; in slices. */
export function* terminationOf(
  basis: TermBasis,
  period: Period,
  downtime: Downtime,
): Generator<void, Answer<TerminationRight>> {
  const needed = pickQuantity(basis, OUTAGE_TERMINATION);
  if (!needed.known) return needed;
  if (!('outages' in downtime)) {
    const text = sentence('term.service-level.outage-log-missing');
    return unknown([missingInput('outages', text)], needed.steps);
  }
  const { zone } = dayClock(basis);
  const run = yield* longestUnbroken(downtime.outages, periodStretch(period, zone), downtime.instances, zone);
  const { value, unit, over } = needed.value;
  const wanted = value * (SECONDS[unit] ?? 3600);
  // Whole milliseconds, as outages are kept: a sum of parts of a second is not exact, and a right may hang on one.
  const [lasted, needs] = [Math.round(run.seconds * 1000), Math.round(wanted * 1000)];
  const allowed = over === true ? lasted > needs : lasted >= needs;
  const longestHours = cutOff(ratio(BigInt(lasted), 3_600_000n), 2);
  const words = { longestHours, value: Number((wanted / 3600).toFixed(2)) };
  const text = terminationWords(allowed, over === true, words);
  const { instance, from, to, brokenBy } = run;
  const right = {
    allowed,
    longestHours,
    brokenBy: allowed ? [] : brokenBy,
    ...(instance === undefined ? {} : { instance }),
    ...(from === undefined ? {} : { began: from }),
    ...(to === undefined ? {} : { ended: to }),
  };
  return known(right, [...needed.steps, { text }, ...right.brokenBy.map((each): TermStep => ({ text: each }))]);
}
