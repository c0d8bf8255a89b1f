import { readFile } from 'node:fs/promises';
import { Refusal } from '../agreement/refusal.ts';
import { say, sentence } from '../agreement/sentence.ts';
import { atOnce } from '../agreement/at-once.ts';
import { openingLog } from '../kernel/logs/log-file.ts';
import type { LogReading } from '../term/service/log/log-reading.ts';
import { exactSeconds } from '../term/service/log/fractions.ts';
import type { Stretch } from '../term/service/stretches.ts';
import { BEIJING, type Zone, zoneWords } from '../term/calendar/zone.ts';
import { readLog } from '../term/service/log/read-log.ts';
import { wholeLog } from '../term/service/outage-log.ts';
import type { ServiceMonth } from '../term/service/service-level.ts';
import type { CommandContext } from './command.ts';
import { checkMapped, logChoices } from './log-map.ts';

async function logBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Refusal(
      'file-not-readable',
      sentence('cli.sla.file-not-readable', { path }),
      sentence('cli.sla.file-not-readable.next'),
      { cause: error },
    );
  }
}

/** A log as it was read, and in which encoding. */
type SlaLog = LogReading & { readonly encoding?: string };

/** Where times are read that name no zone, where that is not Beijing. */
export const assumedIn = (zone: Zone): { readonly assumed?: string } => (zone === BEIJING ? {} : { assumed: zone });

/** The log of the command, as it was read; taken whole or not at all. */
export async function logOf(
  path: string,
  given: { readonly map?: string; readonly encoding?: string },
  zone: Zone,
): Promise<SlaLog> {
  const { table, encoding } = atOnce(openingLog(await logBytes(path), given.encoding));
  const choices = { ...logChoices(given.map), ...assumedIn(zone) };
  const read = readLog(table, choices);
  if (read.shape !== undefined) checkMapped(choices, read);
  const reading = wholeLog(read, table.length === 0);
  return { ...reading, ...(encoding === undefined ? {} : { encoding }) };
}

/** Instances that the log does not name, where it names any. */
const notInLog = (names: readonly string[], rows: LogReading['rows']): readonly string[] => {
  const named = new Set(rows.flatMap(({ instances = [] }) => instances));
  return named.size === 0 ? [] : names.filter((name) => !named.has(name));
};

/**
 * Refuses (`no-such-instance`) an instance that no row names. Where all must be down together, or nothing else was down, those that never
 * were belong to the count, but not without any that was: a name that the log does not know may be misspelt.
 */
export function checkInstances(
  { downtime }: Pick<ServiceMonth, 'downtime'>,
  log: LogReading | undefined,
  together: boolean,
): void {
  if (!('outages' in downtime)) return;
  const names = downtime.instances ?? [];
  const missing = notInLog(names, log?.rows ?? []);
  const isOfOthersToo = together || downtime.complete === true;
  if (missing.length === 0 || (isOfOthersToo && missing.length < names.length)) return;
  const there = [...new Set((log?.rows ?? []).flatMap(({ instances = [] }) => instances))].sort();
  throw new Refusal(
    'no-such-instance',
    sentence('cli.sla.no-such-instance', { names: missing }),
    downtime.complete === true
      ? sentence('cli.sla.no-such-instance.complete', { names: there })
      : sentence('cli.sla.no-such-instance.next', { names: there }),
  );
}

/** How the log was read, for scripts. */
export function logFields(
  { rows, shape, map, unused, zones, up, remarks, encoding }: SlaLog,
  { language }: CommandContext,
) {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    shape: shape ?? 'none',
    map,
    unused,
    zones,
    up,
    remarks: remarks.map(({ line, text }) => ({ line, text: say(text, language) })),
    rows: rows.map(({ line, from, to, instances = [], exclusion }) => ({
      line,
      from,
      to: to ?? 'ongoing',
      instances,
      excluded: exclusion?.item ?? 'none',
    })),
  };
}

/** Whether any of a row's time counts as down; so it does where that is not told. */
function isDown(down: readonly Stretch[] | undefined, from: string, to: string | undefined): boolean {
  const [begins, ends] = [exactSeconds(from), to === undefined ? Infinity : exactSeconds(to)];
  return down === undefined || down.some((stretch) => stretch.from < ends && stretch.to > begins);
}

/** The same for a person. */
export function printLog(
  { language, print }: CommandContext,
  { rows, zones, unused, up, remarks }: LogReading,
  { zone, down }: { readonly zone: Zone; readonly down?: readonly Stretch[] },
): void {
  print('');
  if ((zones.assumed ?? 0) > 0)
    print(say(sentence('cli.sla.zone-assumed', { count: zones.assumed ?? 0, zone: zoneWords(zone) }), language));
  for (const { line, from, to, instances = [], exclusion } of rows) {
    const said = {
      line,
      from,
      to: to ?? sentence('cli.sla.ongoing'),
      instances: instances.length === 0 ? '—' : [...instances],
      counted: exclusion
        ? sentence('cli.sla.row-excluded', { item: exclusion.item })
        : isDown(down, from, to)
          ? sentence('cli.sla.row-counted')
          : sentence('cli.sla.row-not-counted'),
    };
    print(say(sentence('cli.sla.row', said), language));
  }
  if (up > 0) print(say(sentence('cli.sla.rows-up', { up }), language));
  for (const { text } of remarks) print(say(text, language));
  if (unused.length > 0) print(say(sentence('cli.sla.columns-unused', { headings: [...unused] }), language));
}
