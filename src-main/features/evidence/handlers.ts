import { conclusionWords } from '../../acceptance/conclusion-told.ts';
import type { ProofFacts } from '../../acceptance/certificate-proof.ts';
import { recordSubject } from '../../acceptance/record.ts';
import { type Language, say, sentence } from '../../agreement/sentence.ts';
import type { Input } from '../../contract/index.ts';
import type { Handlers } from '../../contract/call.ts';
import type { evidenceCalls } from '../../contract/evidence.ts';
import type { AcceptanceDetail, AcceptanceLine, LedgerCheck, LedgerVerdict } from '../../contract/evidence.ts';
import { identityWords } from '../../ledger/integrity/verdict-words.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { Signer } from '../../pdf/sign/signer.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { checkLedger, checkTail, lastCheck } from './ledger-check.ts';
import { kindsOf, ledgerEntryView, ledgerLine } from './ledger-lines.ts';
import type { PassScope } from '../../kernel/integrity/pass.ts';
import { coverRows, notCovered } from '../../kernel/integrity/cover-rows.ts';
import { refuseFaulty } from '../../kernel/integrity/refuse.ts';
import { paperToPdf } from '../../kernel/paper-pdf.ts';
import { keptRecord } from '../../kernel/kept-records.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import type { RecordKinds } from '../../kernel/papers/unreadable.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { bundlePapers } from './bundle-records.ts';
import { refuseUnseenIn } from './leaving/adverse-seen.ts';
import { certificateSheet, certificateWords } from './certificate/certificate-sheet.ts';
import { registerCsv, registerJson, registerOnPaper } from './decision-log.ts';
import { chosenSigner } from '../../kernel/papers/signing-certificates.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { fileName } from '../../kernel/files/file-name.ts';
import { standingFacts } from './version-standing.ts';

/** Evidence: the ledger and its verification, decisions as their certificates say them, the register. */
export function evidenceHandlers(ports: Ports, kept: RecordKinds): Handlers<typeof evidenceCalls> {
  const { store, files } = ports;
  let tail: Promise<LedgerCheck> | undefined;
  const verified = async (): Promise<LedgerVerdict> => {
    const check = await checkLedger(store, ports.now().toISOString(), kept, await ports.anchors?.());
    tellChanged(ports, ['evidence']);
    return check;
  };

  return {
    'evidence.ledger': ({ offset, limit, group = 'all' }) => {
      const head = store.ledger.head();
      const entries =
        group === 'all'
          ? store.ledger.latest(limit, offset)
          : store.ledger.latestOfKinds(kindsOf(group), limit, offset);
      return {
        lines: entries.map((entry) =>
          ledgerLine(store, entry, { papers: kept.papers, instant: ports.now().toISOString() }),
        ),
        count: group === 'all' ? store.ledger.count() : store.ledger.countOfKinds(kindsOf(group)),
        ...(head ? { head: head.hash } : {}),
      };
    },

    'evidence.entry': ({ sequence }) => {
      const entry = store.ledger.at(sequence);
      if (!entry) throw unknownThing(sentence('evidence.handlers.evidence-handlers.evidence-entry'));
      return ledgerEntryView(store, entry, { papers: kept.papers, instant: ports.now().toISOString() });
    },

    'evidence.verify': verified,

    'evidence.cover': async () => {
      const { faults, identity } = await verified();
      const [fault] = faults;
      if (fault) throw notCovered(fault.text);
      if (identity.known === 'conflict') throw notCovered(identityWords(identity));
      await coverRows(ports, kept.papers);
      return verified();
    },

    'evidence.standing': async () => {
      tail ??= checkTail(store, ports.now().toISOString());
      const head = store.ledger.head();
      const last = lastCheck(store);
      return {
        count: store.ledger.count(),
        unsigned: store.ledger.unsigned(),
        tail: await tail,
        fileDamaged: ports.support.fileCheck().state === 'damaged',
        ...(last ? { last } : {}),
        ...(head ? { head: head.hash } : {}),
      };
    },

    'evidence.acceptances': () =>
      store.acceptances
        .all()
        .map((row) => acceptanceLine(ports, row))
        .toReversed(),

    'evidence.acceptance': ({ acceptanceId, language }) => acceptanceDetail(ports, acceptanceId, language),

    'evidence.certificate': (input) => issueCertificate(ports, input),

    'evidence.register': async ({ as, language, seen }) => {
      // What cannot be read is told by its id.
      for (const { id } of store.acceptances.all()) keptRecord(store, id);
      await refuseFaulty(ports, { entry: ({ kind }) => kind === 'acceptance-decided', decision: () => true });
      // Nothing is waited for between what was confirmed and what is taken.
      refuseUnseenIn(store, { kind: 'everything' }, seen);
      const day = beijingToday(ports.now());
      const name = `${say(sentence('evidence.decision-log.title'), language)} ${day}`;
      const saved = async (extension: string, bytes: Uint8Array) =>
        fileNamed(await files.save({ name: `${name}.${extension}`, bytes }));
      if (as === 'csv') return saved('csv', new TextEncoder().encode(registerCsv(ports, language)));
      if (as === 'json') return saved('json', new TextEncoder().encode(registerJson(ports)));
      const paper = registerOnPaper(ports, language, day);
      const head = store.ledger.head()?.hash ?? sha256Hex('');
      const { bytes } = await paperToPdf(ports, paper, {
        fingerprint: head,
        fingerprintOf: 'ledger-end',
        author: 'Assent',
        folio: 'of',
      });
      if (as === 'pdf') return saved('pdf', bytes);
      return (await ports.print.dialog(bytes, name)) ? { fileName: name } : undefined;
    },
  };
}

const fileNamed = (name: string | undefined) => (name === undefined ? undefined : { fileName: name });

