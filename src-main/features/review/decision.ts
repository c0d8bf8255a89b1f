import { assembleRecord } from '../../acceptance/assemble.ts';
import { type AcceptanceRecord, recordSubject } from '../../acceptance/record.ts';
import { absent, isAbsent, statedOr } from '../../acceptance/stated.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Input } from '../../contract/index.ts';
import type { DecisionSummary } from '../../contract/review.ts';
import { canonicalJson, type JsonValue } from '../../ledger/canonical-json.ts';
import { GENESIS, type LedgerEntry } from '../../ledger/entry.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import { companyById } from '../../kernel/companies.ts';
import { explanationsOf } from './explanations.ts';
import { unknownThing } from '../../kernel/failure.ts';
import {
  isForeign,
  type Matter,
  matterOf,
  printedVersion,
  redlineBetween,
  required,
  soFar,
  wordsFor,
} from '../../kernel/version-in-review.ts';
import { settleNotices } from '../notices/notice-moves.ts';
import type { Ports } from '../../kernel/ports.ts';

/** One decision as lists show it, with its place in the ledger. */
export function decisionSummary(ports: Ports, row: AcceptanceRow): DecisionSummary {
  const record = JSON.parse(row.record) as AcceptanceRecord;
  const entry = ports.store.ledger.ofSubject<LedgerEntry>(recordSubject(row.id))[0];
  const { reason } = record;
  return {
    id: row.id,
    decision: row.decision,
    decidedAt: row.decidedAt,
    person: record.person.name,
    role: record.person.role,
    company: record.company.name,
    ledger: { sequence: entry?.sequence ?? 0, hash: entry?.hash ?? GENESIS },
    ...(isAbsent(reason) ? {} : { reason }),
  };
}

/** Writes one decision. What was shown is printed first, so that its hash stands in the record. */
export async function decide(ports: Ports, input: Input<'review.decide'>): Promise<DecisionSummary> {
  const matter = matterOf(ports, input.versionId);
  if (isForeign(matter)) throw foreign(matter.agreement.origin);
  const rendering = await printedVersion(ports, matter);
  return recordDecision(ports, input, rendering.bytes);
}

/** Record and ledger entry in one transaction: both are there or neither, whatever ends the process. */
export function recordDecision(ports: Ports, input: Input<'review.decide'>, rendering: Uint8Array): DecisionSummary {
  const { store, ledger } = ports;
  const row = store.transaction((): AcceptanceRow => {
    // Read inside the transaction: nothing can have changed between what is checked and what is written.
    const matter = matterOf(ports, input.versionId);
    const record = recordOf(ports, matter, input, rendering);
    const decided: AcceptanceRow = {
      id: record.id,
      versionId: input.versionId,
      decision: input.decision,
      record: canonicalJson(record),
      decidedAt: record.time.utc,
    };
    store.attachments.keep({
      sha256: isAbsent(record.hashes.renderedPdf) ? sha256Hex(rendering) : record.hashes.renderedPdf,
      name: `${matter.version.title}.pdf`,
      mediaType: 'application/pdf',
      bytes: rendering,
      at: record.time.utc,
    });
    store.acceptances.add(decided);
    ledger.append({
      at: record.time.utc,
      kind: 'acceptance-decided',
      subject: recordSubject(record.id),
      payload: record as unknown as JsonValue,
    });
    if (input.decision === 'accepted') {
      settleNotices(ports, { versionId: input.versionId, acceptanceId: record.id, by: input.person });
    }
    return decided;
  });
  ports.emit('changed', { features: ['library', 'evidence'] });
  return decisionSummary(ports, row);
}

function recordOf(
  ports: Ports,
  matter: Matter,
  input: Input<'review.decide'>,
  rendering: Uint8Array,
): AcceptanceRecord {
  const { store, environment } = ports;
  const { agreement, version, document, previous, policy } = matter;
  const company = companyById(store, input.companyId);
  const source = store.sources.byId(version.sourceId);
  if (!company || !source) throw unknownThing({ zh: '这家公司', en: 'company' });
  const now = ports.now();
  // First, because noticing a clock that was set back is an entry of its own, before the record's.
  const rollback = ports.ledger.watchClock(now.toISOString());
  const head = store.ledger.tip();
  const words = wordsFor(matter, input.language, company.name);
  const button = { accepted: words.acceptButton, declined: words.declineButton, 'set-aside': words.setAsideButton };
  const redline = previous && redlineBetween(ports, previous, version);
  const kept = input.authorisationFile === undefined ? undefined : store.attachments.get(input.authorisationFile);
  return assembleRecord({
    id: ports.newId(),
    agreement: {
      id: agreement.id,
      title: agreement.title,
      provider: statedOr(
        agreement.provider,
        absent('not given', '协议未写明提供方', 'the agreement names no provider'),
      ),
    },
    version: {
      id: version.id,
      ordinal: version.ordinal,
      title: version.title,
      date: statedOr(document.date, absent('not given', '文本未写明日期', 'the text states no date')),
    },
    sources: [{ id: source.id, name: source.name, sha256: source.sha256 }],
    hashes: {
      canonicalText: version.fingerprint,
      structure: sha256Hex(canonicalJson(store.agreements.storedDocument(version.id))),
      renderedPdf: sha256Hex(rendering),
    },
    decision: input.decision,
    reason: statedOr(input.reason, absent('not given', '没有填写理由', 'no reason was written')),
    words: { statement: words.statement, button: button[input.decision], language: input.language },
    person: { name: input.person, role: input.role },
    authority: {
      basis: input.basis,
      post:
        input.basis === 'post' ? input.role : absent('not applicable', '不以职务为依据', 'the basis is not the post'),
      file: kept
        ? { sha256: kept.sha256, name: kept.name }
        : absent('not applicable', '没有附授权书', 'no authorisation letter was attached'),
    },
    company: {
      name: company.name,
      creditCode: statedOr(company.creditCode, absent('not given', '公司资料未填写', 'not filled in for the company')),
    },
    secondPerson: input.secondPerson
      ? { ...input.secondPerson, confirmedAt: now.toISOString() }
      : absent('not applicable', '设置不要求第二人复核', 'the policy asks for no second person'),
    time: {
      utc: now.toISOString(),
      offsetMinutes: ports.offsetMinutes(),
      source: 'system clock',
      rollback,
    },
    document,
    requirements: required(matter),
    review: soFar(ports, version.id),
    policy,
    acceptedBefore:
      previous && redline
        ? {
            versionId: previous.id,
            ordinal: previous.ordinal,
            fingerprint: previous.fingerprint,
            redline: redline.hash,
          }
        : absent('not applicable', '此前没有接受过任何版本', 'no version was accepted before'),
    explanations: explanationsOf(store, version.id),
    environment: {
      app: environment.app,
      build: environment.build,
      runtime: environment.runtime,
      osUser: environment.osUser,
      device: environment.device,
      locale: environment.locale,
    },
    previousLedgerHash: head?.hash ?? GENESIS,
  });
}

function foreign(origin: string): Refusal {
  return new Refusal(
    'agreement-foreign',
    {
      zh: `这份协议来自“${origin}”的证据包，只供查阅，没有记录任何决定。`,
      en: `This agreement came in a bundle of “${origin}” and is for reading only; no decision was recorded.`,
    },
    { zh: '需要决定时，请把原文件作为自己的协议导入。', en: 'To decide on it, import the source as your own.' },
  );
}
