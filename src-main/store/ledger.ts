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

/** An entry as stored; absent where what is stored is no JSON. */
export interface LedgerRow<Entry> {
  readonly columns: LedgerColumns;
  readonly entry: Entry | undefined;
}

const PAGE = 512;

/** The append-only, hash-chained log. What an entry means and how it is hashed is `ledger/`'s business. */
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
  const count = database.prepare<[], number>('SELECT count(*) FROM ledger').pluck();
  const OF_KINDS = 'FROM ledger WHERE kind IN (SELECT value FROM json_each(?))';
  const latestOfKinds = database
    .prepare<[string, number, number], string>(`SELECT entry ${OF_KINDS} ORDER BY sequence DESC LIMIT ? OFFSET ?`)
    .pluck();
  const countOfKinds = database.prepare<[string], number>(`SELECT count(*) ${OF_KINDS}`).pluck();
  const latestTime = database.prepare<[], string | null>('SELECT max(at) FROM ledger').pluck();
  const rows = database.prepare<[number, number], LedgerColumns & { entry: string }>(
    'SELECT sequence, at, kind, subject, previous, hash, entry FROM ledger WHERE sequence >= ? ORDER BY sequence LIMIT ?',
  );
  return {
    add: <Entry extends LedgerColumns>(entry: Entry): void => {
      const { sequence, at, kind, subject, previous, hash } = entry;
      insert.run(sequence, at, kind, subject, previous, hash, JSON.stringify(entry));
    },
    head: <Entry extends LedgerColumns>(): Entry | undefined => parsed<Entry>(head.get()),
    /** Where the chain stands, without reading the newest entry's content. */
    tip: (): LedgerColumns | undefined => tip.get(),
    at: <Entry extends LedgerColumns>(sequence: number): Entry | undefined => parsed<Entry>(one.get(sequence)),
    /** From a sequence number on, at most `limit`. */
    from: <Entry extends LedgerColumns>(sequence: number, limit: number): readonly Entry[] =>
      range.all(sequence, limit).map((json) => JSON.parse(json) as Entry),
    /** Newest first. */
    latest: <Entry extends LedgerColumns>(limit: number, offset: number): readonly Entry[] =>
      latest.all(limit, offset).map((json) => JSON.parse(json) as Entry),
    ofSubject: <Entry extends LedgerColumns>(subject: string): readonly Entry[] =>
      ofSubject.all(subject).map((json) => JSON.parse(json) as Entry),
    /** All entries from a sequence number on, each with the columns that are asked for beside it. */
    *rows<Entry extends LedgerColumns>(from = 1): IterableIterator<LedgerRow<Entry>> {
      // A page at a time: a statement that is being stepped would keep the connection from writing in between.
      let page = rows.all(from, PAGE);
      while (page.length > 0) {
        for (const { entry, ...columns } of page) yield { columns, entry: readOrNothing<Entry>(entry) };
        page = page.length < PAGE ? [] : rows.all((page.at(-1)?.sequence ?? 0) + 1, PAGE);
      }
    },
    /** Newest first, of some kinds. */
    latestOfKinds: <Entry extends LedgerColumns>(
      kinds: readonly string[],
      limit: number,
      offset: number,
    ): readonly Entry[] =>
      latestOfKinds.all(JSON.stringify(kinds), limit, offset).map((json) => JSON.parse(json) as Entry),
    countOfKinds: (kinds: readonly string[]): number => countOfKinds.get(JSON.stringify(kinds)) ?? 0,
    /** The latest time that any entry names; reads them all. */
    latestTime: (): string | undefined => latestTime.get() ?? undefined,
    count: (): number => count.get() ?? 0,
  };
}

function parsed<Entry>(json: string | undefined): Entry | undefined {
  return json === undefined ? undefined : (JSON.parse(json) as Entry);
}

/** What is no JSON is no entry: the check reports it, it must not end the check. */
function readOrNothing<Entry>(json: string): Entry | undefined {
  try {
    return JSON.parse(json) as Entry;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
