import { sentence } from '../../agreement/sentence.ts';
import { canonicalText } from '../../agreement/canonical.ts';
import { keyClauses } from '../../agreement/meaning/emphasise.ts';
import type { AgreementDocument, Reading } from '../../agreement/model.ts';
import { read } from '../../agreement/read.ts';
import { readerName } from '../../agreement/reader.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { carryIds } from '../../compare/align/carry.ts';
import type { DocumentDecision, QuestionAnswer, SavedVersion } from '../../contract/import.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { type Answered, answerPapers, answersEntry, questionsOf } from '../../kernel/reading/answers.ts';
import { keepSketch } from '../../kernel/reading/sketches.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { AgreementRow, VersionRow } from '../../store/agreements.ts';
import type { ImportQueue } from './queue.ts';

/** What a person confirms of a source. */
interface Confirmation {
  readonly decisions: readonly DocumentDecision[];
  readonly answers?: readonly QuestionAnswer[] | undefined;
  readonly announced?: (saved: readonly SavedVersion[]) => string | undefined;
}

/** Makes versions of the documents that were chosen: all of them in one transaction with their ledger entries, or none. */
export async function confirm(
  ports: Ports,
  queue: ImportQueue,
  sourceId: string,
  { decisions, answers = [], announced = () => undefined }: Confirmation,
): Promise<readonly SavedVersion[]> {
  const source = ports.store.sources.byId(sourceId);
  if (!source) throw unknownThing(sentence('import.confirm.confirm'));
  const marked = await queue.markedText(source);
  const reading = read(marked, source.choices);
  const { documents } = reading;
  const answered = answeredQuestions(ports, reading, decisions, answers);
  return recordTogether(ports, () => {
    const saved = new Map<number, VersionRow>();
    for (const decision of decisions) {
      const document = documents[decision.index];
      const shown = decision.fingerprint ?? document?.fingerprint;
      if (document?.fingerprint !== shown) throw readOtherwise(decision.title);
      if (!document) throw unknownThing(sentence('import.confirm.confirm-2'));
      saved.set(
        decision.index,
        saveVersion(ports, sourceId, document, { decision, saved, answered: answered(decision.index) }),
      );
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
  {
    decision,
    saved,
    answered,
  }: {
    readonly decision: DocumentDecision;
    readonly saved: ReadonlyMap<number, VersionRow>;
    readonly answered: readonly Answered[];
  },
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
      ...answersEntry(answered),
    };
    if (answered.length > 0) {
      const paper = { id: ports.newId(), subject: version.id, state: 'kept', body: { answers: answered } } as const;
      answerPapers(store).put(paper, at);
    }
    return {
      entry: { at, kind: 'version-saved', subject: `version:${version.id}`, payload },
      write: () => version,
      changed: ['library', 'import', 'compare', 'notices', 'letters', 'rights', 'agenda'],
    };
  });
}

/**
 * What was answered of what is asked, by the index of a document that is saved. What stands in a document that is left out is not
 * asked of the others.
 * @throws Refusal where something is not answered
 */
function answeredQuestions(
  ports: Ports,
  reading: Reading,
  decisions: readonly DocumentDecision[],
  answers: readonly QuestionAnswer[],
): (index: number) => readonly Answered[] {
  const chosen = new Set(decisions.map(({ index }) => index));
  const asked = questionsOf(reading).filter(({ document }) => document === undefined || chosen.has(document));
  const at = ports.now().toISOString();
  const said = ports.environment.osUser;
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const all = asked.map(({ document, ...question }) => {
    const given = byId.get(question.id);
    // A part that was not read has nothing seen or read that could count.
    if (!given || (question.kind === 'part' && given.answer !== 'not-part')) throw unanswered(asked.length);
    const { answer, reason } = given;
    return { document, answered: { ...question, answer, ...(reason === undefined ? {} : { reason }), said, at } };
  });
  return (index) => all.flatMap(({ document = index, answered }) => (document === index ? [answered] : []));
}

function unanswered(count: number): Refusal {
  return new Refusal(
    'questions-unanswered',
    sentence('import.confirm.questions-unanswered', { count }),
    sentence('import.confirm.questions-unanswered.next'),
  );
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
