import { z } from 'zod';
import type { AcceptanceRecord } from '../../acceptance/record.ts';
import { canonicalText } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { TAG_KIND_NAMES } from '../../agreement/tag-kinds.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BundleReview, ImportedBundle } from '../../contract/evidence.ts';
import type { BundleReport } from '../../ledger/bundle-check.ts';
import { ENTRIES } from '../../ledger/bundle.ts';
import { canonicalJson, type JsonObject } from '../../ledger/canonical-json.ts';
import { signatureVerifier } from '../../ledger/device-key.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { readEntry } from '../../ledger/entry-shape.ts';
import { isHash } from '../../ledger/hex.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import { openBundle, type OpenedBundle, parseJson, utf8 } from '../../ledger/open-bundle.ts';
import { verifyOpened } from '../../ledger/verify-bundle.ts';
import type { Store } from '../../store/store.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { trustedRoots } from './timestamps.ts';

/** A version of the bundle, from the entry that saved it. */
interface BundledVersion {
  readonly id: string;
  readonly agreementId: string;
  readonly ordinal: number;
  readonly title: string;
  readonly fingerprint: string;
  readonly savedAt: string;
  readonly sourceId: string;
  readonly sourceSha256: string;
  readonly annexOf?: string;
  readonly document: AgreementDocument;
}

/** A bundle that was opened and verified, before anything of it is kept. */
export interface OpenedForReview {
  readonly file: ChosenFile;
  readonly bundle: OpenedBundle;
  readonly report: BundleReport;
  readonly versions: readonly BundledVersion[];
  readonly records: readonly AcceptanceRecord[];
  readonly review: BundleReview;
}

const DESK = 'evidence';
const KIND = 'bundle';
const STRUCTURE = /^versions\/[0-9a-f]{64}(?:-\d+)?\.json$/u;

/** Opens and verifies a bundle. @throws Refusal `bundle-unreadable`, `not-a-bundle`. */
export async function openForReview(ports: Ports, file: ChosenFile): Promise<OpenedForReview> {
  const { store } = ports;
  const bundle = openBundle(file.bytes);
  const { verifyTimestamp } = await import('../../ledger/timestamp.ts');
  const report = await verifyOpened(bundle, {
    digest: sha256,
    verifySignature: signatureVerifier,
    verifyTimestamp: (response, hash) =>
      verifyTimestamp(response, { hash }, { roots: trustedRoots(store), crypto: globalThis.crypto }),
  });
  const versions = report.ok ? versionsIn(bundle) : [];
  const records = report.records.map(({ record }) => record as unknown as AcceptanceRecord).filter(isRecord);
  return { file, bundle, report, versions, records, review: reviewOf(ports, file, report, versions, records) };
}

function reviewOf(
  ports: Ports,
  file: ChosenFile,
  report: BundleReport,
  versions: readonly BundledVersion[],
  records: readonly AcceptanceRecord[],
): BundleReview {
  return {
    bundleId: ports.newId(),
    name: file.name,
    sha256: sha256Hex(file.bytes),
    ok: report.ok,
    checks: report.checks,
    devices: report.devices,
    versions: versions.map(({ id, title, ordinal }) => ({
      title,
      ordinal,
      known: ports.store.agreements.version(id) !== undefined,
    })),
    decisions: records.map(({ agreement, version, decision, time, person, company }) => ({
      title: agreement.title,
      ordinal: version.ordinal,
      decision,
      decidedAt: time.utc,
      person: person.name,
      company: company.name,
    })),
    suggestedOrigin: records[0]?.company.name ?? file.name.replace(/(?:\.assent)?\.zip$/u, ''),
    ...(report.head ? { head: { sequence: report.head.sequence, hash: report.head.hash } } : {}),
  };
}

/**
 * Takes a verified bundle into the library, apart from one's own: its agreements carry the origin, its decisions are
 * theirs and read-only, and the bundle itself is kept whole, so that it can be verified again.
 * @throws Refusal `bundle-not-verified`, `bundle-nothing-new`.
 */
