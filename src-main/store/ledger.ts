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

/** The append-only, hash-chained log. What an entry means and how it is hashed is `ledger/`'s business. */
export function ledgerStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO ledger (sequence, at, kind, subject, previous, hash, entry) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const head = database.prepare<[], string>('SELECT entry FROM ledger ORDER BY sequence DESC LIMIT 1').pluck();
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
  const count = database.prepare<[], number>('SELECT count(*) FROM ledger').pluck();
  const every = database.prepare<[], string>('SELECT entry FROM ledger ORDER BY sequence').pluck();
  return {
    add: <Entry extends LedgerColumns>(entry: Entry): void => {
      const { sequence, at, kind, subject, previous, hash } = entry;
      insert.run(sequence, at, kind, subject, previous, hash, JSON.stringify(entry));
    },
    head: <Entry extends LedgerColumns>(): Entry | undefined => parsed<Entry>(head.get()),
    at: <Entry extends LedgerColumns>(sequence: number): Entry | undefined => parsed<Entry>(one.get(sequence)),
    /** From a sequence number on, at most `limit`. */
    from: <Entry extends LedgerColumns>(sequence: number, limit: number): readonly Entry[] =>
      range.all(sequence, limit).map((json) => JSON.parse(json) as Entry),
    /** Newest first. */
    latest: <Entry extends LedgerColumns>(limit: number, offset: number): readonly Entry[] =>
      latest.all(limit, offset).map((json) => JSON.parse(json) as Entry),
    ofSubject: <Entry extends LedgerColumns>(subject: string): readonly Entry[] =>
      ofSubject.all(subject).map((json) => JSON.parse(json) as Entry),
    /** All entries, one at a time. */
    *every<Entry extends LedgerColumns>(): IterableIterator<Entry> {
      for (const json of every.iterate()) yield JSON.parse(json) as Entry;
    },
    count: (): number => count.get() ?? 0,
  };
}

function parsed<Entry>(json: string | undefined): Entry | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as Entry);
}
