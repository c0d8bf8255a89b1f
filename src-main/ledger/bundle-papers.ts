import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import { bad, type BundleCheck, type BundleRecord, type BundleVerification, good, remark } from './bundle-check.ts';
import { isCanonicalJson, type JsonObject } from './canonical-json.ts';
import type { LedgerEntry } from './entry.ts';
import { readEntry } from './entry-shape.ts';
import { hashesNamedBy } from './hashes-named.ts';
import { isObject, type OpenedBundle, parseJson, utf8 } from './open-bundle.ts';

const PAPERS = sentence('ledger.bundle-papers.papers');
const TEXTS = sentence('ledger.bundle-papers.texts');
const RECORDS = sentence('ledger.bundle-papers.records');
const STAMPS = sentence('ledger.bundle-papers.stamps');

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
  /** Lines of the ledger as parsed. */
  readonly values: readonly unknown[];
  /** The chain verified: only then its entries can vouch for anything. */
  readonly sound: boolean;
}

/** Checks what the files say against each other and against the ledger. */
export async function checkPapers(
  bundle: OpenedBundle,
  { hashes, values, sound }: Read,
  by: BundleVerification,
): Promise<{ readonly checks: readonly BundleCheck[]; readonly records: readonly BundleRecord[] }> {
  const entries = values.flatMap((value) => {
    const read = readEntry(value);
    return 'entry' in read ? [read.entry] : [];
  });
  const vouching = new Map<string, LedgerEntry>();
  for (const entry of entries)
    for (const hash of hashesNamedBy(entry)) if (!vouching.has(hash)) vouching.set(hash, entry);
  const records = readRecords(bundle, hashes, vouching);
  return {
    records,
    checks: [
      ...vouchChecks(bundle, hashes, vouching, sound),
      ...summed(
        TEXTS,
        textFaults(bundle, hashes),
        '文本与其指纹一致。',
        'Each text has the fingerprint that it is filed under.',
      ),
      ...summed(
        RECORDS,
        recordFaults(bundle, hashes, vouching),
        `${records.length} 份记录完整，所述文本、来源和台账位置相符。`,
        `Records, whole and in agreement with the texts, the sources and their place in the ledger: ${records.length}.`,
      ),
      ...(await stampChecks(bundle, entries, by)),
    ],
  };
}

