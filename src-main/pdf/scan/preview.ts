import { encode } from 'jpeg-js';
import { PAGE } from '../paper.ts';
import { type SheetImage, shrink } from '../../picture/image.ts';
import { CELLS, cellOf, type LevelledSheet } from './sheet.ts';

/** Pixels a millimetre of the small picture of a straightened page. */
const PREVIEW = 2;
const QUALITY = 72;
/** Longest side of the small picture of a sheet that is no page of ours. */
const LONGEST = PAGE.height * PREVIEW;

function jpeg(width: number, height: number, colourAt: (x: number, y: number, channel: number) => number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) data[(y * width + x) * 4 + channel] = colourAt(x, y, channel);
    }
  }
  return new Uint8Array(encode({ width, height, data }, QUALITY).data);
}

/** A small JPEG of a straightened page, 2 pixels a millimetre, the page and nothing around it. */
export function pagePreview({ width, red, green, blue }: LevelledSheet): Uint8Array {
  const planes = [red, green, blue];
  const step = CELLS / PREVIEW;
  return jpeg(PAGE.width * PREVIEW, PAGE.height * PREVIEW, (x, y, channel) => {
    let sum = 0;
    for (let row = 0; row < step; row += 1) {
      for (let column = 0; column < step; column += 1) {
        sum += planes[channel]?.[(cellOf(0) + y * step + row) * width + cellOf(0) + x * step + column] ?? 255;
      }
    }
    return sum / (step * step);
  });
}

/** A small JPEG of a sheet as it was scanned. */
export function sheetPreview(image: SheetImage): Uint8Array {
  const small = shrink(image, Math.max(1, Math.ceil(Math.max(image.width, image.height) / LONGEST)));
  return jpeg(small.width, small.height, (x, y, channel) => small.rgb[(y * small.width + x) * 3 + channel] ?? 255);
}
