import { canonicalBytes, canonicalJson, type JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { appendEntry, type EntrySigner, type LedgerEntry } from '../../src-main/ledger/entry.ts';
import { sha256, sha256Hex } from '../../src-main/ledger/node-digest.ts';
import type { Identity, Integrity } from '../../src-main/ledger/verdict.ts';
import { newKey } from '../unit/ledger/sample-chain.ts';
import {
  all,
  by,
  type Database,
  type DatabaseForgery,
  type Edit,
  entriesIn,
  rebuild,
  records,
  writeLedger,
} from './database-tools.ts';

/** What everything that looks at it must say. */
export interface Expected {
  readonly integrity: Integrity;
  readonly known: Identity['known'];
}

export interface DatabaseCase {
  readonly name: string;
  readonly forge: DatabaseForgery;
  /** By app and command line, of the records. */
  readonly records: Expected;
  /** By app, command line and offline page, of the bundle that is exported from them despite everything. */
  readonly bundle: Integrity;
}

export const forger = newKey();
export const PINNED = 'pinned';
export const NEWEST = "(SELECT row FROM reading WHERE instr(document, '99.9%') > 0 ORDER BY row DESC LIMIT 1)";
export const CHANGED_WORDS = "replace(document, '99.9%', '90.0%')";
export const PRINTED =
  "(SELECT sha256 FROM attachment WHERE media_type = 'application/pdf' AND name LIKE '%等级%' LIMIT 1)";

/** A chain that is made anew cannot carry a stamp of the old one. */
export const unstamped =
  (edit: Edit = (entry) => entry): Edit =>
  (entry) =>
    entry.kind === 'timestamp-attached' ? { ...entry, kind: 'settings-changed', payload: {} } : edit(entry);
export const WITHOUT_STAMP = by("DELETE FROM paper WHERE desk = 'evidence' AND kind = 'timestamp'");

/** The chain made anew, and the stamp of the old one gone from everywhere. */
export const madeAnew = (edit?: Edit, signer?: EntrySigner): DatabaseForgery =>
  all(rebuild(unstamped(edit), signer), WITHOUT_STAMP);

export const change = (
  name: string,
  forge: DatabaseForgery,
  integrity: Integrity,
  { bundle = integrity, known = PINNED }: { readonly bundle?: Integrity; readonly known?: Identity['known'] } = {},
): DatabaseCase => ({ name, forge, records: { integrity, known }, bundle });

/** Rewrites one entry as it stands, without touching the others. */
export const oneEntry =
  (which: (entry: LedgerEntry) => boolean, edit: (entry: LedgerEntry) => LedgerEntry | undefined): DatabaseForgery =>
  (database: Database) => {
    const entries = entriesIn(database);
    const at = entries.findIndex(which);
    if (at === -1) throw new Error('there is no such entry');
    const edited = edit(entries[at] as LedgerEntry);
    writeLedger(database, entries.toSpliced(at, 1, ...(edited ? [edited] : [])));
  };

export const decided = ({ kind }: LedgerEntry): boolean => kind === 'acceptance-decided';
export const settings = ({ kind }: LedgerEntry): boolean => kind === 'settings-changed';

export const renamed = (of: LedgerEntry): LedgerEntry => ({
  ...of,
  payload: { ...(of.payload as JsonObject), person: { name: '王伪', role: '总经理' } },
});

export const rehashed = (of: LedgerEntry): LedgerEntry => {
  const payloadHash = sha256Hex(canonicalBytes(of.payload));
  const { hash: _hash, signature, payload, ...core } = { ...of, payloadHash };
  const again = sha256Hex(canonicalBytes(core));
  return { ...core, ...(payload === undefined ? {} : { payload }), hash: again, ...(signature ? { signature } : {}) };
};

/** A decision that was never made, put behind the end. */
export const appended =
  (signed: boolean): DatabaseForgery =>
  (database) => {
    const entries = entriesIn(database);
    const head = entries.at(-1) as LedgerEntry;
    const model = entries.find(decided) as LedgerEntry;
    const id = '11111111-2222-4333-8444-555555555555';
    const payload = { ...(model.payload as JsonObject), id, previousLedgerHash: head.hash };
    const draft = { at: model.at, kind: model.kind, subject: `acceptance:${id}`, payload, clock: model.clock };
    const made = appendEntry(head, draft, { digest: sha256, ...(signed ? { signer: forger } : {}) });
    writeLedger(database, [...entries, made]);
    const { version } = payload as unknown as { version: { id: string } };
    database
      .prepare('INSERT INTO acceptance (id, version_id, decision, record, decided_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, version.id, 'accepted', canonicalJson(payload), model.at);
  };

export const instantly = records((record) => ({
  ...record,
  review: { ...(record['review'] as JsonObject), openedAt: (record['time'] as JsonObject)['utc'] as string },
}));

export const YEAR_EARLIER = (text: unknown): string => (typeof text === 'string' ? text.replace('2026-', '2025-') : '');

export function replaceStamp(bytes: string): DatabaseForgery {
  return by(`UPDATE attachment SET bytes = ${bytes} WHERE name = 'answer.tsr'`);
}

/** The forger's public key among those that the app knows, in place of the device's. */
export function knownKey(): readonly string[] {
  return [
    `UPDATE setting SET value = json_set(value, '$.publicKey', '${forger.publicKey}', '$.id', '${forger.id}') WHERE name = 'device-key'`,
  ];
}
