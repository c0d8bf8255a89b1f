import { typed } from '../../../assets/typed/typed-words.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Missing, missingInput, type TermStep } from '../answer.ts';
import { BEIJING, type Zone, zoneWords } from '../calendar/zone.ts';
import { decimal, type Ratio } from '../fees/exact.ts';
import type { DownRule } from './down-rule.ts';
import {
  type Counting,
  cutToPeriod,
  downByRows,
  downMinutes,
  type DownTime,
  isAboutAny,
  type MinuteCounting,
  type Outage,
  periodStretch,
  reachesInto,
  stretchOf,
} from './outages.ts';
import { type Period, periodWords } from './period.ts';
import type { Stretch } from './stretches.ts';

/**
 * How much was down: the log; minutes the person already counted; or, where the text measures by errors, the availability that the
 * provider gives. A log without a row of the period records nothing of it, unless the person says that nothing was down.
 */
export type Downtime =
  | {
      readonly outages: readonly Outage[];
      readonly counting?: MinuteCounting;
      /** The instances that the fee is for; absent: as the log names them. */
      readonly instances?: readonly string[];
      /** The person says that nothing else was down. */
      readonly complete?: true;
    }
  | { readonly minutes: number; readonly excludedMinutes?: number }
  | { readonly availability: string };

/** What was down, and what is missing for saying so. */
export interface Counted {
  readonly counted: number;
  readonly excluded: number;
  readonly recorded: boolean;
  readonly steps: readonly TermStep[];
  /** What is missing for a figure at all. */
  readonly missing?: Missing;
  /** What is missing because more instances than the log names make it less: `counted` is the most it can be. */
  readonly atMost?: Missing;
  /** What is missing because nothing was recorded of some instances: `counted` is the least it can be. */
  readonly atLeast?: Missing;
  /** How many outages of the period count, of a log: what runs into each other is one. */
  readonly outages?: number;
  /** When it was down, of a log. */
  readonly stretches?: readonly Stretch[];
  /** The same before any of its intervals or hours are counted, and whatever the period. */
  readonly down?: DownTime;
}

function refuseMinutes(given: number, total: number): never {
  throw new Refusal(
    'bad-minutes',
    sentence('term.service-level.bad-minutes', { given, total }),
    sentence('term.service-level.bad-minutes.next'),
  );
}

function ownMinutes(minutes: number, excluded: number, total: number): Counted {
  for (const given of [minutes, excluded, minutes + excluded]) {
    if (!Number.isInteger(given) || given < 0 || given > total) refuseMinutes(given, total);
  }
  const text = sentence('term.service-level.own-minutes', { minutes, excluded });
  return { counted: minutes, excluded, recorded: true, steps: [{ text, by: 'person' }] };
}

/** What a log is counted over. */
interface Over {
  readonly rows: readonly Outage[];
  readonly allOf?: readonly string[];
  readonly missing?: Missing;
  readonly atMost?: Missing;
  readonly atLeast?: Missing;
}

const namedIn = (outages: readonly Outage[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { instances = [] } of outages) for (const name of instances) names.add(name);
  return names;
};

/** Instances that are asked about and that no row of a log is about: nobody recorded anything of them. */
function neverNamed(given: readonly string[], outages: readonly Outage[]): readonly string[] {
  if (outages.length === 0) return [];
  if (outages.some(({ instances = [] }) => instances.length === 0)) return [];
  const named = namedIn(outages);
  return given.filter((name) => !named.has(name));
}

const unnamed = (names: readonly string[]): Missing =>
  missingInput('complete', sentence('term.down-rule.never-named', { names }));

/** Those of which a person says, by saying that nothing else was down, that they were up all the time. */
function wereUp({ outages, instances: given = [], complete }: Log): readonly TermStep[] {
  const names = complete === true ? neverNamed(given, outages) : [];
  return names.length === 0 ? [] : [{ text: sentence('term.down-rule.were-up', { names }), by: 'person' }];
}

/** Instances with rows that a person takes as one, where the text does not say how several are counted. */
function takenTogether({ outages, instances: given = [] }: Log, { all }: DownRule): readonly TermStep[] {
  const named = all || given.length < 2 ? new Set<string>() : namedIn(outages);
  const names = given.filter((name) => named.has(name));
  return names.length < 2 ? [] : [{ text: sentence('term.down-rule.together', { names }), by: 'person' }];
}

/** Which instances a log is counted over, or what stands in the way. */
function overInstances(
  { outages, instances: given, complete }: Extract<Downtime, { readonly outages: unknown }>,
  rule: DownRule,
): Over {
  const names = [...namedIn(outages)].sort();
  if (given === undefined) {
    if (rule.all)
      return names.length === 0
        ? { rows: outages }
        : {
            rows: outages,
            allOf: names,
            atMost: missingInput('instances', sentence('term.down-rule.all-instances', { names })),
          };
    if (names.length < 2) return { rows: outages };
    return { rows: outages, missing: missingInput('instance', sentence('term.down-rule.which-instance', { names })) };
  }
  const rows = outages.filter(isAboutAny(given));
  const absent = complete === true ? [] : neverNamed(given, outages);
  if (absent.length === given.length && absent.length > 0) return { rows, missing: unnamed(absent) };
  if (rule.all) {
    const there = given.filter((name) => !absent.includes(name));
    return { rows, allOf: there, ...(absent.length > 0 ? { atMost: unnamed(absent) } : {}) };
  }
  return { rows, ...(absent.length > 0 ? { atLeast: unnamed(absent) } : {}) };
}

