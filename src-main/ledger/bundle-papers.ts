import { type Sentence, sentence } from '../agreement/sentence.ts';
import { bad, type BundleRecord, type BundleVerification, good, lacking, remark, unchecked } from './bundle-check.ts';
import { RECORD_FORMATS } from './bundle.ts';
import { isCanonicalJson, type JsonObject } from './canonical-json.ts';
import type { LedgerEntry } from './entry.ts';
import { hashesNamedBy } from './hashes-named.ts';
import { examine, type Finding, RECORDS, STAMPS, TEXTS } from './integrity/examine.ts';
import { keptInBundle } from './integrity/kept-in-bundle.ts';
import { judgeStamp } from './integrity/stamp.ts';
import { showsTheWordsOf } from './integrity/words-of-structure.ts';
import type { Check, StampSeen } from './verdict.ts';
import { isObject, type OpenedBundle, parseJson, utf8 } from './open-bundle.ts';

const PAPERS = sentence('ledger.bundle-papers.papers');

/** Folders whose every file the ledger must name by its hash. */
const VOUCHED = /^(?:sources|versions|records|certificates|letters|attachments)\//;
const RECORD = /^records\/(.+)\.json$/;
const TEXT = /^versions\/([0-9a-f]{64})\.txt$/;
const STRUCTURE = /^versions\/([0-9a-f]{64})(?:-\d+)?\.json$/;
const SOURCE = /^sources\/([0-9a-f]{64})\.[A-Za-z0-9_-]+$/;
const ATTACHMENT = /^attachments\/([0-9a-f]{64})\.[A-Za-z0-9_-]+$/;
const STAMP = /^timestamps\/(\d+)\.tsr$/;

interface Read {
  /** Hash of each file by its path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Lines of the ledger that are entries. */
  readonly entries: readonly LedgerEntry[];
  /** The chain verified: only then its entries can vouch for anything. */
  readonly sound: boolean;
}

/** Checks what the files say against each other and against the ledger. */
export async function checkPapers(
  bundle: OpenedBundle,
  { hashes, entries, sound }: Read,
  by: BundleVerification,
): Promise<{
  readonly checks: readonly Check[];
  readonly records: readonly BundleRecord[];
  /** Time stamps that hold. */
  readonly stamps: readonly StampSeen[];
}> {
  const vouching = new Map<string, LedgerEntry>();
  for (const entry of entries)
    for (const hash of hashesNamedBy(entry)) if (!vouching.has(hash)) vouching.set(hash, entry);
  const records = readRecords(bundle, hashes, vouching);
  const { findings, stamps: told } = await examine(keptInBundle(bundle, hashes, entries), by);
  const stamps = await stampChecks(bundle, entries, by);
  const found = (what: Sentence): readonly Finding[] => findings.filter((finding) => finding.what === what);
  const others = findings.filter(({ what }) => what !== TEXTS && what !== RECORDS && what !== STAMPS);
  const stamped = [...found(STAMPS), ...stamps.checks];
  return {
    records,
    stamps: [...told, ...stamps.held],
    checks: [
      ...vouchChecks(bundle, hashes, vouching, sound),
      ...summed(TEXTS, [...textFaults(bundle, hashes), ...found(TEXTS)], sentence('ledger.bundle-papers.texts-whole')),
      ...summed(
        RECORDS,
        [...recordFaults(bundle), ...found(RECORDS)],
        sentence('ledger.bundle-papers.records-whole', { count: records.length }),
      ),
      ...others,
      ...(stamped.length > 0 ? stamped : [remark(STAMPS, sentence('ledger.bundle-papers.no-stamp'))]),
    ],
  };
}

