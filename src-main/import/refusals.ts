import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';

/**
 * Every reason for which a source is not read, in words for the person: what it is, and what to do.
 * The bytes are stored before parsing, so each sentence says that they stay.
 */
const REASONS = {
  'file-too-large': {
    sentence: sentence('import.refusals.file-too-large'),
    next: sentence('import.refusals.file-too-large.next'),
  },
  'file-empty': {
    sentence: sentence('import.refusals.file-empty'),
    next: sentence('import.refusals.file-empty.next'),
  },
  'no-text': {
    sentence: sentence('import.refusals.no-text'),
    next: sentence('import.refusals.no-text.next'),
  },
  'pdf-encrypted': {
    sentence: sentence('import.refusals.pdf-encrypted'),
    next: sentence('import.refusals.pdf-encrypted.next'),
  },
  'pdf-image-only': {
    sentence: sentence('import.refusals.pdf-image-only'),
    next: sentence('import.refusals.pdf-image-only.next'),
  },
  'pdf-unreadable-text': {
    sentence: sentence('import.refusals.pdf-unreadable-text'),
    next: sentence('import.refusals.pdf-unreadable-text.next'),
  },
  'pdf-corrupt': {
    sentence: sentence('import.refusals.pdf-corrupt'),
    next: sentence('import.refusals.pdf-corrupt.next'),
  },
  'docx-corrupt': {
    sentence: sentence('import.refusals.docx-corrupt'),
    next: sentence('import.refusals.docx-corrupt.next'),
  },
  'invoice-corrupt': {
    sentence: sentence('import.refusals.invoice-corrupt'),
    next: sentence('import.refusals.invoice-corrupt.next'),
  },
  'invoice-too-large': {
    sentence: sentence('import.refusals.invoice-too-large'),
    next: sentence('import.refusals.invoice-too-large.next'),
  },
  'no-invoice': {
    sentence: sentence('import.refusals.no-invoice'),
    next: sentence('import.refusals.no-invoice.next'),
  },
  'several-invoices': {
    sentence: sentence('import.refusals.several-invoices'),
    next: sentence('import.refusals.several-invoices.next'),
  },
  'office-encrypted': {
    sentence: sentence('import.refusals.office-encrypted'),
    next: sentence('import.refusals.office-encrypted.next'),
  },
  'legacy-office': {
    sentence: sentence('import.refusals.legacy-office'),
    next: sentence('import.refusals.legacy-office.next'),
  },
  'rich-text': {
    sentence: sentence('import.refusals.rich-text'),
    next: sentence('import.refusals.rich-text.next'),
  },
  'not-word': {
    sentence: sentence('import.refusals.not-word'),
    next: sentence('import.refusals.not-word.next'),
  },
  'zip-encrypted': {
    sentence: sentence('import.refusals.zip-encrypted'),
    next: sentence('import.refusals.zip-encrypted.next'),
  },
  'zip-bomb': {
    sentence: sentence('import.refusals.zip-bomb'),
    next: sentence('import.refusals.zip-bomb.next'),
  },
  picture: {
    sentence: sentence('import.refusals.picture'),
    next: sentence('import.refusals.picture.next'),
  },
  'unknown-format': {
    sentence: sentence('import.refusals.unknown-format'),
    next: sentence('import.refusals.unknown-format.next'),
  },
  'encoding-unknown': {
    sentence: sentence('import.refusals.encoding-unknown'),
    next: sentence('import.refusals.encoding-unknown.next'),
  },
  undecodable: {
    sentence: sentence('import.refusals.undecodable'),
    next: sentence('import.refusals.undecodable.next'),
  },
  'parser-timeout': {
    sentence: sentence('import.refusals.parser-timeout'),
    next: sentence('import.refusals.parser-timeout.next'),
  },
  'parser-crashed': {
    sentence: sentence('import.refusals.parser-crashed'),
    next: sentence('import.refusals.parser-crashed.next'),
  },
  'import-cancelled': {
    sentence: sentence('import.refusals.import-cancelled'),
    next: sentence('import.refusals.import-cancelled.next'),
  },
} as const satisfies Readonly<Record<string, { readonly sentence: Sentence; readonly next: Sentence }>>;

/** Codes of the reasons for which a source is not read. */
export type ImportRefusalCode = keyof typeof REASONS;

const INTERRUPTIONS: ReadonlySet<string> = new Set([
  'parser-timeout',
  'parser-crashed',
  'import-cancelled',
] satisfies ImportRefusalCode[]);

/** Whether a reading ended through its process, not through the file: the same file may be read another time. */
export function isInterruption(code: string): boolean {
  return INTERRUPTIONS.has(code);
}

const KEPT: Sentence = sentence('import.refusals.kept');

/** The refusal for one reason; `cause` is kept for the log. */
export function importRefusal(code: ImportRefusalCode, cause?: unknown): Refusal {
  const { sentence: reason, next } = REASONS[code];
  return new Refusal(
    code,
    sentence('import.refusals.reason-and-kept', { reason, kept: KEPT }),
    next,
    cause === undefined ? undefined : { cause },
  );
}
