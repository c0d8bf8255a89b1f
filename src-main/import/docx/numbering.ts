import { numberOf, switched } from './styles.ts';
import { ordinal, type OrdinalStyle } from '../ordinals.ts';
import { child, elements, type XmlElement } from './xml.ts';

/** The number that Word computes and shows before a paragraph. */
export interface ComputedNumber {
  /** As shown, with what stands around it: `第三条`, `3.1.2`, `（二）`; a bullet has none. */
  readonly text?: string;
  /** What stands between number and words. */
  readonly gap: string;
  readonly depth: number;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly gap: string;
  /** 1-based level whose step restarts this one; 0 never; absent any higher one. */
  readonly restart?: number;
  readonly legal: boolean;
  /** It is counted, but not shown. */
  readonly hidden: boolean;
  readonly style?: string;
}

const FORMATS: Readonly<Record<string, OrdinalStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-zero',
  decimalFullWidth: 'decimal-full-width',
  decimalFullWidth2: 'decimal-full-width',
  decimalHalfWidth: 'decimal',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  ordinal: 'english-ordinal',
  chineseCounting: 'chinese',
  chineseCountingThousand: 'chinese',
  taiwaneseCounting: 'chinese',
  taiwaneseCountingThousand: 'chinese',
  japaneseCounting: 'chinese',
  ideographDigital: 'chinese-digits',
  japaneseDigitalTenThousand: 'chinese-digits',
  taiwaneseDigital: 'chinese-digits',
  chineseLegalSimplified: 'chinese-formal',
  ideographLegalTraditional: 'chinese-formal',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  decimalEnclosedParen: 'parenthesised',
  decimalEnclosedFullstop: 'full-stop',
  ideographTraditional: 'heavenly-stem',
  ideographZodiac: 'earthly-branch',
};
const LEVELS = 9;

/** Counts the automatic numbers of a document (`word/numbering.xml`), paragraph by paragraph in document order. */
export class DocxNumbering {
  readonly #lists = new Map<string, XmlElement>();
  readonly #abstract = new Map<string, XmlElement>();
  readonly #levels = new Map<string, readonly Level[]>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #overridden = new Set<string>();
  /** Formats that this reader writes in digits because it does not know them. */
  readonly unknownFormats = new Set<string>();

  /** @param styleList list that a numbering style names, for lists that are defined by a style */
  constructor(part: XmlElement | undefined, styleList: (styleId: string) => string | undefined) {
    for (const list of elements(part, 'w:num')) this.#lists.set(list.attributes.get('w:numId') ?? '', list);
    for (const definition of elements(part, 'w:abstractNum')) {
      this.#abstract.set(definition.attributes.get('w:abstractNumId') ?? '', definition);
    }
    for (const [id, definition] of this.#abstract) {
      const link = child(definition, 'w:numStyleLink')?.attributes.get('w:val');
      const target = link === undefined ? undefined : this.#abstract.get(this.#definitionOf(styleList(link) ?? ''));
      if (target) this.#abstract.set(id, target);
    }
  }

  /** The level that belongs to a paragraph style, for styles that name a list but no level. */
  levelOfStyle(list: string, styleId: string | undefined): number {
    const found = this.#levelsOf(list).findIndex(({ style }) => style !== undefined && style === styleId);
    return Math.max(0, found);
  }

  /** Counts one paragraph of a list and gives its number; undefined if the list shows none. */
  next(list: string, level: number): ComputedNumber | undefined {
    const levels = this.#levelsOf(list);
    const own = levels[level];
    if (!own) return undefined;
    const counts = this.#count(list, levels, level);
    if (own.hidden) return undefined;
    if (own.format === 'bullet') return { gap: '', depth: level };
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = levels[index];
      return shown ? this.#write(counts[index] ?? shown.start, own.legal ? 'decimal' : shown.format) : '';
    });
    return text.trim() === '' ? undefined : { text: text.trim(), gap: own.gap, depth: level };
  }

  #write(value: number, format: string): string {
    if (format === 'none') return '';
    const style = FORMATS[format];
    if (style === undefined) this.unknownFormats.add(format);
    return ordinal(value, style ?? 'decimal', true);
  }

  #count(list: string, levels: readonly Level[], level: number): readonly (number | undefined)[] {
    const definition = this.#definitionOf(list);
    const counts = this.#counts.get(definition) ?? [];
    this.#counts.set(definition, counts);
    this.#startOver(list, counts);
    for (let above = 0; above < level; above++) counts[above] ??= levels[above]?.start;
    const before = counts[level];
    counts[level] = before === undefined ? (levels[level]?.start ?? 1) : before + 1;
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = levels[below]?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[below] = undefined;
    }
    return counts;
  }

  /** A list that overrides its start begins again when it is first used, though it shares its definition with others. */
  #startOver(list: string, counts: (number | undefined)[]): void {
    if (this.#overridden.has(list)) return;
    this.#overridden.add(list);
    for (const override of elements(this.#lists.get(list), 'w:lvlOverride')) {
      const level = Number.parseInt(override.attributes.get('w:ilvl') ?? '', 10);
      if (numberOf(override, 'w:startOverride') !== undefined && level >= 0 && level < LEVELS)
        counts[level] = undefined;
    }
  }

  #definitionOf(list: string): string {
    return child(this.#lists.get(list), 'w:abstractNumId')?.attributes.get('w:val') ?? '';
  }

  #levelsOf(list: string): readonly Level[] {
    const known = this.#levels.get(list);
    if (known) return known;
    const levels: Level[] = [];
    const place = (element: XmlElement): number => Number.parseInt(element.attributes.get('w:ilvl') ?? '', 10);
    for (const element of elements(this.#abstract.get(this.#definitionOf(list)), 'w:lvl')) {
      if (place(element) >= 0 && place(element) < LEVELS) levels[place(element)] = readLevel(element);
    }
    for (const override of elements(this.#lists.get(list), 'w:lvlOverride')) {
      const at = place(override);
      if (!(at >= 0 && at < LEVELS)) continue;
      const replaced = child(override, 'w:lvl');
      const level = replaced ? readLevel(replaced) : levels[at];
      const start = numberOf(override, 'w:startOverride');
      if (level) levels[at] = start === undefined ? level : { ...level, start };
    }
    this.#levels.set(list, levels);
    return levels;
  }
}

function readLevel(element: XmlElement): Level {
  const restart = numberOf(element, 'w:lvlRestart');
  const style = child(element, 'w:pStyle')?.attributes.get('w:val');
  const format =
    child(element, 'w:numFmt') ?? elements(child(element, 'mc:AlternateContent', 'mc:Fallback'), 'w:numFmt')[0];
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: format?.attributes.get('w:val') ?? 'decimal',
    text: child(element, 'w:lvlText')?.attributes.get('w:val') ?? '',
    gap: child(element, 'w:suff')?.attributes.get('w:val') === 'nothing' ? '' : ' ',
    legal: switched(element, 'w:isLgl') ?? false,
    hidden: switched(child(element, 'w:rPr'), 'w:vanish') ?? false,
    ...(restart === undefined ? {} : { restart }),
    ...(style === undefined ? {} : { style }),
  };
}
