import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { KeptLog, LogChoicesInput, logCalls, LogSort, LogView } from '../../../contract/rights/service.ts';
import { printOf, type ReadLog, type SaidOfLog } from '../../../kernel/logs/log-job.ts';
import { withoutAbsent } from '../../../kernel/without-absent.ts';
import type { ChosenFile, Ports } from '../../../kernel/ports.ts';
import { putSetting, readSetting } from '../../../kernel/papers/settings.ts';
import { zoneWords } from '../../../term/calendar/zone.ts';
import { unknownColumns } from '../../../term/service/outage-log.ts';
import { outageKey } from '../outage-records.ts';
import { ticketKey } from '../tickets/ticket-records.ts';
import { inSlices } from './in-slices.ts';
import { LOG_COLUMNS, withSaid } from './log-columns.ts';

/** Rows that are shown before any is kept. */
const SHOWN = 200;

/** A log that was read and waits for the person's word. */
interface Waiting {
  readonly token: string;
  readonly of: LogSort;
  readonly file?: ChosenFile;
  readonly text?: string;
  readonly log: ReadLog;
  /** What the person said of it here, to be remembered. */
  readonly said: boolean;
}

type LogCalls = Handlers<Omit<typeof logCalls, 'rights.removeLog'>>;

/** What is kept of a log, and by whose file it came. */
export interface LogToKeep {
  readonly log: ReadLog;
  readonly file: ChosenFile | undefined;
  /** What else is written with it. */
  readonly also: () => void;
}

/** What an agreement already has of a sort of log, and how more of it is kept. */
export interface LogKeeper {
  /** Keys of the rows that are there, slice by slice. */
  readonly known: (agreementId: string, of: LogSort) => Generator<void, ReadonlySet<string>>;
  readonly keep: (agreementId: string, log: LogToKeep) => Promise<KeptLog> | KeptLog;
  /** The zone that times without one are read in. */
  readonly zone: (agreementId: string) => string | undefined;
}

/** Reading a log before any of it is kept: columns, zone and rows as they were read, then one word of the person. */
export function logHandlers(ports: Ports, { known, keep, zone }: LogKeeper): LogCalls {
  const { store, files } = ports;
  let waiting: Waiting | undefined;

  return {
    'rights.readLog': async ({ agreementId, text, of = 'outages' }) => {
      if (text !== undefined) return shown(agreementId, await read(agreementId, { of, text }));
      const [file] = await files.choose({
        title:
          of === 'tickets'
            ? sentence('rights.ticket.choose-file')
            : sentence('rights.outages.outage-handlers.rights-import-outages.title'),
        extensions: ['csv', 'tsv', 'txt', 'xlsx'],
      });
      return file && shown(agreementId, await read(agreementId, { of, file }));
    },

    'rights.rereadLog': async ({ agreementId, token, choices, encoding }) => {
      const { of, file, text } = waitingFor(token);
      const from = { of, ...(file ? { file } : {}), ...(text === undefined ? {} : { text }) };
      return shown(agreementId, await read(agreementId, from, withoutAbsentChoices(choices), encoding));
    },

    'rights.keepLog': async ({ agreementId, token }) => {
      const { of, file, log, said } = waitingFor(token);
      if (log.shape === undefined) throw unknownColumns(log.headings);
      const kept = await keep(agreementId, {
        log,
        file,
        also: () => {
          const before = readSetting(store, LOG_COLUMNS);
          if (said) putSetting(ports, LOG_COLUMNS, withSaid(before, printOf(of, log.print), log.choices));
        },
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
    agreementId: string,
    { of, file, text }: { readonly of: LogSort; readonly file?: ChosenFile; readonly text?: string },
    choices?: SaidOfLog,
    encoding?: string,
  ): Promise<Waiting> {
    const inZone = zone(agreementId);
    const log = await ports.readLog({
      of,
      said: readSetting(store, LOG_COLUMNS)?.said ?? {},
      ...(file ? { bytes: file.bytes } : {}),
      ...(text === undefined ? {} : { text }),
      ...(choices ? { choices } : {}),
      ...(encoding === undefined ? {} : { encoding }),
      ...(inZone === undefined ? {} : { zone: inZone }),
    });
    waiting = {
      token: ports.newId(),
      of,
      log,
      said: choices !== undefined,
      ...(file ? { file } : {}),
      ...(text === undefined ? {} : { text }),
    };
    return waiting;
  }

  async function shown(agreementId: string, { token, of, file, log, said }: Waiting): Promise<LogView> {
    const counted = await inSlices(ports, countKnown(log, known(agreementId, of)));
    const { shape, headings, map, unused, zones, rows, tickets, refused, remarks, up, aside, ...asks } = log;
    const { asksOrder, asksTwelve, choices } = asks;
    const inZone = zone(agreementId);
    return {
      token,
      of,
      headings,
      map,
      zones,
      asksOrder,
      asksTwelve,
      unused,
      remarks: remarks.slice(0, SHOWN),
      remembered: !said && Object.keys(choices).length > 0,
      rows: rows.slice(0, SHOWN),
      tickets: tickets.slice(0, SHOWN),
      refused: refused.slice(0, SHOWN).map(({ line, why }) => ({ line, why })),
      count: { rows: rows.length + tickets.length, refused: refused.length, up, aside, ...counted },
      ...(file ? { name: file.name } : {}),
      ...(log.encoding === undefined ? {} : { encoding: log.encoding }),
      ...(shape === undefined ? {} : { shape }),
      ...(choices.order === undefined ? {} : { order: choices.order }),
      ...(choices.twelve === undefined ? {} : { twelve: choices.twelve }),
      ...(choices.zone === undefined ? {} : { zone: choices.zone }),
      ...(inZone === undefined ? {} : { agreementZone: zoneWords(inZone), clock: inZone }),
    };
  }
}

const withoutAbsentChoices = ({ map, ...others }: LogChoicesInput): SaidOfLog => ({
  ...(Object.keys(map).length === 0 ? {} : { map: withoutAbsent(map) }),
  ...withoutAbsent(others),
});

/** Rows looked at before the one who waits is let through. */
const SLICE = 500;

function* countKnown(
  { rows, tickets }: ReadLog,
  keys: Generator<void, ReadonlySet<string>>,
): Generator<void, { readonly known: number; readonly ongoing: number }> {
  const there = yield* keys;
  let [known, ongoing] = [0, 0];
  for (const [index, row] of rows.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    if (row.to === undefined) ongoing += 1;
    if (there.has(outageKey(row))) known += 1;
  }
  for (const [index, ticket] of tickets.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    if (ticket.restored === undefined) ongoing += 1;
    if (there.has(ticketKey(ticket))) known += 1;
  }
  return { known, ongoing };
}
