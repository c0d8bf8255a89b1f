import { SCREEN } from './media.ts';
import { NAMED_COLOURS } from './named-colours.ts';

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  vw: SCREEN.width / 100,
  vh: SCREEN.height / 100,
  vmin: SCREEN.height / 100,
  vmax: SCREEN.width / 100,
  rem: 16,
};

/** A length in CSS pixels; undefined where it depends on what is not known. `whole`: what a percentage is of. */
export function pixelsOf(value: string | undefined, fontSize: number, whole?: number): number | undefined {
  const text = (value ?? '').trim();
  const [, amount, unit] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined)
    return /^calc\(([^()]*)\)$/.test(text) ? calculated(text.slice(5, -1), fontSize, whole) : undefined;
  const number = Number(amount);
  if (unit === '') return number === 0 ? 0 : undefined;
  if (unit === '%') return whole === undefined ? (number === 0 ? 0 : undefined) : (number / 100) * whole;
  if (unit === 'em' || unit === 'ch' || unit === 'ex') return number * fontSize * (unit === 'em' ? 1 : 0.5);
  const factor = UNITS[unit];
  return factor === undefined ? undefined : number * factor;
}

/** Sums and differences of lengths. */
function calculated(sum: string, fontSize: number, whole?: number): number | undefined {
  const terms = sum.split(/\s+([+-])\s+/);
  let total = pixelsOf(terms[0], fontSize, whole);
  for (let at = 1; at + 1 < terms.length; at += 2) {
    const next = pixelsOf(terms[at + 1], fontSize, whole);
    if (total === undefined || next === undefined) return undefined;
    total += terms[at] === '-' ? -next : next;
  }
  return total;
}

const NAMED_SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  initial: 16,
};

/** The size of a font in CSS pixels; what cannot be told is as large as around it. */
export function fontSizeOf(value: string | undefined, outer: number): number {
  if (value === undefined) return outer;
  if (value === 'smaller') return outer / 1.2;
  if (value === 'larger') return outer * 1.2;
  return NAMED_SIZES[value] ?? pixelsOf(value, outer, outer) ?? outer;
}

/** Red, green and blue from 0 to 255, and how much of it covers, from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A colour, or undefined where it cannot be told. */
export function colourOf(value: string): Colour | undefined {
  const text = value.trim();
  if (text === 'transparent') return [0, 0, 0, 0];
  const hex = NAMED_COLOURS.get(text) ?? /^#([\da-f]{3,8})$/.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const [, name, inside = ''] = /^(rgba?|hsla?|light-dark)\((.*)\)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (name === 'light-dark') return colourOf(inside.split(/,(?![^(]*\))/)[0] ?? '');
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  const alpha = parts[3] === undefined ? 1 : share(parts[3]);
  if (parts.length < 3 || Number.isNaN(alpha)) return undefined;
  if (name.startsWith('hsl')) return fromHsl(parts, alpha);
  const [red = NaN, green = NaN, blue = NaN] = parts.map((part) =>
    part.endsWith('%') ? share(part) * 255 : Number(part),
  );
  return Number.isNaN(red + green + blue) ? undefined : [red, green, blue, alpha];
}

const share = (text: string): number => (text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text));

function fromHex(hex: string): Colour | undefined {
  const long = hex.length <= 4 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((pair) =>
    Number.parseInt(pair, 16),
  );
  return [red, green, blue, alpha / 255];
}

function fromHsl(parts: readonly string[], alpha: number): Colour | undefined {
  const hue = Number((parts[0] ?? '').replace(/deg$/, ''));
  const [saturation, lightness] = [share(parts[1] ?? ''), share(parts[2] ?? '')];
  if (Number.isNaN(hue + saturation + lightness)) return undefined;
  const channel = (shift: number): number => {
    const at = (shift + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

/** One colour laid over another that covers. */
export function over([red, green, blue, alpha]: Colour, under: Colour): Colour {
  const mix = (one: number, other: number): number => one * alpha + other * (1 - alpha);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

/** How far two colours stand apart, from 1 (the same) to 21 (black on white), as the rules for readable pages measure it. */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = Math.min(255, Math.max(0, value)) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
