import { sentence } from '../../agreement/sentence.ts';
import type { PDFDocument, PDFImage } from 'pdf-lib';
import { PNG } from 'pngjs';
import { Refusal } from '../../agreement/refusal.ts';
import { SEAL_SHAPES, type SealShape } from './seal.ts';

/** How far the picture's proportions may be from the seal's before it would be printed visibly distorted. */
const PROPORTION_TOLERANCE = 0.03;

function readPng(bytes: Uint8Array): PNG {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch (cause) {
    throw new Refusal(
      'picture-unreadable',
      sentence('pdf.seal-picture.picture-unreadable'),
      sentence('pdf.seal-picture.picture-unreadable.next'),
      { cause },
    );
  }
}

/** A picture without any transparent pixel would cover the name and date under it. */
function assertTransparent({ data }: PNG): void {
  for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 255) < 255) return;
  throw new Refusal(
    'picture-not-transparent',
    sentence('pdf.seal-picture.picture-not-transparent'),
    sentence('pdf.seal-picture.picture-not-transparent.next'),
  );
}

/** Refuses a picture that could not be placed on a paper: not a PNG, or nothing transparent in it. */
export function assertPicture(png: Uint8Array): void {
  assertTransparent(readPng(png));
}

/** A seal's picture: transparent, and of the proportions of the seal it stands for. */
export async function embedSealPicture(document: PDFDocument, png: Uint8Array, shape: SealShape): Promise<PDFImage> {
  const picture = readPng(png);
  assertTransparent(picture);
  const { width, height } = SEAL_SHAPES[shape];
  const distortion = picture.width / picture.height / (width / height);
  if (Math.abs(distortion - 1) > PROPORTION_TOLERANCE) {
    throw new Refusal(
      'seal-proportions',
      sentence('pdf.seal-picture.seal-proportions', {
        width: picture.width,
        height: picture.height,
        width2: width,
        height2: height,
      }),
      sentence('pdf.seal-picture.seal-proportions.next'),
    );
  }
  return document.embedPng(png);
}

/** A handwritten signature as a picture; returns its proportions, width by height. */
export async function embedHandwriting(document: PDFDocument, png: Uint8Array): Promise<PDFImage> {
  assertTransparent(readPng(png));
  return document.embedPng(png);
}
