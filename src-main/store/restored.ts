import Sqlite from 'better-sqlite3';
import { openReadOnly } from './database.ts';
import { storedJson } from './stored-json.ts';

/** What is otherwise in a copy than in the database that it is a copy of; never anything that binds. */
export interface CopyChanges {
  /** Values by the names of settings; undefined takes one away. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Members that are taken out of the bodies of papers of one sort. */
  readonly without?: readonly { readonly desk: string; readonly kind: string; readonly member: string }[];
  readonly at: string;
}

/**
 * Makes a copy of a database one file that stands by itself: what its log holds goes into it. Changes what a copy has to
 * say otherwise: where it came from, how its key is kept.
 */
export function settleCopy(file: string, changes: CopyChanges, nativeBinding?: string): void {
  const database = new Sqlite(file, nativeBinding === undefined ? {} : { nativeBinding });
  try {
    database.pragma('synchronous = FULL');
    database.pragma('journal_mode = DELETE');
    const put = database.prepare(
      `INSERT INTO setting (name, value, updated_at) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    );
    const remove = database.prepare('DELETE FROM setting WHERE name = ?');
    const strip = database.prepare('UPDATE paper SET body = json_remove(body, ?) WHERE desk = ? AND kind = ?');
    database.transaction(() => {
      for (const [name, value] of Object.entries(changes.settings)) {
        if (value === undefined) remove.run(name);
        else put.run(name, storedJson(value), changes.at);
      }
      for (const { desk, kind, member } of changes.without ?? []) strip.run(`$.${member}`, desk, kind);
    })();
    // What was taken out of a row stays in its page until the pages are written anew.
    if (changes.without) database.exec('VACUUM');
  } finally {
    database.close();
  }
}

/**
 * How many entries two ledgers have in common from their first one on: from there each has gone its own way. Both files are
 * only read, and may be worked in.
 * @returns undefined where one of them cannot be read.
 */
export function entriesInCommon(one: string, other: string, nativeBinding?: string): number | undefined {
  const opened: ReturnType<typeof openReadOnly>[] = [];
  try {
    const hashes = [one, other].map((file) => {
      const database = openReadOnly(file, nativeBinding);
      opened.push(database);
      return database.prepare<[number], string>('SELECT hash FROM ledger WHERE sequence = ?').pluck();
    });
    const agree = (sequence: number): boolean => {
      const [mine, theirs] = hashes.map((hash) => hash.get(sequence));
      return mine !== undefined && mine === theirs;
    };
    // Each hash covers all before it: where two agree, so does everything before.
    let [agreed, beyond] = [0, 1];
    while (agree(beyond)) [agreed, beyond] = [beyond, beyond * 2];
    while (beyond - agreed > 1) {
      const middle = Math.floor((agreed + beyond) / 2);
      if (agree(middle)) agreed = middle;
      else beyond = middle;
    }
    return agreed;
  } catch {
    return undefined;
  } finally {
    for (const database of opened) database.close();
  }
}
