import { describe, expect, test } from 'vitest';
import { SEAL_SHAPES, type SealShape } from '../../../../src-main/pdf/finish/seal.ts';
import { redMask } from '../../../../src-main/pdf/scan/red.ts';
import { fitSeal } from '../../../../src-main/pdf/scan/seal-fit.ts';
import { levelSheet } from '../../../../src-main/pdf/scan/sheet.ts';
import type { SheetImage } from '../../../../src-main/picture/image.ts';
import { chanceOf } from './simulate.ts';

/** A hollow seal as a scanner sees it, in millimetres: how wide and high, how thick its line, with how many gaps in it, by how many degrees it is turned. */
interface Hollow {
  readonly width: number;
  readonly height: number;
  readonly line: number;
  readonly gaps: number;
  readonly turn: number;
}

const PAPER = 250;
const INK = [200, 16, 46] as const;
/** Parts of a pixel, each way, of which it is put together. */
const PARTS = 4;
const AT = { x: 138.3, y: 221.4 } as const;

/** Whether ink is at a place about the seal's middle. */
function inkAt({ width, height, line, gaps, turn }: Hollow, x: number, y: number): boolean {
  const lean = (turn * Math.PI) / 180;
  const [u, v] = [x * Math.cos(lean) + y * Math.sin(lean), y * Math.cos(lean) - x * Math.sin(lean)];
  const angle = ((Math.atan2(v, u) * 180) / Math.PI + 360) % 360;
  if (gaps > 0 && angle % (360 / gaps) < 12) return false;
  const inside = (inset: number): boolean => Math.hypot(u / (width / 2 - inset), v / (height / 2 - inset)) <= 1;
  return (inside(0) && !inside(line)) || Math.hypot(u, v) < 5;
}

function scanOf(seal: Hollow, dpi: number): SheetImage {
  const chance = chanceOf(dpi + seal.width * 7 + seal.gaps);
  const dots = dpi / 25.4;
  const [width, height] = [Math.round(210 * dots), Math.round(297 * dots)];
  const rgb = new Uint8Array(width * height * 3).fill(PAPER);
  const reach = seal.width / 2 + 1;
  for (let row = Math.floor((AT.y - reach) * dots); row < (AT.y + reach) * dots; row += 1) {
    for (let column = Math.floor((AT.x - reach) * dots); column < (AT.x + reach) * dots; column += 1) {
      let inked = 0;
      for (let part = 0; part < PARTS * PARTS; part += 1) {
        const [right, down] = [((part % PARTS) + 0.5) / PARTS, (Math.floor(part / PARTS) + 0.5) / PARTS];
        if (inkAt(seal, (column + right) / dots - AT.x, (row + down) / dots - AT.y)) inked += 1;
      }
      const share = inked / PARTS ** 2;
      const grain = 8 * (chance() - 0.5);
      INK.forEach((ink, channel) => {
        const value = PAPER * (1 - share) + ink * share + grain;
        rgb[(row * width + column) * 3 + channel] = Math.min(255, Math.max(0, value));
      });
    }
  }
  return { width, height, rgb };
}

/** What a seal is measured as, when it is looked for by the shape that was chosen for it. */
function measuredAs(seal: Hollow, dpi: number, shape: SealShape): readonly number[] {
  const dots = dpi / 25.4;
  const sheet = levelSheet(scanOf(seal, dpi), { a: dots, b: 0, left: 0, top: 0, match: 1 });
  const fit = fitSeal(redMask(sheet), shape, { left: AT.x - 9, right: AT.x + 8, top: AT.y - 8, bottom: AT.y + 9 });
  const { width, height } = SEAL_SHAPES[shape];
  return fit ? [width * fit.scale, height * fit.scale] : [];
}

describe.each([150, 200, 300])('a hollow seal scanned at %d dots an inch is measured to half a millimetre', (dpi) => {
  test.each([
    [36, 1.2, 0, 0, 'round-42'],
    [38, 0.8, 0, 17, 'round-40'],
    [40, 0.8, 5, 33, 'round-42'],
    [40, 1.5, 0, 8, 'round-42'],
    [45, 0.8, 5, 51, 'round-42'],
  ] as const)(
    '%d mm, a line of %d mm, %d gaps, turned by %d degrees, taken for %s',
    (size, line, gaps, turn, shape) => {
      const [width = 0] = measuredAs({ width: size, height: size, line, gaps, turn }, dpi, shape);
      expect(Math.abs(width - size)).toBeLessThanOrEqual(0.5);
    },
  );

  test('an oval one too', () => {
    const [width = 0, height = 0] = measuredAs({ width: 40, height: 30, line: 1, gaps: 0, turn: 4 }, dpi, 'oval-40x30');
    expect(Math.max(Math.abs(width - 40), Math.abs(height - 30))).toBeLessThanOrEqual(0.5);
  });
});
