import { CALENDAR_TOLD } from './features/agenda/calendar.ts';
import { MARK } from './features/agenda/marks.ts';
import { BUNDLE } from './features/evidence/bundle-records.ts';
import { DEPOSIT } from './features/evidence/deposit/deposit-records.ts';
import { CAPTURE } from './features/evidence/capture/capture-records.ts';
import { COURT_LIST } from './features/evidence/court/list-records.ts';
import { LAST_CHECK, LAST_HEAD } from './features/evidence/ledger-check.ts';
import { TIMESTAMP, TIMESTAMP_ROOT } from './kernel/papers/timestamps.ts';
import { OFFER, UNREAD_PAGE } from './features/import/offers.ts';
import { ANSWERS } from './kernel/reading/answers.ts';
import { NEW_TEXT } from './features/import/announced-by.ts';
import { WATCHED_FOLDER } from './features/import/watched-folder.ts';
import { PUT_AWAY } from './features/library/put-away.ts';
import { PARTICULARS } from './kernel/papers/particulars.ts';
import { OWN_FORM } from './features/letters/own-forms.ts';
import { PRINTERS } from './features/letters/printers.ts';
import { SCAN } from './features/letters/scan-records.ts';
import { NOTICE } from './features/notices/notice-records.ts';
import { REMINDERS_SHOWN } from './features/agenda/agenda-reminders.ts';
import { EXPLANATION } from './features/review/explanation-records.ts';
import { CLAIM, REOPENED_TOLD } from './features/rights/claim-records.ts';
import { INVOICE } from './features/rights/invoices/invoice-records.ts';
import { ORDER } from './features/rights/order-records.ts';
import { LOG_COLUMNS } from './features/rights/log/log-columns.ts';
import { OUTAGE, OUTAGE_LOG } from './features/rights/outage-records.ts';
import { OUTAGE_ROWS } from './features/rights/log/outage-rows.ts';
import { TICKET } from './features/rights/tickets/ticket-records.ts';
import { OWN_TERMS } from './features/rights/own-terms.ts';
import { TERM } from './features/rights/term/term-records.ts';
import { ANCHORED } from './kernel/backup/anchors.ts';
import { CASE } from './kernel/cases/case-papers.ts';
import { COMPANY } from './kernel/companies.ts';
import { DEVICE_KEY } from './kernel/device-key.ts';
import { KEY_PINS } from './kernel/integrity/key-pins.ts';
import { SAID_FACT } from './kernel/facts.ts';
import { HAPPENING } from './kernel/history/happenings.ts';
import { HOLIDAYS } from './kernel/papers/holidays.ts';
import { LETTER } from './kernel/papers/letters.ts';
import { REPLACEMENT, SEALED_COPY } from './kernel/papers/sealed-copies.ts';
import { RESTORED, RESTORED_UNSEEN } from './kernel/backup/restored.ts';
import { PROVIDERS_APART } from './kernel/reading/providers.ts';
import type { RecordKinds } from './kernel/papers/unreadable.ts';
import { SIGNATORY } from './kernel/papers/signatories.ts';
import { STATUTES } from './kernel/papers/statutes.ts';
import { POSITIONS } from './kernel/positions/positions.ts';
import { CEREMONY_POLICY, PREFERENCES, STAMP_INTERVAL } from './kernel/preferences.ts';
import { CERTIFICATE } from './kernel/papers/signing-certificates.ts';

/** Every kind of paper and every setting, for what concerns them all: the check of the ledger, undoing, what things are called. */
export const RECORD_KINDS: RecordKinds = {
  papers: [
    PUT_AWAY,
    PARTICULARS,
    OFFER,
    UNREAD_PAGE,
    NEW_TEXT,
    ANSWERS,
    EXPLANATION,
    HAPPENING,
    NOTICE,
    LETTER,
    CASE,
    OWN_FORM,
    SCAN,
    CERTIFICATE,
    SEALED_COPY,
    REPLACEMENT,
    OWN_TERMS,
    TERM,
    SAID_FACT,
    ORDER,
    INVOICE,
    OUTAGE,
    OUTAGE_LOG,
    OUTAGE_ROWS,
    TICKET,
    CLAIM,
    MARK,
    TIMESTAMP,
    TIMESTAMP_ROOT,
    BUNDLE,
    COURT_LIST,
    DEPOSIT,
    CAPTURE,
    COMPANY,
    SIGNATORY,
    HOLIDAYS,
  ],
  settings: [
    { feature: 'import', setting: WATCHED_FOLDER },
    { feature: 'agenda', setting: CALENDAR_TOLD },
    { feature: 'agenda', setting: REMINDERS_SHOWN },
    { feature: 'letters', setting: PRINTERS },
    { feature: 'rights', setting: REOPENED_TOLD },
    { feature: 'rights', setting: LOG_COLUMNS },
    { feature: 'evidence', setting: DEVICE_KEY },
    { feature: 'evidence', setting: KEY_PINS },
    { feature: 'evidence', setting: LAST_HEAD },
    { feature: 'evidence', setting: LAST_CHECK },
    { feature: 'evidence', setting: ANCHORED },
    { feature: 'library', setting: PROVIDERS_APART },
    { feature: 'settings', setting: PREFERENCES },
    { feature: 'settings', setting: CEREMONY_POLICY },
    { feature: 'settings', setting: RESTORED },
    { feature: 'settings', setting: RESTORED_UNSEEN },
    { feature: 'settings', setting: STAMP_INTERVAL },
    { feature: 'settings', setting: POSITIONS },
    { feature: 'settings', setting: STATUTES },
  ],
};