function vouchChecks(
  { files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  vouching: ReadonlyMap<string, LedgerEntry>,
  sound: boolean,
): readonly BundleCheck[] {
  if (!sound) {
    return [
      bad(
        PAPERS,
        '台账本身未通过核验，不能为任何文件佐证。',
        'The ledger itself did not verify: it vouches for nothing.',
      ),
    ];
  }
  const papers = [...files.keys()].filter((path) => VOUCHED.test(path));
  const faults = papers
    .filter((path) => !vouching.has(hashes.get(path) ?? ''))
    .map((path) => bad(PAPERS, `台账没有记载 ${path} 的哈希。`, `No entry of the ledger names the hash of ${path}.`));
  return summed(
    PAPERS,
    faults,
    `${papers.length} 个文件的哈希都记载在台账中。`,
    `The ledger names the hash of each of ${papers.length} files.`,
  );
}

function textFaults({ files }: OpenedBundle, hashes: ReadonlyMap<string, string>): readonly BundleCheck[] {
  return [...files].flatMap(([path, bytes]) => {
    const named = (TEXT.exec(path) ?? SOURCE.exec(path) ?? ATTACHMENT.exec(path))?.[1];
    if (named !== undefined && hashes.get(path) !== named) {
      return [bad(TEXTS, `${path} 与文件名中的指纹不符。`, `${path} does not have the hash that its name says.`)];
    }
    const fingerprint = STRUCTURE.exec(path)?.[1];
    if (fingerprint === undefined) return [];
    const structure = parseJson(utf8(bytes));
    const fits =
      isObject(structure) && structure.fingerprint === fingerprint && files.has(`versions/${fingerprint}.txt`);
    return fits ? [] : [bad(TEXTS, `${path} 与其文本不符。`, `${path} does not belong to its text.`)];
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
    return [{ id, record: record as JsonObject, ...(entry ? { sequence: entry.sequence } : {}) }];
  });
}

function recordFaults(
  { files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  vouching: ReadonlyMap<string, LedgerEntry>,
): readonly BundleCheck[] {
  return [...files].flatMap(([path, bytes]) => {
    const id = RECORD.exec(path)?.[1];
    if (id === undefined) return [];
    const text = utf8(bytes);
    const record = parseJson(text);
    if (text === undefined || !isObject(record) || !isCanonicalJson(text)) {
      return [bad(RECORDS, `${path} 无法识别。`, `${path} cannot be read.`)];
    }
    const said = (zh: string, en: string): BundleCheck => bad(RECORDS, `${path}：${zh}`, `${path}: ${en}`);
    const entry = vouching.get(hashes.get(path) ?? '');
    const fingerprint = isObject(record.hashes) ? record.hashes.canonicalText : undefined;
    const sources = Array.isArray(record.sources) ? record.sources : [];
    const missing = sources.filter((source: unknown) => !isObject(source) || !hasSource(files, source.sha256));
    return [
      ...(record.id === id ? [] : [said('编号与文件名不符。', 'its id is not that of the file.')]),
      ...(typeof fingerprint === 'string' && files.has(`versions/${fingerprint}.txt`)
        ? []
        : [said('所接受的文本不在包内。', 'the text that it is about is not in the bundle.')]),
      ...(missing.length === 0 && sources.length > 0
        ? []
        : [said('来源文件不在包内。', 'a source that it names is not in the bundle.')]),
      ...(entry === undefined || entry.previous === record.previousLedgerHash
        ? []
        : [said('所述台账位置不符。', 'it names another place in the ledger than its entry has.')]),
    ];
  });
}

function hasSource(files: ReadonlyMap<string, Uint8Array>, sha256: unknown): boolean {
  return [...files.keys()].some((path) => SOURCE.exec(path)?.[1] === sha256);
}

async function stampChecks(
  { files }: OpenedBundle,
  entries: readonly LedgerEntry[],
  { verifyTimestamp }: BundleVerification,
): Promise<readonly BundleCheck[]> {
  const checks: BundleCheck[] = [];
  for (const [path, bytes] of files) {
    const sequence = STAMP.exec(path)?.[1];
    if (sequence === undefined) continue;
    const entry = entries.find((candidate) => candidate.sequence === Number(sequence));
    if (!entry) {
      checks.push(
        bad(STAMPS, `${path} 对应的台账记录不在包内。`, `The entry that ${path} stamps is not in the bundle.`),
      );
    } else if (!verifyTimestamp) {
      checks.push(remark(STAMPS, `${path} 未核验。`, `${path} was not checked.`));
    } else {
      const { ok, trusted, why } = await verifyTimestamp(bytes, entry.hash);
      const place = sentence('ledger.bundle-papers.stamp-checks.place', { sequence, why });
      if (!ok) checks.push(bad(STAMPS, say(place, 'zh'), say(place, 'en')));
      else
        checks.push(
          trusted
            ? good(STAMPS, say(place, 'zh'), say(place, 'en'))
            : remark(STAMPS, say(place, 'zh'), say(place, 'en')),
        );
    }
  }
  if (checks.length > 0) return checks;
  return [
    remark(
      STAMPS,
      '没有外部时间戳：各项时间出自本机时钟。',
      'There is no external timestamp: all times are the device’s own clock.',
    ),
  ];
}

function summed(what: Sentence, faults: readonly BundleCheck[], zh: string, en: string): readonly BundleCheck[] {
  return faults.length > 0 ? faults : [good(what, zh, en)];
}
