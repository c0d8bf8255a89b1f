import { createHash } from 'node:crypto';
import { readEntry } from '../ledger/entry-shape.ts';
import { verifyChain } from '../ledger/chain.ts';
import { sha256 } from '../ledger/node-digest.ts';
import type { Database } from './database.ts';
import { isWhole, openReadOnly } from './database.ts';

/** What a full pass over a database file shows. */
export type Survey =
  | {
      readonly state: 'whole';
      /** Its content agrees with its hashes: chain, sources, kept files. A faithful copy of what does not is whole, too. */
      readonly sound: boolean;
      /** Entries of its ledger. */
      readonly entries: number;
      /** Hash and time of the newest entry, and the key that signed it; absent where there is none. */
      readonly head?: { readonly hash: string; readonly at: string; readonly keyId?: string };
      /** Hash of the first entry: which history it is. */
      readonly first?: string;
    }
  /** Not a whole database of ours that this build can open. */
  | { readonly state: 'damaged' };

const HASHED = ['source', 'attachment'] as const;
const PAGE = 512;

/** Reads a database file to its end: every page, the chain of the ledger, and every kept file against its hash. */
export async function survey(path: string, nativeBinding?: string): Promise<Survey> {
  if (!isWhole(path, nativeBinding)) return { state: 'damaged' };
  const database = openReadOnly(path, nativeBinding);
  try {
    return await surveyed(database);
  } catch {
    return { state: 'damaged' };
  } finally {
    database.close();
  }
}

async function surveyed(database: Database): Promise<Survey> {
  let last: unknown;
  let entries = 0;
  const page = database.prepare<[number, number], { sequence: number; entry: string }>(
    'SELECT sequence, entry FROM ledger WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  function* all(): Generator<unknown> {
    let after = 0;
    for (;;) {
      const rows = page.all(after, PAGE);
      for (const { sequence, entry } of rows) {
        last = jsonIn(entry);
        entries += 1;
        after = sequence;
        yield last;
      }
      if (rows.length < PAGE) return;
    }
  }
  const chain = await verifyChain(all(), { digest: sha256, verifySignature: () => 'unchecked' });
  const first = database.prepare<[], string>('SELECT hash FROM ledger WHERE sequence = 1').pluck().get();
  const read = readEntry(last);
  const entry = 'entry' in read ? read.entry : undefined;
  return {
    state: 'whole',
    sound: chain.faults.length === 0 && HASHED.every((table) => filesAgree(database, table)),
    entries,
    ...(entry
      ? { head: { hash: entry.hash, at: entry.at, ...(entry.signature === undefined ? {} : { keyId: entry.device }) } }
      : {}),
    ...(first === undefined ? {} : { first }),
  };
}

function filesAgree(database: Database, table: (typeof HASHED)[number]): boolean {
  const rows = database.prepare<[], { sha256: string; bytes: Buffer }>(`SELECT sha256, bytes FROM ${table}`);
  for (const { sha256: named, bytes } of rows.iterate()) {
    if (createHash('sha256').update(bytes).digest('hex') !== named) return false;
  }
  return true;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
