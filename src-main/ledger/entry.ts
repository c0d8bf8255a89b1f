import { type Sentence, sentence } from '../agreement/sentence.ts';
import { canonicalBytes, type JsonValue } from './canonical-json.ts';
import { fromHex, toHex } from './hex.ts';

/** Everything that the ledger records. The list only grows: an entry once written names its kind for ever. */
export const ENTRY_KINDS = {
  'ledger-opened': sentence('ledger.entry.kind.ledger-opened'),
  'key-created': sentence('ledger.entry.kind.key-created'),
  'key-retired': sentence('ledger.entry.kind.key-retired'),
  'source-imported': sentence('ledger.entry.kind.source-imported'),
  'version-saved': sentence('ledger.entry.kind.version-saved'),
  'reading-kept': sentence('ledger.entry.kind.reading-kept'),
  'ceremony-started': sentence('ledger.entry.kind.ceremony-started'),
  'acceptance-decided': sentence('ledger.entry.kind.acceptance-decided'),
  'acceptance-confirmed': sentence('ledger.entry.kind.acceptance-confirmed'),
  'acceptance-concluded': sentence('ledger.entry.kind.acceptance-concluded'),
  'conclusion-completed': sentence('ledger.entry.kind.conclusion-completed'),
  'acceptance-not-yet': sentence('ledger.entry.kind.acceptance-not-yet'),
  'use-reported': sentence('ledger.entry.kind.use-reported'),
  'earlier-text-kept': sentence('ledger.entry.kind.earlier-text-kept'),
  'standing-ended': sentence('ledger.entry.kind.standing-ended'),
  'standing-corrected': sentence('ledger.entry.kind.standing-corrected'),
  'explanation-requested': sentence('ledger.entry.kind.explanation-requested'),
  'explanation-sent': sentence('ledger.entry.kind.explanation-sent'),
  'explanation-answered': sentence('ledger.entry.kind.explanation-answered'),
  'notice-registered': sentence('ledger.entry.kind.notice-registered'),
  'notice-text-named': sentence('ledger.entry.kind.notice-text-named'),
  'notice-review-begun': sentence('ledger.entry.kind.notice-review-begun'),
  'notice-decided': sentence('ledger.entry.kind.notice-decided'),
  'notice-keep-on-undone': sentence('ledger.entry.kind.notice-keep-on-undone'),
  'notice-use-noted': sentence('ledger.entry.kind.notice-use-noted'),
  'notice-lapsed': sentence('ledger.entry.kind.notice-lapsed'),
  'notice-amended': sentence('ledger.entry.kind.notice-amended'),
  'notice-voided': sentence('ledger.entry.kind.notice-voided'),
  'notice-unvoided': sentence('ledger.entry.kind.notice-unvoided'),
  'objection-step': sentence('ledger.entry.kind.objection-step'),
  'objection-sent': sentence('ledger.entry.kind.objection-sent'),
  'letter-filled': sentence('ledger.entry.kind.letter-filled'),
  'letter-exported': sentence('ledger.entry.kind.letter-exported'),
  'letter-signed': sentence('ledger.entry.kind.letter-signed'),
  'sealed-copy-received': sentence('ledger.entry.kind.sealed-copy-received'),
  'sealed-copy-confirmed': sentence('ledger.entry.kind.sealed-copy-confirmed'),
  'sealed-copy-overruled': sentence('ledger.entry.kind.sealed-copy-overruled'),
  'seals-told': sentence('ledger.entry.kind.seals-told'),
  'difference-found': sentence('ledger.entry.kind.difference-found'),
  'difference-resolved': sentence('ledger.entry.kind.difference-resolved'),
  superseded: sentence('ledger.entry.kind.superseded'),
  'outages-recorded': sentence('ledger.entry.kind.outages-recorded'),
  'tickets-recorded': sentence('ledger.entry.kind.tickets-recorded'),
  'exclusion-checked': sentence('ledger.entry.kind.exclusion-checked'),
  'own-value-settled': sentence('ledger.entry.kind.own-value-settled'),
  'fact-corrected': sentence('ledger.entry.kind.fact-corrected'),
  'fact-correction-removed': sentence('ledger.entry.kind.fact-correction-removed'),
  'fact-correction-restored': sentence('ledger.entry.kind.fact-correction-restored'),
  'order-recorded': sentence('ledger.entry.kind.order-recorded'),
  'invoice-recorded': sentence('ledger.entry.kind.invoice-recorded'),
  'invoice-kept': sentence('ledger.entry.kind.invoice-kept'),
  'invoice-use-said': sentence('ledger.entry.kind.invoice-use-said'),
  'red-letter-told': sentence('ledger.entry.kind.red-letter-told'),
  'invoice-removed': sentence('ledger.entry.kind.invoice-removed'),
  'invoice-restored': sentence('ledger.entry.kind.invoice-restored'),
  'agenda-snoozed': sentence('ledger.entry.kind.agenda-snoozed'),
  'agenda-done': sentence('ledger.entry.kind.agenda-done'),
  'agenda-reopened': sentence('ledger.entry.kind.agenda-reopened'),
  'claim-made': sentence('ledger.entry.kind.claim-made'),
  'claim-drafted': sentence('ledger.entry.kind.claim-drafted'),
  'claim-sent': sentence('ledger.entry.kind.claim-sent'),
  'case-drafted': sentence('ledger.entry.kind.case-drafted'),
  'case-sent': sentence('ledger.entry.kind.case-sent'),
  'case-arrived': sentence('ledger.entry.kind.case-arrived'),
  'case-answered': sentence('ledger.entry.kind.case-answered'),
  'case-settled': sentence('ledger.entry.kind.case-settled'),
  'case-withdrawn': sentence('ledger.entry.kind.case-withdrawn'),
  'case-step-undone': sentence('ledger.entry.kind.case-step-undone'),
  'order-removed': sentence('ledger.entry.kind.order-removed'),
  'order-restored': sentence('ledger.entry.kind.order-restored'),
  'outage-removed': sentence('ledger.entry.kind.outage-removed'),
  'outage-restored': sentence('ledger.entry.kind.outage-restored'),
  'ticket-removed': sentence('ledger.entry.kind.ticket-removed'),
  'ticket-restored': sentence('ledger.entry.kind.ticket-restored'),
  'letter-removed': sentence('ledger.entry.kind.letter-removed'),
  'letter-restored': sentence('ledger.entry.kind.letter-restored'),
  'form-imported': sentence('ledger.entry.kind.form-imported'),
  'form-removed': sentence('ledger.entry.kind.form-removed'),
  'form-restored': sentence('ledger.entry.kind.form-restored'),
  'signatory-removed': sentence('ledger.entry.kind.signatory-removed'),
  'signatory-restored': sentence('ledger.entry.kind.signatory-restored'),
  'holidays-imported': sentence('ledger.entry.kind.holidays-imported'),
  'holidays-removed': sentence('ledger.entry.kind.holidays-removed'),
  'holidays-restored': sentence('ledger.entry.kind.holidays-restored'),
  'timestamp-root-trusted': sentence('ledger.entry.kind.timestamp-root-trusted'),
  'timestamp-root-removed': sentence('ledger.entry.kind.timestamp-root-removed'),
  'timestamp-root-restored': sentence('ledger.entry.kind.timestamp-root-restored'),
  'signing-certificate-made': sentence('ledger.entry.kind.signing-certificate-made'),
  'certificate-issued': sentence('ledger.entry.kind.certificate-issued'),
  'agreement-archived': sentence('ledger.entry.kind.agreement-archived'),
  'agreement-unarchived': sentence('ledger.entry.kind.agreement-unarchived'),
  'source-dismissed': sentence('ledger.entry.kind.source-dismissed'),
  'source-brought-back': sentence('ledger.entry.kind.source-brought-back'),
  'bundle-exported': sentence('ledger.entry.kind.bundle-exported'),
  'bundle-imported': sentence('ledger.entry.kind.bundle-imported'),
  'timestamp-attached': sentence('ledger.entry.kind.timestamp-attached'),
  'clock-rollback': sentence('ledger.entry.kind.clock-rollback'),
  'backup-made': sentence('ledger.entry.kind.backup-made'),
  'backup-restored': sentence('ledger.entry.kind.backup-restored'),
  'moved-out': sentence('ledger.entry.kind.moved-out'),
  'ledger-accepted': sentence('ledger.entry.kind.ledger-accepted'),
  'key-lost': sentence('ledger.entry.kind.key-lost'),
  'settings-changed': sentence('ledger.entry.kind.settings-changed'),
  'rows-covered': sentence('ledger.entry.kind.rows-covered'),
  'court-list-saved': sentence('ledger.entry.kind.court-list-saved'),
  'court-list-removed': sentence('ledger.entry.kind.court-list-removed'),
  'court-list-restored': sentence('ledger.entry.kind.court-list-restored'),
  'court-list-exported': sentence('ledger.entry.kind.court-list-exported'),
  'court-pack-made': sentence('ledger.entry.kind.court-pack-made'),
  'court-pack-exported': sentence('ledger.entry.kind.court-pack-exported'),
  'deposit-made': sentence('ledger.entry.kind.deposit-made'),
  'deposit-receipt-kept': sentence('ledger.entry.kind.deposit-receipt-kept'),
  'capture-recorded': sentence('ledger.entry.kind.capture-recorded'),
  'capture-sheet-exported': sentence('ledger.entry.kind.capture-sheet-exported'),
} as const satisfies Readonly<Record<string, Sentence>>;
export type EntryKind = keyof typeof ENTRY_KINDS;

