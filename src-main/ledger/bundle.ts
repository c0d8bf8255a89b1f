import { type Language, type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { canonicalBytes, canonicalJson } from './canonical-json.ts';
import { type ChainHead, type Digest, type EntrySigner, type LedgerEntry, skeleton, UNSIGNED } from './entry.ts';
import { hashesNamedBy } from './hashes-named.ts';
import { bundleGuide, guidePath, type GuideContents, type GuideFile, members } from './integrity/bundle-guide.ts';
import { toHex } from './hex.ts';
import { MOST_BYTES, MOST_FILES } from './zip-read.ts';
import { type BundleFile, writeZip } from './zip-write.ts';

/** What goes into an evidence bundle. Everything in it should be named, by its hash, in an entry of the ledger. */
export interface BundleContents {
  /** Imported files, whole; `extension` without the dot. */
  readonly sources: readonly { readonly extension: string; readonly bytes: Uint8Array }[];
  /** `document` is stored as canonical JSON: its hash is the record's `hashes.structure`. */
  readonly versions: readonly {
    readonly fingerprint: string;
    readonly canonicalText: string;
    readonly document: unknown;
  }[];
  /** Acceptance records, stored as canonical JSON. */
  readonly records: readonly { readonly id: string; readonly record: unknown }[];
  /** PDFs by the id of the record or letter. */
  readonly certificates: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  /** `name`: its kind and title. */
  readonly letters: readonly { readonly id: string; readonly bytes: Uint8Array; readonly name?: Sentence }[];
  /** What records name by its hash besides: the printed text, pictures of clauses, authorisations, answers, scans. */
  readonly attachments?: readonly { readonly extension: string; readonly bytes: Uint8Array }[] | undefined;
  /** The whole ledger, or all of it after `from`, in order and with payloads. */
  readonly entries: readonly LedgerEntry[];
  readonly from?: ChainHead | undefined;
  /** Entries to show whole besides those that name a file of the bundle. */
  readonly disclose?: ((entry: LedgerEntry) => boolean) | undefined;
  /** RFC 3161 answers by the sequence of the entry that they stamp. */
  readonly timestamps: readonly { readonly sequence: number; readonly bytes: Uint8Array }[];
  /** Public keys (hex) of every device that signed an entry. */
  readonly deviceKeys: readonly string[];
  /** The offline verifier, one HTML file. */
  readonly verifier: Uint8Array;
}

/** The bundle's list of itself. Holds nothing that does not follow from the other files. */
export interface BundleManifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly from?: ChainHead;
  readonly head: ChainHead;
  /** By path; `manifest.json` and `manifest.sig` are not in it. */
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
  /** Id of the device key that signs the hash of this manifest in `manifest.sig`, or `unsigned`. */
  readonly signedBy: string;
}

export const BUNDLE_FORMAT = 'assent-evidence-bundle-1';
/** The formats of an acceptance record; the list only grows, and none of them ever changes. */
export const RECORD_FORMATS = ['assent-acceptance-record-1', 'assent-acceptance-record-2'] as const;
export const MANIFEST = 'manifest.json';
export const MANIFEST_SIGNATURE = 'manifest.sig';
export const ENTRIES = 'ledger/entries.jsonl';
export const KEYS = 'keys/device.pub';
export const VERIFIER = 'verify.html';
/** First word of each line of `keys/device.pub`: `assent-ed25519 <id> <public key>`. */
export const KEY_WORD = 'assent-ed25519';

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/**
 * Makes the bundle. Pure and deterministic: the same contents give the same bytes.
 * @param by `language`: of whoever makes it; the readable guide is called and begins in it
 * @throws Refusal `bundle-empty` without a ledger entry, `bundle-too-large`; TypeError for an id that cannot be a file
 * name (a defect of the caller).
 */
