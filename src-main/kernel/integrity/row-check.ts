import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Store } from '../../store/store.ts';
import { WRITTEN_TABLES, type WrittenRow } from '../../store/written.ts';
import type { AnyPaperKind } from '../papers/repository.ts';
import type { Fault } from './fault.ts';
import { binds, isSealed, type Seal, sealOf, sealsIn } from './row-seals.ts';

/** What was found of the rows beside the seals that entries hold of them. */
export interface RowsChecked {
  readonly faults: readonly Fault[];
  /** Rows of before entries held seals: nothing says what they were. */
  readonly uncovered: number;
}

/** Rows between two breaths. */
const AT_ONCE = 100;

/**
 * Holds every row that was written with an entry against the seal in it: papers (notices, orders, outages, claims, requests for
 * explanation, sealed copies, companies …) in every revision that is kept, agreements, versions, and the settings on which a
 * verdict rests. A row without a seal is of before there were any, or was put in beside the ledger. `only`: rows that are looked at.
 */
export async function rowFaults(
  store: Store,
  kinds: readonly AnyPaperKind[],
  only: (row: WrittenRow) => boolean = () => true,
): Promise<RowsChecked> {
  const until = store.ledger.tip()?.sequence ?? 0;
  const { seals, first, opened, setBack } = await sealsBy(store, until);
  const found: (Fault & { readonly row: string })[] = [];
  let uncovered = 0;
  let count = 0;
  for (const table of WRITTEN_TABLES) {
    for (const row of store.written.all(table)) {
      count += 1;
      if (count % AT_ONCE === 0) await breath();
      if (!isSealed(row)) continue;
      const own = seals.get(keyOf(row));
      seals.delete(keyOf(row));
      const before = isOfBefore(row, { first, opened, setBack });
      if (!only(row)) continue;
      const tell = (fault: Fault): void => void found.push({ ...fault, row: keyOf(row) });
      if (own) sealedFaults(store, row, { own, before }, kinds).forEach(tell);
      else if (before) uncovered += isHeldOtherwise(row) ? 0 : 1;
      else tell({ text: sentence('kernel.integrity.row-unvouched', { what: called(row, kinds) }) });
    }
  }
  for (const own of seals.values()) {
    const last = own.at(-1);
    if (!last || !only({ table: last.table, id: last.id, columns: {} })) continue;
    const text = sentence('kernel.integrity.row-gone', { entry: last.sequence });
    found.push({ sequence: last.sequence, text, missing: true, row: keyOf(last) });
  }
  // What was written in the meantime is held against its entry by the next pass.
  const meanwhile = new Set(
    [...store.ledger.rows(until + 1)].flatMap(({ entry }) => (entry ? sealsIn(entry).map(keyOf) : [])),
  );
  return { faults: found.flatMap(({ row, ...fault }) => (meanwhile.has(row) ? [] : [fault])), uncovered };
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const keyOf = ({ table, id }: Pick<Seal, 'table' | 'id'>): string => `${table} ${id}`;

interface Seals {
  /** Of each row, oldest first. */
  readonly seals: Map<string, Seal[]>;
  /** When the first entry with seals was written; absent where there is none. */
  readonly first: string | undefined;
  /** When the ledger began. */
  readonly opened: string;
  /** The clock was set back once: times of rows and entries cannot be put in one order. */
  readonly setBack: boolean;
}

async function sealsBy(store: Store, until: number): Promise<Seals> {
  const seals = new Map<string, Seal[]>();
  let first: string | undefined;
  let opened = '';
  let setBack = false;
  let count = 0;
  for (const { entry } of store.ledger.rows()) {
    count += 1;
    if (count % AT_ONCE === 0) await breath();
    if (!entry || entry.sequence > until) continue;
    opened ||= entry.at;
    setBack ||= entry.kind === 'clock-rollback';
    for (const seal of sealsIn(entry)) {
      first ??= entry.at;
      const own = seals.get(keyOf(seal));
      if (own) own.push(seal);
      else seals.set(keyOf(seal), [seal]);
    }
  }
  return { seals, first, opened, setBack };
}

/** A row with seals is what the last one says; where it binds, each revision since the first seal is what its own says. */
function sealedFaults(
  store: Store,
  row: WrittenRow,
  { own, before }: { readonly own: readonly Seal[]; readonly before: boolean },
  kinds: readonly AnyPaperKind[],
): readonly Fault[] {
  const what = called(row, kinds);
  const last = own.at(-1);
  if (!last || sealOf(row, last.salt) !== last.seal)
    return [{ sequence: last?.sequence ?? 0, text: sentence('kernel.integrity.row-changed', { what }) }];
  if (!binds(row)) return [];
  const kept = store.written.revisions(row.id);
  const revisions = before ? kept.slice(-own.length) : kept;
  const holds =
    revisions.length === own.length &&
    own.every(({ salt, seal }, index) => {
      const revision = revisions[index];
      return revision !== undefined && sealOf(revision, salt) === seal;
    });
  if (holds) return [];
  const text = sentence('kernel.integrity.row-revisions', { what });
  return [{ sequence: last.sequence, text, ...(revisions.length < own.length ? { missing: true as const } : {}) }];
}

/** Written before entries held seals; in a ledger that was never set back, its own time says so. */
function isOfBefore({ columns }: WrittenRow, { first, opened, setBack }: Omit<Seals, 'seals'>): boolean {
  if (first === undefined || setBack) return true;
  const at = columns['created_at'] ?? columns['saved_at'] ?? columns['imported_at'] ?? columns['updated_at'];
  return typeof at === 'string' && at >= opened && at < first;
}

/** A version and a source have an entry that says what counts of them. */
const isHeldOtherwise = ({ table }: WrittenRow): boolean => table === 'version' || table === 'source';

/** What a row is called in a sentence. */
function called({ table, id, columns }: WrittenRow, kinds: readonly AnyPaperKind[]): Sentence {
  const title = columns['title'] ?? columns['name'];
  if (typeof title === 'string') return asWritten(title);
  const noun = kinds.find(({ name }) => name.desk === columns['desk'] && name.kind === columns['kind'])?.noun;
  if (table === 'setting') return sentence('kernel.integrity.row-setting', { name: asWritten(id) });
  return noun ?? asWritten(id);
}