export function importBundle(ports: Ports, opened: OpenedForReview, origin: string): ImportedBundle {
  const { store, ledger } = ports;
  const { report, versions, records, file } = opened;
  if (!report.ok) throw notVerified();
  const fresh = versions.filter(({ id }) => store.agreements.version(id) === undefined);
  if (fresh.length === 0) throw nothingNew(versions.length);
  const at = ports.now().toISOString();
  const hash = sha256Hex(file.bytes);
  const id = ports.newId();
  return store.transaction(() => {
    const kept = { sha256: hash, name: file.name, mediaType: 'application/zip', bytes: file.bytes, at };
    store.attachments.keep(kept);
    const label = origin === 'own' ? `${origin} (2)` : origin;
    for (const version of fresh) takeVersion(store, opened, version, label, at);
    const decisions = records.filter((record) => takeRecord(store, record, fresh)).length;
    const body: Omit<ImportedBundle, 'id'> = {
      name: file.name,
      origin: label,
      sha256: hash,
      importedAt: at,
      versions: fresh.length,
      decisions,
      head: report.head ? `${report.head.sequence}:${report.head.hash}` : '',
    };
    store.papers.add({ id, desk: DESK, kind: KIND, state: 'imported', body, createdAt: at });
    ledger.append({ at, kind: 'bundle-imported', subject: `bundle:${id}`, payload: { ...body } });
    return { id, ...body };
  });
}

/** Bundles taken in so far, newest first. */
export function importedBundles(store: Store): readonly ImportedBundle[] {
  return store.papers
    .ofKind<Omit<ImportedBundle, 'id'>>(DESK, KIND)
    .map(({ id, body }) => ({ id, ...body }))
    .toReversed();
}

function takeVersion(
  store: Store,
  { bundle }: OpenedForReview,
  version: BundledVersion,
  origin: string,
  at: string,
): void {
  const { agreements } = store;
  const { document, agreementId } = version;
  const parent = version.annexOf === undefined ? undefined : agreements.version(version.annexOf);
  const known = agreements.agreement(agreementId);
  if (known && known.origin !== origin) throw otherOrigin(known.title, known.origin);
  if (!known) {
    const { provider } = document;
    const agreement = { id: agreementId, title: version.title, kind: document.kind, origin, createdAt: at };
    agreements.addAgreement({
      ...agreement,
      ...(provider === undefined ? {} : { provider }),
      ...(parent ? { annexOf: parent.agreementId } : {}),
    });
  }
  agreements.addVersion(
    {
      id: version.id,
      agreementId,
      ordinal: version.ordinal,
      title: version.title,
      fingerprint: version.fingerprint,
      sourceId: takeSource(store, bundle, version, origin, at),
      conspicuous: keyClauses(document).length,
      savedAt: version.savedAt,
      ...(parent ? { annexOf: parent.id } : {}),
    },
    document,
    utf8(bundle.files.get(`versions/${version.fingerprint}.txt`)) ?? '',
  );
}

/** The source's bytes, once: the same file may have come in before, here or elsewhere. */
function takeSource(
  store: Store,
  { files }: OpenedBundle,
  version: BundledVersion,
  origin: string,
  at: string,
): string {
  const known = store.sources.byHash(version.sourceSha256);
  if (known) return known.id;
  const [path, bytes] = [...files].find(([name]) => name.startsWith(`sources/${version.sourceSha256}.`)) ?? [];
  if (path === undefined || bytes === undefined) throw notVerified();
  const name = `${version.title}.${path.split('.').at(-1) ?? 'bin'}`;
  store.sources.add({ id: version.sourceId, name, bytes, sha256: version.sourceSha256, origin, at });
  store.sources.setReading(version.sourceId, { state: 'saved', choices: {}, at });
  return version.sourceId;
}

function takeRecord(store: Store, record: AcceptanceRecord, fresh: readonly BundledVersion[]): boolean {
  if (store.acceptances.byId(record.id) || !fresh.some(({ id }) => id === record.version.id)) return false;
  const { id, decision, time, version } = record;
  const row = { id, versionId: version.id, decision, decidedAt: time.utc };
  store.acceptances.add({ ...row, record: canonicalJson(record) });
  return true;
}

/** The versions whose saving the ledger shows and whose text and structure are in the bundle. */
function versionsIn({ files }: OpenedBundle): readonly BundledVersion[] {
  const structures = new Map<string, AgreementDocument>();
  for (const [path, bytes] of files) {
    const document = STRUCTURE.test(path) ? bundledDocument(parseJson(utf8(bytes)), files) : undefined;
    if (document) structures.set(sha256Hex(bytes), document);
  }
  return disclosedEntries(files).flatMap(({ kind, subject, at, payload }) => {
    if (kind !== 'version-saved') return [];
    const said = payload as JsonObject;
    const document = isHash(said['structure']) ? structures.get(said['structure']) : undefined;
    const [, id = ''] = subject.split(':');
    const { agreement, ordinal, title, fingerprint, source, sourceSha256, annexOf } = said;
    const whole =
      document !== undefined &&
      isId(id) &&
      isId(agreement) &&
      isId(source) &&
      typeof title === 'string' &&
      Number.isSafeInteger(ordinal) &&
      document.fingerprint === fingerprint &&
      isHash(fingerprint) &&
      isHash(sourceSha256);
    if (!whole) return [];
    const named = { id, agreementId: agreement, ordinal: ordinal as number, title, fingerprint };
    const annexed = isId(annexOf) ? { annexOf } : {};
    return [{ ...named, savedAt: at, sourceId: source, sourceSha256, ...annexed, document }];
  });
}

