import { createHash } from 'node:crypto';
import { finish } from '../../../../src-main/pdf/finish/finish.ts';
import type { PaperBlock } from '../../../../src-main/pdf/paper.ts';
import { setPlain } from '../../../../src-main/pdf/plain/plain.ts';
import type { PrintExpectation } from '../../../../src-main/pdf/scan/expectation.ts';
import type { SheetImage } from '../../../../src-main/picture/image.ts';
import type { Overall, ScanCheck } from '../../../../src-main/pdf/scan/verdict.ts';
import { SEAL_SHAPES, sealBox, type SealShape, seamBottom, seamGroups } from '../../../../src-main/pdf/finish/seal.ts';
import { AT, FONTS, paperOf } from '../paper-tools.ts';
import {
  between,
  type Chance,
  chanceOf,
  oneOf,
  printedPages,
  scanned,
  type Scanner,
  scannerOf,
  stamped,
  toJpeg,
} from './simulate.ts';

/** Scans whose right answer is known, made from a number alone. */

export interface Print extends PrintExpectation {
  readonly images: readonly SheetImage[];
}

const SENTENCE = '我司将按照约定的用途使用线路，遵守当地的管理规定，并在收到书面通知后的三个工作日内配合完成核查。';

/** A letter of about as many pages as asked, printed and drawn. */
export async function printOf(pages: number, words: string, zones = 1): Promise<Print> {
  const blocks: PaperBlock[] = [
    { kind: 'title', text: `承诺书（${words}）` },
    ...Array.from({ length: 2 + (pages - 1) * 6 }, (_, index) => ({
      kind: 'item' as const,
      number: `${index + 1}.`,
      runs: [{ text: SENTENCE.repeat(2) }],
    })),
    { kind: 'closing', text: '特此承诺。' },
    ...Array.from({ length: zones }, (_, index): PaperBlock => ({
      kind: 'signature',
      zone: `seal-${index}`,
      label: '承诺单位（盖章）',
      name: '示例远航科技有限公司',
      date: '2026年11月20日',
    })),
  ];
  const paper = paperOf(blocks);
  const printed = await setPlain(paper, FONTS);
  const fingerprint = createHash('sha256').update(`${words} ${pages}`).digest('hex');
  const made = await finish(printed, paper, { fingerprint, at: AT, author: '示例远航科技有限公司', fonts: FONTS });
  return {
    code: made.code,
    pages: made.pages,
    zones: made.zones,
    shape: 'round-42',
    seam: false,
    style: 'letter',
    images: printedPages(made.bytes),
  };
}

/** What was done to the paper, or not done. */
export const KINDS = [
  'good',
  'good',
  'good',
  'good',
  'good',
  'good-other-shape-chosen',
  'good-seam',
  'good-seam',
  'good-upside-down',
  'good-with-logo',
  'good-blank-back',
  'no-seal',
  'outside-zone',
  'not-on-lines',
  'black-copy',
  'blue-seal',
  'red-words-in-zone',
  'logo-only',
  'wrong-shape',
  'half-seal',
  'page-missing',
  'pages-swapped',
  'foreign-page',
  'duplicate-page',
  'seam-missing',
] as const;
export type Kind = (typeof KINDS)[number];

export interface Case {
  readonly name: string;
  readonly kind: Kind;
  readonly print: Print;
  readonly sheets: readonly Uint8Array[];
  readonly overall: readonly Overall[];
  /** Checks that must come out so. */
  readonly named: readonly Partial<ScanCheck>[];
}

export interface Prints {
  readonly short: Print;
  readonly long: Print;
  readonly other: Print;
}

const RED = (chance: Chance): readonly [number, number, number] => [
  between(chance, 185, 232),
  between(chance, 15, 70),
  between(chance, 25, 75),
];

function sealStamp(print: Print, shape: SealShape, chance: Chance, away: { x: number; y: number } = { x: 0, y: 0 }) {
  const zone = print.zones[0]!;
  return {
    shape,
    box: sealBox(shape, zone.box, {
      x: away.x + between(chance, -5, 5),
      y: away.y + between(chance, -5, 4),
    }),
    colour: RED(chance),
    ink: between(chance, 0.5, 1),
    uneven: between(chance, 0, 0.75),
    turn: between(chance, -5, 5),
  };
}

/** Red strokes and a filled bar, as a letterhead's logo or a remark in red has them. */
function inRed(page: SheetImage, left: number, top: number, width: number, height: number, bar: boolean): SheetImage {
  const rgb = new Uint8Array(page.rgb);
  const dots = page.width / 210;
  for (let row = Math.round(top * dots); row < (top + height) * dots; row += 1) {
    for (let column = Math.round(left * dots); column < (left + width) * dots; column += 1) {
      const [x, y] = [column / dots - left, row / dots - top];
      const stroke = bar ? true : x % 5 < 0.7 || (y % 6 < 0.7 && x % 8 < 6);
      if (!stroke) continue;
      const at = (row * page.width + column) * 3;
      rgb.set(
        [Math.min(page.rgb[at] ?? 0, 205), Math.min(page.rgb[at + 1] ?? 0, 30), Math.min(page.rgb[at + 2] ?? 0, 40)],
        at,
      );
    }
  }
  return { ...page, rgb };
}

