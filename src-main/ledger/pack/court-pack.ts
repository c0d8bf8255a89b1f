import { canonicalBytes } from '../canonical-json.ts';
import type { ChainHead, Digest } from '../entry.ts';
import { toHex } from '../hex.ts';
import { type BundleFile, writeZip } from '../zip-write.ts';

/** One row of the list of evidence, in the words in which it was printed. */
export interface PackRow {
  readonly number: number;
  readonly name: string;
  readonly origin: string;
  readonly form: string;
  readonly purpose: string;
  readonly pages: string;
  /** Paths of its files inside the pack. */
  readonly files: readonly string[];
}

/** A file of a pack; `entry`: the sequence of the ledger's entry that names its hash. */
export interface PackFile extends BundleFile {
  readonly entry?: number;
}

export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly entry?: number;
}

/**
 * The pack's list of itself: what a program reads of the list of evidence. The ledger holds its hash, in an entry that the bundle
 * inside shows; the bundle cannot stand in it, for it is made afterwards, and proves itself.
 */
export interface PackManifest {
  readonly format: typeof PACK_FORMAT;
  /** UTC ISO. */
  readonly made: string;
  /** Where the ledger stood before the entry about this pack. */
  readonly head: ChainHead;
  readonly rows: readonly PackRow[];
  /** By path, without this list, the sums and the bundle. */
  readonly files: readonly PackedFile[];
}

export const PACK_FORMAT = 'assent-court-pack-1';
export const PACK_LIST = 'pack.json';
export const PACK_BUNDLE = 'ledger.assent.zip';
/** Hashes in the form that `sha256sum -c` and `shasum -a 256 -c` read. */
export const PACK_SUMS = 'SHA256SUMS.txt';

/** Lists a pack's files. The same files and rows give the same bytes. */
export function packManifest(
  said: Omit<PackManifest, 'format' | 'files'>,
  files: readonly PackFile[],
  digest: Digest,
): { readonly bytes: Uint8Array; readonly sha256: string } {
  const listed = files
    .map(({ path, bytes, entry }) => ({
      path,
      bytes: bytes.length,
      sha256: toHex(digest(bytes)),
      ...(entry === undefined ? {} : { entry }),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const manifest: PackManifest = { format: PACK_FORMAT, ...said, files: listed };
  const bytes = canonicalBytes(manifest);
  return { bytes, sha256: toHex(digest(bytes)) };
}

/** The pack as one ZIP: its files, its list, the bundle, and the sums of all of them. */
export function writePack(
  files: readonly BundleFile[],
  manifest: Uint8Array,
  bundle: Uint8Array,
  digest: Digest,
): Uint8Array<ArrayBuffer> {
  const all = [...files, { path: PACK_LIST, bytes: manifest }, { path: PACK_BUNDLE, bytes: bundle }].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  return writeZip([{ path: PACK_SUMS, bytes: sumsOf(all, digest) }, ...all]);
}

/** `<sha256>  <path>`, one file a line, in the order of the paths. */
export function sumsOf(files: readonly BundleFile[], digest: Digest): Uint8Array {
  return new TextEncoder().encode(files.map(({ path, bytes }) => `${toHex(digest(bytes))}  ${path}\n`).join(''));
}