function vouchChecks(
  { files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  vouching: ReadonlyMap<string, LedgerEntry>,
  sound: boolean,
): readonly Check[] {
  if (!sound) {
    // What is wrong with the ledger is said where it is: here its word is only missing.
    return [lacking(PAPERS, sentence('ledger.bundle-papers.ledger-unsound'))];
  }
  const papers = [...files.keys()].filter((path) => VOUCHED.test(path));
  const faults = papers
    .filter((path) => !vouching.has(hashes.get(path) ?? ''))
    .map((path) => bad(PAPERS, sentence('ledger.bundle-papers.hash-not-in-ledger', { path })));
  return summed(PAPERS, faults, sentence('ledger.bundle-papers.hashes-in-ledger', { count: papers.length }));
}

function textFaults({ files }: OpenedBundle, hashes: ReadonlyMap<string, string>): readonly Check[] {
  return [...files].flatMap(([path, bytes]) => {
    const named = (TEXT.exec(path) ?? SOURCE.exec(path) ?? ATTACHMENT.exec(path))?.[1];
    if (named !== undefined && hashes.get(path) !== named) {
      return [bad(TEXTS, sentence('ledger.bundle-papers.hash-not-of-name', { path }))];
    }
    const fingerprint = STRUCTURE.exec(path)?.[1];
    if (fingerprint === undefined) return [];
    const structure = parseJson(utf8(bytes));
    const text = utf8(files.get(`versions/${fingerprint}.txt`));
    const fits =
      isObject(structure) &&
      structure.fingerprint === fingerprint &&
      text !== undefined &&
      showsTheWordsOf(structure, text);
    return fits ? [] : [bad(TEXTS, sentence('ledger.bundle-papers.structure-of-other-text', { path }))];
  });
}

function readRecords(
  { files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  vouching: ReadonlyMap<string, LedgerEntry>,
): readonly BundleRecord[] {
  return [...files].flatMap(([path, bytes]) => {
    const id = RECORD.exec(path)?.[1];
    const record = id === undefined ? undefined : parseJson(utf8(bytes));
    if (id === undefined || !isObject(record)) return [];
    const entry = vouching.get(hashes.get(path) ?? '');
    const named = isObject(record.hashes) ? record.hashes.structure : undefined;
    const structure = [...files.keys()].find((name) => STRUCTURE.test(name) && hashes.get(name) === named);
    return [
      {
        id,
        record: record as JsonObject,
        ...(entry ? { sequence: entry.sequence } : {}),
        ...(structure === undefined ? {} : { structure }),
      },
    ];
  });
}

function recordFaults({ files }: OpenedBundle): readonly Check[] {
  return [...files].flatMap(([path, bytes]) => {
    const id = RECORD.exec(path)?.[1];
    if (id === undefined) return [];
    const text = utf8(bytes);
    const record = parseJson(text);
    if (text === undefined || !isObject(record) || !isCanonicalJson(text)) {
      return [bad(RECORDS, sentence('ledger.bundle-papers.record-unreadable', { path }))];
    }
    const said = (what: Sentence, fault = bad): Check =>
      fault(RECORDS, sentence('ledger.bundle-papers.in-record', { path, what }));
    const fingerprint = isObject(record.hashes) ? record.hashes.canonicalText : undefined;
    const sources = Array.isArray(record.sources) ? record.sources : [];
    const missing = sources.filter((source: unknown) => !isObject(source) || !hasSource(files, source.sha256));
    const earlier = recordsReliedOn(record).filter((relied) => !files.has(`records/${relied}.json`));
    return [
      ...(isKnownFormat(record.format)
        ? []
        : [said(sentence('ledger.bundle-papers.record-format-unknown'), unchecked)]),
      ...earlier.map((relied) =>
        said(sentence('ledger.bundle-papers.earlier-record-not-in-bundle', { record: relied }), lacking),
      ),
      ...(record.id === id ? [] : [said(sentence('ledger.bundle-papers.id-not-of-file'))]),
      ...(typeof fingerprint === 'string' && files.has(`versions/${fingerprint}.txt`)
        ? []
        : [said(sentence('ledger.bundle-papers.text-not-in-bundle'), lacking)]),
      ...(missing.length === 0 && sources.length > 0
        ? []
        : [said(sentence('ledger.bundle-papers.source-not-in-bundle'), lacking)]),
    ];
  });
}

/** A later build knows a format that this one can only show. */
const isKnownFormat = (format: unknown): boolean => RECORD_FORMATS.some((known) => known === format);

/** Ids of the earlier records in which clauses were seen that this one carries over. */
function recordsReliedOn(record: Readonly<Record<string, unknown>>): readonly string[] {
  const clauses = isObject(record['review']) ? record['review']['clauses'] : undefined;
  const ids = (Array.isArray(clauses) ? clauses : []).flatMap((clause: unknown) => {
    const attention = isObject(clause) ? clause['attention'] : undefined;
    return isObject(attention) && attention['how'] === 'inherited' ? [String(attention['recordId'])] : [];
  });
  return [...new Set(ids)];
}

function hasSource(files: ReadonlyMap<string, Uint8Array>, sha256: unknown): boolean {
  return [...files.keys()].some((path) => SOURCE.exec(path)?.[1] === sha256);
}

/** The stamps that no entry tells of: a stamp lies beside the entry that it stamps, whoever put it there. */
async function stampChecks(
  { files }: OpenedBundle,
  entries: readonly LedgerEntry[],
  { verifyTimestamp }: BundleVerification,
): Promise<{ readonly checks: readonly Check[]; readonly held: readonly StampSeen[] }> {
  const checks: Check[] = [];
  const held: StampSeen[] = [];
  const told = new Set(
    entries.flatMap(({ kind, payload }) =>
      kind === 'timestamp-attached' && isObject(payload) ? [JSON.stringify(payload['sequence'])] : [],
    ),
  );
  for (const [path, bytes] of files) {
    const sequence = STAMP.exec(path)?.[1];
    if (sequence === undefined || told.has(sequence)) continue;
    const entry = entries.find((candidate) => candidate.sequence === Number(sequence));
    if (!entry) {
      checks.push(lacking(STAMPS, sentence('ledger.bundle-papers.stamped-entry-not-in-bundle', { path })));
    } else if (!verifyTimestamp) {
      checks.push(unchecked(STAMPS, sentence('ledger.bundle-papers.stamp-not-checked', { path })));
    } else {
      const { ok, authority, trusted, why } = await judgeStamp(bytes, entry, verifyTimestamp);
      if (ok) held.push({ authority, trusted });
      const place = sentence('ledger.bundle-papers.stamp-of-entry', { sequence, why });
      const state = ok ? (trusted ? good : remark) : bad;
      checks.push(state(STAMPS, place));
    }
  }
  return { checks, held };
}

function summed(what: Sentence, faults: readonly Check[], whole: Sentence): readonly Check[] {
  return faults.length > 0 ? faults : [good(what, whole)];
}