/** What is known about the clock that an entry's `at` was read from. */
export interface EntryClock {
  /** The clock stood before the time of an earlier entry. */
  readonly rollback: boolean;
  /**
   * `system` for the local clock, `rehearsal` for the clock of a demo, which nobody sat through; never anything that the app
   * did not check.
   */
  readonly source: 'system' | 'rehearsal';
  /** Minutes east of UTC of the device's time zone. */
  readonly offsetMinutes: number;
}

/** A clock that stands at most this much before the newest entry was adjusted, not set back. */
export const CLOCK_TOLERANCE_MS = 2_000;

/** `device` of an entry that no key signs: said in words, never left out. */
export const UNSIGNED = 'unsigned';

/** Subject of the entries about the keys of this device. */
export const KEYS_SUBJECT = 'device:keys';

/** `previous` of the first entry: 64 zeros. */
export const GENESIS = '0'.repeat(64);

/** What is hashed: everything but the payload itself (its hash stands in), `hash` and `signature`. */
export interface EntryCore {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  /** UTC, ISO 8601 with milliseconds and `Z`. */
  readonly at: string;
  readonly kind: EntryKind;
  /** What it is about, as `word:id`: `version:…`, `acceptance:…`. Disclosed in every bundle, so never a name. */
  readonly subject: string;
  /** Hex SHA-256 of the payload's canonical JSON. */
  readonly payloadHash: string;
  /** `hash` of the entry before; `GENESIS` for the first. */
  readonly previous: string;
  /** Id of the device key that signs, or `UNSIGNED`. */
  readonly device: string;
  readonly clock: EntryClock;
}

