import type { DocxColours, Ink } from './colours.ts';
import { child, descendants, elements, type XmlElement } from './xml.ts';

/** What one style, paragraph or run says about its look. Absent: as inherited. */
export interface RunLook {
  readonly strong?: boolean;
  readonly underline?: boolean;
  readonly hidden?: boolean;
  readonly struck?: boolean;
  /** Points. */
  readonly size?: number;
  /** Per cent of their own width that letters are drawn in. */
  readonly width?: number;
  readonly ink?: { readonly colour: Ink };
  readonly behind?: { readonly colour: Ink | 'none' };
  /** Letters that are seen by their outline or relief, whatever their colour. */
  readonly shaped?: boolean;
  /** The font, where it is one that draws signs in place of letters. */
  readonly signs?: string;
}

/** How a run looks in the end. */
export type SettledLook = RunLook & { readonly strong: boolean; readonly underline: boolean; readonly hidden: boolean };

/** A paragraph style with everything it is based on. */
export interface ParagraphStyle extends RunLook {
  readonly name: string;
  /** 0-based outline level; 9 is body text. */
  readonly outline?: number;
  readonly list?: string;
  readonly listLevel?: number;
  readonly shade?: { readonly colour: Ink | 'none' };
  /** Points that a line is given and no more, whatever is in it. */
  readonly pitch?: number;
}

const OFF = new Set(['0', 'false', 'off', 'none']);
const LONGEST_BASE = 50;

/** The value of a switch such as `<w:b/>` or `<w:b w:val="0"/>`. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(properties, name);
  return element ? !OFF.has(element.attributes.get('w:val') ?? '1') : undefined;
}

const SIGN_FONT = /^(?:wingdings(?: [23])?|webdings|symbol|zapf ?dingbats|marlett)$/i;
const SHAPING = ['w:outline', 'w:emboss', 'w:imprint', 'w:shadow'];

/** Reads `w:rPr`; asked for Western scripts only, since Word sets both. */
export function readRunLook(properties: XmlElement | undefined, colours: DocxColours): RunLook {
  if (!properties || properties.children.length === 0) return {};
  const size = numberOf(properties, 'w:sz');
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const font = fonts?.get('w:ascii') ?? fonts?.get('w:hAnsi');
  const struck = ['w:strike', 'w:dstrike'].map((name) => switched(properties, name)).filter((on) => on !== undefined);
  return {
    ...given('strong', switched(properties, 'w:b')),
    ...given('underline', switched(properties, 'w:u')),
    ...given('hidden', switched(properties, 'w:vanish')),
    ...given('struck', struck.length === 0 ? undefined : struck.includes(true)),
    ...given('size', size === undefined ? undefined : size / 2),
    ...given('width', numberOf(properties, 'w:w')),
    ...given('ink', inkOf(properties, colours)),
    ...given(
      'behind',
      child(properties, 'w:shd') || child(properties, 'w:highlight')
        ? { colour: colours.behind(properties) }
        : undefined,
    ),
    ...given('shaped', isShaped(properties) ? true : undefined),
    ...given('signs', font === undefined ? undefined : SIGN_FONT.test(font) ? font : ''),
  };
}

function inkOf(properties: XmlElement, colours: DocxColours): { readonly colour: Ink } | undefined {
  const filling = child(properties, 'w14:textFill');
  if (child(filling, 'w14:noFill')) return { colour: [0, 0, 0, 0] };
  if (filling) return { colour: colours.fill(child(filling, 'w14:solidFill')) };
  const colour = child(properties, 'w:color');
  return colour && { colour: colours.ink(colour) };
}

function isShaped(properties: XmlElement): boolean {
  if (SHAPING.some((name) => switched(properties, name) === true)) return true;
  const outline = child(properties, 'w14:textOutline');
  return outline !== undefined && !child(outline, 'w14:noFill');
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): Readonly<Partial<Record<Key, Value>>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;
}

/** Points that each line of a paragraph is cut to; undefined where lines are as high as what is in them. */
export function pitchOf(properties: XmlElement | undefined): number | undefined {
  const spacing = child(properties, 'w:spacing')?.attributes;
  const line = Number(spacing?.get('w:line') ?? NaN);
  return spacing?.get('w:lineRule') === 'exact' && Number.isFinite(line) ? line / 20 : undefined;
}