/** A structure whose shape the reader can show, and whose words are those of the text beside it. */
function bundledDocument(value: unknown, files: OpenedBundle['files']): AgreementDocument | undefined {
  const read = documentShape.safeParse(value);
  if (!read.success) return undefined;
  const document = value as AgreementDocument;
  return canonicalText(document) === utf8(files.get(`versions/${document.fingerprint}.txt`)) ? document : undefined;
}

const span = z.object({ start: z.int(), end: z.int(), strong: z.boolean(), underline: z.boolean() });
const lines = z.array(z.number()).length(2);
const documentShape = z.object({
  title: z.string(),
  kind: z.enum(['terms', 'sla', 'service-agreement', 'commitment-letter', 'privacy', 'form-list', 'guide', 'other']),
  language: z.enum(['zh', 'en', 'mixed']),
  fingerprint: z.string(),
  provider: z.string().optional(),
  lines,
  repairs: z.array(z.unknown()),
  blanks: z.array(z.unknown()),
  clauses: z.array(
    z.object({
      id: z.string().max(80),
      number: z.string().optional(),
      heading: z.string().optional(),
      level: z.number(),
      role: z.enum(['heading', 'clause', 'item', 'definition', 'table', 'signature', 'preamble']),
      text: z.string(),
      emphasis: z.array(span.extend({ origin: z.enum(['source', 'rule']) })),
      tags: z.array(z.object({ kind: z.enum(TAG_KIND_NAMES), because: z.string() })),
      lines,
    }),
  ),
  tables: z.array(z.object({ clause: z.string(), header: z.array(z.string()), rows: z.array(z.array(z.string())) })),
  facts: z.array(z.object({ kind: z.string(), unit: z.string(), clause: z.string(), quote: z.string() })),
});

function disclosedEntries(files: ReadonlyMap<string, Uint8Array>): readonly LedgerEntry[] {
  return (utf8(files.get(ENTRIES)) ?? '').split('\n').flatMap((line) => {
    const read = readEntry(parseJson(line));
    return 'entry' in read && read.entry.payload !== undefined ? [read.entry] : [];
  });
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/u.test(value);

function isRecord(record: AcceptanceRecord): boolean {
  const { id, version, agreement, time, person, company, decision } = record as Partial<AcceptanceRecord>;
  const texts = [agreement?.title, time?.utc, person?.name, company?.name];
  const decisions: readonly unknown[] = ['accepted', 'declined', 'set-aside'];
  return (
    isId(id) &&
    isId(version?.id) &&
    Number.isSafeInteger(version.ordinal) &&
    decisions.includes(decision) &&
    texts.every((text) => typeof text === 'string')
  );
}

function notVerified(): Refusal {
  return new Refusal(
    'bundle-not-verified',
    {
      zh: '证据包没有通过核验，没有导入任何内容。',
      en: 'The bundle does not verify; nothing was imported.',
    },
    { zh: '请向提供者重新索取原文件。', en: 'Ask for the original file again.' },
  );
}

function nothingNew(count: number): Refusal {
  return new Refusal(
    'bundle-nothing-new',
    count === 0
      ? { zh: '证据包里没有可以放进协议库的版本。', en: 'The bundle holds no version that could go into the library.' }
      : {
          zh: '证据包里的版本都已在本机（本机导出的，或先前导入过），没有重复导入。',
          en: 'All versions of the bundle are here already (made here, or imported before); nothing was imported twice.',
        },
    { zh: '核验结果仍然有效，可以关闭。', en: 'The verification stands; you can close it.' },
  );
}

function otherOrigin(title: string, origin: string): Refusal {
  return new Refusal(
    'bundle-other-origin',
    origin === 'own'
      ? {
          zh: `《${title}》是本机自己的协议，不能由外来的证据包添加版本，没有导入任何内容。`,
          en: `“${title}” is an agreement of your own; a bundle cannot add versions to it. Nothing was imported.`,
        }
      : {
          zh: `《${title}》先前以“${origin}”为来源导入，没有导入任何内容。`,
          en: `“${title}” was imported before under the origin “${origin}”. Nothing was imported.`,
        },
    { zh: '请使用同一来源名称。', en: 'Use the same name for the origin.' },
  );
}
