import { assembleRecord } from '../../acceptance/assemble.ts';
import { type AcceptanceRecord2, recordSubject } from '../../acceptance/record.ts';
import { earliestNow } from '../../acceptance/review-so-far.ts';
import { absent, isAbsent, statedOr } from '../../acceptance/stated.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Input } from '../../contract/index.ts';
import type { DecisionSummary } from '../../contract/review.ts';
import { canonicalJson, type JsonObject } from '../../ledger/canonical-json.ts';
import { GENESIS } from '../../ledger/entry.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { AcceptanceRow, NewAcceptance } from '../../store/records.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import { refuseEnded } from '../../kernel/papers/signatories.ts';
import { companyById } from '../../kernel/companies.ts';
import { conclude, conclusionMissing } from './conclusions.ts';
import { explanationsOf } from './explanation-records.ts';
import { foreign } from './foreign.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keptRecord } from '../../kernel/kept-records.ts';
import { toKeep } from '../../kernel/kept-files.ts';
import {
  isForeign,
  type Matter,
  matterOf,
  printedVersion,
  redlineBetween,
  required,
  type Said,
  soFar,
  wordsFor,
} from '../../kernel/version-in-review.ts';
import type { NoticeSettler } from '../../kernel/between-features.ts';
import type { LedgerWriter, Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';

/** Whose clock a record's time is by. Stored in records: never changed. */
const CLOCKS: Readonly<Record<LedgerWriter['source'], string>> = {
  system: 'system clock',
  rehearsal: 'rehearsal: the clock of a demo, at which nobody sat',
};

/** One decision as lists show it, with its place in the ledger. */
export function decisionSummary(ports: Ports, row: AcceptanceRow): DecisionSummary {
  const { record } = keptRecord(ports.store, row.id);
  const entry = ports.store.ledger.ofSubject(recordSubject(row.id))[0];
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

/**
 * Writes one decision. What was shown is printed first, so that its hash stands in the record.
 * @throws Refusal `reading-changed`: another reading was kept meanwhile, which is not the printed one.
 */
export async function decide(
  ports: Ports,
  settleNotices: NoticeSettler,
  input: Input<'review.decide'>,
): Promise<DecisionSummary> {
  const matter = matterOf(ports, input.versionId);
  if (isForeign(matter)) throw foreign(matter.agreement.origin);
  const reading = (): string | undefined => ports.store.agreements.readings(input.versionId).at(-1)?.sha256;
  const printed = reading();
  const rendering = await printedVersion(ports, matter);
  if (reading() !== printed) throw readingChanged();
  return recordDecision(ports, settleNotices, input, rendering.bytes);
}

/**
 * Record and ledger entry in one transaction, with what became of an acceptance in the world: all are there or none,
 * whatever ends the process.
 * @throws Refusal `authority-ended`, and what the record refuses.
 */
export function recordDecision(
  ports: Ports,
  settleNotices: NoticeSettler,
  input: Input<'review.decide'>,
  rendering: Uint8Array,
): DecisionSummary {
  const { store } = ports;
  refuseEnded(store, input, beijingToday(ports.now()));
  const decided = recordTogether(ports, () => {
    const row = record(ports, () => {
      const matter = matterOf(ports, input.versionId);
      const printed = toKeep({ name: `${matter.version.title}.pdf`, bytes: rendering });
      const made = recordOf(ports, matter, input, printed.sha256);
      const kept: NewAcceptance = {
        id: made.id,
        versionId: input.versionId,
        decision: input.decision,
        record: canonicalJson(made),
        decidedAt: made.time.utc,
      };
      return {
        entry: {
          at: made.time.utc,
          kind: 'acceptance-decided',
          subject: recordSubject(made.id),
          payload: made as unknown as JsonObject,
        },
        files: [printed],
        write: () => {
          store.acceptances.add(kept);
          return kept;
        },
        changed: ['library', 'review', 'notices', 'letters', 'rights', 'agenda'],
      };
    });
    if (input.decision === 'accepted') {
      const { versionId, conclusion, person } = input;
      if (!conclusion) throw conclusionMissing();
      conclude(ports, settleNotices, { versionId, conclusion, by: person });
    }
    return row;
  });
  return decisionSummary(ports, decided);
}

function recordOf(ports: Ports, matter: Matter, input: Input<'review.decide'>, renderedPdf: string): AcceptanceRecord2 {
  const { store, environment } = ports;
  const { agreement, version, document, previous, policy } = matter;
  const company = companyById(store, input.companyId);
  const source = store.sources.byId(version.sourceId);
  const reading = store.agreements.reading(version.id);
  if (!company || !source || !reading) throw unknownThing(sentence('review.decision.record-of'));
  const now = ports.now();
  // First, because noticing a clock that was set back is an entry of its own, before the record's.
  const review = soFar(ports, version.id);
  const rollback = ports.ledger.watchClock(now.toISOString(), earliestNow(review));
  const head = store.ledger.tip();
  const words = wordsFor(ports, matter, input.language, saidIn(input, company.name));
  if (input.statement !== undefined && input.statement !== words.statement) throw statementChanged();
  const redline = previous && redlineBetween(ports, previous, version);
  const kept = input.authorisationFile === undefined ? undefined : store.attachments.get(input.authorisationFile);
  return assembleRecord({
    id: ports.newId(),
    agreement: {
      id: agreement.id,
      title: version.title,
      provider: statedOr(agreement.provider, absent('not given', sentence('acceptance.absent.no-provider'))),
    },
    version: {
      id: version.id,
      ordinal: version.ordinal,
      title: version.title,
      date: statedOr(document.date, absent('not given', sentence('acceptance.absent.no-date'))),
    },
    sources: [{ id: source.id, name: source.name, sha256: source.sha256 }],
    hashes: {
      canonicalText: version.fingerprint,
      structure: sha256Hex(canonicalJson(store.agreements.storedDocument(version.id))),
      renderedPdf,
    },
    reading: { sha256: reading.sha256, reader: reading.reader },
    decision: input.decision,
    reason: statedOr(input.reason, absent('not given', sentence('acceptance.absent.no-reason'))),
    words: { ...words, language: input.language },
    person: { name: input.person, role: input.role },
    authority: {
      basis: input.basis,
      post: input.basis === 'post' ? input.role : absent('not applicable', sentence('acceptance.absent.not-by-post')),
      file: kept
        ? { sha256: kept.sha256, name: kept.name }
        : absent('not applicable', sentence('acceptance.absent.no-authorisation-letter')),
    },
    company: {
      name: company.name,
      creditCode: statedOr(company.creditCode, absent('not given', sentence('acceptance.absent.no-credit-code'))),
    },
    deferral: deferralOf(input),
    secondPerson: input.secondPerson
      ? { ...input.secondPerson, confirmedAt: now.toISOString() }
      : absent('not applicable', sentence('acceptance.absent.no-second-person')),
    time: {
      utc: now.toISOString(),
      offsetMinutes: ports.offsetMinutes(),
      source: CLOCKS[ports.ledger.source],
      rollback,
    },
    document,
    requirements: required(matter),
    review,
    policy,
    acceptedBefore:
      previous && redline
        ? {
            versionId: previous.id,
            ordinal: previous.ordinal,
            fingerprint: previous.fingerprint,
            redline: redline.hash,
          }
        : absent('not applicable', sentence('acceptance.absent.nothing-accepted-before')),
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

const saidIn = (
  { decision, reason, deferral, person, role, basis }: Input<'review.decide'>,
  company: string,
): Said => ({
  decision,
  company,
  person: { name: person, role, basis },
  reason,
  deferral: decision === 'set-aside' ? deferral : undefined,
});

function deferralOf({ decision, deferral }: Input<'review.decide'>): NonNullable<AcceptanceRecord2['deferral']> {
  if (decision !== 'set-aside') return absent('not applicable', sentence('acceptance.absent.no-deferral'));
  if (!deferral) return absent('not given', sentence('acceptance.absent.deferral-not-said'));
  return {
    until: statedOr(deferral.until, absent('not given', sentence('acceptance.absent.no-until'))),
    for: deferral.for,
    use: statedOr(deferral.use, absent('not given', sentence('acceptance.absent.use-not-said'))),
  };
}

/** What was on the screen is not what would be recorded: the text was read further, or the company renamed, meanwhile. */
const statementChanged = (): Refusal =>
  new Refusal(
    'statement-changed',
    sentence('review.decision.statement-changed'),
    sentence('review.decision.statement-changed.next'),
  );

const readingChanged = (): Refusal =>
  new Refusal(
    'reading-changed',
    sentence('review.decision.reading-changed'),
    sentence('review.decision.reading-changed.next'),
  );
