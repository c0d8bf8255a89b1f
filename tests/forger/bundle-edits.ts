import { Point } from '@noble/ed25519';
import { KEY_WORD, KEYS } from '../../src-main/ledger/bundle.ts';
import { canonicalBytes, type JsonObject } from '../../src-main/ledger/canonical-json.ts';
import { deviceId } from '../../src-main/ledger/device-key.ts';
import type { LedgerEntry } from '../../src-main/ledger/entry.ts';
import { toHex } from '../../src-main/ledger/hex.ts';
import { sha256Hex } from '../../src-main/ledger/node-digest.ts';
import { timestampRequest } from '../../src-main/ledger/timestamp-request.ts';
import type { Integrity } from '../../src-main/ledger/verdict.ts';
import { newKey } from '../unit/ledger/sample-chain.ts';
import {
  type BundleForgery,
  entriesOf,
  type Files,
  filesOf,
  headOf,
  listed,
  madeAnew,
  packed,
  paths,
  putEntries,
  textOf,
} from './bundle-tools.ts';
import { type Edit, rebuilt, records } from './database-tools.ts';
import type { Stage } from './stage.ts';
import { recordId } from './bundle-tools.ts';

export interface BundleCase {
  readonly name: string;
  readonly forge: BundleForgery;
  readonly integrity: Integrity;
  /** Whose key stands at its end. */
  readonly signer: 'device' | 'forger' | 'nobody' | 'someone';
}

export const forger = newKey();

export const wordsOf = (clause: JsonObject): string => (typeof clause['text'] === 'string' ? clause['text'] : '');

export const forged = (
  name: string,
  forge: BundleForgery,
  integrity: Integrity,
  signer: BundleCase['signer'] = 'nobody',
): BundleCase => ({ name, forge, integrity, signer });

/** Path of the text with the promised availability, and of its structure. */
export const promised = (files: Files, ending: string): string =>
  paths(files, new RegExp(`^versions/[^/]+${ending}$`, 'u')).find((path) => textOf(files, path).includes('99.9%')) ??
  '';

export const firstOf = (files: Files, folder: string): string => paths(files, new RegExp(`^${folder}/`, 'u'))[0] ?? '';

export const editLine = (
  files: Files,
  which: (entry: LedgerEntry) => boolean,
  edit: (entry: LedgerEntry) => unknown,
): void => {
  const entries = entriesOf(files);
  const at = entries.findIndex(which);
  putEntries(files, entries.toSpliced(at, 1, ...[edit(entries[at] as LedgerEntry) as LedgerEntry].filter(Boolean)));
};

export const decided = ({ kind }: LedgerEntry): boolean => kind === 'acceptance-decided';
export const saved = ({ kind, subject }: LedgerEntry, id: string): boolean =>
  kind === 'version-saved' && subject === id;

/** Replaces a structure by a changed one, and has every entry and record that names it follow. */
export const restructured =
  (change: (structure: JsonObject) => JsonObject): BundleForgery =>
  (stage) => {
    const before = filesOf(stage);
    const path = promised(before, '\\.json');
    const bytes = canonicalBytes(change(JSON.parse(textOf(before, path)) as JsonObject));
    const [old, fresh] = [sha256Hex(before.get(path) ?? new Uint8Array()), sha256Hex(bytes)];
    const follow: Edit = (entry) => ({
      ...entry,
      payload: JSON.parse(JSON.stringify(entry.payload ?? {}).replaceAll(old, fresh)) as JsonObject,
    });
    return madeAnew(follow, forger, (files) => files.set(path, bytes))(stage);
  };

export const clausesWith = (change: (clause: JsonObject) => JsonObject) => (structure: JsonObject) => ({
  ...structure,
  clauses: (structure['clauses'] as JsonObject[]).map((clause) =>
    wordsOf(clause).includes('99.9%') ? change(clause) : clause,
  ),
});

export const reviewed = (change: (review: JsonObject, record: JsonObject) => JsonObject): Edit =>
  records((record) => ({ ...record, review: change(record['review'] as JsonObject, record) }));

export const clausesOf = (review: JsonObject): readonly JsonObject[] =>
  Array.isArray(review['clauses']) ? (review['clauses'] as JsonObject[]) : [];

/** Order of the group of Ed25519: added to the second half of a signature, it gives another one that careless checks take. */
export const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
export const malleated = (signature: string): string => {
  const bytes = Uint8Array.from(signature.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  const scalar = bytes.subarray(32).reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + ORDER;
  const second = Uint8Array.from({ length: 32 }, (_, index) => Number((scalar >> BigInt(8 * index)) & 0xffn));
  return toHex(Uint8Array.from([...bytes.subarray(0, 32), ...second]));
};

/** The point that is nothing: signatures that fit it can be written by anybody. */
export const NOBODY = toHex(Point.ZERO.toBytes());
export const nobodysKey = {
  id: deviceId(NOBODY),
  publicKey: NOBODY,
  sign: () => Uint8Array.from([...Point.ZERO.toBytes(), ...new Uint8Array(32)]),
};

export const restamped =
  (of: (entry: LedgerEntry) => string, edit: Edit = (entry) => entry): BundleForgery =>
  (stage) => {
    const files = filesOf(stage);
    const [path = ''] = paths(files, /^timestamps\//u);
    const sequence = Number(/\d+/u.exec(path)?.[0]);
    const first = rebuilt(entriesOf(files), edit, forger);
    const stamped = first.find((entry) => entry.sequence === sequence) as LedgerEntry;
    const answer = stage.authority.answer(timestampRequest(of(stamped), new Uint8Array(8).fill(5)));
    const follow: Edit = (entry) =>
      entry.kind === 'timestamp-attached'
        ? { ...entry, payload: { sequence, hash: stamped.hash, sha256: sha256Hex(answer) } }
        : edit(entry);
    files.set(path, answer);
    const entries = rebuilt(entriesOf(files), follow, forger);
    putEntries(files, entries);
    for (const { payload, kind } of entries)
      if (kind === 'acceptance-decided') files.set(`records/${recordId(payload)}.json`, canonicalBytes(payload));
    files.set(KEYS, new TextEncoder().encode(`${KEY_WORD} ${forger.id} ${forger.publicKey}\n`));
    return packed(listed(files, forger, headOf(files)));
  };

export const inYears = (years: number): Edit => {
  const later = (text: string): string => text.replaceAll('2026-', `${2026 + years}-`);
  return (entry) => ({
    ...entry,
    at: later(entry.at),
    payload: JSON.parse(later(JSON.stringify(entry.payload ?? {}))) as JsonObject,
  });
};

export const raw =
  (change: (bytes: Uint8Array, stage: Stage) => Uint8Array): BundleForgery =>
  (stage) =>
    change(stage.bundle, stage);
