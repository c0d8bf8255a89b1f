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
      const hex = colour?.attributes.get(colour.name === 'a:sysClr' ? 'lastClr' : 'val');
      const found = hex === undefined ? undefined : fromHex(hex);
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

  /** The fill of a shape or of letters: `a:solidFill`, `w14:solidFill`. Undefined where it cannot be told. */
  fill(element: XmlElement | undefined): Colour | undefined {
    const [colour] = elements(element);
    const value = colour?.attributes.get('val') ?? colour?.attributes.get('w14:val') ?? '';
    const found = /:srgbClr$/.test(colour?.name ?? '') ? fromHex(value) : this.#theme.get(THEME_NAMES[value] ?? value);
    const named = found ?? (THEME_NAMES[value] === 'lt1' ? WHITE : undefined);
    // Word counts how far letters are see-through, a drawing how far it covers.
    const clear = Number(child(colour, 'w14:alpha')?.attributes.get('w14:val') ?? 0) / 100_000;
    const covers = Number(child(colour, 'a:alpha')?.attributes.get('val') ?? 100_000) / 100_000;
    return named && [named[0], named[1], named[2], Math.min(1 - clear, covers)];
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

/** A colour of the theme made lighter or darker, each by so many of 255 parts of it that are kept. */
function shaded([red, green, blue]: Colour, tint: string | undefined, shade: string | undefined): Colour {
  const [light, dark] = [tint, shade].map((part) => (part === undefined ? 1 : Number.parseInt(part, 16) / 255));
  const part = (value: number): number => (value * (light ?? 1) + 255 * (1 - (light ?? 1))) * (dark ?? 1);
  return [part(red), part(green), part(blue), 1];
}
