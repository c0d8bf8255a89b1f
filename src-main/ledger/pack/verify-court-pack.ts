import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { ENTRIES } from '../bundle.ts';
import { bad, type BundleReport, type BundleVerification, good, lacking, remark } from '../bundle-check.ts';
import { isCanonicalJson } from '../canonical-json.ts';
import { readEntry } from '../entry-shape.ts';
import type { LedgerEntry } from '../entry.ts';
import { hashesNamedBy } from '../hashes-named.ts';
import { toHex } from '../hex.ts';
import { isObject, openBundle, parseJson, utf8 } from '../open-bundle.ts';
import { type Check, integrityOf, isOk } from '../verdict.ts';
import { verifyBundle } from '../verify-bundle.ts';
import { readZip } from '../zip-read.ts';
import { PACK_BUNDLE, PACK_LIST, PACK_SUMS, type PackManifest } from './court-pack.ts';
import { readManifest } from './pack-shape.ts';

const CONTAINER = sentence('ledger.court-pack.container');
const LIST = sentence('ledger.court-pack.list');
const FILES = sentence('ledger.court-pack.files');
const SUMS = sentence('ledger.court-pack.sums');
const VOUCHED = sentence('ledger.court-pack.vouched');

type Files = ReadonlyMap<string, Uint8Array>;
type Hashes = ReadonlyMap<string, string>;
type Listed = Pick<PackManifest, 'rows' | 'files'>;

/** A pack or a bundle, whichever the file is. */
export async function verifyEvidence(bytes: Uint8Array, by: BundleVerification): Promise<BundleReport> {
  return (await verifyCourtPack(bytes, by)) ?? verifyBundle(bytes, by);
}

/** The bundle inside a court pack; undefined where the file is none. */
export function bundleInPack(bytes: Uint8Array): Uint8Array | undefined {
  const opened = opening(bytes);
  return opened?.files.has(PACK_LIST) ? opened.files.get(PACK_BUNDLE) : undefined;
}

/**
 * Verifies a court pack from its bytes alone: every file against the list, the list against the ledger's own entry about it, every
 * piece of the record against the entry that names it, and the bundle inside as any bundle. Undefined where the file is no pack.
 */
export async function verifyCourtPack(bytes: Uint8Array, by: BundleVerification): Promise<BundleReport | undefined> {
  const opened = opening(bytes);
  const text = utf8(opened?.files.get(PACK_LIST));
  if (!opened || !opened.files.has(PACK_LIST)) return undefined;
  const { files, asWritten } = opened;
  const hashes = await hashesOf(files, by);
  const inner = files.get(PACK_BUNDLE);
  const report = await verifyBundle(inner ?? new Uint8Array(), by);
  const manifest = text === undefined ? undefined : readManifest(text);
  const entries = inner ? entriesOf(inner) : [];
  const checks: readonly Check[] = [
    asWritten
      ? good(CONTAINER, sentence('ledger.court-pack.as-made'))
      : remark(CONTAINER, sentence('ledger.court-pack.packed-anew')),
    ...(manifest && text !== undefined && isCanonicalJson(text)
      ? [
          ...fileChecks(manifest, files, hashes),
          ...vouchChecks(manifest, entries),
          listCheck(hashes.get(PACK_LIST), entries),
        ]
      : [bad(LIST, sentence('ledger.court-pack.list-unreadable'))]),
    sumsCheck(files, hashes),
    ...(inner ? [] : [lacking(FILES, sentence('ledger.court-pack.file-missing', { path: PACK_BUNDLE }))]),
    ...report.checks,
  ];
  const integrity = integrityOf(checks);
  return { ...report, ok: isOk({ integrity, checks }), integrity, checks };
}