/** Whole number in `w:val` of a child, or undefined. */
export function numberOf(parent: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(child(parent, name)?.attributes.get('w:val') ?? '', 10);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The styles of a document (`word/styles.xml`), resolved along `basedOn`. */
export class DocxStyles {
  readonly #byId = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, ParagraphStyle>();
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: RunLook;
  readonly #colours: DocxColours;

  constructor(part: XmlElement | undefined, colours: DocxColours) {
    this.#colours = colours;
    for (const style of elements(part, 'w:style')) this.#byId.set(style.attributes.get('w:styleId') ?? '', style);
    this.#defaults = readRunLook(child(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), colours);
    this.#defaultParagraph = elements(part, 'w:style')
      .find(
        ({ attributes }) =>
          attributes.get('w:type') === 'paragraph' && /^(?:1|true|on)$/.test(attributes.get('w:default') ?? ''),
      )
      ?.attributes.get('w:styleId');
  }

  /** The style of a paragraph or run, or that of a plain paragraph if it names none. */
  style(id: string | undefined): ParagraphStyle {
    const key = id ?? this.#defaultParagraph ?? '';
    const known = this.#resolved.get(key);
    if (known) return known;
    const chain: XmlElement[] = [];
    for (let style = this.#byId.get(key); style && chain.length < LONGEST_BASE && !chain.includes(style);) {
      chain.unshift(style);
      style = this.#byId.get(child(style, 'w:basedOn')?.attributes.get('w:val') ?? '');
    }
    let resolved: ParagraphStyle = { name: '' };
    for (const style of chain) resolved = { ...resolved, ...ownOf(style, this.#colours) };
    this.#resolved.set(key, resolved);
    return resolved;
  }

  /**
   * How a run looks: what it says itself, else its character style and its paragraph's style. Bold, hidden and struck are toggles
   * between the two styles (ECMA-376 17.7.3): bold in a bold paragraph is plain.
   */
  runLook(properties: XmlElement | undefined, paragraph: ParagraphStyle): SettledLook {
    const own = readRunLook(properties, this.#colours);
    const named = child(properties, 'w:rStyle')?.attributes.get('w:val');
    const character: RunLook = named === undefined ? {} : this.style(named);
    const toggled = (key: 'strong' | 'hidden' | 'struck'): boolean =>
      own[key] ?? ((character[key] ?? false) !== (paragraph[key] ?? false) || (this.#defaults[key] ?? false));
    const all = { ...this.#defaults, ...paragraph, ...character, ...own };
    return {
      ...all,
      strong: toggled('strong'),
      hidden: toggled('hidden'),
      struck: toggled('struck'),
      underline: all.underline ?? false,
    };
  }

  /** Whether a style of tables, or one it is based on, puts a colour behind cells: which ones, it says by place. */
  shadesTables(id: string | undefined): boolean {
    const seen = new Set<XmlElement>();
    for (let style = this.#byId.get(id ?? ''); style && !seen.has(style) && seen.size < LONGEST_BASE;) {
      if (descendants(style, 'w:shd').some(({ attributes }) => (attributes.get('w:fill') ?? 'auto') !== 'auto'))
        return true;
      seen.add(style);
      style = this.#byId.get(child(style, 'w:basedOn')?.attributes.get('w:val') ?? '');
    }
    return false;
  }

  /** What stands behind the words of a paragraph or cell, by its own properties; `none`: what stands behind it. */
  behind(properties: XmlElement | undefined): Ink | 'none' {
    return this.#colours.behind(properties);
  }
}

function ownOf(style: XmlElement, colours: DocxColours): ParagraphStyle {
  const paragraph = child(style, 'w:pPr');
  const outline = numberOf(paragraph, 'w:outlineLvl');
  const list = child(paragraph, 'w:numPr', 'w:numId')?.attributes.get('w:val');
  const listLevel = numberOf(child(paragraph, 'w:numPr'), 'w:ilvl');
  return {
    name: child(style, 'w:name')?.attributes.get('w:val') ?? '',
    ...readRunLook(child(style, 'w:rPr'), colours),
    ...given('shade', child(paragraph, 'w:shd') && { colour: colours.behind(paragraph) }),
    ...given('pitch', pitchOf(paragraph)),
    ...(outline === undefined ? {} : { outline }),
    ...(list === undefined ? {} : { list }),
    ...(listLevel === undefined ? {} : { listLevel }),
  };
}
