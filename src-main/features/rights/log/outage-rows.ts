import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import { hash } from '../../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';
import { type Month, shiftMonth } from '../../../term/calendar/civil-date.ts';
import { BEIJING, civilDaysIn, type Zone } from '../../../term/calendar/zone.ts';
import { type Stretch, stretchOf } from '../../../term/service/outages.ts';
import { monthHolding } from '../../../term/service/period.ts';
import type { Cycle } from '../../../agreement/quantity/billing-cycle.ts';
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

const packedRow = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.string().nullable(),
  // Rows that were packed before it was noted have none.
  z.boolean().nullable().optional(),
]);
type Packed = z.infer<typeof packedRow>;

const compress = promisify(gzip);

const pack = ({ from, to = from, cause, instances, exclusion, zoned }: KeptOutage): Packed => [
  from,
  to,
  cause,
  [...instances],
  exclusion ?? null,
  zoned ?? null,
];

/** By whose clock days begin, and on which day months do. */
export interface DaysBy {
  readonly zone: Zone;
  readonly cycle?: Cycle;
}

const BY_BEIJING: DaysBy = { zone: BEIJING };

/** Months that stretches lie in, by such days: each once. A moment without length lies in none that it only begins. */
export function monthsOfRows(stretches: readonly Stretch[], { zone, cycle }: DaysBy = BY_BEIJING): readonly Month[] {
  const monthsAt = (moments: readonly number[]): readonly Month[] =>
    civilDaysIn(moments, zone).map((day) => monthHolding(day, cycle));
  const ends = stretches.flatMap(({ from, to }) => (to > from ? [from, to - LEAST] : []));
  const months = new Set(monthsAt(ends));
  for (const { from, to } of stretches) {
    if (to === from) {
      const [month = '', other = month] = monthsAt([from, from - LEAST]);
      if (month === other) months.add(month);
    } else if (to - from >= SHORTEST_MONTH) {
      const [first = '', last = first] = monthsAt([from, to - LEAST]);
      for (let month = first; month < last; month = shiftMonth(month, 1)) months.add(month);
    }
  }
  return [...months];
}

/** Seconds by which an end lies after the last moment before it. */
const LEAST = 0.001;

/** Seconds of the shortest month: a stretch as long can pass over a whole one. */
const SHORTEST_MONTH = 27 * 86_400;

/** Rows in papers of many each; one paper at a time, so that whoever waits is let through between. Rows that go on are not among them. */
export async function* packedRows(
  rows: readonly KeptOutage[],
  of: Pick<KeptRows, 'log' | 'origin' | 'source'>,
): AsyncGenerator<KeptRows> {
  for (let at = 0; at < rows.length; at += ROWS_A_PAPER) {
    const part = rows.slice(at, at + ROWS_A_PAPER);
    const bytes = await compress(JSON.stringify(part.map(pack)));
    const stretches = part.map((row) => stretchOf({ from: row.from, to: row.to ?? row.from }));
    const from = stretches.reduce((first, each) => Math.min(first, each.from), Infinity);
    const to = stretches.reduce((last, each) => Math.max(last, each.to), -Infinity);
    const months = [...monthsOfRows(stretches)].sort();
    yield { ...of, count: part.length, from, to, months, packed: bytes.toString('base64') };
  }
}

/** Rows that were unpacked and whose moments were read, by what was packed: it never changes. */
const unpacked = new WeakMap<Store, Map<string, readonly RowOfMany[]>>();
/** Papers whose rows are kept at hand. */
const AT_HAND = 400;

function rowsIn(store: Store, paper: RowsPaper): readonly RowOfMany[] {
  const {
    id,
    body: { packed },
  } = paper;
  const there = unpacked.get(store) ?? new Map<string, readonly RowOfMany[]>();
  unpacked.set(store, there);
  const before = there.get(id);
  if (before) return before;
  const rows = z
    .array(packedRow)
    .parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')))
    .map((row, place): RowOfMany => ({
      id: rowId(id, place),
      body: rowOf(paper, row),
      at: stretchOf({ from: row[0], to: row[1] }),
    }));
  if (there.size >= AT_HAND) there.clear();
  there.set(id, rows);
  return rows;
}

/** Unpacks the rows of papers that were not read yet, one paper a slice; nothing where all were. */
export function* unpacking(store: Store, papers: readonly RowsPaper[]): Generator<void, void> {
  for (const paper of papers) {
    if (unpacked.get(store)?.has(paper.id) === true) continue;
    rowsIn(store, paper);
    yield;
  }
}

/** The name of a row that is no paper of its own. */
const rowId = (paper: string, place: number): string => `${paper}:${place}`;
const ROW_ID = /^(.+):(\d+)$/u;

function rowOf(
  { body: { log, origin, source } }: RowsPaper,
  [from, to, cause, instances, exclusion, zoned]: Packed,
): RowOfMany['body'] {
  return {
    from,
    to,
    cause,
    instances,
    origin,
    log,
    ...(source === undefined ? {} : { source }),
    ...(exclusion === null ? {} : { exclusion }),
    ...(zoned === null || zoned === undefined ? {} : { zoned }),
  };
}

/** One row of a paper of many: it ended, and its moments were read. */
export interface RowOfMany {
  readonly id: string;
  readonly body: KeptOutage & { readonly to: string };
  readonly at: Stretch;
}

/** The rows of a paper that are still in it. */
export function rowsOf(store: Store, paper: RowsPaper): readonly RowOfMany[] {
  const taken = new Set(paper.body.taken);
  const rows = rowsIn(store, paper);
  return taken.size === 0 ? rows : rows.filter((_row, place) => !taken.has(place));
}

/** How many rows are still in a paper. */
export const countOf = ({ body: { count, taken = [] } }: RowsPaper): number => count - taken.length;

/** Months that rows of papers lie in: those of the calendar in Beijing were worked out when the rows were kept. */
export function monthsOfMany(store: Store, papers: readonly RowsPaper[], days: DaysBy): readonly Month[] {
  const { zone, cycle = FIRST } = days;
  if (zone === BEIJING && cycle.from === 1 && cycle.before !== true) return papers.flatMap(({ body }) => body.months);
  return papers.flatMap((paper) =>
    monthsOfRows(
      rowsOf(store, paper).map(({ at }) => at),
      days,
    ),
  );
}

const FIRST: Cycle = { from: 1 };

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
  const row = paper && rowsIn(store, paper)[Number(place)];
  if (!paper || !row || paper.body.taken?.includes(Number(place)) === true) return undefined;
  return { ...row, paper, place: Number(place) };
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
