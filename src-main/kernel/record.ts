import type { Feature } from '../contract/event.ts';
import type { Store } from '../store/store.ts';
import type { WrittenRow } from '../store/written.ts';
import { sealsOf } from './integrity/row-seals.ts';
import { type FileToKeep, keep } from './kept-files.ts';
import type { EntryToWrite, Ports } from './ports.ts';
import { isVerbatim } from './salt.ts';

/** Something that is written down: what changes, the files that prove it, and the entry that says so. */
export interface Act<Result> {
  readonly entry: EntryToWrite;
  /** Kept whole before anything else is written. */
  readonly files?: readonly FileToKeep[];
  readonly write: () => Result;
  /** Rows that were written before entries held seals: this one holds theirs, as they stand. */
  readonly covers?: readonly WrittenRow[];
  /** Features whose screens show something else now. The ledger's own need not be named: every entry concerns it. */
  readonly changed: readonly Feature[];
}

/** What recording needs. */
export type RecordPorts = Pick<Ports, 'store' | 'ledger' | 'emit' | 'now'>;

/** Features that will be told once the outermost transaction is there. */
const waiting = new WeakMap<Store, Set<Feature>>();

/**
 * The only way to write what the ledger speaks of: files, change and entry in one transaction, the event afterwards. An
 * act may be made by a function, which runs inside the transaction: between what it reads and what is written nothing
 * can change. Acts within an act belong to its transaction.
 */
export function record<Result>(ports: RecordPorts, act: Act<Result> | (() => Act<Result>)): Result {
  return recordTogether(ports, () => {
    const { result: done, rows } = ports.store.written.during(() => {
      const { entry, files = [], write, covers = [], changed } = typeof act === 'function' ? act() : act;
      for (const file of files) keep(ports, file);
      return { result: write(), entry, covers, changed };
    });
    ports.ledger.append(sealed(done.entry, [...done.covers, ...rows]));
    tellChanged(ports, [...done.changed, 'evidence']);
    return done.result;
  });
}

/** An entry that holds the seals of the rows that were written with it. */
function sealed(entry: EntryToWrite, rows: readonly WrittenRow[]): EntryToWrite {
  const seals = sealsOf(rows);
  if (Object.keys(seals).length === 0) return entry;
  if (isVerbatim(entry.kind)) throw new TypeError(`${entry.kind}: nothing is written with a record but the record`);
  return { ...entry, payload: { ...entry.payload, ...seals } };
}

/** Several acts as one: all of them are there, or none, and the screens are told once. */
export function recordTogether<Result>(ports: Pick<Ports, 'store' | 'emit'>, work: () => Result): Result {
  const { store, emit } = ports;
  if (waiting.has(store)) return store.transaction(work);
  const changed = new Set<Feature>();
  waiting.set(store, changed);
  let result: Result;
  try {
    result = store.transaction(work);
  } finally {
    waiting.delete(store);
  }
  if (changed.size > 0) emit('changed', { features: [...changed] });
  return result;
}

/** Tells the screens of these features that what they show was written: at once, or after the act that is under way. */
export function tellChanged({ store, emit }: Pick<Ports, 'store' | 'emit'>, features: readonly Feature[]): void {
  const later = waiting.get(store);
  if (later) for (const feature of features) later.add(feature);
  else emit('changed', { features });
}
