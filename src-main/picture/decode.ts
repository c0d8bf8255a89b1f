import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { SheetImage } from './image.ts';

/** Most pixels of one picture: A4 at 600 dots an inch has 35 million. The refusal `scan-too-large` says this figure in words. */
export const MOST_PIXELS = 40_000_000;
/** Memory a JPEG may take while it is decoded, in MiB. */
const JPEG_MEMORY = 900;

const isPng = (bytes: Uint8Array): boolean => [0x89, 0x50, 0x4e, 0x47].every((byte, index) => bytes[index] === byte);
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;
export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

/** Drops the fourth byte of every pixel; what is transparent is paper. */
function withoutAlpha(width: number, height: number, rgba: Uint8Array): SheetImage {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] ?? 255;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[to + channel] = 255 - ((255 - (rgba[from + channel] ?? 0)) * alpha) / 255;
    }
  }
  return { width, height, rgb };
}

function decodePng(bytes: Uint8Array): SheetImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // width and height stand in the first chunk: a bomb is refused before it is inflated
  if (bytes.length < 33 || view.getUint32(16) * view.getUint32(20) > MOST_PIXELS) throw tooLarge();
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  return withoutAlpha(width, height, data);
}

function decodeJpegSheet(bytes: Uint8Array): SheetImage {
  const { width, height, data } = decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    maxResolutionInMP: MOST_PIXELS / 1e6,
    maxMemoryUsageInMB: JPEG_MEMORY,
  });
  return { width, height, rgb: data };
}

/**
 * Decodes a picture of a sheet by its own first bytes, whatever its name.
 * @throws Refusal `scan-format`, `scan-too-large`, `scan-unreadable`
 */
export function decodePicture(bytes: Uint8Array, name: string): SheetImage {
  if (!isPng(bytes) && !isJpeg(bytes)) throw unknownFormat(name);
  try {
    return isPng(bytes) ? decodePng(bytes) : decodeJpegSheet(bytes);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (cause instanceof Error && /maxResolutionInMP|maxMemoryUsageInMB/u.test(cause.message)) throw tooLarge();
    throw unreadable(name, cause);
  }
}

const NOTHING_KEPT: Sentence = sentence('picture.decode.nothing-kept');

export function unknownFormat(name: string): Refusal {
  return new Refusal(
    'scan-format',
    sentence('picture.decode.scan-format', { name, kept: NOTHING_KEPT }),
    sentence('picture.decode.scan-format.next'),
  );
}

export function unreadable(name: string, cause: unknown): Refusal {
  return new Refusal(
    'scan-unreadable',
    sentence('picture.decode.scan-unreadable', { name, kept: NOTHING_KEPT }),
    sentence('picture.decode.scan-unreadable.next'),
    { cause },
  );
}

export function tooLarge(): Refusal {
  return new Refusal(
    'scan-too-large',
    sentence('picture.decode.scan-too-large', { kept: NOTHING_KEPT }),
    sentence('picture.decode.scan-too-large.next'),
  );
}
