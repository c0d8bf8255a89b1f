import type { Feature } from '../contract/event.ts';
import type { PaperRow } from '../store/papers.ts';
import type { Store } from '../store/store.ts';

/**
 * Names inside stored data, by the feature that owns them today. What is stored keeps the name that it was first given,
 * whatever the feature is called now: renaming one here would leave every library without it.
 */

/** How papers of one sort are found: the two columns of their rows. */
export interface PaperName {
  readonly desk: string;
  readonly kind: string;
}

/** Papers. */
export const PAPERS = {
  library: {
    putAway: { desk: 'library', kind: 'put-away' },
    particulars: { desk: 'library', kind: 'particulars' },
  },
  import: {
    offer: { desk: 'notices', kind: 'offer' },
    unreadPage: { desk: 'notices', kind: 'unread-page' },
    newText: { desk: 'import', kind: 'new-text' },
    answers: { desk: 'import', kind: 'answers' },
  },
  review: {
    explanation: { desk: 'review', kind: 'explanation' },
    happening: { desk: 'review', kind: 'happening' },
  },
  notices: { notice: { desk: 'notices', kind: 'notice' } },
  letters: {
    letter: { desk: 'letters', kind: 'letter' },
    ownForm: { desk: 'letters', kind: 'own-form' },
    scan: { desk: 'letters', kind: 'scan' },
    certificate: { desk: 'letters', kind: 'certificate' },
    sealedCopy: { desk: 'evidence', kind: 'sealed-copy' },
    replacement: { desk: 'evidence', kind: 'supersession' },
    case: { desk: 'letters', kind: 'case' },
  },
  rights: {
    ownTerms: { desk: 'obligations', kind: 'terms' },
    order: { desk: 'obligations', kind: 'order' },
    invoice: { desk: 'obligations', kind: 'invoice' },
    outage: { desk: 'obligations', kind: 'outage' },
    outageLog: { desk: 'obligations', kind: 'outage-log' },
    outageRows: { desk: 'obligations', kind: 'outage-rows' },
    ticket: { desk: 'obligations', kind: 'ticket' },
    claim: { desk: 'obligations', kind: 'claim' },
    fact: { desk: 'obligations', kind: 'fact' },
    term: { desk: 'obligations', kind: 'term' },
  },
  agenda: { mark: { desk: 'agenda', kind: 'mark' } },
  evidence: {
    timestamp: { desk: 'evidence', kind: 'timestamp' },
    timestampRoot: { desk: 'evidence', kind: 'timestamp-root' },
    bundle: { desk: 'evidence', kind: 'bundle' },
    courtList: { desk: 'evidence', kind: 'court-list' },
    deposit: { desk: 'evidence', kind: 'deposit' },
    capture: { desk: 'evidence', kind: 'capture' },
  },
  settings: {
    company: { desk: 'settings', kind: 'company' },
    signatory: { desk: 'settings', kind: 'signatory' },
    holidays: { desk: 'settings', kind: 'holidays' },
  },
} as const satisfies Partial<Record<Feature, Readonly<Record<string, PaperName>>>>;

/** Settings. */
export const SETTINGS = {
  agenda: { calendarTold: 'calendar-told' },
  import: { watchedFolder: 'watched-folder' },
  library: { providersApart: 'providers-apart' },
  notices: { remindersShown: 'reminders-shown' },
  letters: { printers: 'printers' },
  rights: { reopenedClaimsTold: 'reopened-claims-told', logColumns: 'outage-log-columns' },
  evidence: {
    deviceKey: 'device-key',
    headChecked: 'ledger-head-checked',
    lastCheck: 'ledger-check',
    keyPins: 'key-pins',
    anchored: 'ledger-anchored',
  },
  settings: {
    preferences: 'preferences',
    ceremonyPolicy: 'ceremony-policy',
    restored: 'restored-from',
    restoredUnseen: 'restored-unseen',
    stampInterval: 'stamp-interval',
    positions: 'clause-positions',
    statutes: 'statute-table',
  },
} as const satisfies Partial<Record<Feature, Readonly<Record<string, string>>>>;

/** How the id of a template begins that a letter names: the version or the form that it stands for follows. */
export const TEMPLATES = { commitment: 'commitment:', ownForm: 'own-form:' } as const;

/** Ids of the papers of one sort about one thing, oldest first, whatever their bodies say. */
export const paperIdsAbout = (store: Store, { desk, kind }: PaperName, subject: string): readonly string[] =>
  store.papers.ofSubject(desk, kind, subject).map(({ id }) => id);

/** All papers of one sort as they are stored, oldest first: who asks has to parse what it takes of their bodies. */
export const paperRows = (store: Store, { desk, kind }: PaperName): readonly PaperRow[] =>
  store.papers.ofKind(desk, kind);

/** Ids of all papers of one sort, oldest first, whatever their bodies say. */
export const paperIds = (store: Store, name: PaperName): readonly string[] =>
  paperRows(store, name).map(({ id }) => id);
