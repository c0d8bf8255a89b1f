import * as fontkit from 'fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import type { Language } from '../../agreement/sentence.ts';

/** The two font files that everything is printed with, as bytes of TrueType files. */
export interface PrintFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export type OpenFont = ReturnType<typeof fontkit.create>;

/** fontkit reads tables when they are asked for, so the same bytes are opened once. */
const opened = new WeakMap<Uint8Array, OpenFont>();

export function openFont(bytes: Uint8Array): OpenFont {
  let font = opened.get(bytes);
  if (!font) {
    font = fontkit.create(bytes);
    opened.set(bytes, font);
  }
  return font;
}

/** OpenType features that a paper is measured and drawn with. */
export type PrintFeatures = Readonly<Record<'locl' | 'liga' | 'pwid', boolean>>;

/**
 * `locl` and `liga` are off: they exchange glyphs after the text was measured and leave characters that cannot be extracted again.
 * The font has ’ “ ” and … as wide as a Chinese character: an English paper takes the narrow ones, as its print from the app does.
 */
export const printFeatures = (language: Language): PrintFeatures => ({
  locl: false,
  liga: false,
  pwid: language === 'en',
});

/** Embeds the glyphs used, nothing more. */
export async function embedPrintFont(
  document: PDFDocument,
  bytes: Uint8Array,
  features: PrintFeatures = printFeatures('zh'),
): Promise<PDFFont> {
  document.registerFontkit({ create: (data: Uint8Array) => fontkit.create(data) });
  return document.embedFont(bytes, { subset: true, features: { ...features } });
}
