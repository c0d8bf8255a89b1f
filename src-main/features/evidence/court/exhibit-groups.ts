import { dayOf } from '../../../acceptance/history.ts';
import type { ExhibitKind } from '../../../contract/evidence/court.ts';
import type { EntryKind, LedgerEntry } from '../../../ledger/entry.ts';
import { isObject } from '../../../ledger/open-bundle.ts';

/** A member of an entry's payload that is a text; empty where it is none. */
export function said({ payload }: Pick<LedgerEntry, 'payload'>, member: string): string {
  const value: unknown = isObject(payload) ? payload[member] : undefined;
  return typeof value === 'string' ? value : '';
}

/** Whether a receipt came back for a deposit: without one nothing shows that anybody took the hash. */
export const hasReceipt = (entries: readonly LedgerEntry[]): boolean =>
  entries.some(({ kind }) => kind === 'deposit-receipt-kept');

/** The letter that a sending speaks of. */
export const letterIn = (entry: LedgerEntry): string => said(entry, 'letter');

/** The id behind the word of a subject. */
export const idOf = ({ subject }: Pick<LedgerEntry, 'subject'>): string => subject.slice(subject.indexOf(':') + 1);

type Grouping = readonly [ExhibitKind, (entry: LedgerEntry) => string];

const ofVersion = (kind: ExhibitKind): Grouping => [kind, idOf];
const NOTICE: Grouping = ['notice', idOf];
const EXPLANATION: Grouping = ['explanation', idOf];
const SEALED: Grouping = ['sealed', idOf];
const LETTER: Grouping = ['letter', idOf];
const DISPATCH: Grouping = ['dispatch', (entry) => said(entry, 'origin') || entry.subject];
const LOG: Grouping = ['log', ({ sequence }) => String(sequence)];
const FIGURES: Grouping = ['figures', idOf];
const ORDER: Grouping = ['order', (entry) => said(entry, 'order')];
const INVOICE: Grouping = ['invoice', (entry) => `${said(entry, 'order')}/${said(entry, 'month')}`];
const DEPOSIT: Grouping = ['deposit', ({ subject }) => subject];

/** Entries that are evidence of nothing but themselves: what the app and its owner did among themselves. */
const NONE = undefined;

/**
 * Which piece of evidence an entry belongs to: the kind of it, and which one of that kind. Of every kind there is, so that none is
 * forgotten; what takes a piece back belongs to that piece.
 */