/** A seam seal over all pages, as a hand fans and stamps them. */
function seamed(
  images: readonly SheetImage[],
  shape: SealShape,
  chance: Chance,
  without: number,
): readonly SheetImage[] {
  const colour = RED(chance);
  const [ink, uneven] = [between(chance, 0.55, 1), between(chance, 0, 0.6)];
  const lift = between(chance, -18, 18);
  const groups = seamGroups(images.length, shape);
  return images.map((image, index) => {
    const slice = groups.flatMap(({ slices }) => slices).find(({ page }) => page === index + 1);
    if (!slice || index + 1 === without) return image;
    const { width, height } = SEAL_SHAPES[shape];
    const box = { left: 210 - slice.to, bottom: seamBottom(shape) + lift + between(chance, -1.5, 1.5), width, height };
    return stamped(
      image,
      { shape, box, colour, ink, uneven, turn: 0, from: slice.from / width, to: slice.to / width },
      chance,
    );
  });
}

const blankSheet = ({ width, height }: SheetImage): SheetImage => ({
  width,
  height,
  rgb: new Uint8Array(width * height * 3).fill(255),
});

/** The n-th case; `coarse` keeps it at 200 dots an inch or less. */
export function caseOf(number: number, { short, long, other }: Prints, coarse = false): Case {
  const chance = chanceOf(number * 7919 + 17);
  const kind = KINDS[number % KINDS.length]!;
  const many = /seam|page/u.test(kind) || (kind.startsWith('good') && chance() < 0.25);
  const shape: SealShape =
    kind === 'good-other-shape-chosen'
      ? oneOf(chance, ['round-40', 'round-38', 'square-22', 'oval-45x30'] as const)
      : 'round-42';
  const base = many ? long : short;
  const print: Print = { ...base, shape, seam: kind.includes('seam') };
  const last = print.images.length - 1;
  const seal = (image: SheetImage): SheetImage => {
    const stamp = sealStamp(print, shape, chance);
    switch (kind) {
      case 'no-seal':
        return image;
      case 'logo-only':
        return inRed(image, 28, 14, 46, 12, true);
      case 'red-words-in-zone':
        return inRed(image, 118, 297 - print.zones[0]!.box.bottom - 32, 46, 20, false);
      case 'outside-zone':
        return stamped(
          image,
          sealStamp(print, shape, chance, { x: between(chance, -85, -50), y: between(chance, 10, 90) }),
          chance,
        );
      case 'not-on-lines':
        return stamped(image, sealStamp(print, shape, chance, { x: 0, y: between(chance, 38, 48) }), chance);
      case 'blue-seal':
        return stamped(image, { ...stamp, colour: [40, 60, 190] }, chance);
      case 'wrong-shape':
        return stamped(image, sealStamp(print, oneOf(chance, ['square-22', 'oval-45x30'] as const), chance), chance);
      case 'half-seal':
        return stamped(image, { ...stamp, ...(chance() < 0.5 ? { to: 0.5 } : { from: 0.5 }) }, chance);
      case 'good-with-logo':
        return stamped(inRed(image, 28, 14, 46, 12, chance() < 0.5), stamp, chance);
      default:
        return stamped(image, stamp, chance);
    }
  };
  const gone = kind === 'seam-missing' ? 1 + Math.floor(chance() * print.images.length) : 0;
  const sealed = print.images.map((image, index) => (index === last ? seal(image) : image));
  const done = print.seam ? seamed(sealed, shape, chance, gone) : sealed;
  const scanner: Scanner = {
    ...scannerOf(chance, coarse ? oneOf(chance, [150, 150, 200]) : undefined),
    grey: kind === 'black-copy',
  };
  const sheet = (image: SheetImage): Uint8Array => {
    const each: Scanner = {
      ...scanner,
      turn: scanner.turn * between(chance, 0.6, 1),
      upsideDown: kind === 'good-upside-down',
    };
    return toJpeg(scanned(image, each, chance), scanner.quality);
  };
  const missing = kind === 'page-missing' ? 1 + Math.floor(chance() * done.length) : 0;
  const swap = 1 + Math.floor(chance() * Math.max(1, last - 1));
  const order = done.map((_, index) => index);
  if (kind === 'pages-swapped') [order[swap - 1], order[swap]] = [swap, swap - 1];
  const images = [
    ...order.filter((index) => index + 1 !== missing).map((index) => done[index]!),
    ...(kind === 'foreign-page' ? [other.images[0]!] : []),
    ...(kind === 'duplicate-page' ? [done[swap]!] : []),
    ...(kind === 'good-blank-back' ? [blankSheet(done[0]!)] : []),
  ];
  return {
    name: `${number} ${kind} ${scanner.dpi} dpi`,
    kind,
    print,
    sheets: images.map(sheet),
    ...answerOf(kind, missing, gone),
  };
}

function answerOf(kind: Kind, missing: number, gone: number): Pick<Case, 'overall' | 'named'> {
  switch (kind) {
    case 'no-seal':
    case 'logo-only':
    case 'black-copy':
    case 'blue-seal':
    case 'outside-zone':
      return { overall: ['incomplete'], named: [{ kind: 'seal', state: 'missing' }] };
    case 'not-on-lines':
      return { overall: ['incomplete'], named: [] };
    case 'red-words-in-zone':
    case 'wrong-shape':
    case 'half-seal':
      return { overall: ['doubtful'], named: [{ kind: 'seal', state: 'doubtful' }] };
    case 'page-missing':
      return { overall: ['incomplete'], named: [{ kind: 'page', state: 'missing', page: missing }] };
    case 'pages-swapped':
      return { overall: ['doubtful'], named: [{ kind: 'order', state: 'doubtful' }] };
    case 'foreign-page':
      return { overall: ['doubtful'], named: [{ kind: 'stranger', state: 'doubtful' }] };
    case 'duplicate-page':
      return { overall: ['doubtful'], named: [{ kind: 'duplicate', state: 'doubtful' }] };
    case 'seam-missing':
      return { overall: ['incomplete'], named: [{ kind: 'seam', state: 'missing', page: gone }] };
    default:
      return { overall: ['complete'], named: [] };
  }
}
