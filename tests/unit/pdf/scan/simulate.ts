import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { SheetImage } from '../../../../src-main/picture/image.ts';
import { sampleSealPng } from '../../../../src-main/pdf/finish/sample-seal.ts';
import { type PageBox, SEAL_SHAPES, type SealShape } from '../../../../src-main/pdf/finish/seal.ts';
import { FONTS, inFolder } from '../paper-tools.ts';

/** What happens to paper between the printer and the file: stamping by hand, a scanner, compression. All from a seeded chance. */

export type Chance = () => number;

/** Mulberry32: the same seed, the same scans, on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export const between = (chance: Chance, low: number, high: number): number => low + (high - low) * chance();
export const oneOf = <Value>(chance: Chance, values: readonly Value[]): Value =>
  values[Math.floor(chance() * values.length)] as Value;

/** Dots an inch of the prints that scans are made of. */
const PRINT_DPI = 300;
const DOTS = PRINT_DPI / 25.4;

/** All pages of a print as pixels, drawn by poppler. */
export function printedPages(pdf: Uint8Array): readonly SheetImage[] {
  return inFolder((folder) => {
    const file = join(folder, 'print.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', `${PRINT_DPI}`, '-png', file, join(folder, 'page')]);
    const names = execFileSync('ls', [folder], { encoding: 'utf8' }).split('\n');
    return names
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => fromPng(readFileSync(join(folder, name))));
  });
}

function fromPng(bytes: Uint8Array): SheetImage {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) rgb.set(data.subarray(from, from + 3), to);
  return { width, height, rgb };
}

const seals = new Map<string, PNG>();

/** A seal's ink, 0–255, at 300 dots an inch. */
function sealInk(shape: SealShape): PNG {
  const kept = seals.get(shape) ?? PNG.sync.read(Buffer.from(sampleSealPng('示例远航科技有限公司', shape, FONTS, 600)));
  seals.set(shape, kept);
  return kept;
}

export interface Stamp {
  readonly shape: SealShape;
  /** Where an even stamping would put it. */
  readonly box: PageBox;
  readonly colour: readonly [number, number, number];
  /** How much ink there is, 0 to 1; how unevenly it took, 0 to 1. */
  readonly ink: number;
  readonly uneven: number;
  /** Degrees clockwise. */
  readonly turn: number;
  /** Only what lies right of this share of the seal's width is stamped. */
  readonly from?: number;
  readonly to?: number;
}

/** Smooth noise between 0 and 1 over millimetres: how a pad took ink. */
function patches(chance: Chance): (x: number, y: number) => number {
  const waves = Array.from({ length: 5 }, () => ({
    u: between(chance, -0.35, 0.35),
    v: between(chance, -0.35, 0.35),
    phase: between(chance, 0, 7),
  }));
  return (x, y) =>
    0.5 + waves.reduce((sum, { u, v, phase }) => sum + Math.sin(u * x + v * y + phase), 0) / (2 * waves.length);
}

/** Stamps onto a copy of a page at 300 dots an inch; ink multiplies, so that print under it stays black. */
export function stamped(page: SheetImage, stamp: Stamp, chance: Chance): SheetImage {
  const rgb = new Uint8Array(page.rgb);
  const seal = sealInk(stamp.shape);
  const { width, height } = SEAL_SHAPES[stamp.shape];
  const patch = patches(chance);
  const [cos, sin] = [Math.cos((stamp.turn * Math.PI) / 180), Math.sin((stamp.turn * Math.PI) / 180)];
  const middle = { x: stamp.box.left + width / 2, y: 297 - stamp.box.bottom - height / 2 };
  const reach = Math.hypot(width, height) / 2 + 1;
  const [from, to] = [stamp.from ?? 0, stamp.to ?? 1];
  for (let row = Math.round((middle.y - reach) * DOTS); row < (middle.y + reach) * DOTS; row += 1) {
    for (let column = Math.round((middle.x - reach) * DOTS); column < (middle.x + reach) * DOTS; column += 1) {
      if (row < 0 || column < 0 || row >= page.height || column >= page.width) continue;
      const [dx, dy] = [column / DOTS - middle.x, row / DOTS - middle.y];
      const [x, y] = [dx * cos + dy * sin + width / 2, dy * cos - dx * sin + height / 2];
      if (x < from * width || x >= to * width || y < 0 || y >= height) continue;
      const at = (Math.floor((y / height) * seal.height) * seal.width + Math.floor((x / width) * seal.width)) * 4 + 3;
      const took = Math.min(1, Math.max(0, 1 - stamp.uneven * (1.6 * patch(x, y) - 0.3)));
      const grain = 1 - 0.25 * stamp.uneven * chance();
      const cover = ((seal.data[at] ?? 0) / 255) * stamp.ink * took * grain;
      if (cover <= 0) continue;
      const to3 = (row * page.width + column) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const paper = page.rgb[to3 + channel] ?? 255;
        rgb[to3 + channel] = paper * (1 - cover + (cover * (stamp.colour[channel] ?? 0)) / 255);
      }
    }
  }
  return { ...page, rgb };
}

export interface Scanner {
  readonly dpi: number;
  /** Degrees the paper lies turned; millimetres it is shifted. */
  readonly turn: number;
  readonly shift: readonly [number, number];
  readonly upsideDown: boolean;
  /** Pixels. */
  readonly blur: number;
  readonly noise: number;
  /** How dark the darkest corner gets, 0 to 1, and in which direction. */
  readonly shadow: number;
  readonly shadowTurn: number;
  readonly tint: readonly [number, number, number];
  readonly grey: boolean;
  readonly quality: number;
}

