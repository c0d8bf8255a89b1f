import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { canonicalJson, type JsonObject } from '../../src-main/ledger/canonical-json.ts';
import {
  appendEntry,
  type ChainHead,
  type EntrySigner,
  GENESIS,
  type LedgerEntry,
} from '../../src-main/ledger/entry.ts';
import { sha256, sha256Hex } from '../../src-main/ledger/node-digest.ts';
import type { Stage } from './stage.ts';

export type Database = Sqlite.Database;
export type DatabaseForgery = (database: Database, stage: Stage) => void;

/** A copy of the database, without the triggers and constraints that refuse a change, changed. */
export function forgedDatabase(stage: Stage, forge: DatabaseForgery): string {
  const folder = mkdtempSync(join(stage.folder, 'database-'));
  const file = join(folder, 'assent.sqlite');
  writeFileSync(file, stage.database);
  const database = new Sqlite(file);
  try {
    database.pragma('foreign_keys = OFF');
    database.pragma('ignore_check_constraints = ON');
    database.function('sha256_hex', (text) => sha256Hex(String(text)));
    const triggers = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all();
    for (const trigger of triggers) database.exec(`DROP TRIGGER "${trigger}"`);
    const before = database.serialize();
    forge(database, stage);
    if (database.serialize().equals(before)) throw new Error('the forgery changed nothing');
  } finally {
    database.close();
  }
  return folder;
}

/** A forgery by statements alone. */
export const by =
  (...statements: readonly string[]): DatabaseForgery =>
  (database) => {
    for (const statement of statements) database.exec(statement);
  };

export const all =
  (...forgeries: readonly DatabaseForgery[]): DatabaseForgery =>
  (database, stage) => {
    for (const forge of forgeries) forge(database, stage);
  };

/** The ledger's entries, oldest first. */
export const entriesIn = (database: Database): readonly LedgerEntry[] =>
  database
    .prepare<[], string>('SELECT entry FROM ledger ORDER BY sequence')
    .pluck()
    .all()
    .map((json) => JSON.parse(json) as unknown as LedgerEntry);

/** Puts other rows in place of the ledger's. */
export function writeLedger(database: Database, entries: readonly LedgerEntry[]): void {
  database.exec('DELETE FROM ledger');
  const insert = database.prepare(
    'INSERT INTO ledger (sequence, at, kind, subject, previous, hash, entry) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const entry of entries) {
    const { sequence, at, kind, subject, previous, hash } = entry;
    insert.run(sequence, at, kind, subject, previous, hash, JSON.stringify(entry));
  }
}

export type Edit = (entry: LedgerEntry) => LedgerEntry | undefined;

/**
 * The chain made anew from its first entry, consistent in itself: what a forger with the source code can do. Records follow
 * their entries. Without a signer nobody signs.
 */
export function rebuilt(
  entries: readonly LedgerEntry[],
  edit: Edit = (entry) => entry,
  signer?: EntrySigner,
): readonly LedgerEntry[] {
  let head: ChainHead | undefined;
  return entries.flatMap((entry) => {
    const edited = edit(entry);
    if (!edited) return [];
    const { at, kind, subject, clock } = edited;
    const said = (edited.payload ?? {}) as JsonObject;
    const payload = kind === 'acceptance-decided' ? { ...said, previousLedgerHash: head?.hash ?? GENESIS } : said;
    const made = appendEntry(
      head,
      { at, kind, subject, payload, clock },
      { digest: sha256, ...(signer ? { signer } : {}) },
    );
    head = made;
    return [made];
  });
}

/** Rebuilds the ledger of a database, its records included. */
export const rebuild =
  (edit?: Edit, signer?: EntrySigner): DatabaseForgery =>
  (database) => {
    const entries = rebuilt(entriesIn(database), edit, signer);
    writeLedger(database, entries);
    const update = database.prepare('UPDATE acceptance SET record = ?, decision = ?, decided_at = ? WHERE id = ?');
    for (const { kind, payload, at } of entries) {
      if (kind !== 'acceptance-decided') continue;
      const { id, decision } = payload as JsonObject;
      update.run(canonicalJson(payload), decision, at, id);
    }
  };

/** What the app noted in the database about its own ledger. */
export const WITHOUT_NOTES = by(
  "DELETE FROM setting WHERE name IN ('ledger-head-checked', 'ledger-check', 'ledger-anchored')",
);
export const WITHOUT_PINS = by("DELETE FROM setting WHERE name = 'key-pins'");

/** Changes the record of every decision, whatever carries it. */
export const records =
  (change: (record: JsonObject) => JsonObject): Edit =>
  (entry) =>
    entry.kind === 'acceptance-decided' ? { ...entry, payload: change(entry.payload as JsonObject) } : entry;
