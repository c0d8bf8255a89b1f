import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Store } from '../../store/store.ts';
import { WRITTEN_TABLES, type WrittenRow } from '../../store/written.ts';
import type { AnyPaperKind } from '../papers/repository.ts';
import type { Fault } from './fault.ts';
import { binds, isSealed, type Seal, sealOf } from './row-seals.ts';
import { type Covered, keyOf, type Seals, sealsBy, writtenSince } from './seals-by-row.ts';

/** A row of which no entry says, or not of all its states, what it was: it was written before entries held seals. */
export interface OpenRow extends Pick<WrittenRow, 'table' | 'id'> {
  /** How many of its newest states have their seal. */
  readonly seals: number;
}

/** What was found of the rows beside the seals that entries hold of them. */
export interface RowsChecked {
  readonly faults: readonly Fault[];
  /** Those of the open rows that nothing else is held against either. */
  readonly uncovered: number;
  /** Oldest first, table by table. */
  readonly open: readonly OpenRow[];
  /** Rows that are held against an entry that was made for them later. */
  readonly covered: Covered | undefined;
  /** Number of the last entry that was looked at; what later ones wrote is no fault. */
  readonly until: number;
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
  const { seals, covered, ...times } = await sealsBy(store, until);
  const found: (Fault & { readonly row: string })[] = [];
  const open: OpenRow[] = [];
  let uncovered = 0;
  let count = 0;
  for (const table of WRITTEN_TABLES) {
    for (const row of store.written.all(table)) {
      count += 1;
      if (count % AT_ONCE === 0) await breath();
      if (!isSealed(row)) continue;
      const own = seals.get(keyOf(row)) ?? [];
      seals.delete(keyOf(row));
      if (!only(row)) continue;
      // Once all rows of before were covered, none is left that has no seal.
      const before = !covered?.complete && isOfBefore(store, row, times);
      const tell = (fault: Fault): void => void found.push({ ...fault, row: keyOf(row) });
      if (own.length > 0) sealedFaults(store, row, { own, before }, kinds).forEach(tell);
      else if (!before)
        tell({ text: sentence('kernel.integrity.row-unvouched', { what: called(row, kinds) }), about: 'no-entry' });
      if (!before || !isOpen(store, row, own.length)) continue;
      open.push({ table, id: row.id, seals: own.length });
      uncovered += isHeldOtherwise(store, row) ? 0 : 1;
    }
  }
  for (const own of seals.values()) {
    const last = own.at(-1);
    if (!last || !only({ table: last.table, id: last.id, columns: {} })) continue;
    const text = sentence('kernel.integrity.row-gone', { entry: last.sequence });
    found.push({ sequence: last.sequence, text, missing: true, row: keyOf(last) });
  }
  // What was written in the meantime is held against its entry by the next pass.
  const meanwhile = writtenSince(store, until);
  const faults = found.flatMap(({ row, ...fault }) => (meanwhile.has(row) ? [] : [fault]));
  return { faults, uncovered, open, covered, until };
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Whether a row of before has a state without a seal. */
const isOpen = (store: Store, row: WrittenRow, seals: number): boolean =>
  seals === 0 || (binds(row) && store.written.revisions(row.id).length > seals);

/** A row with seals is what the last one says; where it binds, each revision is what its own says, of one of before the newest. */
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
function isOfBefore(
  store: Store,
  row: WrittenRow,
  { first, opened, setBack }: Pick<Seals, 'first' | 'opened' | 'setBack'>,
): boolean {
  if (first === undefined || setBack) return true;
  // A colleague's version has the colleague's time; when it came in here, its agreement says.
  const foreign = foreignAgreement(store, row);
  const { columns } = foreign ?? row;
  const at = columns['created_at'] ?? columns['saved_at'] ?? columns['imported_at'] ?? columns['updated_at'];
  return typeof at === 'string' && at >= opened && at < first;
}

/** The agreement of a version that came from a colleague. */
function foreignAgreement({ written }: Store, { table, columns }: WrittenRow): WrittenRow | undefined {
  const id = table === 'version' ? columns['agreement_id'] : undefined;
  const agreement = typeof id === 'string' ? written.row('agreement', id) : undefined;
  return agreement?.columns['origin'] === 'own' ? undefined : agreement;
}

/** One's own version, and a source that was read in here, have an entry that says what counts of them. */
function isHeldOtherwise(store: Store, row: WrittenRow): boolean {
  if (row.table === 'version') return foreignAgreement(store, row) === undefined;
  return (
    row.table === 'source' && store.ledger.ofSubject(`source:${row.id}`).some(({ kind }) => kind === 'source-imported')
  );
}

/** What a row is called in a sentence. */
function called({ table, id, columns }: WrittenRow, kinds: readonly AnyPaperKind[]): Sentence {
  const title = columns['title'] ?? columns['name'];
  if (typeof title === 'string') return asWritten(title);
  const noun = kinds.find(({ name }) => name.desk === columns['desk'] && name.kind === columns['kind'])?.noun;
  if (table === 'setting') return sentence('kernel.integrity.row-setting', { name: asWritten(id) });
  return noun ?? asWritten(id);
}
