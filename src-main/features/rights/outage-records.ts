import { z } from 'zod';
import { sortedInSlices } from '../../agreement/at-once.ts';
import { sentence } from '../../agreement/sentence.ts';
import { hash } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Ports } from '../../kernel/ports.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';
import type { Month } from '../../term/calendar/civil-date.ts';
import type { TermBasis } from '../../term/basis.ts';
import { dayClock } from '../../term/day-clock.ts';
import { billingCycle } from '../../term/service/billing-cycle.ts';
import { exactSeconds } from '../../term/service/log/fractions.ts';
import { knownUntil, type RecordedOutage, type Stretch, stretchOf } from '../../term/service/outages.ts';
import type { KeptOutage } from './log/kept-outage.ts';
import {
  countOf,
  type DaysBy,
  monthsOfMany,
  monthsOfRows,
  reachesInto,
  rowsOf,
  type RowsPaper,
  rowsPapers,
  unpacking,
} from './log/outage-rows.ts';

export type { KeptOutage } from './log/kept-outage.ts';

export type KeptOutagePaper = Paper<KeptOutage, 'kept'>;

/** A row as the calculation and the screens take it: what goes on is known until now. */
export interface OutagePaper {
  readonly id: string;
  readonly body: Omit<KeptOutage, 'to'> & { readonly to: string; readonly ongoing?: true };
  /** `from` and `to` of its body in seconds. */
  readonly at: Stretch;
}

export const OUTAGE: PaperKind<KeptOutage, 'kept'> = {
  name: PAPERS.rights.outage,
  noun: sentence('rights.outage-records.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      from: z.string(),
      to: z.string().exactOptional(),
      zoned: z.boolean().exactOptional(),
      cause: z.string(),
      instances: z.array(z.string()),
      exclusion: z.string().exactOptional(),
      origin: z.enum(['manual', 'paste', 'file']),
      source: hash.exactOptional(),
      log: z.string().exactOptional(),
    }),
  ),
  called: ({ body }) => `${body.from.slice(0, 16).replace('T', ' ')} ${body.cause}`.trim(),
  removal: {
    what: 'outage',
    entries: { removed: 'outage-removed', restored: 'outage-restored' },
    entry: ({ subject, body }) => ({ subject: `agreement:${subject ?? ''}`, payload: { rows: [outageEntry(body)] } }),
    changed: ['rights', 'agenda'],
  },
};

/** A log that was taken over as a whole, and can be removed so. */
export interface KeptLogPaper {
  readonly name?: string;
  readonly source?: string;
  /** How many rows of it are kept. */
  readonly rows: number;
  /** It is a log of tickets; absent: of outages. */
  readonly of?: 'tickets';
}

export const OUTAGE_LOG: PaperKind<KeptLogPaper, 'kept'> = {
  name: PAPERS.rights.outageLog,
  noun: sentence('rights.outage-records.log-noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      name: z.string().exactOptional(),
      source: hash.exactOptional(),
      rows: z.number(),
      of: z.literal('tickets').exactOptional(),
    }),
  ),
  called: ({ body }) => body.name,
  removal: {
    what: 'outage-log',
    entries: { removed: 'outage-removed', restored: 'outage-restored' },
    entry: ({ subject, body }) => ({
      subject: `agreement:${subject ?? ''}`,
      payload: { log: body.name ?? 'pasted', rows: body.rows },
    }),
    changed: ['rights', 'agenda'],
  },
};

export const logPapers = (store: Store): Repository<KeptLogPaper, 'kept'> => repository(store, OUTAGE_LOG);

/** Ids of the logs of an agreement that are on the lists: rows of one that was removed are not. */
const logsOf = (store: Store, agreementId: string): ReadonlySet<string> =>
  new Set(
    logPapers(store)
      .list({ about: agreementId })
      .map(({ id }) => id),
  );

/** Rows of an agreement that are papers of their own. */
function singleOutages(store: Store, agreementId: string, logs: ReadonlySet<string>): readonly KeptOutagePaper[] {
  return outagePapers(store)
    .list({ about: agreementId })
    .filter(({ body: { log } }) => log === undefined || logs.has(log));
}

/** Papers of many rows each of an agreement. */
const manyOutages = (store: Store, agreementId: string, logs: ReadonlySet<string>): readonly RowsPaper[] =>
  rowsPapers(store)
    .list({ about: agreementId })
    .filter(({ body: { log } }) => logs.has(log));