function opening(bytes: Uint8Array): { readonly files: Files; readonly asWritten: boolean } | undefined {
  try {
    const { files, asWritten } = readZip(bytes);
    const paths = files.map(({ path }) => path);
    return { files: new Map(files.map((file) => [file.path, file.bytes])), asWritten: asWritten && isInOrder(paths) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The sums first, everything else by its path: as packs are written. */
const isInOrder = ([first, ...rest]: readonly string[]): boolean =>
  first === PACK_SUMS && rest.every((path, index) => index === 0 || (rest[index - 1] ?? '') < path);

async function hashesOf(files: Files, { digest }: BundleVerification): Promise<Hashes> {
  const hashed = await Promise.all(
    [...files].map(async ([path, bytes]) => [path, toHex(await digest(bytes))] as const),
  );
  return new Map(hashed);
}

/** Every file is listed with its size and hash, every listed file is there, and every row has its files. */
function fileChecks({ rows, files: listed }: Listed, files: Files, hashes: Hashes): readonly Check[] {
  const known = new Set([PACK_LIST, PACK_SUMS, PACK_BUNDLE, ...listed.map(({ path }) => path)]);
  const faults = [
    ...listed.flatMap(({ path, bytes, sha256 }): readonly Check[] => {
      const file = files.get(path);
      if (!file) return [lacking(FILES, sentence('ledger.court-pack.file-missing', { path }))];
      return file.length === bytes && hashes.get(path) === sha256
        ? []
        : [bad(FILES, sentence('ledger.court-pack.file-altered', { path }))];
    }),
    ...[...files.keys()].filter((path) => !known.has(path)).map((path) => bad(FILES, added(path))),
    ...rows
      .flatMap((row) => row.files)
      .filter((path) => !known.has(path))
      .map((path) => bad(FILES, sentence('ledger.court-pack.row-without-file', { path }))),
  ];
  return faults.length > 0
    ? faults
    : [good(FILES, sentence('ledger.court-pack.files-agree', { count: listed.length, rows: rows.length }))];
}

const added = (path: string): Sentence => sentence('ledger.court-pack.file-added', { path });

/** Each piece of the record is named by the entry that the list says. */
function vouchChecks({ files }: Listed, entries: readonly LedgerEntry[]): readonly Check[] {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  const vouched = files.filter(({ entry }) => entry !== undefined);
  const faults = vouched.flatMap(({ path, sha256, entry = 0 }): readonly Check[] => {
    const naming = bySequence.get(entry);
    return naming && hashesNamedBy(naming).includes(sha256)
      ? []
      : [bad(VOUCHED, sentence('ledger.court-pack.not-vouched', { path, entry }))];
  });
  return faults.length > 0
    ? faults
    : [good(VOUCHED, sentence('ledger.court-pack.all-vouched', { count: vouched.length }))];
}

/** The ledger says that it made this list. */
function listCheck(hash: string | undefined, entries: readonly LedgerEntry[]): Check {
  const made = entries.find(
    ({ kind, payload }) => kind === 'court-pack-made' && isObject(payload) && payload['manifest'] === hash,
  );
  return made
    ? good(LIST, sentence('ledger.court-pack.list-in-ledger', { entry: made.sequence }))
    : bad(LIST, sentence('ledger.court-pack.list-not-in-ledger'));
}

function sumsCheck(files: Files, hashes: Hashes): Check {
  const text = utf8(files.get(PACK_SUMS));
  if (text === undefined) return lacking(SUMS, sentence('ledger.court-pack.file-missing', { path: PACK_SUMS }));
  const lines = [...hashes]
    .filter(([path]) => path !== PACK_SUMS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`);
  return text === lines.join('')
    ? good(SUMS, sentence('ledger.court-pack.sums-agree'))
    : bad(SUMS, sentence('ledger.court-pack.sums-differ'));
}

/** The entries of the bundle inside; none where it cannot be opened, which its own checks say. */
function entriesOf(bundle: Uint8Array): readonly LedgerEntry[] {
  try {
    const lines = (utf8(openBundle(bundle).files.get(ENTRIES)) ?? '').split('\n');
    return lines.flatMap((line) => {
      const read = readEntry(parseJson(line));
      return 'entry' in read ? [read.entry] : [];
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
