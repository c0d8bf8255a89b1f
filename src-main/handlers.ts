import type { ContractHandlers } from './contract/index.ts';
import { agendaHandlers } from './features/agenda/handlers.ts';
import { agendaReminders } from './features/agenda/agenda-reminders.ts';
import { bundleHandlers } from './features/evidence/bundles.ts';
import { depositHandlers } from './features/evidence/deposit/deposit-handlers.ts';
import { captureHandlers } from './features/evidence/capture/capture-handlers.ts';
import { courtHandlers } from './features/evidence/court/court-handlers.ts';
import { compareHandlers } from './features/compare/handlers.ts';
import { evidenceHandlers } from './features/evidence/handlers.ts';
import { reviewAgendaSource } from './features/review/agenda-source.ts';
import { conclusionHandlers } from './features/review/conclusions.ts';
import { EXPLANATION_CASES } from './features/review/explanation-cases.ts';
import { explanationWords } from './features/review/explanation-letter.ts';
import { explanationHandlers } from './features/review/explanations.ts';
import { caseHandlers } from './features/letters/cases.ts';
import { letterHandlers } from './features/letters/handlers.ts';
import { importHandlers } from './features/import/handlers.ts';
import { libraryHandlers } from './features/library/handlers.ts';
import { away, samplesPutAway, withoutArchived } from './features/library/put-away.ts';
import { linkedExplanations } from './features/review/linked.ts';
import { linkedLetters } from './features/letters/linked.ts';
import { linkedNotices } from './features/notices/linked.ts';
import { linkedRights } from './features/rights/linked.ts';
import { ownTerms } from './features/rights/own-terms.ts';
import { startLetter } from './features/letters/letter-records.ts';
import { noticeDaysOfVersion } from './features/notices/days-of-version.ts';
import { noticeAgendaSource } from './features/notices/agenda-source.ts';
import { OBJECTION_CASES } from './features/notices/objection-cases.ts';
import { settleNotices, takeAnnouncedText, waitsForText } from './features/notices/notice-moves.ts';
import { CLAIM_CASES } from './features/rights/claim-cases.ts';
import { rightsAgendaSource, rightsReady } from './features/rights/agenda-source.ts';
import { contactAgendaSource } from './features/settings/agenda-source.ts';
import { noticeHandlers } from './features/notices/handlers.ts';
import { objectionWords } from './features/notices/objection-letter.ts';
import { claimWords } from './features/rights/claim-words.ts';
import { rightsHandlers } from './features/rights/handlers.ts';
import { invoiceHandlers } from './features/rights/invoices/invoice-handlers.ts';
import { orderHandlers } from './features/rights/orders.ts';
import { termDaysOfVersion } from './features/rights/term/days-of-version.ts';
import { termAgendaSource } from './features/rights/term/term-agenda.ts';
import { keysClosed, termHandlers } from './features/rights/term/term-handlers.ts';
import { termTold } from './features/rights/term/term-view.ts';
import { tableHandlers } from './features/library/table/handlers.ts';
import { outageHandlers } from './features/rights/outages.ts';
import {
  caseAgendaSource,
  caseClockAgendaSource,
  closedBySending,
  endedAgendaSource,
} from './kernel/cases/case-agenda.ts';
import { type CaseSource, LETTER_CASES, OWN_CASES } from './kernel/cases/cases.ts';
import type { AgendaSource, CompanyOf } from './kernel/between-features.ts';
import { guarded, noting } from './kernel/integrity/hand-out.ts';
import type { Ports } from './kernel/ports.ts';
import type { Reminders } from './kernel/reminders.ts';
import { readingHandlers } from './features/review/rereading.ts';
import { reviewHandlers } from './features/review/handlers.ts';
import { scanHandlers } from './features/letters/scans.ts';
import { sealedCopyHandlers } from './features/letters/sealed-copies.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { deviceKeyHandlers } from './features/evidence/device-key.ts';
import { stampAgendaSource } from './features/evidence/stamp-agenda-source.ts';
import { retrust, timestampHandlers } from './features/evidence/timestamps.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** Where cases of each kind are kept. */
const CASES: readonly CaseSource[] = [CLAIM_CASES, OBJECTION_CASES, EXPLANATION_CASES, OWN_CASES, LETTER_CASES];

const companyOf: CompanyOf = (store, agreementId) => ownTerms(store, agreementId).companyId;

/** Everything with a date from all features, but for what is in the archive: agenda, calendar files and reminders come from here. */
export const datedItems: AgendaSource = closedBySending(
  CASES,
  [
    noticeAgendaSource,
    rightsAgendaSource,
    termAgendaSource,
    reviewAgendaSource,
    contactAgendaSource,
    stampAgendaSource,
    caseAgendaSource(CASES),
    caseClockAgendaSource(CASES),
    endedAgendaSource(CASES),
  ].map(withoutArchived),
);

/** The reminders of this computer, of the same dates as the agenda. */
export const remindersOver = (ports: Ports): Reminders => agendaReminders(ports, datedItems, rightsReady);

/**
 * The handlers of the whole contract: every feature over the same ports, and what one feature gives another, by function.
 * What they hand out is held against the records first.
 */
export function handlers(given: Ports): ContractHandlers {
  const ports = guarded(given);
  const notOffered = samplesPutAway(ports);
  return noting({
    ...libraryHandlers(ports, {
      kept: RECORD_KINDS,
      afterUndo: { 'timestamp-root': retrust },
      links: [linkedNotices, linkedLetters(CASES), linkedRights, linkedExplanations],
      ownValues: (store, agreementId) => ownTerms(store, agreementId).own,
    }),
    ...tableHandlers(ports, termTold),
    ...importHandlers(ports, { take: takeAnnouncedText, waits: waitsForText }, away),
    ...reviewHandlers(ports, settleNotices, ({ store }) => away(store), [noticeDaysOfVersion, termDaysOfVersion]),
    ...conclusionHandlers(ports, settleNotices),
    ...readingHandlers(ports),
    ...compareHandlers(ports),
    ...noticeHandlers(ports, { startLetter, companyOf }),
    ...letterHandlers(ports, {
      cases: CASES,
      keysClosed,
      companyOf,
      notOffered,
      drafted: [claimWords, objectionWords, explanationWords],
    }),
    ...caseHandlers(ports, CASES),
    ...scanHandlers(ports),
    ...rightsHandlers(ports, notOffered, away),
    ...outageHandlers(ports, startLetter),
    ...orderHandlers(ports),
    ...invoiceHandlers(ports),
    ...termHandlers(ports, startLetter),
    ...agendaHandlers(ports, [datedItems], rightsReady),
    ...explanationHandlers(ports, { startLetter, companyOf }),
    ...sealedCopyHandlers(ports),
    ...evidenceHandlers(ports, RECORD_KINDS),
    ...bundleHandlers(ports, RECORD_KINDS),
    ...courtHandlers(ports, { kinds: RECORD_KINDS, cases: CASES, companyOf }),
    ...timestampHandlers(ports),
    ...depositHandlers(ports),
    ...captureHandlers(ports, companyOf),
    ...deviceKeyHandlers(ports),
    ...settingsHandlers(ports),
  });
}
