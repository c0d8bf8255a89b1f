import { performance } from 'node:perf_hooks';
import { decodePicture } from '../../src-main/picture/decode.ts';
import { readScan } from '../../src-main/pdf/scan/read.ts';
import { sealBox } from '../../src-main/pdf/finish/seal.ts';
import { printOf } from '../unit/pdf/scan/cases.ts';
import { chanceOf, scanned, scannerOf, type Stamp, stamped, toJpeg } from '../unit/pdf/scan/simulate.ts';

const ROUNDS = 5;

/** Median of five runs in milliseconds, after one that is not counted. */
async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - start);
  }
  return Math.round(times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0);
}

/** Reading one sealed sheet back, against bare decoding of the same JPEG. */
export default async function bench() {
  const print = await printOf(1, '甲');
  const zone = print.zones[0]?.box ?? { left: 110, bottom: 80, width: 50, height: 50 };
  const stamp: Stamp = {
    shape: 'round-42',
    box: sealBox('round-42', zone),
    colour: [205, 30, 48],
    ink: 0.9,
    uneven: 0.4,
    turn: 3,
  };
  const figures: Record<string, number> = {};
  for (const dpi of [150, 300]) {
    const chance = chanceOf(dpi);
    const page = stamped(print.images[0]!, stamp, chance);
    const bytes = toJpeg(scanned(page, scannerOf(chance, dpi), chance), 75);
    const decode = await median(() => decodePicture(bytes, 'scan.jpg'));
    const read = await median(() => readScan([{ name: 'scan.jpg', bytes }], [print]));
    figures[`decode${dpi}DpiMs`] = decode;
    figures[`read${dpi}DpiMs`] = read;
    figures[`read${dpi}DpiToDecode`] = Math.round((read / Math.max(1, decode)) * 100) / 100;
  }
  return { name: 'scan', ...figures, rssMiB: Math.round(process.memoryUsage().rss / 1024 / 1024) };
}
