import { ENTRIES, KEY_WORD, KEYS, MANIFEST, MANIFEST_SIGNATURE } from '../../src-main/ledger/bundle.ts';
import { canonicalBytes, canonicalJson, type JsonObject } from '../../src-main/ledger/canonical-json.ts';
import type { DeviceKey } from '../../src-main/ledger/device-key.ts';
import { type LedgerEntry, UNSIGNED } from '../../src-main/ledger/entry.ts';
import { toHex } from '../../src-main/ledger/hex.ts';
import { sha256, sha256Hex } from '../../src-main/ledger/node-digest.ts';
import { readZip } from '../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../src-main/ledger/zip-write.ts';
import { type Edit, rebuilt } from './database-tools.ts';
import type { Stage } from './stage.ts';

/** Id of the record that an entry's payload is. */
export const recordId = (payload: unknown): string => {
  const { id } = payload as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
};

export type Files = Map<string, Uint8Array>;
export type BundleForgery = (stage: Stage) => Uint8Array;

export const filesOf = ({ bundle }: Stage): Files =>
  new Map(readZip(bundle).files.map(({ path, bytes }) => [path, bytes]));

export const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.get(path));

/** Changes the words of one file; it must have them. */
export function reword(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = textOf(files, path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} does not say ${String(from)}`);
  files.set(path, new TextEncoder().encode(after));
}

/** Paths of a folder, or that fit. */
export const paths = (files: Files, fits: RegExp): readonly string[] =>
  [...files.keys()].filter((path) => fits.test(path));

export const remove = (files: Files, fits: RegExp): void => {
  const found = paths(files, fits);
  if (found.length === 0) throw new Error(`nothing is called ${String(fits)}`);
  for (const path of found) files.delete(path);
};

export const entriesOf = (files: Files): readonly LedgerEntry[] =>
  textOf(files, ENTRIES)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown as LedgerEntry);

export function putEntries(files: Files, entries: readonly unknown[]): void {
  files.set(ENTRIES, new TextEncoder().encode(entries.map((entry) => `${canonicalJson(entry)}\n`).join('')));
}

/** Packs the files in the order that a bundle has. */
export function packed(files: Files): Uint8Array {
  const place = (path: string): string => (path === MANIFEST ? '0' : path === MANIFEST_SIGNATURE ? '1' : `2${path}`);
  return writeZip(
    [...files].map(([path, bytes]) => ({ path, bytes })).toSorted((a, b) => (place(a.path) < place(b.path) ? -1 : 1)),
  );
}

/** Makes the list anew, so that it fits; by a key, or unsigned. `head`: where the ledger is said to end. */
export function listed(files: Files, signer?: DeviceKey, more: JsonObject = {}): Files {
  const before = JSON.parse(textOf(files, MANIFEST)) as JsonObject;
  files.delete(MANIFEST);
  files.delete(MANIFEST_SIGNATURE);
  const list = [...files]
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const bytes = canonicalBytes({ ...before, ...more, files: list, signedBy: signer?.id ?? UNSIGNED });
  files.set(MANIFEST, bytes);
  if (signer) files.set(MANIFEST_SIGNATURE, new TextEncoder().encode(toHex(signer.sign(sha256(bytes)))));
  return files;
}

/** Nothing but the files: the list does not fit any more. */
export const unlisted =
  (forge: (files: Files, stage: Stage) => void): BundleForgery =>
  (stage) => {
    const files = filesOf(stage);
    forge(files, stage);
    return packed(files);
  };

/** The files under a list that fits and that nobody signed. */
export const relisted =
  (forge: (files: Files, stage: Stage) => void, more?: (files: Files) => JsonObject): BundleForgery =>
  (stage) => {
    const files = filesOf(stage);
    forge(files, stage);
    return packed(listed(files, undefined, more?.(files)));
  };

const headOf = (files: Files): JsonObject => {
  const last = entriesOf(files).at(-1);
  return { head: { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' } };
};

/**
 * Everything made anew from the first entry, consistent in itself and signed by a key of the forger's, or by nobody. The stamp of the
 * old chain is left out, records follow their entries.
 */
export const madeAnew =
  (
    edit: Edit | undefined,
    signer: DeviceKey | undefined,
    more: (files: Files, stage: Stage) => void = () => undefined,
  ): BundleForgery =>
  (stage) => {
    const files = filesOf(stage);
    remove(files, /^timestamps\//u);
    more(files, stage);
    const unstamped: Edit = (entry) =>
      entry.kind === 'timestamp-attached'
        ? { ...entry, kind: 'settings-changed', payload: {} }
        : (edit?.(entry) ?? entry);
    const entries = rebuilt(entriesOf(files), unstamped, signer);
    putEntries(files, entries);
    for (const { kind, subject, payload } of entries) {
      if (kind !== 'acceptance-decided') continue;
      remove(files, new RegExp(`^records/${subject.replace('acceptance:', '')}\\.json$`, 'u'));
      files.set(`records/${recordId(payload)}.json`, canonicalBytes(payload));
    }
    files.set(KEYS, new TextEncoder().encode(signer ? `${KEY_WORD} ${signer.id} ${signer.publicKey}\n` : ''));
    return packed(listed(files, signer, headOf(files)));
  };

export { headOf };
