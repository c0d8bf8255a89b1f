import { canonicalText } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { carryIds } from '../../compare/align/carry.ts';
import type { DocumentDecision } from '../../contract/import.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
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
): Promise<readonly { versionId: string; agreementId: string }[]> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing({ zh: '这份来源文件', en: 'source' });
  const marked = await queue.markedText(source);
  const { documents } = read(marked, source.choices);
  return ports.store.transaction(() => {
    const saved = new Map<number, VersionRow>();
    for (const decision of decisions) {
      const document = documents[decision.index];
      if (!document) throw unknownThing({ zh: '这份文档', en: 'document' });
      saved.set(decision.index, saveVersion(ports, sourceId, document, decision, saved));
    }
    ports.store.sources.setReading(sourceId, { ...source, state: 'saved', at: ports.now().toISOString() });
    return [...saved.values()].map(({ id, agreementId }) => ({ versionId: id, agreementId }));
  });
}

function saveVersion(
  ports: Ports,
  sourceId: string,
  document: AgreementDocument,
  decision: DocumentDecision,
  saved: ReadonlyMap<number, VersionRow>,
): VersionRow {
  const { store, ledger } = ports;
  const at = ports.now().toISOString();
  const annexParent = document.annexOf === undefined ? undefined : saved.get(document.annexOf);
  const agreement =
    existingAgreement(ports, decision, saved) ?? newAgreement(ports, document, decision, annexParent, at);
  const earlier = store.agreements.versionsOf(agreement.id).at(-1);
  const before = earlier && store.agreements.document(earlier.id);
  const titled = { ...document, title: decision.title };
  const carried = before ? carryIds(before, titled) : titled;
  if (earlier?.fingerprint === document.fingerprint) throw alreadyThere(decision.title);
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
    carried,
    canonicalText(document),
  );
  ledger.append({
    at,
    kind: 'version-saved',
    subject: `version:${version.id}`,
    payload: {
      agreement: agreement.id,
      title: version.title,
      ordinal: version.ordinal,
      fingerprint: version.fingerprint,
      // Text, structure and source by their hashes: with these an evidence bundle can show that they are the ones saved.
      structure: sha256Hex(canonicalJson(carried)),
      source: sourceId,
      sourceSha256: store.sources.byId(sourceId)?.sha256 ?? 'unknown',
      ...(annexParent ? { annexOf: annexParent.id } : {}),
      lines: [...document.lines],
      repairs: document.repairs.length,
    },
  });
  return version;
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
  if (!agreement) throw unknownThing({ zh: '这份协议', en: 'agreement' });
  return agreement;
}

function newAgreement(
  ports: Ports,
  document: AgreementDocument,
  decision: DocumentDecision,
  annexParent: VersionRow | undefined,
  at: string,
): AgreementRow {
  const provider = decision.provider ?? document.provider;
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

function alreadyThere(title: string): Refusal {
  return new Refusal(
    'version-known',
    {
      zh: `“${title}”的文本与库中最新版本完全相同，没有存成新版本。`,
      en: `“${title}” is the very same text as the newest version in the library; no version was saved.`,
    },
    { zh: '取消勾选这份文档后再确认。', en: 'Untick this document, then confirm again.' },
  );
}