function acceptanceLine({ store, now }: Ports, row: AcceptanceRow): AcceptanceLine {
  const { record } = keptRecord(store, row.id);
  const version = store.agreements.version(row.versionId);
  const told = standingFacts(store, row.versionId, now().toISOString());
  return {
    id: row.id,
    agreementId: version?.agreementId ?? record.agreement.id,
    versionId: row.versionId,
    title: record.version.title,
    ordinal: record.version.ordinal,
    decision: row.decision,
    decidedAt: row.decidedAt,
    person: record.person.name,
    company: record.company.name,
    origin: store.agreements.agreement(version?.agreementId ?? '')?.origin ?? 'own',
    ...(told ? { standing: lineStanding(told) } : {}),
  };
}

function lineStanding({ state: { state, since }, stands, period }: NonNullable<ReturnType<typeof standingFacts>>) {
  return { state, stands, ...(since === undefined ? {} : { since }), ...(period ? { by: period.by } : {}) };
}

function acceptanceDetail(ports: Ports, acceptanceId: string, language: Language): AcceptanceDetail {
  const { store } = ports;
  const row = store.acceptances.byId(acceptanceId);
  if (!row) throw unknownThing(sentence('evidence.handlers.acceptance-detail'));
  const entries = store.ledger.ofSubject(recordSubject(acceptanceId));
  const [entry] = entries;
  const certificates = entries
    .filter(({ kind }) => kind === 'certificate-issued')
    .map(({ at, payload }) => ({ at, ...(payload as { readonly name: string; readonly sha256: string }) }));
  return {
    line: acceptanceLine(ports, row),
    content: certificateWords(ports, row, 'none', language),
    ...madeIn(ports, row),
    certificates,
    ...contested(store, acceptanceId),
    ...(entry ? { place: `${entry.sequence}:${entry.hash}` } : {}),
  };
}

/** How the version of a decision was accepted in the world, for the head of its record. */
function madeIn({ store, now }: Ports, row: AcceptanceRow): Pick<AcceptanceDetail, 'made'> {
  const conclusion = standingFacts(store, row.versionId, now().toISOString())?.conclusion;
  if (!conclusion) return {};
  const { handledBy, said } = conclusion;
  const how = conclusionWords(conclusion, keptRecord(store, row.id).record.company.name);
  return { made: { how, said, ...(handledBy === undefined ? {} : { handledBy }) } };
}

/** Bundles that say otherwise of the same decision. */
function contested(store: Store, acceptanceId: string): Pick<AcceptanceDetail, 'contestedBy'> {
  const by = bundlePapers(store)
    .list()
    .filter(({ body }) => body.conflicts?.some(({ id }) => id === acceptanceId))
    .map(({ body: { name, origin } }) => ({ name, origin }));
  return by.length === 0 ? {} : { contestedBy: by };
}

async function issueCertificate(ports: Ports, { acceptanceId, language, seen, key }: Input<'evidence.certificate'>) {
  const { store } = ports;
  const row = store.acceptances.byId(acceptanceId);
  const [entry] = store.ledger.ofSubject(recordSubject(acceptanceId));
  if (!row || !entry) throw unknownThing(sentence('evidence.handlers.issue-certificate'));
  const { record: decided } = keptRecord(store, acceptanceId);
  const agreementId = store.agreements.version(row.versionId)?.agreementId;
  const asSeen = (): void => {
    if (store.agreements.ownAgreements().some(({ id }) => id === agreementId))
      refuseUnseenIn(store, { kind: 'acceptance', acceptanceId }, seen);
  };
  // At once, before anything is asked; and again where the words are taken, which happens at one go.
  asSeen();
  await refuseFaulty(ports, decisionScope(store, row));
  const signer = key && (await chosenSigner(ports, key));
  if (key && !signer) return undefined;
  asSeen();
  const sheet = await certificateSheet(ports, row, signatureOf(signer), language);
  const bytes = signer ? await signed(ports, sheet.bytes, signer, sheet.title) : sheet.bytes;
  const name = fileName(
    {
      company: decided.company.name,
      paper: `${sheet.title} ${sheet.of}`,
      state: signer ? say(sentence('evidence.handlers.signed'), language) : undefined,
      day: beijingToday(ports.now()),
    },
    'pdf',
  );
  const saved = await ports.files.save({ name, bytes });
  if (saved === undefined) return undefined;
  const kept = toKeep({ name, bytes });
  const signedBy = signer ? { signedBy: signer.certificate.subjectName } : {};
  record(ports, {
    entry: {
      kind: 'certificate-issued',
      subject: recordSubject(acceptanceId),
      payload: { sha256: kept.sha256, name, language, ...signedBy },
    },
    files: [kept],
    write: () => undefined,
    changed: ['evidence'],
  });
  return { fileName: saved, sha256: kept.sha256 };
}

/** A decision with its text and the source of that. */
function decisionScope(store: Store, { id, versionId }: AcceptanceRow): PassScope {
  const source = store.agreements.version(versionId)?.sourceId;
  const subjects = new Set([recordSubject(id), `version:${versionId}`, `source:${source ?? ''}`]);
  return { entry: ({ subject }) => subjects.has(subject), decision: (row) => row.id === id };
}

function signatureOf(signer: Signer | undefined): ProofFacts['signature'] {
  if (!signer) return 'none';
  const { selfIssued, issuerName } = signer.certificate;
  return selfIssued ? 'self-issued' : { issuer: issuerName };
}

async function signed(ports: Ports, bytes: Uint8Array, signer: Signer, reason: string): Promise<Uint8Array> {
  const { signPdf } = await import('../../pdf/sign/signature.ts');
  return signPdf(bytes, signer, { at: ports.now(), reason });
}
