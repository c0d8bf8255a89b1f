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
      { zh: '这张图片不是可读的 PNG，没有放到文件上。', en: 'This picture is not a readable PNG; it was not placed.' },
      { zh: '请选择背景透明的 PNG 图片。', en: 'Choose a PNG picture with a transparent background.' },
      { cause },
    );
  }
}

/** A picture without any transparent pixel would cover the name and date under it. */
function assertTransparent({ data }: PNG): void {
  for (let index = 3; index < data.length; index += 4) if ((data[index] ?? 255) < 255) return;
  throw new Refusal(
    'picture-not-transparent',
    {
      zh: '这张图片没有透明背景，会遮住署名和日期，没有放到文件上。',
      en: 'This picture has no transparent background and would cover name and date; it was not placed.',
    },
    { zh: '请用去底后的透明 PNG。', en: 'Use a PNG whose background has been removed.' },
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
      {
        zh: `印章图片为 ${picture.width}×${picture.height} 像素，与 ${width}×${height} 毫米的印章比例不符，没有放到文件上。`,
        en: `The seal picture is ${picture.width}×${picture.height} pixels, which does not have the proportions of a ${width}×${height} mm seal; it was not placed.`,
      },
      {
        zh: '请把图片裁到印章边缘，或选择正确的印章规格。',
        en: 'Crop the picture to the edge of the seal, or choose the right seal size.',
      },
    );
  }
  return document.embedPng(png);
}

/** A handwritten signature as a picture; returns its proportions, width by height. */
export async function embedHandwriting(document: PDFDocument, png: Uint8Array): Promise<PDFImage> {
  assertTransparent(readPng(png));
  return document.embedPng(png);
}
