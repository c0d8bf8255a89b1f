import { child, elements, type XmlElement } from './xml.ts';

/** What one style, paragraph or run says about its look. Absent: as inherited. */
export interface RunLook {
  readonly strong?: boolean;
  readonly underline?: boolean;
  readonly hidden?: boolean;
}

/** A paragraph style with everything it is based on. */
export interface ParagraphStyle extends RunLook {
  readonly name: string;
  /** 0-based outline level; 9 is body text. */
  readonly outline?: number;
  readonly list?: string;
  readonly listLevel?: number;
}

const OFF = new Set(['0', 'false', 'off', 'none']);
const LONGEST_BASE = 50;

/** The value of a switch such as `<w:b/>` or `<w:b w:val="0"/>`. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = child(properties, name);
  return element ? !OFF.has(element.attributes.get('w:val') ?? '1') : undefined;
}

/** Reads `w:rPr`: bold, underline and hidden; asked for complex scripts too, since Word sets both. */
export function readRunLook(properties: XmlElement | undefined): RunLook {
  const strong = switched(properties, 'w:b');
  const underline = switched(properties, 'w:u');
  const hidden = switched(properties, 'w:vanish');
  return {
    ...(strong === undefined ? {} : { strong }),
    ...(underline === undefined ? {} : { underline }),
    ...(hidden === undefined ? {} : { hidden }),
  };
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

  constructor(part: XmlElement | undefined) {
    for (const style of elements(part, 'w:style')) this.#byId.set(style.attributes.get('w:styleId') ?? '', style);
    this.#defaults = readRunLook(child(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'));
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
    for (const style of chain) resolved = { ...resolved, ...ownOf(style) };
    this.#resolved.set(key, resolved);
    return resolved;
  }

  /**
   * How a run looks: what it says itself, else its character style and its paragraph's style. Bold and hidden are toggles between the
   * two styles (ECMA-376 17.7.3): bold in a bold paragraph is plain.
   */
  runLook(properties: XmlElement | undefined, paragraph: ParagraphStyle): Required<RunLook> {
    const own = readRunLook(properties);
    const named = child(properties, 'w:rStyle')?.attributes.get('w:val');
    const character: RunLook = named === undefined ? {} : this.style(named);
    const toggled = (key: 'strong' | 'hidden'): boolean =>
      own[key] ?? ((character[key] ?? false) !== (paragraph[key] ?? false) || (this.#defaults[key] ?? false));
    return {
      strong: toggled('strong'),
      hidden: toggled('hidden'),
      underline: own.underline ?? character.underline ?? paragraph.underline ?? this.#defaults.underline ?? false,
    };
  }
}

function ownOf(style: XmlElement): ParagraphStyle {
  const paragraph = child(style, 'w:pPr');
  const outline = numberOf(paragraph, 'w:outlineLvl');
  const list = child(paragraph, 'w:numPr', 'w:numId')?.attributes.get('w:val');
  const listLevel = numberOf(child(paragraph, 'w:numPr'), 'w:ilvl');
  return {
    name: child(style, 'w:name')?.attributes.get('w:val') ?? '',
    ...readRunLook(child(style, 'w:rPr')),
    ...(outline === undefined ? {} : { outline }),
    ...(list === undefined ? {} : { list }),
    ...(listLevel === undefined ? {} : { listLevel }),
  };
}
