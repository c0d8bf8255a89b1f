import { sentence } from '../../agreement/sentence.ts';
import type { AcceptanceRecord } from '../../acceptance/record.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BundleReview, ImportedBundle } from '../../contract/evidence.ts';
import type { BundleReport } from '../../ledger/bundle-check.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { signatureVerifier } from '../../ledger/device-key.ts';
import { sha256, sha256Hex } from '../../ledger/node-digest.ts';
import { openBundle, type OpenedBundle, utf8 } from '../../ledger/open-bundle.ts';
import { verifyOpened } from '../../ledger/verify-bundle.ts';
import type { Store } from '../../store/store.ts';
import { BUNDLED_READER } from '../../store/stored-reading.ts';
import { addHappening } from '../../kernel/history/happenings.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { happeningsIn } from './bundled-happenings.ts';
import { type BundledVersion, recordsIn, versionsIn } from './bundled-versions.ts';
import { trustedRoots } from '../../kernel/papers/timestamps.ts';
import { bundlePapers, type KeptBundle } from './bundle-records.ts';

/** A bundle that was opened and verified, before anything of it is kept. */
export interface OpenedForReview {
  readonly file: ChosenFile;
  readonly bundle: OpenedBundle;
  readonly report: BundleReport;
  readonly versions: readonly BundledVersion[];
  readonly records: readonly AcceptanceRecord[];
  readonly review: BundleReview;
}

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
  const records = recordsIn(report.records);
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
    integrity: report.integrity,
    identity: report.identity,
    time: report.time,
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
  const { store } = ports;
  const { report, versions, records, file } = opened;
  if (!report.ok) throw notVerified();
  const fresh = versions.filter(({ id }) => store.agreements.version(id) === undefined);
  if (fresh.length === 0) throw nothingNew(versions.length);
  const at = ports.now().toISOString();
  const kept = toKeep(file);
  const id = ports.newId();
  return record(ports, () => {
    const label = origin === 'own' ? `${origin} (2)` : origin;
    for (const version of fresh) takeVersion(store, opened, version, label, at);
    const decisions = records.filter((record) => takeRecord(store, record, fresh)).length;
    for (const happening of happeningsIn(opened.bundle)) {
      const known = fresh.some(({ id: versionId }) => versionId === happening.versionId);
      if (known && !store.papers.byId(happening.id)) addHappening(store, happening);
    }
    const body: KeptBundle = {
      name: file.name,
      origin: label,
      sha256: kept.sha256,
      importedAt: at,
      versions: fresh.length,
      decisions,
      head: report.head ? `${report.head.sequence}:${report.head.hash}` : '',
    };
    return {
      entry: { at, kind: 'bundle-imported', subject: `bundle:${id}`, payload: { ...body } },
      files: [kept],
      write: () => {
        bundlePapers(store).put({ id, state: 'imported', body }, at);
        return { id, ...body };
      },
      changed: ['library', 'compare'],
    };
  });
}

/** Bundles taken in so far, newest first. */
export function importedBundles(store: Store): readonly ImportedBundle[] {
  return bundlePapers(store)
    .list()
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
    { document, reader: BUNDLED_READER },
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

function notVerified(): Refusal {
  return new Refusal(
    'bundle-not-verified',
    sentence('evidence.bundle-import.bundle-not-verified'),
    sentence('evidence.bundle-import.bundle-not-verified.next'),
  );
}

function nothingNew(count: number): Refusal {
  return new Refusal(
    'bundle-nothing-new',
    count === 0
      ? sentence('evidence.bundle-import.bundle-nothing-new')
      : sentence('evidence.bundle-import.bundle-nothing-new-2'),
    sentence('evidence.bundle-import.bundle-nothing-new.next'),
  );
}

function otherOrigin(title: string, origin: string): Refusal {
  return new Refusal(
    'bundle-other-origin',
    origin === 'own'
      ? sentence('evidence.bundle-import.bundle-other-origin', { title })
      : sentence('evidence.bundle-import.bundle-other-origin-2', { title, origin }),
    sentence('evidence.bundle-import.bundle-other-origin.next'),
  );
}