/** A scanner of the ordinary kind, as good or bad as chance has it. */
export function scannerOf(chance: Chance, dpi = oneOf(chance, [150, 150, 200, 200, 240, 300])): Scanner {
  const warm = chance() < 0.5 ? between(chance, 0, 0.14) : 0;
  return {
    dpi,
    turn: between(chance, -5, 5) * (chance() < 0.6 ? 0.4 : 1),
    shift: [between(chance, -3, 3), between(chance, -3, 3)],
    upsideDown: false,
    blur: between(chance, 0, dpi / 200),
    noise: between(chance, 0, 9),
    shadow: chance() < 0.6 ? between(chance, 0.05, 0.4) : 0,
    shadowTurn: between(chance, 0, 360),
    tint: [1, 1 - warm * 0.35, 1 - warm],
    grey: false,
    quality: Math.round(between(chance, 40, 90)),
  };
}

function averaged(page: SheetImage, factor: number): SheetImage {
  const [width, height] = [Math.floor(page.width / factor), Math.floor(page.height / factor)];
  const sums = new Uint16Array(width * height * 3);
  for (let row = 0; row < height * factor; row += 1) {
    for (let column = 0; column < width * factor; column += 1) {
      const from = (row * page.width + column) * 3;
      const to = (Math.floor(row / factor) * width + Math.floor(column / factor)) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        sums[to + channel] = (sums[to + channel] ?? 0) + (page.rgb[from + channel] ?? 0);
      }
    }
  }
  return { width, height, rgb: Uint8Array.from(sums, (sum) => sum / factor ** 2) };
}

/** A blur along one line and then the other, three taps each as wide as asked. */
function blurred(image: SheetImage, sigma: number): SheetImage {
  if (sigma < 0.2) return image;
  const side = Math.exp(-1 / (2 * sigma * sigma));
  const [near, middle] = [side / (1 + 2 * side), 1 / (1 + 2 * side)];
  const pass = (from: Uint8Array, stride: number): Uint8Array => {
    const to = new Uint8Array(from);
    for (let at = stride; at < from.length - stride; at += 1) {
      to[at] = (from[at - stride] ?? 0) * near + (from[at] ?? 0) * middle + (from[at + stride] ?? 0) * near;
    }
    return to;
  };
  return { ...image, rgb: pass(pass(image.rgb, 3), image.width * 3) };
}

/** One channel between four neighbouring pixels. */
function mixedAt({ rgb, width }: SheetImage, from: number, fx: number, fy: number): number {
  const below = from + width * 3;
  const upper = (rgb[from] ?? 0) * (1 - fx) + (rgb[from + 3] ?? 0) * fx;
  return upper * (1 - fy) + ((rgb[below] ?? 0) * (1 - fx) + (rgb[below + 3] ?? 0) * fx) * fy;
}

/** Lays a page on the glass: the picture before compression. */
export function scanned(page: SheetImage, scanner: Scanner, chance: Chance): SheetImage {
  const factor = scanner.dpi <= 160 ? 2 : 1;
  const print = factor > 1 ? averaged(page, factor) : page;
  const printDots = DOTS / factor;
  const dots = scanner.dpi / 25.4;
  const [width, height] = [Math.round(210 * dots), Math.round(297 * dots)];
  const rgb = new Uint8Array(width * height * 3);
  const turn = ((scanner.turn + (scanner.upsideDown ? 180 : 0)) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [sx, sy] = [Math.cos((scanner.shadowTurn * Math.PI) / 180), Math.sin((scanner.shadowTurn * Math.PI) / 180)];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [u, v] = [column / dots - 105 - scanner.shift[0], row / dots - 148.5 - scanner.shift[1]];
      const x = (u * cos + v * sin + 105) * printDots - 0.5;
      const y = (v * cos - u * sin + 148.5) * printDots - 0.5;
      const at = (row * width + column) * 3;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const inside = left >= 0 && top >= 0 && left + 1 < print.width && top + 1 < print.height;
      const [fx, fy] = [x - left, y - top];
      const side = Math.max(0, (u / 105) * sx + (v / 148.5) * sy);
      const light = 1 - scanner.shadow * Math.min(1, side * side);
      const grain = scanner.noise * (chance() + chance() + chance() - 1.5);
      for (let channel = 0; channel < 3; channel += 1) {
        let value = 236;
        if (inside) {
          const from = (top * print.width + left) * 3 + channel;
          value = mixedAt(print, from, fx, fy);
          // toner is not quite black, paper not quite white
          value = (18 + value * 0.91) * (scanner.tint[channel] ?? 1);
        }
        const colourGrain = scanner.noise * 0.6 * (chance() - 0.5);
        rgb[at + channel] = Math.min(255, Math.max(0, value * light + grain + colourGrain));
      }
    }
  }
  const image = blurred({ width, height, rgb }, scanner.blur);
  return scanner.grey ? inGrey(image) : image;
}

function inGrey(image: SheetImage): SheetImage {
  const rgb = new Uint8Array(image.rgb);
  for (let at = 0; at < rgb.length; at += 3) {
    const grey = (rgb[at] ?? 0) * 0.3 + (rgb[at + 1] ?? 0) * 0.59 + (rgb[at + 2] ?? 0) * 0.11;
    rgb.fill(grey, at, at + 3);
  }
  return { ...image, rgb };
}

/** The JPEG that a scanner would write. */
export function toJpeg({ width, height, rgb }: SheetImage, quality: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) data.set(rgb.subarray(from, from + 3), to);
  return new Uint8Array(encode({ width, height, data }, quality).data);
}