/** Keys of all rows of an agreement, slice by slice. */
export function* outageKeys(store: Store, agreementId: string): Generator<void, Set<string>> {
  const logs = logsOf(store, agreementId);
  const keys = new Set(singleOutages(store, agreementId, logs).map(({ body }) => outageKey(body)));
  for (const paper of manyOutages(store, agreementId, logs)) {
    for (const { body } of rowsOf(store, paper)) keys.add(outageKey(body));
    yield;
  }
  return keys;
}

/** Unpacks the rows of an agreement that lie among many, a slice at a time: of a time, those alone that can reach into it. */
export function* unpackingOutages(store: Store, agreementId: string, time?: Stretch): Generator<void, void> {
  const papers = manyOutages(store, agreementId, logsOf(store, agreementId));
  yield* unpacking(store, time === undefined ? papers : papers.filter((paper) => reachesInto(paper, time)));
}

/** Whether rows of an agreement lie among many. */
export const hasMany = (store: Store, agreementId: string): boolean =>
  manyOutages(store, agreementId, logsOf(store, agreementId)).length > 0;

/** How many rows an agreement has. */
export function outageCount(store: Store, agreementId: string): number {
  const logs = logsOf(store, agreementId);
  const many = manyOutages(store, agreementId, logs).reduce((sum, paper) => sum + countOf(paper), 0);
  return singleOutages(store, agreementId, logs).length + many;
}

/** Months of an agreement that have an outage, by its clock and its billing cycle, newest first. */
export function outageMonths(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  agreementId: string,
  terms: TermBasis,
): readonly Month[] {
  const cycle = billingCycle(terms);
  const days: DaysBy = { zone: dayClock(terms).zone, ...(cycle.known ? { cycle: cycle.value } : {}) };
  const logs = logsOf(store, agreementId);
  const at = now().toISOString();
  const single = singleOutages(store, agreementId, logs).map((paper) => knownAt(paper, at).at);
  const many = monthsOfMany(store, manyOutages(store, agreementId, logs), days);
  return [...new Set([...monthsOfRows(single, days), ...many])].sort().reverse();
}

export const outagePapers = (store: Store): Repository<KeptOutage, 'kept'> => repository(store, OUTAGE);

/** The log of an agreement as it is known now: of a time, what reaches into it, in order of time; in slices. */
export type OutageLog = (time: Stretch) => Generator<void, readonly OutagePaper[]>;

/** Reads the log of an agreement once, for as many times as are asked about. */
export function outageLog({ store, now }: Pick<Ports, 'store' | 'now'>, agreementId: string): OutageLog {
  const logs = logsOf(store, agreementId);
  const at = now().toISOString();
  const single = singleOutages(store, agreementId, logs).map((paper) => knownAt(paper, at));
  const many = manyOutages(store, agreementId, logs);
  return function* (time) {
    const reaches = (row: OutagePaper): boolean => row.at.from < time.to && row.at.to > time.from;
    const rows: OutagePaper[] = single.filter(reaches);
    for (const paper of many) {
      if (!reachesInto(paper, time)) continue;
      for (const row of rowsOf(store, paper)) if (reaches(row)) rows.push(row);
      yield;
    }
    return yield* sortedInSlices(rows, (a, b) => a.at.from - b.at.from || a.id.localeCompare(b.id));
  };
}

/** A row as it is known at an instant: what goes on lasts until then. */
function knownAt({ id, body }: KeptOutagePaper, instant: string): OutagePaper {
  const { from, to } = body;
  const [known] = to === undefined ? knownUntil([{ from }], instant) : [];
  const until = to ?? known?.to ?? from;
  return {
    id,
    body: { ...body, to: until, ...(known?.ongoing ? { ongoing: true } : {}) },
    at: stretchOf({ from, to: until }),
  };
}

/** A row as the ledger holds it. */
export function outageEntry({ from, to, cause, instances, exclusion }: KeptOutage): Record<string, string> {
  return { from, to: to ?? 'ongoing', cause, instances: instances.join('、'), exclusion: exclusion ?? 'none' };
}

/** What makes two rows the same outage. */
export const outageKey = ({ from, to, instances = [] }: Pick<RecordedOutage, 'from' | 'to' | 'instances'>): string =>
  JSON.stringify([exactSeconds(from), to === undefined ? 'ongoing' : exactSeconds(to), [...instances].sort()]);
