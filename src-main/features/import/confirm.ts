import { sentence } from '../../agreement/sentence.ts';
import { canonicalText } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { readerName } from '../../agreement/reader.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { carryIds } from '../../compare/align/carry.ts';
import type { DocumentDecision, SavedVersion } from '../../contract/import.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { keepSketch } from '../../kernel/reading/sketches.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { AgreementRow, VersionRow } from '../../store/agreements.ts';
import type { ImportQueue } from './queue.ts';

/** Makes versions of the documents that were chosen: all of them in one transaction with their ledger entries, or none. */
export async function confirm(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  decisions: readonly DocumentDecision[],
  announced: (saved: readonly SavedVersion[]) => string | undefined = () => undefined,
): Promise<readonly SavedVersion[]> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing(sentence('import.confirm.confirm'));
  const marked = await queue.markedText(source);
  const { documents } = read(marked, source.choices);
  return recordTogether(ports, () => {
    const saved = new Map<number, VersionRow>();
    for (const decision of decisions) {
      const document = documents[decision.index];
      const shown = decision.fingerprint ?? document?.fingerprint;
      if (document?.fingerprint !== shown) throw readOtherwise(decision.title);
      if (!document) throw unknownThing(sentence('import.confirm.confirm-2'));
      saved.set(decision.index, saveVersion(ports, sourceId, document, decision, saved));
    }
    ports.store.sources.setReading(sourceId, { ...source, state: 'saved', at: ports.now().toISOString() });
    const versions = [...saved.values()].map(({ id, agreementId }): SavedVersion => ({ versionId: id, agreementId }));
    const newText = announced(versions);
    return versions.map((version) => (version.versionId === newText ? { ...version, announced: true } : version));
  });
}

function saveVersion(
  ports: Ports,
  sourceId: string,
  document: AgreementDocument,
  decision: DocumentDecision,
  saved: ReadonlyMap<number, VersionRow>,
): VersionRow {
  const { store } = ports;
  const at = ports.now().toISOString();
  const annexParent = document.annexOf === undefined ? undefined : saved.get(document.annexOf);
  const known = existingAgreement(ports, decision, saved);
  const earlier = known && store.agreements.versionsOf(known.id).at(-1);
  const before = earlier && store.agreements.document(earlier.id);
  const titled = { ...document, title: decision.title };
  const carried = before ? carryIds(before, titled) : titled;
  if (earlier?.fingerprint === document.fingerprint) throw alreadyThere(decision.title);
  return record(ports, () => {
    const agreement = known ?? newAgreement(ports, document, decision, annexParent, at);
    const version = store.agreements.addVersion(
      {
        id: ports.newId(),
        agreementId: agreement.id,
        title: decision.title,
        fingerprint: document.fingerprint,
        sourceId,
        conspicuous: keyClauses(carried).length,
        savedAt: at,
        ...(annexParent ? { annexOf: annexParent.id } : {}),
      },
      { document: carried, reader: readerName(ports.environment.build) },
      canonicalText(document),
    );
    keepSketch(store, version.id, carried);
    const payload = {
      agreement: agreement.id,
      title: version.title,
      ordinal: version.ordinal,
      fingerprint: version.fingerprint,
      // Text, structure and source by their hashes: with these an evidence bundle can show that they are the ones saved.
      structure: sha256Hex(canonicalJson(carried)),
      // The reading as it is stored, so that another one put in its place is noticed.
      reading: version.reading,
      source: sourceId,
      sourceSha256: store.sources.byId(sourceId)?.sha256 ?? 'unknown',
      ...(annexParent ? { annexOf: annexParent.id } : {}),
      lines: [...document.lines],
      repairs: document.repairs.length,
    };
    return {
      entry: { at, kind: 'version-saved', subject: `version:${version.id}`, payload },
      write: () => version,
      changed: ['library', 'import', 'compare', 'notices', 'letters', 'rights', 'agenda'],
    };
  });
}

function existingAgreement(
  ports: Ports,
  decision: DocumentDecision,
  saved: ReadonlyMap<number, VersionRow>,
): AgreementRow | undefined {
  const agreementId =
    decision.agreementId ?? (decision.follows === undefined ? undefined : saved.get(decision.follows)?.agreementId);
  if (agreementId === undefined) return undefined;
  const agreement = ports.store.agreements.agreement(agreementId);
  if (!agreement) throw unknownThing(sentence('import.confirm.existing-agreement'));
  return agreement;
}

function newAgreement(
  ports: Ports,
  document: AgreementDocument,
  decision: DocumentDecision,
  annexParent: VersionRow | undefined,
  at: string,
): AgreementRow {
  const named = decision.provider ?? document.provider;
  const provider = named === '' ? undefined : named;
  const agreement: AgreementRow = {
    id: ports.newId(),
    title: decision.title,
    kind: document.kind,
    origin: 'own',
    createdAt: at,
    ...(provider === undefined ? {} : { provider }),
    ...(annexParent ? { annexOf: annexParent.agreementId } : {}),
  };
  ports.store.agreements.addAgreement(agreement);
  return agreement;
}

/** What is read now is not what the person saw. */
function readOtherwise(title: string): Refusal {
  return new Refusal(
    'reading-changed',
    sentence('import.confirm.reading-changed', { title }),
    sentence('import.confirm.reading-changed.next'),
  );
}

function alreadyThere(title: string): Refusal {
  return new Refusal(
    'version-known',
    sentence('import.confirm.version-known', { title }),
    sentence('import.confirm.version-known.next'),
  );
}