/**
 * One entry of the ledger. Without `payload` it is a skeleton: the chain still verifies, the content stays undisclosed.
 * `payload` is covered through `payloadHash`. A payload that could be guessed from a short list should carry a random
 * member `salt`, or its hash gives it away in other people's bundles.
 */
export interface LedgerEntry extends EntryCore {
  readonly payload?: JsonValue;
  /** Hex SHA-256 of the canonical JSON of the core. */
  readonly hash: string;
  /** Hex Ed25519 signature by the device key over the 32 bytes of `hash`. */
  readonly signature?: string;
}

/** What the caller says; the rest follows from the chain. */
export interface EntryDraft {
  readonly at: string;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly payload: JsonValue;
  readonly clock: EntryClock;
}

/** Where a chain stands. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** SHA-256 of bytes at once: for writing, inside a database transaction. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** A device key ready to sign: hash (32 bytes) in, signature (64 bytes) out. */
export interface EntrySigner {
  readonly id: string;
  readonly sign: (hash: Uint8Array) => Uint8Array;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a UTC instant as the ledger writes it, and a real one (no 31 February). */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The bytes whose SHA-256 is an entry's `hash`. */
export function coreBytes(entry: EntryCore): Uint8Array {
  const { sequence, at, kind, subject, payloadHash, previous, device, clock } = entry;
  return canonicalBytes({ sequence, at, kind, subject, payloadHash, previous, device, clock });
}

/**
 * Makes the entry that follows `previousHead` (absent: the first of a ledger). Pure: the caller stores it in the same
 * transaction as what it records. Without a signer the entry says `unsigned`.
 * @throws TypeError when the draft cannot be canonical JSON or `at` is no UTC instant: a defect of the caller.
 */
export function appendEntry(
  previousHead: ChainHead | undefined,
  draft: EntryDraft,
  by: { readonly digest: Digest; readonly signer?: EntrySigner },
): LedgerEntry {
  if (!isInstant(draft.at)) throw new TypeError(`at: ${draft.at} is no UTC instant with milliseconds`);
  const core: EntryCore = {
    sequence: (previousHead?.sequence ?? 0) + 1,
    at: draft.at,
    kind: draft.kind,
    subject: draft.subject,
    payloadHash: toHex(by.digest(canonicalBytes(draft.payload))),
    previous: previousHead?.hash ?? GENESIS,
    device: by.signer?.id ?? UNSIGNED,
    clock: draft.clock,
  };
  const hash = by.digest(coreBytes(core));
  const entry = { ...core, payload: draft.payload, hash: toHex(hash) };
  return by.signer ? { ...entry, signature: toHex(by.signer.sign(hash)) } : entry;
}

/** The entry without its content: what a bundle shows of entries that are nobody else's business. */
export function skeleton(entry: LedgerEntry): LedgerEntry {
  const { payload: _undisclosed, ...rest } = entry;
  return rest;
}

/** `hash` as the bytes that are signed. */
export function hashBytes(entry: LedgerEntry): Uint8Array {
  return fromHex(entry.hash);
}