const GROUPS: Readonly<Record<EntryKind, Grouping | undefined>> = {
  'version-saved': ofVersion('text'),
  'acceptance-decided': ['decision', idOf],
  'acceptance-confirmed': ['decision', idOf],
  'certificate-issued': ['decision', idOf],
  'acceptance-concluded': ofVersion('conclusion'),
  'conclusion-completed': ofVersion('conclusion'),
  'acceptance-not-yet': ofVersion('conclusion'),
  'use-reported': ofVersion('standing'),
  'earlier-text-kept': ofVersion('standing'),
  'standing-ended': ofVersion('standing'),
  'standing-corrected': ofVersion('standing'),
  superseded: ofVersion('standing'),
  'explanation-requested': EXPLANATION,
  'explanation-sent': EXPLANATION,
  'explanation-answered': EXPLANATION,
  'notice-registered': NOTICE,
  'notice-text-named': NOTICE,
  'notice-review-begun': NOTICE,
  'notice-decided': NOTICE,
  'notice-keep-on-undone': NOTICE,
  'notice-use-noted': NOTICE,
  'notice-lapsed': NOTICE,
  'notice-amended': NOTICE,
  'notice-voided': NOTICE,
  'notice-unvoided': NOTICE,
  'objection-step': NOTICE,
  'letter-exported': LETTER,
  'letter-signed': LETTER,
  'letter-removed': LETTER,
  'letter-restored': LETTER,
  'sealed-copy-received': SEALED,
  'sealed-copy-confirmed': SEALED,
  'sealed-copy-overruled': SEALED,
  'seals-told': SEALED,
  'difference-found': SEALED,
  'difference-resolved': SEALED,
  'claim-sent': DISPATCH,
  'objection-sent': DISPATCH,
  'case-sent': DISPATCH,
  'case-arrived': DISPATCH,
  'case-answered': DISPATCH,
  'case-settled': DISPATCH,
  'case-withdrawn': DISPATCH,
  'case-step-undone': DISPATCH,
  'outages-recorded': LOG,
  'outage-removed': LOG,
  'outage-restored': LOG,
  'tickets-recorded': LOG,
  'ticket-removed': LOG,
  'ticket-restored': LOG,
  'claim-made': FIGURES,
  'claim-drafted': FIGURES,
  'exclusion-checked': FIGURES,
  'own-value-settled': FIGURES,
  'fact-corrected': FIGURES,
  'fact-correction-removed': FIGURES,
  'fact-correction-restored': FIGURES,
  'order-recorded': ORDER,
  'order-removed': ORDER,
  'order-restored': ORDER,
  'invoice-recorded': INVOICE,
  'invoice-kept': INVOICE,
  'invoice-use-said': INVOICE,
  'red-letter-told': INVOICE,
  'invoice-removed': INVOICE,
  'invoice-restored': INVOICE,
  'capture-recorded': ['capture', idOf],
  'capture-sheet-exported': ['capture', idOf],
  'deposit-made': DEPOSIT,
  'deposit-receipt-kept': DEPOSIT,
  'timestamp-attached': DEPOSIT,
  'ledger-opened': NONE,
  'key-created': NONE,
  'key-retired': NONE,
  'key-lost': NONE,
  'source-imported': NONE,
  'source-dismissed': NONE,
  'source-brought-back': NONE,
  'reading-kept': NONE,
  'ceremony-started': NONE,
  'letter-filled': NONE,
  'case-drafted': NONE,
  'agenda-snoozed': NONE,
  'agenda-done': NONE,
  'agenda-reopened': NONE,
  'form-imported': NONE,
  'form-removed': NONE,
  'form-restored': NONE,
  'signatory-removed': NONE,
  'signatory-restored': NONE,
  'holidays-imported': NONE,
  'holidays-removed': NONE,
  'holidays-restored': NONE,
  'timestamp-root-trusted': NONE,
  'timestamp-root-removed': NONE,
  'timestamp-root-restored': NONE,
  'signing-certificate-made': NONE,
  'agreement-archived': NONE,
  'agreement-unarchived': NONE,
  'bundle-exported': NONE,
  'bundle-imported': NONE,
  'clock-rollback': NONE,
  'backup-made': NONE,
  'backup-restored': NONE,
  'moved-out': NONE,
  'ledger-accepted': NONE,
  'settings-changed': NONE,
  'rows-covered': NONE,
  'court-list-saved': NONE,
  'court-list-removed': NONE,
  'court-list-restored': NONE,
  'court-list-exported': NONE,
  'court-pack-made': NONE,
  'court-pack-exported': NONE,
};

/** `text:…`; undefined for an entry that is no evidence of anything but itself. */
export function groupOf(entry: LedgerEntry): { readonly kind: ExhibitKind; readonly key: string } | undefined {
  const group = GROUPS[entry.kind];
  return group && { kind: group[0], key: `${group[0]}:${group[1](entry)}` };
}

/**
 * Days (or months) that an entry speaks of, as civil dates in Beijing; none where it names none that a period could be held against.
 * Outages and tickets name instants, whose day is the one in Beijing: the same that an entry without days is dated by.
 */
export function daysOf(entry: LedgerEntry): readonly string[] {
  const { payload, kind } = entry;
  const rows: unknown = isObject(payload) ? (payload['rows'] ?? payload['tickets']) : undefined;
  if (Array.isArray(rows))
    return rows.flatMap((row: unknown) => (isObject(row) ? dayIn(row['from'] ?? row['opened']) : []));
  if (kind === 'outages-recorded' || kind === 'tickets-recorded') return [];
  return ['on', 'sent', 'orderedOn', 'month', 'from'].flatMap((member) => dayIn(said(entry, member)));
}

/** The day that a value names; an instant's is the one in Beijing. */
function dayIn(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  const day = isPlaced(value) ? dayOf(value) : value.slice(0, 10);
  return isDay(day) ? [day] : [];
}

/** A time with its place on the world's clock; one without is told as it stood on a clock here. */
const isPlaced = (text: string): boolean => /T.*(?:Z|[+-]\d\d:\d\d)$/u.test(text) && !Number.isNaN(Date.parse(text));

const isDay = (text: string): boolean => /^\d{4}-\d\d(?:-\d\d)?$/u.test(text);
