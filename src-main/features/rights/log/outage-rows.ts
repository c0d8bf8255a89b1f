import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import { hash } from '../../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';
import { addDays, civilDateAt, instantSeconds, lastDayOf, type Month } from '../../../term/calendar/civil-date.ts';
import type { Stretch } from '../../../term/service/outages.ts';
import type { KeptOutage } from './kept-outage.ts';

/**
 * Many rows of one log as one paper. A row that is changed, left out of the count or removed is taken out of it in the same act and
 * becomes a paper of its own; what is in it never changes.
 */
export interface KeptRows {
  readonly log: string;
  readonly origin: 'paste' | 'file';
  readonly source?: string;
  readonly count: number;
  /** Seconds since 1970: the first beginning, the last end. */
  readonly from: number;
  readonly to: number;
  /** Months that a row of it lies in. */
  readonly months: readonly Month[];
  /** The rows, as `Packed` in JSON, compressed, in base64. */
  readonly packed: string;
  /** Places of rows that were taken out. */
  readonly taken?: readonly number[];
}

export type RowsPaper = Paper<KeptRows, 'kept'>;

export const OUTAGE_ROWS: PaperKind<KeptRows, 'kept'> = {
  name: PAPERS.rights.outageRows,
  noun: sentence('rights.outage-records.rows-noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      log: z.string(),
      origin: z.enum(['paste', 'file']),
      source: hash.exactOptional(),
      count: z.number(),
      from: z.number(),
      to: z.number(),
      months: z.array(z.string()),
      packed: z.string(),
      taken: z.array(z.number()).exactOptional(),
    }),
  ),
};

export const rowsPapers = (store: Store): Repository<KeptRows, 'kept'> => repository(store, OUTAGE_ROWS);

/** A log with at least so many rows is kept in papers of many rows. */
export const MANY_ROWS = 1000;
/** Rows in one of them: unpacked in a few milliseconds. */
const ROWS_A_PAPER = 1000;

const packedRow = z.tuple([z.string(), z.string(), z.string(), z.array(z.string()), z.string().nullable()]);
type Packed = z.infer<typeof packedRow>;

const compress = promisify(gzip);

const pack = ({ from, to = from, cause, instances, exclusion }: KeptOutage): Packed => [
  from,
  to,
  cause,
  [...instances],
  exclusion ?? null,
];

/** Months that a stretch lies in, by the days of Beijing. */
export function monthsOfRow({ from, to }: { readonly from: string; readonly to: string }): readonly Month[] {
  const last = civilDateAt(new Date(instantSeconds(to) * 1000 - 1).toISOString());
  const months: Month[] = [];
  for (let day = civilDateAt(from); day <= last; day = addDays(lastDayOf(day.slice(0, 7)), 1))
    months.push(day.slice(0, 7));
  return months;
}

/** Rows in papers of many each; one paper at a time, so that whoever waits is let through between. Rows that go on are not among them. */
export async function* packedRows(
  rows: readonly KeptOutage[],
  of: Pick<KeptRows, 'log' | 'origin' | 'source'>,
): AsyncGenerator<KeptRows> {
  for (let at = 0; at < rows.length; at += ROWS_A_PAPER) {
    const part = rows.slice(at, at + ROWS_A_PAPER);
    const bytes = await compress(JSON.stringify(part.map(pack)));
    const months = new Set<Month>();
    let [from, to] = [Infinity, -Infinity];
    for (const row of part) {
      const end = row.to ?? row.from;
      from = Math.min(from, instantSeconds(row.from));
      to = Math.max(to, instantSeconds(end));
      for (const month of monthsOfRow({ from: row.from, to: end })) months.add(month);
    }
    yield { ...of, count: part.length, from, to, months: [...months].sort(), packed: bytes.toString('base64') };
  }
}

/** Rows that were unpacked, by what was packed: it never changes. */
const unpacked = new WeakMap<Store, Map<string, readonly Packed[]>>();
/** Papers whose rows are kept at hand. */
const AT_HAND = 400;

function rowsIn(store: Store, { id, body: { packed } }: RowsPaper): readonly Packed[] {
  const there = unpacked.get(store) ?? new Map<string, readonly Packed[]>();
  unpacked.set(store, there);
  const before = there.get(id);
  if (before) return before;
  const rows = z.array(packedRow).parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')));
  if (there.size >= AT_HAND) there.clear();
  there.set(id, rows);
  return rows;
}

/** The name of a row that is no paper of its own. */
const rowId = (paper: string, place: number): string => `${paper}:${place}`;
const ROW_ID = /^(.+):(\d+)$/u;

function rowOf(
  { body: { log, origin, source } }: RowsPaper,
  [from, to, cause, instances, exclusion]: Packed,
): KeptOutage {
  return {
    from,
    to,
    cause,
    instances,
    origin,
    log,
    ...(source === undefined ? {} : { source }),
    ...(exclusion === null ? {} : { exclusion }),
  };
}

export interface RowOfMany {
  readonly id: string;
  readonly body: KeptOutage;
}

/** The rows of a paper that are still in it. */
export function rowsOf(store: Store, paper: RowsPaper): readonly RowOfMany[] {
  const taken = new Set(paper.body.taken);
  return rowsIn(store, paper).flatMap((row, place) =>
    taken.has(place) ? [] : [{ id: rowId(paper.id, place), body: rowOf(paper, row) }],
  );
}

/** How many rows are still in a paper. */
export const countOf = ({ body: { count, taken = [] } }: RowsPaper): number => count - taken.length;

/** Whether a row of the paper can lie in a time. */
export const reachesInto = ({ body: { from, to } }: RowsPaper, time: Stretch): boolean =>
  from < time.to && to > time.from;

/** A row by its name; absent where that names none that is still in its paper. */
export function rowOfMany(
  store: Store,
  id: string,
): (RowOfMany & { readonly paper: RowsPaper; readonly place: number }) | undefined {
  const [, paperId = '', place = ''] = ROW_ID.exec(id) ?? [];
  const paper = paperId === '' ? undefined : rowsPapers(store).get(paperId);
  const packed = paper && rowsIn(store, paper)[Number(place)];
  if (!paper || !packed || paper.body.taken?.includes(Number(place)) === true) return undefined;
  return { id, body: rowOf(paper, packed), paper, place: Number(place) };
}

/** Takes a row out of its paper; call it inside the act that makes it a paper of its own. */
export function takeOut(
  store: Store,
  { paper, place }: { readonly paper: RowsPaper; readonly place: number },
  at: string,
): void {
  const { id, subject, body } = paper;
  const taken = [...(body.taken ?? []), place].sort((a, b) => a - b);
  rowsPapers(store).put(
    { id, state: 'kept', body: { ...body, taken }, ...(subject === undefined ? {} : { subject }) },
    at,
  );
}
