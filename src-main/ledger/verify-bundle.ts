import { sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { ENTRIES, KEY_WORD, KEYS, MANIFEST, MANIFEST_SIGNATURE, VERIFIER } from './bundle.ts';
import { bad, type BundleReport, type BundleVerification, good, lacking, remark, unchecked } from './bundle-check.ts';
import { checkPapers } from './bundle-papers.ts';
import { canonicalJson } from './canonical-json.ts';
import { verifyChain } from './chain.ts';
import { UNSIGNED } from './entry.ts';
import { readEntry } from './entry-shape.ts';
import { fromHex, isHash, toHex } from './hex.ts';
import { chainChecks, knownHeadChecks } from './bundle-chain.ts';
import { isSoundKey } from './integrity/sound-key.ts';
import { type Check, identityOf, integrityOf, isOk, timeOf, type TimeSource } from './verdict.ts';
import { openBundle, type OpenedBundle, parseJson, utf8 } from './open-bundle.ts';

const CONTAINER = sentence('ledger.verify-bundle.container');
const FILES = sentence('ledger.verify-bundle.files');
const SEAL = sentence('ledger.verify-bundle.seal');
const DEVICES = sentence('ledger.verify-bundle.devices');

/** Everything that a bundle is made of: whatever else lies in it, nobody can vouch for. */
const LAYOUT =
  /^(?:(?:sources|versions|records|certificates|letters|attachments|timestamps)\/[^/]+|ledger\/entries\.jsonl|keys\/device\.pub|verify\.html|说明\.html|README\.html)$/u;

/**
 * Verifies a bundle from its bytes alone. Never throws for what the bytes hold: whatever cannot be opened is a failed
 * check. A bundle that somebody made anew from end to end, with a key of their own, is consistent in itself; only
 * `expectedHead`, a trusted timestamp or a device id known from elsewhere tells it from the original.
 */
export async function verifyBundle(bytes: Uint8Array, by: BundleVerification): Promise<BundleReport> {
  let bundle: OpenedBundle;
  try {
    bundle = openBundle(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const check = bad(CONTAINER, error.sentence);
    return {
      ok: false,
      integrity: 'altered',
      identity: identityOf(undefined),
      time: timeOf([]),
      checks: [check],
      records: [],
      successors: new Map(),
      devices: [],
    };
  }
  return verifyOpened(bundle, by);
}

/** Verifies a bundle that is already open; see `verifyBundle`. */
export async function verifyOpened(bundle: OpenedBundle, by: BundleVerification): Promise<BundleReport> {
  const hashes = await hashFiles(bundle, by);
  const keys = await readKeys(bundle, by);
  const { values, stray } = readLines(bundle);
  const chain = await verifyChain(values, {
    digest: by.digest,
    verifySignature: by.verifySignature(keys.publicKeys),
    expectedHead: bundle.manifest.head,
    from: bundle.manifest.from,
  });
  const known = await knownHeadChecks(values, bundle, by);
  const entries = values.flatMap((value) => {
    const read = readEntry(value);
    return 'entry' in read ? [read.entry] : [];
  });
  const papers = await checkPapers(bundle, { hashes, entries, sound: chain.ok }, by);
  const checks = [
    containerCheck(bundle),
    ...fileChecks(bundle, hashes),
    await sealCheck(bundle, hashes, keys.publicKeys, by),
    ...keys.checks,
    ...chainChecks(chain, stray, bundle.manifest.from),
    ...known,
    ...papers.checks,
  ];
  const integrity = integrityOf(checks);
  const anchored: TimeSource['anchored'] = known.some(({ ok }) => ok === true) ? ['printed-head'] : [];
  return {
    ok: isOk({ integrity, checks }),
    integrity,
    identity: identityOf(signerOf(bundle), by.pins, chain.successors),
    time: timeOf(papers.stamps, anchored),
    checks,
    records: papers.records,
    ...(chain.head ? { head: chain.head } : {}),
    successors: chain.successors,
    devices: chain.devices,
  };
}

/**
 * The key that signed the list, and so stands for all that is in the bundle. Without it nobody vouches for where the ledger ends:
 * whoever has a bundle can take the last entries off.
 */
function signerOf({ manifest }: OpenedBundle): string | undefined {
  return manifest.signedBy === UNSIGNED ? undefined : manifest.signedBy;
}

async function hashFiles(bundle: OpenedBundle, { digest }: BundleVerification): Promise<ReadonlyMap<string, string>> {
  const hashed = await Promise.all(
    [...bundle.files].map(async ([path, bytes]) => [path, toHex(await digest(bytes))] as const),
  );
  return new Map(hashed);
}

function containerCheck({ asWritten }: OpenedBundle): Check {
  return asWritten
    ? good(CONTAINER, sentence('ledger.verify-bundle.as-made'))
    : remark(CONTAINER, sentence('ledger.verify-bundle.packed-anew'));
}

/** Every file is listed with its size and hash, and every listed file is there. */
function fileChecks(bundle: OpenedBundle, hashes: ReadonlyMap<string, string>): readonly Check[] {
  const { manifest, manifestCanonical, files } = bundle;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const faults: Check[] = [];
  if (!manifestCanonical) faults.push(bad(FILES, sentence('ledger.verify-bundle.list-not-canonical')));
  if (listed.size !== manifest.files.length) {
    faults.push(bad(FILES, sentence('ledger.verify-bundle.list-names-file-twice')));
  }
  for (const [path, { bytes, sha256 }] of listed) {
    const file = files.get(path);
    if (!file) faults.push(lacking(FILES, sentence('ledger.verify-bundle.file-missing', { path })));
    else if (file.length !== bytes || hashes.get(path) !== sha256) {
      faults.push(bad(FILES, sentence('ledger.verify-bundle.file-altered', { path })));
    }
  }
  for (const path of files.keys()) {
    if (path !== MANIFEST && path !== MANIFEST_SIGNATURE && !listed.has(path)) {
      faults.push(bad(FILES, sentence('ledger.verify-bundle.file-added', { path })));
    }
  }
  for (const path of listed.keys()) {
    if (!LAYOUT.test(path)) faults.push(bad(FILES, sentence('ledger.verify-bundle.file-foreign', { path })));
  }
  for (const path of [ENTRIES, KEYS, VERIFIER]) {
    if (!listed.has(path)) faults.push(lacking(FILES, sentence('ledger.verify-bundle.list-lacks', { path })));
  }
  if (faults.length > 0) return faults;
  return [good(FILES, sentence('ledger.verify-bundle.files-agree', { count: listed.size }))];
}

async function sealCheck(
  { manifest, files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  publicKeys: readonly string[],
  by: BundleVerification,
): Promise<Check> {
  const signature = utf8(files.get(MANIFEST_SIGNATURE));
  if (manifest.signedBy === UNSIGNED) {
    return signature === undefined
      ? remark(SEAL, sentence('ledger.verify-bundle.list-not-signed'))
      : bad(SEAL, sentence('ledger.verify-bundle.unsigned-with-signature'));
  }
  if (signature === undefined) return lacking(SEAL, sentence('ledger.verify-bundle.list-signature-missing'));
  if (!/^[0-9a-f]{128}$/.test(signature)) return bad(SEAL, sentence('ledger.verify-bundle.list-signature-damaged'));
  const hash = fromHex(hashes.get(MANIFEST) ?? '');
  const verdict = await by.verifySignature(publicKeys)(manifest.signedBy, hash, fromHex(signature));
  switch (verdict) {
    case 'valid':
      return good(SEAL, sentence('ledger.verify-bundle.list-signed', { signedBy: manifest.signedBy }));
    case 'unchecked':
      return unchecked(SEAL, sentence('ledger.verify-bundle.list-signature-unchecked'));
    case 'unknown-key':
      return lacking(SEAL, sentence('ledger.verify-bundle.list-key-missing'));
    case 'invalid':
      return bad(SEAL, sentence('ledger.verify-bundle.list-signature-invalid'));
  }
}

/** The public keys that the bundle brings; each must have the id that follows from it. */
async function readKeys(
  { files }: OpenedBundle,
  { digest }: BundleVerification,
): Promise<{ readonly publicKeys: readonly string[]; readonly checks: readonly Check[] }> {
  const publicKeys: string[] = [];
  const faults: Check[] = [];
  const text = utf8(files.get(KEYS)) ?? '';
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const [word, id, key, ...rest] = line.split(' ');
    const fits = word === KEY_WORD && isHash(key) && rest.length === 0;
    if (fits && !isSoundKey(key))
      faults.push(bad(DEVICES, sentence('ledger.verify-bundle.key-unsound', { line: index + 1 })));
    else if (fits && toHex(await digest(fromHex(key))).slice(0, 32) === id) publicKeys.push(key);
    else faults.push(bad(DEVICES, sentence('ledger.verify-bundle.key-differs-from-id', { line: index + 1 })));
  }
  if (text !== '' && !text.endsWith('\n')) faults.push(bad(DEVICES, sentence('ledger.verify-bundle.keys-cut-off')));
  return { publicKeys, checks: faults };
}

/** The lines of the ledger; each must be one canonical entry. */
function readLines({ files }: OpenedBundle): {
  readonly values: readonly unknown[];
  readonly stray: readonly number[];
} {
  const lines = (utf8(files.get(ENTRIES)) ?? '').split('\n');
  const stray: number[] = [];
  // A sound file ends in a line feed: what stands after the last one is a line cut off.
  if (lines.pop() !== '') stray.push(lines.length + 1);
  const values = lines.map((line, index) => {
    const value = parseJson(line);
    if (value === undefined || !isCanonical(value, line)) stray.push(index + 1);
    return value;
  });
  return { values, stray };
}

function isCanonical(value: unknown, line: string): boolean {
  try {
    return canonicalJson(value) === line;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
