import { PNG } from 'pngjs';
import { openFont, type PrintFonts } from '../typeset/font.ts';
import { fillCoverage, type Ring } from './raster.ts';
import { SEAL_SHAPES, type SealShape } from './seal.ts';

/** Ink of Chinese seals. */
const RED = [0xc8, 0x10, 0x2e] as const;

type Point = readonly [number, number];
type Placement = (point: Point) => Point;

const mixed = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

const CURVE_STEPS = 6;

/** The outline of a character as rings in font units, curves cut into short lines. */
function glyphRings(character: string, fonts: PrintFonts): readonly Ring[] {
  const rings: Point[][] = [];
  for (const { command, args } of openFont(fonts.bold).glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands) {
    const points = Array.from({ length: args.length / 2 }, (_, index): Point => [
      args[2 * index] ?? 0,
      args[2 * index + 1] ?? 0,
    ]);
    if (command === 'moveTo') rings.push([]);
    const ring = rings[rings.length - 1];
    const [first, second] = points;
    const last = ring?.[ring.length - 1];
    if (!ring || !first) continue;
    if (command === 'quadraticCurveTo' && second && last) {
      for (let step = 1; step <= CURVE_STEPS; step += 1) {
        const share = step / CURVE_STEPS;
        ring.push(mixed(mixed(last, first, share), mixed(first, second, share), share));
      }
    } else ring.push(...points);
  }
  return rings;
}

/** A character of `size` millimetres centred on a point, turned clockwise by `turn` degrees; y runs downwards. */
function placed(character: string, fonts: PrintFonts, size: number, centre: Point, turn: number): readonly Ring[] {
  const { unitsPerEm } = openFont(fonts.bold);
  const scale = size / unitsPerEm;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const place: Placement = ([x, y]) => {
    // an ideograph fills its em from -0.12 to 0.88: its middle lies at 0.38
    const [right, down] = [(x - unitsPerEm / 2) * scale, (0.38 * unitsPerEm - y) * scale];
    return [centre[0] + right * cos - down * sin, centre[1] + right * sin + down * cos];
  };
  return glyphRings(character, fonts).map((ring) => ring.map(place));
}

/** Name along the upper edge. */
function arc(name: string, fonts: PrintFonts, width: number, height: number): readonly Ring[] {
  const characters = [...name];
  const span = Math.min(250, characters.length * 22);
  const size = Math.min(height * 0.12, (height * 2) / characters.length);
  return characters.flatMap((character, index) => {
    const turn = characters.length === 1 ? 0 : -span / 2 + (span * index) / (characters.length - 1);
    const angle = ((turn - 90) * Math.PI) / 180;
    const [rx, ry] = [width / 2 - size * 0.95, height / 2 - size * 0.95];
    return placed(character, fonts, size, [width / 2 + rx * Math.cos(angle), height / 2 + ry * Math.sin(angle)], turn);
  });
}

function star(centre: Point, radius: number): Ring {
  return Array.from({ length: 10 }, (_, index): Point => {
    const angle = (Math.PI / 5) * index - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.382;
    return [centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)];
  });
}

/** A frame 1.2 mm wide along the seal's very edge: outer ring one way, inner ring the other. */
function frame(shape: SealShape): readonly Ring[] {
  const { width, height, outline } = SEAL_SHAPES[shape];
  const ring = (inset: number): Ring =>
    outline === 'rectangle'
      ? [
          [inset, inset],
          [width - inset, inset],
          [width - inset, height - inset],
          [inset, height - inset],
        ]
      : Array.from({ length: 240 }, (_, index): Point => {
          const angle = (Math.PI * index) / 120;
          return [
            width / 2 + (width / 2 - inset) * Math.cos(angle),
            height / 2 + (height / 2 - inset) * Math.sin(angle),
          ];
        });
  return [ring(0), ring(1.2).toReversed()];
}

function sealRings(name: string, shape: SealShape, fonts: PrintFonts): readonly Ring[] {
  const { width, height, outline } = SEAL_SHAPES[shape];
  const [x, y] = [width / 2, height / 2];
  if (outline === 'rectangle') {
    const size = width * 0.33;
    const words = [...name].slice(0, 2);
    const column = (text: readonly string[], at: number): readonly Ring[] =>
      text.flatMap((character, index) => placed(character, fonts, size, [at, y + (index - 0.5) * height * 0.4], 0));
    return [...frame(shape), ...column(words, x + width * 0.2), ...column(['示', '例'], x - width * 0.2)];
  }
  const mark = ['示', '例'].flatMap((character, index) =>
    placed(character, fonts, height * 0.14, [x + (index - 0.5) * height * 0.17, y + height * 0.26], 0),
  );
  return [...frame(shape), ...arc(name, fonts, width, height), star([x, y - height * 0.02], height * 0.13), ...mark];
}

/**
 * A made-up seal for the demonstration, in true millimetres; it says 示例 and cannot be taken for a real one. Characters are
 * outlines, so that any renderer draws the same picture.
 */
export function sampleSealSvg(name: string, shape: SealShape, fonts: PrintFonts): string {
  const { width, height } = SEAL_SHAPES[shape];
  const path = sealRings(name, shape, fonts)
    .map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`)
    .join('');
  const colour = `#${RED.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><path fill="${colour}" d="${path}"/></svg>`;
}

/** The same seal as a transparent PNG, 600 dots an inch unless told. */
export function sampleSealPng(name: string, shape: SealShape, fonts: PrintFonts, dotsPerInch = 600): Uint8Array {
  const { width, height } = SEAL_SHAPES[shape];
  const dots = dotsPerInch / 25.4;
  const picture = new PNG({ width: Math.round(width * dots), height: Math.round(height * dots) });
  const coverage = fillCoverage(
    sealRings(name, shape, fonts).map((ring) => ring.map(([x, y]): Point => [x * dots, y * dots])),
    picture.width,
    picture.height,
  );
  coverage.forEach((share, index) => picture.data.set([...RED, Math.round(share * 255)], index * 4));
  return PNG.sync.write(picture);
}
