import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { LogChoicesInput, logCalls, LogView } from '../../../contract/rights/service.ts';
import { withoutAbsent } from '../../../kernel/without-absent.ts';
import type { ChosenFile, Ports } from '../../../kernel/ports.ts';
import { putSetting, readSetting } from '../../../kernel/papers/settings.ts';
import { headingPrint, likelyHeading } from '../../../term/service/log/columns.ts';
import type { LogChoices, LogReading } from '../../../term/service/log/log-reading.ts';
import { readingLog } from '../../../term/service/log/read-log.ts';
import { unknownColumns } from '../../../term/service/outage-log.ts';
import { outageKey } from '../outage-records.ts';
import { inSlices } from './in-slices.ts';
import { LOG_COLUMNS, withSaid } from './log-columns.ts';
import { type LogFile, openingLog, openingText } from './log-file.ts';

/** Rows that are shown before any is kept. */
const SHOWN = 200;

/** A log that was read and waits for the person's word. */
interface Waiting {
  readonly token: string;
  readonly file?: ChosenFile;
  readonly opened: LogFile;
  readonly reading: LogReading;
  readonly choices: LogChoices;
  /** What the person said of it here, to be remembered. */
  readonly said: boolean;
}

type LogCalls = Handlers<Omit<typeof logCalls, 'rights.removeLog'>>;

/** What the log of an agreement already has, and how more of it is kept. */
export interface LogKeeper {
  /** Keys of the rows that are there. */
  readonly known: (agreementId: string) => ReadonlySet<string>;
  readonly keep: (
    agreementId: string,
    rows: LogReading['rows'],
    file: ChosenFile | undefined,
    also: () => void,
  ) => ReturnType<LogCalls['rights.keepLog']>;
}

/** Reading a log before any of it is kept: columns, zone and rows as they were read, then one word of the person. */
export function logHandlers(ports: Ports, { known, keep }: LogKeeper): LogCalls {
  const { store, files } = ports;
  let waiting: Waiting | undefined;

  return {
    'rights.readLog': async ({ agreementId, text }) => {
      if (text !== undefined) {
        return shown(agreementId, await read(await inSlices(ports, openingText(text)), undefined, undefined));
      }
      const [file] = await files.choose({
        title: sentence('rights.outages.outage-handlers.rights-import-outages.title'),
        extensions: ['csv', 'tsv', 'txt', 'xlsx'],
      });
      if (!file) return undefined;
      return shown(agreementId, await read(await inSlices(ports, openingLog(file.bytes)), file, undefined));
    },

    'rights.rereadLog': async ({ agreementId, token, choices, encoding }) => {
      const { file, opened } = waitingFor(token);
      const again = file && encoding !== undefined ? await inSlices(ports, openingLog(file.bytes, encoding)) : opened;
      return shown(agreementId, await read(again, file, choices));
    },

    'rights.keepLog': ({ agreementId, token }) => {
      const { file, reading, choices, said } = waitingFor(token);
      if (reading.shape === undefined) throw unknownColumns(reading.headings);
      const kept = keep(agreementId, reading.rows, file, () => {
        if (said) putSetting(ports, LOG_COLUMNS, withSaid(readSetting(store, LOG_COLUMNS), reading.print, choices));
      });
      waiting = undefined;
      return kept;
    },
  };

  function waitingFor(token: string): Waiting {
    if (waiting?.token === token) return waiting;
    throw new Refusal('log-gone', sentence('rights.log.gone'), sentence('rights.log.gone.next'));
  }

  async function read(
    opened: LogFile,
    file: ChosenFile | undefined,
    given: LogChoicesInput | undefined,
  ): Promise<Waiting> {
    const choices = given ? withoutAbsentChoices(given) : remembered(opened);
    const reading = await inSlices(ports, readingLog(opened.table, choices ?? {}));
    waiting = {
      token: ports.newId(),
      opened,
      reading,
      choices: choices ?? {},
      said: given !== undefined,
      ...(file ? { file } : {}),
    };
    return waiting;
  }

  /** What was said of a log with these headings: the columns that it was found by, or its widest row. */
  function remembered({ table }: LogFile): LogChoices | undefined {
    const said = readSetting(store, LOG_COLUMNS)?.said ?? {};
    for (const { cells } of table.slice(0, 20)) {
      const before = said[headingPrint(cells)];
      if (before) return before;
    }
    return said[headingPrint(likelyHeading(table)?.headings ?? [])];
  }

  async function shown(
    agreementId: string,
    { token, file, opened, reading, choices, said }: Waiting,
  ): Promise<LogView> {
    const there = known(agreementId);
    const counted = await inSlices(ports, countKnown(reading, there));
    const { shape, headings, map, unused, zones, rows, refused, remarks, up, aside, asksOrder, asksTwelve } = reading;
    return {
      token,
      headings,
      map,
      zones,
      asksOrder,
      asksTwelve,
      unused,
      remarks: remarks.slice(0, SHOWN),
      remembered: !said && Object.keys(choices).length > 0,
      rows: rows.slice(0, SHOWN),
      refused: refused.slice(0, SHOWN).map(({ line, why }) => ({ line, why })),
      count: { rows: rows.length, refused: refused.length, up, aside, ...counted },
      ...(file ? { name: file.name } : {}),
      ...(opened.encoding === undefined ? {} : { encoding: opened.encoding }),
      ...(shape === undefined ? {} : { shape }),
      ...(choices.order === undefined ? {} : { order: choices.order }),
      ...(choices.twelve === undefined ? {} : { twelve: choices.twelve }),
      ...(choices.zone === undefined ? {} : { zone: choices.zone }),
    };
  }
}

const withoutAbsentChoices = ({ map, ...others }: LogChoicesInput): LogChoices => ({
  ...(Object.keys(map).length === 0 ? {} : { map: withoutAbsent(map) }),
  ...withoutAbsent(others),
});

/** Rows looked at before the one who waits is let through. */
const SLICE = 500;

function* countKnown(
  { rows }: LogReading,
  there: ReadonlySet<string>,
): Generator<void, { readonly known: number; readonly ongoing: number }> {
  let [known, ongoing] = [0, 0];
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    if (row.to === undefined) ongoing += 1;
    if (there.has(outageKey(row))) known += 1;
  }
  return { known, ongoing };
}