export function buildBundle(
  contents: BundleContents,
  by: { readonly digest: Digest; readonly signer?: EntrySigner | undefined; readonly language?: Language },
): Uint8Array<ArrayBuffer> {
  const { language = 'zh' } = by;
  const hash = (bytes: Uint8Array): string => toHex(by.digest(bytes));
  const last = contents.entries.at(-1);
  if (!last) throw emptyLedger();
  const papers = byPath([...paperFiles(contents, hash), ...versionFiles(contents, hash)]);
  const named = new Set(papers.map(({ bytes }) => hash(bytes)));
  const files = byPath([
    ...papers,
    { path: guidePath(language), bytes: bundleGuide(guideOf(contents, papers, hash), language) },
    { path: ENTRIES, bytes: entryLines(contents, named) },
    { path: KEYS, bytes: keyLines(contents.deviceKeys, by.digest) },
    { path: VERIFIER, bytes: contents.verifier },
  ]);
  refuseTooLarge(files);
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    ...(contents.from ? { from: { sequence: contents.from.sequence, hash: contents.from.hash } } : {}),
    head: { sequence: last.sequence, hash: last.hash },
    files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: hash(bytes) })),
    signedBy: by.signer?.id ?? UNSIGNED,
  };
  const manifestBytes = canonicalBytes(manifest);
  const signature = by.signer
    ? [{ path: MANIFEST_SIGNATURE, bytes: encode(toHex(by.signer.sign(by.digest(manifestBytes)))) }]
    : [];
  return writeZip([{ path: MANIFEST, bytes: manifestBytes }, ...signature, ...files]);
}

/** Which file of the bundle is what, for whoever reads it. */
function guideOf(
  { records, attachments = [], sources, certificates, letters }: BundleContents,
  papers: readonly BundleFile[],
  hash: (bytes: Uint8Array) => string,
): GuideContents {
  const pathOf = new Map(papers.map(({ path, bytes }) => [hash(bytes), path]));
  const file = (sha256: unknown, what: Sentence): readonly GuideFile[] => {
    const path = typeof sha256 === 'string' ? pathOf.get(sha256) : undefined;
    return path === undefined ? [] : [{ path, what }];
  };
  const decisions = records.map(({ id, record }) => {
    const { canonicalText, renderedPdf } = members(members(record)['hashes']);
    const named = (of: string): boolean => of === id || of.startsWith(`${id}-`);
    return {
      record,
      files: [
        ...(typeof canonicalText === 'string'
          ? [{ path: `versions/${canonicalText}.txt`, what: sentence('ledger.guide.text') }]
          : []),
        ...file(renderedPdf, sentence('ledger.guide.print')),
        ...sourcesNamed(record).flatMap(({ name, sha256 }) => file(sha256, sentence('ledger.guide.source', { name }))),
        { path: `records/${id}.json`, what: sentence('ledger.guide.record') },
        ...certificates
          .filter((one) => named(one.id))
          .map((one) => ({ path: `certificates/${one.id}.pdf`, what: sentence('ledger.guide.certificate') })),
      ],
    };
  });
  return {
    decisions,
    others: [
      ...letters.map(({ id, name }) => ({
        path: `letters/${id}.pdf`,
        what: name ? sentence('ledger.guide.named-letter', { name }) : sentence('ledger.guide.letter'),
      })),
      { path: VERIFIER, what: sentence('ledger.guide.verifier') },
      { path: ENTRIES, what: sentence('ledger.guide.ledger', { files: sources.length + attachments.length }) },
    ],
  };
}

function sourcesNamed(record: unknown): readonly { readonly name: string; readonly sha256: unknown }[] {
  const { sources } = members(record);
  return (Array.isArray(sources) ? sources : []).map((source: unknown) => {
    const { name, sha256 } = members(source);
    return { name: typeof name === 'string' ? name : '—', sha256 };
  });
}

