import { type Colour, colourOf } from '../html/cascade/values.ts';
import { child, elements, type XmlElement } from './xml.ts';

const WHITE: Colour = [255, 255, 255, 1];
/** Names under which text and fills mean a colour of the theme. */
const THEME_NAMES: Readonly<Record<string, string>> = {
  background1: 'lt1',
  bg1: 'lt1',
  light1: 'lt1',
  background2: 'lt2',
  bg2: 'lt2',
  light2: 'lt2',
  text1: 'dk1',
  tx1: 'dk1',
  dark1: 'dk1',
  text2: 'dk2',
  tx2: 'dk2',
  dark2: 'dk2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000ff',
  cyan: '00ffff',
  green: '00ff00',
  magenta: 'ff00ff',
  red: 'ff0000',
  yellow: 'ffff00',
  white: 'ffffff',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'c0c0c0',
};

/** A colour as the file names it: `auto` is black or white, whichever is seen; undefined cannot be told. */
export type Ink = Colour | 'auto' | undefined;

/** The colours of one document, with those of its theme. */
export class DocxColours {
  readonly #theme = new Map<string, Colour>();

  constructor(theme: XmlElement | undefined) {
    for (const entry of elements(child(theme, 'a:themeElements', 'a:clrScheme'))) {
      const [colour] = elements(entry);
      const found = colour && (ofSystem(colour) ?? fromHex(valueOf(colour)));
      if (found) this.#theme.set(entry.name.replace('a:', ''), found);
    }
  }

  /** The colour of letters: `w:color`. */
  ink(element: XmlElement): Ink {
    return this.#named(element, 'w:themeColor', 'w:themeTint', 'w:themeShade', 'w:val');
  }

  /** What a shading or a highlight puts behind letters; `auto`: nothing. */
  behind(properties: XmlElement | undefined): Ink | 'none' {
    const marked = child(properties, 'w:highlight')?.attributes.get('w:val');
    if (marked !== undefined && marked !== 'none') return fromHex(HIGHLIGHTS[marked] ?? '');
    const shade = child(properties, 'w:shd');
    if (!shade) return 'none';
    const fill = this.#named(shade, 'w:themeFill', 'w:themeFillTint', 'w:themeFillShade', 'w:fill');
    const pattern = shade.attributes.get('w:val') ?? 'clear';
    if (pattern === 'clear' || pattern === 'nil') return fill === 'auto' ? 'none' : fill;
    if (pattern === 'solid') return this.#named(shade, 'w:themeColor', 'w:themeTint', 'w:themeShade', 'w:color');
    return undefined;
  }

  /** The background of all pages; undefined where it is a picture or a pattern. */
  background(element: XmlElement): Colour | undefined {
    if (elements(element).length > 0) return undefined;
    const colour = this.#named(element, 'w:themeColor', 'w:themeTint', 'w:themeShade', 'w:color');
    return colour === 'auto' ? WHITE : colour;
  }

  /** The fill of a shape or of letters: `a:solidFill`, `w14:solidFill`. Undefined where it cannot be told. */
  fill(element: XmlElement | undefined): Colour | undefined {
    const [colour] = elements(element);
    const named = colour && changed(this.#base(colour), elements(colour));
    // Word counts how far letters are see-through, a drawing how far it covers.
    const clear = Number(child(colour, 'w14:alpha')?.attributes.get('w14:val') ?? 0) / 100_000;
    const covers = Number(child(colour, 'a:alpha')?.attributes.get('val') ?? 100_000) / 100_000;
    return named && [named[0], named[1], named[2], Math.min(1 - clear, covers)];
  }

  /** A colour before what is done to it. */
  #base(colour: XmlElement): Colour | undefined {
    const value = valueOf(colour);
    if (/:srgbClr$/.test(colour.name)) return fromHex(value);
    if (/:prstClr$/.test(colour.name)) return colourOf(value.toLowerCase());
    if (/:sysClr$/.test(colour.name)) return ofSystem(colour);
    return this.#theme.get(THEME_NAMES[value] ?? value) ?? (THEME_NAMES[value] === 'lt1' ? WHITE : undefined);
  }

  #named(element: XmlElement, name: string, tint: string, shade: string, plain: string): Ink {
    const theme = element.attributes.get(name);
    const base = theme === undefined ? undefined : this.#theme.get(THEME_NAMES[theme] ?? theme);
    if (base) return shaded(base, element.attributes.get(tint), element.attributes.get(shade));
    const hex = element.attributes.get(plain) ?? 'auto';
    return hex === 'auto' ? 'auto' : fromHex(hex);
  }
}

const fromHex = (hex: string): Colour | undefined =>
  /^[\da-f]{6}$/i.test(hex) ? colourOf(`#${hex.toLowerCase()}`) : undefined;

const valueOf = ({ attributes }: XmlElement): string => attributes.get('val') ?? attributes.get('w14:val') ?? '';

/** A colour of the system that wrote the file, as that one had it last. */
function ofSystem(colour: XmlElement): Colour | undefined {
  if (!/:sysClr$/.test(colour.name)) return undefined;
  const value = valueOf(colour);
  const usual = value === 'window' ? 'ffffff' : value === 'windowText' ? '000000' : '';
  return fromHex(colour.attributes.get('lastClr') ?? colour.attributes.get('w14:lastClr') ?? usual);
}

/** A colour with its lightness multiplied and moved; undefined where something else is done to it than that. */
function changed(base: Colour | undefined, changes: readonly XmlElement[]): Colour | undefined {
  let colour = base;
  for (const change of changes) {
    const [, kind = ''] = /:(\w+)$/.exec(change.name) ?? [];
    if (kind === 'alpha') continue;
    const share = Number(valueOf(change)) / 100_000;
    if (!colour || Number.isNaN(share) || (kind !== 'lumMod' && kind !== 'lumOff')) return undefined;
    colour = relit(colour, (lightness) => (kind === 'lumMod' ? lightness * share : lightness + share));
  }
  return colour;
}

/** A colour of the same hue and saturation in another lightness, from 0 to 1. */
function relit([red, green, blue]: Colour, light: (lightness: number) => number): Colour | undefined {
  const [most, least] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255];
  const [lightness, reach] = [(most + least) / 2, most - least];
  const saturation = reach === 0 ? 0 : reach / (1 - Math.abs(2 * lightness - 1));
  const apart = (one: number, other: number): number => (reach === 0 ? 0 : (one - other) / 255 / reach);
  const sixth =
    most * 255 === red ? apart(green, blue) : most * 255 === green ? 2 + apart(blue, red) : 4 + apart(red, green);
  const share = Math.min(1, Math.max(0, light(lightness)));
  return colourOf(`hsl(${(sixth * 60 + 360) % 360} ${saturation * 100}% ${share * 100}%)`);
}

/** A colour of the theme made lighter or darker, each by so many of 255 parts of it that are kept. */
function shaded([red, green, blue]: Colour, tint: string | undefined, shade: string | undefined): Colour {
  const [light, dark] = [tint, shade].map((part) => (part === undefined ? 1 : Number.parseInt(part, 16) / 255));
  const part = (value: number): number => (value * (light ?? 1) + 255 * (1 - (light ?? 1))) * (dark ?? 1);
  return [part(red), part(green), part(blue), 1];
}
