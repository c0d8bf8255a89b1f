import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { PageCode } from '../finish/page-code.ts';
import { SEAL_SHAPES, type SealShape } from '../finish/seal.ts';
import type { LineReading, SealReading, SealReason } from './seal-reading.ts';
import type { SeamReading, SeamReason } from './seam-reading.ts';

/** What each check says, in both languages. */

function shapeWords(shape: SealShape): Sentence {
  const { outline, width, height } = SEAL_SHAPES[shape];
  if (outline === 'rectangle') return sentence('pdf.words.shapes.square', { width });
  return width === height
    ? sentence('pdf.words.shapes.round', { width })
    : sentence('pdf.words.shapes.oval', { width, height });
}

export const signature = (): Sentence => sentence('pdf.words.signature');

export const noPage = (): Sentence => sentence('pdf.words.no-page');

export const pageFound = (page: number, sheet: number): Sentence => sentence('pdf.words.page-found', { page, sheet });

export const pageMissing = (page: number, perhapsUnread: boolean): Sentence =>
  perhapsUnread ? sentence('pdf.words.page-missing-or-unread', { page }) : sentence('pdf.words.page-missing', { page });

export const pageUnmeasured = (page: number, sheet: number): Sentence =>
  sentence('pdf.words.page-unmeasured', { page, sheet });

export const duplicate = (page: number, sheets: readonly number[]): Sentence =>
  sentence('pdf.words.duplicate', { page, sheets });

export const swapped = (order: readonly number[]): Sentence => sentence('pdf.words.swapped', { order });

export const unreadable = (sheet: number): Sentence => sentence('pdf.words.unreadable', { sheet });

export function stranger(sheet: number, code: PageCode | undefined, name: string | undefined): Sentence {
  const page = code
    ? sentence('pdf.words.stranger-page', { page: code.page })
    : sentence('pdf.words.stranger-some-page');
  return name === undefined
    ? sentence('pdf.words.stranger-unknown-print', { sheet, page, document: code?.document ?? '' })
    : sentence('pdf.words.stranger-named-print', { sheet, name, page });
}

export const sealUnseen = (page: number): Sentence => sentence('pdf.words.seal-unseen', { page });

const SEAL_REASONS: Readonly<Record<SealReason, Sentence>> = {
  'no-colour': sentence('pdf.words.seal-reasons.no-colour'),
  'no-red': sentence('pdf.words.seal-reasons.no-red'),
  'red-without-shape': sentence('pdf.words.seal-reasons.red-without-shape'),
  elsewhere: sentence('pdf.words.seal-reasons.elsewhere'),
  'off-zone': sentence('pdf.words.seal-reasons.off-zone'),
  'other-shape': sentence('pdf.words.seal-reasons.other-shape'),
  'broken-outline': sentence('pdf.words.seal-reasons.broken-outline'),
  'red-around': sentence('pdf.words.seal-reasons.red-around'),
  empty: sentence('pdf.words.seal-reasons.empty'),
  solid: sentence('pdf.words.seal-reasons.solid'),
  size: sentence('pdf.words.seal-reasons.size'),
};

const millimetres = (value: number): string => value.toFixed(1);

/** `what`, with the size that was measured where one was. */
function withSize(what: Sentence, { measured: size }: SealReading, shape: SealShape): Sentence {
  if (!size) return what;
  const { width, height } = SEAL_SHAPES[shape];
  const text = width === height ? millimetres(size.width) : `${millimetres(size.width)}×${millimetres(size.height)}`;
  return sentence('pdf.words.measured', { what, text });
}

export function seal(page: number, reading: SealReading, shape: SealShape): Sentence {
  if (reading.state === 'found') {
    return sentence('pdf.words.seal-found', { page, seal: withSize(shapeWords(shape), reading, shape) });
  }
  const reasons = sentence('pdf.words.reasons', { reasons: reading.reasons.map((reason) => SEAL_REASONS[reason]) });
  const found = reading.looksLike
    ? sentence('pdf.words.looks-like', { reasons, like: shapeWords(reading.looksLike) })
    : reasons;
  return sentence('pdf.words.seal-doubted', {
    page,
    shape: shapeWords(shape),
    found: withSize(found, reading, shape),
  });
}

export function line({ line: which, state, reason }: LineReading): Sentence {
  const name = which === 'name' ? sentence('pdf.words.line-of-name') : sentence('pdf.words.line-of-date');
  if (state === 'found') return sentence('pdf.words.line-crossed', { name });
  if (reason === 'not-printed') {
    return sentence('pdf.words.line-not-seen', { name });
  }
  return reason === 'hardly-crossed'
    ? sentence('pdf.words.line-only-touched', { name })
    : sentence('pdf.words.line-not-crossed', { name });
}

export const seamUnseen = (page: number): Sentence => sentence('pdf.words.seam-unseen', { page });

const SEAM_REASONS: Readonly<Record<SeamReason, Sentence>> = {
  'no-colour': sentence('pdf.words.seam-reasons.no-colour'),
  'no-red': sentence('pdf.words.seam-reasons.no-red'),
  'little-red': sentence('pdf.words.seam-reasons.little-red'),
  'edge-cut': sentence('pdf.words.seam-reasons.edge-cut'),
  'too-short': sentence('pdf.words.seam-reasons.too-short'),
  'off-edge': sentence('pdf.words.seam-reasons.off-edge'),
  height: sentence('pdf.words.seam-reasons.height'),
};

export function seam(page: number, { state, reason }: SeamReading): Sentence {
  if (state === 'found') {
    return sentence('pdf.words.seam-found', { page });
  }
  const why = SEAM_REASONS[reason ?? 'no-red'];
  return sentence('pdf.words.seam-doubted', { page, why });
}

export const seamHeight = (page: number, off: number): Sentence =>
  sentence('pdf.words.seam-height', { page, off: millimetres(off) });
