import { givenByEach } from '../../agreement/at-once.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { coveredByInstance, isAbout, merge, type Outage, type Stretch, stretchOf } from './outages.ts';
import { BEIJING, type Zone } from '../calendar/zone.ts';
import { momentAt } from './log/fractions.ts';
import { wallClock } from './wall-clock.ts';

/** The longest unbroken outage of one instance, and what broke it. */
export interface Unbroken {
  readonly seconds: number;
  /** The instance; absent where no row names one. */
  readonly instance?: string;
  readonly from?: string;
  readonly to?: string;
  /** It goes on. */
  readonly ongoing?: true;
  readonly brokenBy: readonly Sentence[];
}

/** What comes so soon after a run would have made it longer, had nothing broken it. */
const NEAR = 24 * 3600;

/** The instances that rows name; one without a name where none does. */
function names(outages: readonly Outage[], chosen: readonly string[] | undefined): readonly (string | undefined)[] {
  if (chosen !== undefined) return chosen;
  const named = new Set<string>();
  for (const { instances = [] } of outages) for (const name of instances) named.add(name);
  return named.size === 0 ? [undefined] : [...named];
}

const longest = (runs: readonly Stretch[]): Stretch | undefined =>
  runs.reduce<Stretch | undefined>(
    (best, run) => (best && best.to - best.from >= run.to - run.from ? best : run),
    undefined,
  );

/** Why a run did not go on: an exclusion, another instance, service again. */
function* breaks(
  run: Stretch,
  name: string | undefined,
  outages: readonly Outage[],
  zone: Zone,
): Generator<void, readonly Sentence[]> {
  const mine = (row: Outage): boolean => name === undefined || isAbout(row, name);
  const touches = (row: Outage): boolean => {
    const { from, to } = stretchOf(row);
    return from <= run.to && to >= run.from;
  };
  const touching = yield* givenByEach(outages, (row) => (touches(row) ? row : undefined));
  const excluded = touching.filter((row) => row.exclusion !== undefined && mine(row));
  const others = touching.filter((row) => row.exclusion === undefined && !mine(row));
  const soon = yield* givenByEach(outages, (row) => {
    const { from, to } = stretchOf(row);
    return from > run.to && from - run.to <= NEAR && row.exclusion === undefined && mine(row)
      ? { from, to }
      : undefined;
  });
  const next = merge(soon)[0];
  const filled = excluded.some((row) => stretchOf(row).from <= run.to && stretchOf(row).to > run.to);
  return [
    ...excluded.map((row) => {
      const { from, to } = stretchOf(row);
      const item = row.exclusion?.item ?? '';
      return sentence('term.unbroken.excluded', { from: wallClock(from, zone), to: wallClock(to, zone), item });
    }),
    ...others.map(({ instances = [] }) => sentence('term.unbroken.other-instance', { instances: [...instances] })),
    ...(next && !filled
      ? [sentence('term.unbroken.service-again', { from: wallClock(run.to, zone), to: wallClock(next.from, zone) })]
      : []),
  ];
}

/**
 * The longest unbroken stretch of counted outage of any one instance that reaches into a time, however far it reaches out of it: two
 * instances that were down one after the other are none. In slices.
 * @param chosen the instances that are asked about; absent: all that rows name
 */
export function* longestUnbroken(
  outages: readonly Outage[],
  time: Stretch,
  chosen?: readonly string[],
  zone: Zone = BEIJING,
): Generator<void, Unbroken> {
  const reaches = ({ from, to }: Stretch): boolean => from < time.to && to > time.from;
  const counted = outages.filter(({ exclusion }) => exclusion === undefined);
  let best: { readonly run: Stretch; readonly name: string | undefined } | undefined;
  yield;
  const coveredBy = yield* coveredByInstance(counted);
  for (const name of names(counted, chosen)) {
    const covered = name === undefined ? merge(yield* givenByEach(counted, stretchOf)) : coveredBy(name);
    const run = longest(covered.filter(reaches));
    yield;
    if (run && (!best || run.to - run.from > best.run.to - best.run.from)) best = { run, name };
  }
  if (!best) return { seconds: 0, brokenBy: [] };
  const { run, name } = best;
  const ongoing = counted.some(
    (row) => row.ongoing === true && stretchOf(row).to === run.to && (name === undefined || isAbout(row, name)),
  );
  return {
    seconds: run.to - run.from,
    from: momentAt(run.from),
    to: momentAt(run.to),
    brokenBy: yield* breaks(run, name, outages, zone),
    ...(name === undefined ? {} : { instance: name }),
    ...(ongoing ? { ongoing: true as const } : {}),
  };
}
