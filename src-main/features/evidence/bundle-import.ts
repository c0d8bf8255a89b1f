import { sentence, words } from '../../agreement/sentence.ts';
import type { AcceptanceRecord } from '../../acceptance/record.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { BundleReview, ImportedBundle, TakenHistory } from '../../contract/evidence.ts';
import type { BundleReport } from '../../ledger/bundle-check.ts';
import { identityOf } from '../../ledger/verdict.ts';
import { type KnownIdentity, knownIdentity } from '../../kernel/integrity/bundle-identity.ts';
import { OWN, pinKey, pinsOf } from '../../kernel/integrity/key-pins.ts';
import { type BundleConflict, conflictsWith } from './bundle-conflicts.ts';
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
  readonly conflicts: readonly BundleConflict[];
  readonly known: KnownIdentity;
  /** The whole history that the bundle was made of here. */
  readonly history?: TakenHistory;
  readonly review: BundleReview;
}

/** Opens and verifies a bundle, or what was made one of. @throws Refusal `bundle-unreadable`, `not-a-bundle`. */
export async function openForReview(
  ports: Ports,
  file: ChosenFile,
  from?: { readonly history: TakenHistory; readonly report: (of: BundleReport) => BundleReport },
): Promise<OpenedForReview> {
  const { store } = ports;
  const bundle = openBundle(file.bytes);
  const { verifyTimestamp } = await import('../../ledger/timestamp.ts');
  const verified = await verifyOpened(bundle, {
    digest: sha256,
    verifySignature: signatureVerifier,
    verifyTimestamp: (response, hash) =>
      verifyTimestamp(response, { hash }, { roots: trustedRoots(store), crypto: globalThis.crypto }),
  });
  const report = from ? from.report(verified) : verified;
  const versions = report.ok ? versionsIn(bundle) : [];
  const records = recordsIn(report.records);
  const conflicts = conflictsWith(store, versions, records);
  const known = knownIdentity(store, report);
  const opened = {
    file,
    bundle,
    report,
    versions,
    records,
    conflicts,
    known,
    ...(from ? { history: from.history } : {}),
  };
  return { ...opened, review: reviewOf(ports, opened) };
}

function reviewOf(ports: Ports, opened: Omit<OpenedForReview, 'review'>): BundleReview {
  const { file, report, versions, records, conflicts, known } = opened;
  return {
    bundleId: ports.newId(),
    name: file.name,
    sha256: sha256Hex(file.bytes),
    ok: report.ok,
    integrity: report.integrity,
    identity: known.identity,
    ...(known.origin === undefined ? {} : { keyOf: known.origin }),
    conflicts: conflicts.map(({ text }) => text),
    time: report.time,
    checks: report.checks,
    devices: report.devices,
    versions: versions.map(({ id, title, ordinal }) => ({
      title,
      ordinal,
      known: ports.store.agreements.version(id) !== undefined,
    })),
    decisions: records.map(({ version, decision, time, person, company }) => ({
      title: version.title,
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
 * theirs and read-only, and the bundle itself is kept whole, so that it can be verified again. Its key is noted as the
 * origin's. A decision or version whose id is known for another content is not put over it: the bundle is kept, and both say
 * so from then on.
 * @throws Refusal `bundle-not-verified`, `bundle-nothing-new`, `bundle-key-conflict` unless `newKey` was said.
 */
export function importBundle(ports: Ports, opened: OpenedForReview, origin: string, newKey = false): ImportedBundle {
  const { store } = ports;
  const { report, versions, records, conflicts, file } = opened;
  if (!report.ok) throw notVerified();
  const label = origin === OWN ? `${origin} (2)` : origin;
  const { keyId } = report.identity;
  if (!newKey) refuseOtherKey(opened, pinsOf(store, label), label);
  const fresh = versions.filter(({ id }) => store.agreements.version(id) === undefined);
  if (fresh.length === 0 && conflicts.length === 0) throw nothingNew(versions.length);
  const at = ports.now().toISOString();
  const kept = toKeep(file);
  const id = ports.newId();
  return record(ports, () => {
    for (const version of fresh) takeVersion(store, opened, version, label, at);
    const decisions = records.filter((record) => takeRecord(store, record, fresh)).length;
    for (const happening of happeningsIn(opened.bundle)) {
      const known = fresh.some(({ id: versionId }) => versionId === happening.versionId);
      if (known && !store.papers.byId(happening.id)) addHappening(store, happening);
    }
    if (keyId !== undefined) pinKey(ports, label, keyId);
    const body: KeptBundle = {
      name: file.name,
      origin: label,
      sha256: kept.sha256,
      importedAt: at,
      versions: fresh.length,
      decisions,
      head: report.head ? `${report.head.sequence}:${report.head.hash}` : '',
      ...(keyId === undefined ? {} : { keyId }),
      ...(opened.history ? { history: opened.history } : {}),
      ...(conflicts.length === 0
        ? {}
        : { conflicts: conflicts.map(({ id: contested, text }) => ({ id: contested, text: words(text) })) }),
    };
    const { history, ...said } = body;
    return {
      entry: {
        at,
        kind: 'bundle-imported',
        subject: `bundle:${id}`,
        payload: {
          ...said,
          ...(history ? { history: { ...history } } : {}),
          conflicts: conflicts.map(({ id: contested }) => contested),
        },
      },
      files: [kept],
      write: () => {
        bundlePapers(store).put({ id, state: 'imported', body }, at);
        return { id, ...body };
      },
      changed: ['library', 'compare'],
    };
  });
}

/** A key that is not the one noted for whom the bundle is taken in as, or speaks for. */
function refuseOtherKey({ report, known }: OpenedForReview, pins: readonly string[], label: string): void {
  const { keyId } = report.identity;
  const noted = identityOf(keyId, pins, report.successors).known;
  if (known.identity.known !== 'conflict' && (pins.length === 0 || noted === 'pinned')) return;
  const of = known.identity.known === 'conflict' ? (known.origin ?? label) : label;
  throw new Refusal(
    'bundle-key-conflict',
    keyId === undefined
      ? sentence('evidence.bundle-import.bundle-unsigned-now', { origin: of })
      : sentence('evidence.bundle-import.bundle-key-conflict', { origin: of, keyId }),
    sentence('evidence.bundle-import.bundle-key-conflict.next'),
  );
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