/** What the same rows come to by the second, where counting by minutes makes a minute or more of difference. */
function* bySeconds(
  month: Period,
  down: DownTime,
  counting: Counting,
  counted: number,
): Generator<void, readonly TermStep[]> {
  const exact = downMinutes(yield* cutToPeriod(month, down, { ...counting, interval: 1 / 60 })).counted;
  if (Math.abs(exact - counted) < 1) return [];
  return [{ text: sentence('term.service-level.by-seconds', { exact: Math.floor(exact), counted }) }];
}

/** A log, as a period is counted by it. */
type Log = Extract<Downtime, { readonly outages: unknown }>;

function countingBy(
  minutes: MinuteCounting,
  rule: DownRule,
  { allOf, hours, zone }: Pick<Counting, 'allOf' | 'hours' | 'zone'>,
): Counting {
  return {
    minutes,
    ...(rule.interval ? { interval: rule.interval.minutes } : {}),
    ...(rule.atLeast ? { atLeast: rule.atLeast.seconds } : {}),
    ...(allOf ? { allOf } : {}),
    ...(hours ? { hours } : {}),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** What the rows of a log are when it was down by the rule, whatever the period; in slices. */
export function* downByLog(log: Log, rule: DownRule): Generator<void, DownTime> {
  const { rows, allOf } = overInstances(log, rule);
  yield;
  return yield* downByRows(rows, countingBy('whole', rule, allOf ? { allOf } : {}));
}

/** Minutes of a period, when it was down being known already; in slices. */
export function* minutesBy(
  { month, total, hours, zone }: CountedIn,
  down: DownTime,
  minutes: MinuteCounting,
  rule: DownRule,
): Generator<void, number> {
  const counting = countingBy(minutes, rule, { ...(hours ? { hours } : {}), ...(zone === undefined ? {} : { zone }) });
  return Math.min(downMinutes(yield* cutToPeriod(month, down, counting)).counted, total);
}

/** What a period is counted in. */
export interface CountedIn {
  readonly month: Period;
  /** Its minutes. */
  readonly total: number;
  /** The hours in which alone it counts, where that is not all time. */
  readonly hours?: readonly Stretch[] | undefined;
  /** By whose clock the period begins and ends; Beijing's where it is absent. */
  readonly zone?: Zone | undefined;
}

function* countLog({ month, total, hours, zone }: CountedIn, downtime: Log, rule: DownRule): Generator<void, Counted> {
  const minutes = downtime.counting ?? 'whole';
  const { rows, allOf, missing, atMost, atLeast } = overInstances(downtime, rule);
  yield;
  const counting = countingBy(minutes, rule, {
    ...(allOf ? { allOf } : {}),
    ...(hours ? { hours } : {}),
    ...(zone === undefined ? {} : { zone }),
  });
  const down = yield* downByRows(rows, counting);
  yield;
  const time = yield* cutToPeriod(month, down, counting);
  const found = downMinutes(time);
  yield;
  const counted = Math.min(found.counted, total);
  const excluded = Math.min(found.all, total) - counted;
  const words =
    minutes === 'whole' ? sentence('term.service-level.rule.whole') : sentence('term.service-level.rule.started');
  const text = sentence('term.service-level.outage-log', {
    length: rows.length,
    name: periodWords(month),
    zone: zoneWords(zone ?? BEIJING),
    rule: words,
    all: counted + excluded,
    counted,
    excluded,
  });
  const steps: readonly TermStep[] = [
    { text, by: 'person' },
    ...(rule.interval ? [] : yield* bySeconds(month, down, counting, found.counted)),
    ...wereUp(downtime),
    ...takenTogether(downtime, rule),
    ...(rule.all && allOf ? [rule.all] : []),
    ...(rule.interval ? [rule.interval.step] : []),
    ...(rule.atLeast ? [rule.atLeast.step] : []),
  ];
  // A row of another instance is a record of the month all the same: the log was kept.
  const reaches = reachesInto(periodStretch(month, zone));
  const recorded = downtime.complete === true || downtime.outages.some((row) => reaches(stretchOf(row)));
  yield;
  const lacking = rule.errors
    ? missingInput('availability', sentence('term.down-rule.errors-missing'))
    : (rule.unread?.missing ?? missing);
  return {
    counted,
    excluded,
    recorded,
    stretches: time.all,
    outages: down.counted.filter(reachesInto(periodStretch(month, zone))).length,
    down,
    steps: rule.errors ? [...steps, rule.errors] : steps,
    ...(lacking ? { missing: lacking } : {}),
    ...(atMost ? { atMost } : {}),
    ...(atLeast ? { atLeast } : {}),
  };
}

/** Counts what was down in a period, as the document defines it; each look at all rows is a slice. */
export function* countDown(period: CountedIn, downtime: Downtime, rule: DownRule): Generator<void, Counted> {
  if ('minutes' in downtime) return ownMinutes(downtime.minutes, downtime.excludedMinutes ?? 0, period.total);
  if ('outages' in downtime) return yield* countLog(period, downtime, rule);
  const text = sentence('term.service-level.own-availability', { value: downtime.availability });
  return {
    counted: 0,
    excluded: 0,
    recorded: true,
    steps: [{ text, by: 'person' }, ...(rule.errors ? [rule.errors] : [])],
  };
}

/** An availability as the provider gives it. @throws Refusal `bad-percent`. */
export function statedPercent(text: string): Ratio {
  const said = typed(text).replace(/%$/u, '').trim();
  if (/^\d{1,3}(?:\.\d{1,6})?$/u.test(said) && Number(said) <= 100) return decimal(Number(said));
  throw new Refusal(
    'bad-percent',
    sentence('term.service-level.bad-percent', { text }),
    sentence('term.service-level.bad-percent.next'),
  );
}
