import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import { readEntry } from '../ledger/entry-shape.ts';
import { type LedgerEntry, UNSIGNED } from '../ledger/entry.ts';
import type { Database } from './database.ts';

/** The columns that are asked for; the entry itself, with payload and signature, is kept whole beside them. */
export interface LedgerColumns {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly subject: string;
  readonly previous: string;
  readonly hash: string;
}

/** A row as it is stored. */
export interface LedgerRow {
  readonly columns: LedgerColumns;
  /** What stands there, whatever it is; absent where it is no JSON. */
  readonly stored: unknown;
  /** The same as an entry; absent where it is none. */
  readonly entry: LedgerEntry | undefined;
}

const PAGE = 512;

/**
 * The append-only, hash-chained log. What an entry means and how it is hashed is `ledger/`'s business. What is stored is
 * read as an entry or not at all: lists leave out what is none, and the check of the ledger tells it.
 */
export function ledgerStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO ledger (sequence, at, kind, subject, previous, hash, entry) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const head = database.prepare<[], string>('SELECT entry FROM ledger ORDER BY sequence DESC LIMIT 1').pluck();
  const tip = database.prepare<[], LedgerColumns>(
    'SELECT sequence, at, kind, subject, previous, hash FROM ledger ORDER BY sequence DESC LIMIT 1',
  );
  const range = database
    .prepare<[number, number], string>('SELECT entry FROM ledger WHERE sequence >= ? ORDER BY sequence LIMIT ?')
    .pluck();
  const latest = database
    .prepare<[number, number], string>('SELECT entry FROM ledger ORDER BY sequence DESC LIMIT ? OFFSET ?')
    .pluck();
  const ofSubject = database
    .prepare<[string], string>('SELECT entry FROM ledger WHERE subject = ? ORDER BY sequence')
    .pluck();
  const one = database.prepare<[number], string>('SELECT entry FROM ledger WHERE sequence = ?').pluck();
  const hash = database.prepare<[number], string>('SELECT hash FROM ledger WHERE sequence = ?').pluck();
  const count = database.prepare<[], number>('SELECT count(*) FROM ledger').pluck();
  const OF_KINDS = 'FROM ledger WHERE kind IN (SELECT value FROM json_each(?))';
  const latestOfKinds = database
    .prepare<[string, number, number], string>(`SELECT entry ${OF_KINDS} ORDER BY sequence DESC LIMIT ? OFFSET ?`)
    .pluck();
  const countOfKinds = database.prepare<[string], number>(`SELECT count(*) ${OF_KINDS}`).pluck();
  const since = database.prepare<[string, number], { count: number; oldest: string | null }>(
    'SELECT count(*) AS count, min(at) AS oldest FROM ledger WHERE kind = ? AND sequence > ?',
  );
  const unsigned = database
    .prepare<[string, number, number], number>(
      "SELECT count(*) FROM ledger WHERE json_extract(entry, '$.device') = ? AND sequence > ? AND sequence <= ?",
    )
    .pluck();
  /** Entries stay as they were written: what was counted once is not counted again. */
  const counted = { to: 0, unsigned: 0 };
  const latestTime = database
    .prepare<[], string | null>(
      `SELECT max(at) FROM ledger WHERE sequence >=
         coalesce((SELECT max(sequence) FROM ledger WHERE kind = 'clock-rollback'), 0)`,
    )
    .pluck();
  const rows = database.prepare<[number, number], LedgerColumns & { entry: string }>(
    'SELECT sequence, at, kind, subject, previous, hash, entry FROM ledger WHERE sequence >= ? ORDER BY sequence LIMIT ?',
  );
  return {
    add: (entry: LedgerEntry): void => {
      const { sequence, at, kind, subject, previous, hash } = entry;
      insert.run(sequence, at, kind, subject, previous, hash, JSON.stringify(entry));
    },
    head: (): LedgerEntry | undefined => entryIn(head.get()),
    /** Where the chain stands, without reading the newest entry's content. */
    tip: (): LedgerColumns | undefined => tip.get(),
    /** @throws Refusal `record-unreadable` where what stands there is no entry. */
    at: (sequence: number): LedgerEntry | undefined => {
      const json = one.get(sequence);
      const entry = entryIn(json);
      if (json !== undefined && !entry) throw unreadable(sequence);
      return entry;
    },
    /** The hash of an entry, without reading its content. */
    hashAt: (sequence: number): string | undefined => hash.get(sequence),
    /** From a sequence number on, at most `limit`. */
    from: (sequence: number, limit: number): readonly LedgerEntry[] => range.all(sequence, limit).flatMap(entriesIn),
    /** Newest first. */
    latest: (limit: number, offset: number): readonly LedgerEntry[] => latest.all(limit, offset).flatMap(entriesIn),
    ofSubject: (subject: string): readonly LedgerEntry[] => ofSubject.all(subject).flatMap(entriesIn),
    /** All entries from a sequence number on, each with the columns that are asked for beside it. */
    *rows(from = 1): IterableIterator<LedgerRow> {
      // A page at a time: a statement that is being stepped would keep the connection from writing in between.
      let page = rows.all(from, PAGE);
      while (page.length > 0) {
        for (const { entry, ...columns } of page) {
          const stored = jsonIn(entry);
          yield { columns, stored, entry: asEntry(stored) };
        }
        page = page.length < PAGE ? [] : rows.all((page.at(-1)?.sequence ?? 0) + 1, PAGE);
      }
    },
    /** Newest first, of some kinds. */
    latestOfKinds: (kinds: readonly string[], limit: number, offset: number): readonly LedgerEntry[] =>
      latestOfKinds.all(JSON.stringify(kinds), limit, offset).flatMap(entriesIn),
    countOfKinds: (kinds: readonly string[]): number => countOfKinds.get(JSON.stringify(kinds)) ?? 0,
    /** How many entries of a kind follow a number, and the time of the oldest of them. */
    since: (kind: string, sequence: number): { readonly count: number; readonly oldest: string | undefined } => {
      const found = since.get(kind, sequence);
      return { count: found?.count ?? 0, oldest: found?.oldest ?? undefined };
    },
    /** The latest time that any entry names since the clock was last set back; reads them all. */
    latestTime: (): string | undefined => latestTime.get() ?? undefined,
    count: (): number => count.get() ?? 0,
    /** How many entries no device key signed. */
    unsigned: (): number => {
      const newest = tip.get()?.sequence ?? 0;
      counted.unsigned += unsigned.get(UNSIGNED, counted.to, newest) ?? 0;
      counted.to = Math.max(counted.to, newest);
      return counted.unsigned;
    },
  };
}

/** What is no JSON is nothing: the check reports it, it must not end the check. */
function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function asEntry(stored: unknown): LedgerEntry | undefined {
  const read = readEntry(stored);
  return 'entry' in read ? read.entry : undefined;
}

const entryIn = (json: string | undefined): LedgerEntry | undefined =>
  json === undefined ? undefined : asEntry(jsonIn(json));

const entriesIn = (json: string): readonly LedgerEntry[] => {
  const entry = entryIn(json);
  return entry ? [entry] : [];
};

const unreadable = (sequence: number): Refusal =>
  new Refusal(
    'record-unreadable',
    sentence('store.ledger.record-unreadable', { entry: sequence }),
    sentence('store.ledger.record-unreadable.next'),
  );
