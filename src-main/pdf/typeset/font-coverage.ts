import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { type OpenFont, openFont, type PrintFonts } from './font.ts';

/** A character that the print font has no glyph for. */
export interface MissingCharacter {
  readonly character: string;
  /** `U+20BB7` */
  readonly codePoint: string;
  /** How often it stands in the text. */
  readonly count: number;
}

/** Line ends and the like are laid out, not drawn. */
const LAYOUT_ONLY = /[\t\n\r\u00ad\u200b\u2028\u2029\ufeff]/u;

const hasGlyph = (fonts: readonly OpenFont[], codePoint: number): boolean =>
  fonts.every((font) => font.hasGlyphForCodePoint(codePoint));

/** Characters of `text` that would print as an empty box, in order of first appearance. */
export function missingCharacters(text: string, fonts: PrintFonts): readonly MissingCharacter[] {
  const open = [openFont(fonts.regular), openFont(fonts.bold)];
  const counts = new Map<string, number>();
  for (const character of text)
    if (!LAYOUT_ONLY.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts]
    .map(([character, count]) => ({ character, count, point: character.codePointAt(0) ?? 0 }))
    .filter(({ point }) => !hasGlyph(open, point))
    .map(({ character, count, point }) => ({
      character,
      codePoint: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
      count,
    }));
}

/**
 * Refuses a text that cannot be printed whole, and names each character: a company whose name comes out as a box has not
 * signed anything.
 */
export function assertPrintable(text: string, fonts: PrintFonts): void {
  const missing = missingCharacters(text, fonts);
  if (missing.length === 0) return;
  const names = missing.map(({ character, codePoint }) =>
    sentence('pdf.font-coverage.character', { character, codePoint }),
  );
  throw new Refusal(
    'character-not-printable',
    sentence('pdf.font-coverage.character-not-printable', { names }),
    sentence('pdf.font-coverage.character-not-printable.next'),
  );
}