/** Files that are named after their hash or their id. */
function paperFiles(contents: BundleContents, hash: (bytes: Uint8Array) => string): readonly BundleFile[] {
  const { sources, attachments, records, certificates, letters, timestamps } = contents;
  return [
    ...sources.map(({ extension, bytes }) => ({ path: `sources/${hash(bytes)}.${safe(extension)}`, bytes })),
    ...(attachments ?? []).map(({ extension, bytes }) => ({
      path: `attachments/${hash(bytes)}.${safe(extension)}`,
      bytes,
    })),
    ...records.map(({ id, record }) => ({ path: `records/${safe(id)}.json`, bytes: canonicalBytes(record) })),
    ...certificates.map(({ id, bytes }) => ({ path: `certificates/${safe(id)}.pdf`, bytes })),
    ...letters.map(({ id, bytes }) => ({ path: `letters/${safe(id)}.pdf`, bytes })),
    ...timestamps.map(({ sequence, bytes }) => ({ path: `timestamps/${sequence}.tsr`, bytes })),
  ];
}

/**
 * Text and structure of each version. One text may have been saved twice (a provider that went back to an earlier
 * wording) with structures that differ in their line numbers: the second is numbered, by the order of the hashes.
 */
function versionFiles({ versions }: BundleContents, hash: (bytes: Uint8Array) => string): readonly BundleFile[] {
  const structures = new Map<string, Map<string, Uint8Array>>();
  const texts = versions.map(({ fingerprint, canonicalText, document }) => {
    const structure = canonicalBytes(document);
    const ofText = structures.get(fingerprint) ?? new Map<string, Uint8Array>();
    structures.set(fingerprint, ofText.set(hash(structure), structure));
    return { path: `versions/${safe(fingerprint)}.txt`, bytes: encode(canonicalText) };
  });
  const numbered = [...structures].flatMap(([fingerprint, ofText]) =>
    [...ofText]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, bytes], index) => ({
        path: `versions/${fingerprint}${index === 0 ? '' : `-${index + 1}`}.json`,
        bytes,
      })),
  );
  return [...texts, ...numbered];
}

/**
 * One canonical entry a line: whole where it is disclosed, or where it alone vouches for a file of the bundle; otherwise its
 * skeleton. Another decision on a text of the same source is nobody's business here.
 */
function entryLines({ entries, disclose }: BundleContents, named: ReadonlySet<string>): Uint8Array {
  const shown = entries.filter((entry) => disclose?.(entry) === true);
  const vouched = new Set(shown.flatMap((entry) => hashesNamedBy(entry)));
  const open = new Set([...named].filter((hash) => !vouched.has(hash)));
  const whole = new Set(shown);
  const lines = entries.map((entry) => {
    const discloses = whole.has(entry) || hashesNamedBy(entry).some((hash) => open.has(hash));
    return `${canonicalJson(discloses ? entry : skeleton(entry))}\n`;
  });
  return encode(lines.join(''));
}

function keyLines(publicKeys: readonly string[], digest: Digest): Uint8Array {
  const lines = [...new Set(publicKeys)].map((key) => {
    const raw = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return `${KEY_WORD} ${toHex(digest(raw)).slice(0, 32)} ${key}\n`;
  });
  return encode(lines.toSorted().join(''));
}

/** Sorted by path; the same file given twice counts once. */
function byPath(files: readonly BundleFile[]): readonly BundleFile[] {
  const unique = new Map(files.map((file) => [file.path, file]));
  return [...unique.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function safe(name: string): string {
  if (!SAFE_NAME.test(name)) throw new TypeError(`${JSON.stringify(name)} cannot be a file name in a bundle`);
  return name;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function emptyLedger(): Refusal {
  return new Refusal(
    'bundle-empty',
    sentence('ledger.bundle.bundle-empty'),
    sentence('ledger.bundle.bundle-empty.next'),
  );
}

function refuseTooLarge(files: readonly BundleFile[]): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (files.length < MOST_FILES && bytes < MOST_BYTES) return;
  throw new Refusal(
    'bundle-too-large',
    sentence('ledger.bundle.bundle-too-large'),
    sentence('ledger.bundle.bundle-too-large.next'),
  );
}
