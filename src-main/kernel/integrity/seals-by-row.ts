import { isObject } from '../../ledger/open-bundle.ts';
import type { Store } from '../../store/store.ts';
import { COVERING, type Seal, sealsIn } from './row-seals.ts';

/** Rows of before entries held seals, and the entries that were made for them later. */
export interface Covered {
  readonly rows: number;
  readonly first: number;
  readonly last: number;
  /** When the last of these entries was made (UTC ISO). */
  readonly at: string;
  /** The last one says that no row was left. */
  readonly complete: boolean;
}

/** What the ledger says of the rows. */
export interface Seals {
  /** Of each row, by the state of it that they are of, oldest first. */
  readonly seals: Map<string, Seal[]>;
  readonly covered: Covered | undefined;
  /** When the first entry with seals was written; absent where there is none. */
  readonly first: string | undefined;
  /** When the ledger began. */
  readonly opened: string;
  /** The clock was set back once: times of rows and entries cannot be put in one order. */
  readonly setBack: boolean;
}

/** Entries between two breaths. */
const AT_ONCE = 100;

/** By what a row is told from all others. */
export const keyOf = ({ table, id }: Pick<Seal, 'table' | 'id'>): string => `${table} ${id}`;

/** The seals in all entries up to one. */
export async function sealsBy(store: Store, until: number): Promise<Seals> {
  const written = new Map<string, Seal[]>();
  const found = new Map<string, Seal[]>();
  let covered: Covered | undefined;
  let first: string | undefined;
  let opened = '';
  let setBack = false;
  let count = 0;
  for (const { entry } of store.ledger.rows()) {
    count += 1;
    if (count % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    if (!entry || entry.sequence > until) continue;
    opened ||= entry.at;
    setBack ||= entry.kind === 'clock-rollback';
    for (const seal of sealsIn(entry)) {
      first ??= entry.at;
      const of = seal.covers ? found : written;
      const own = of.get(keyOf(seal));
      if (own) own.push(seal);
      else of.set(keyOf(seal), [seal]);
    }
    if (entry.kind !== COVERING) continue;
    const { sequence, at, payload } = entry;
    const complete = isObject(payload) && payload['complete'] === true;
    covered = { rows: found.size, first: covered?.first ?? sequence, last: sequence, at, complete };
  }
  // What was found of a row was there before anything of it was written with an entry.
  for (const [key, own] of found) written.set(key, [...own, ...(written.get(key) ?? [])]);
  return { seals: written, covered, first, opened, setBack };
}

/** How often each row was written with an entry after this one. */
export function writtenSince(store: Store, sequence: number): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { entry } of store.ledger.rows(sequence + 1)) {
    if (!entry) continue;
    for (const seal of sealsIn(entry)) times.set(keyOf(seal), (times.get(keyOf(seal)) ?? 0) + 1);
  }
  return times;
}
