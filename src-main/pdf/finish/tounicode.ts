import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';
import { type OpenFont, openFont, type PrintFonts } from '../typeset/font.ts';

/** Glyph id to the character that was typed for it. */
type TypedGlyphs = ReadonlyMap<number, string>;

function typedGlyphs(typed: string, font: OpenFont): TypedGlyphs {
  const glyphs = new Map<number, string>();
  for (const character of new Set(typed)) {
    const point = character.codePointAt(0) ?? 0;
    if (font.hasGlyphForCodePoint(point)) glyphs.set(font.glyphForCodePoint(point).id, character);
  }
  return glyphs;
}

/** Marks that an English page draws narrow: their glyphs there are of no character, and Chromium's map leaves them out. */
const NARROW = /[‘’“”…]/gu;

function narrowGlyphs(typed: string, font: OpenFont): TypedGlyphs {
  return new Map(
    [...new Set(typed.match(NARROW))].flatMap((mark): readonly (readonly [number, string])[] => {
      const [glyph] = font.layout(mark, { pwid: true }).glyphs;
      return glyph ? [[glyph.id, mark]] : [];
    }),
  );
}

/**
 * Characters that Latin text takes other glyphs for than the font's table of characters names, its figures first of all (`locl`).
 * Chromium's map has such a glyph as U+0000: what reads a page by its map alone reads no figures out of English.
 */
function latinGlyphs(typed: string, font: OpenFont): TypedGlyphs {
  return new Map(
    [...new Set(typed)].flatMap((character): readonly (readonly [number, string])[] => {
      const own = font.glyphForCodePoint(character.codePointAt(0) ?? 0).id;
      const glyphs = font.layout(character, {}, 'latn').glyphs.map(({ id }) => id);
      const [glyph] = glyphs;
      return glyph === undefined || glyph === own || glyphs.length > 1 ? [] : [[glyph, character]];
    }),
  );
}

/** No character: Chromium knows the glyph by no name. */
const NAMELESS = /^\0*$/u;

/** CJK Radicals Supplement, Kangxi Radicals and compatibility ideographs stand for an ordinary character of the same shape. */
const RADICAL_OR_COMPATIBILITY = /^[\u2e80-\u2fdf\uf900-\ufaff]$/u;

const ordinary = (text: string): string => (RADICAL_OR_COMPATIBILITY.test(text) ? text.normalize('NFKC') : text);

const fromHex = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

const toHex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');

/** One code more in the last UTF-16 unit, as a bfrange counts. */
const following = (text: string, steps: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);

const SECTION = /beginbf(char|range)([\s\S]*?)endbf\1/g;

/** Every code of a ToUnicode CMap with its text (ISO 32000-1, 9.10.3). */
export function readToUnicode(cmap: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  for (const [, kind, body = ''] of cmap.matchAll(SECTION)) {
    if (kind === 'char') {
      for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]*)>/gi)) {
        codes.set(Number.parseInt(code, 16), fromHex(text));
      }
      continue;
    }
    for (const [, first = '', last = '', text, list] of body.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const start = Number.parseInt(first, 16);
      const texts =
        list === undefined ? undefined : [...list.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => fromHex(hex));
      for (let code = start; code <= Number.parseInt(last, 16); code += 1) {
        codes.set(code, texts ? (texts[code - start] ?? '') : following(fromHex(text ?? ''), code - start));
      }
    }
  }
  return codes;
}

/** Sections of at most 100 entries, as the CMap format asks. */
function writeToUnicode(codes: ReadonlyMap<number, string>): string {
  const entries = [...codes]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${code.toString(16).toUpperCase().padStart(4, '0')}> <${toHex(text)}>`);
  const sections = Array.from({ length: Math.ceil(entries.length / 100) }, (_, index) => {
    const part = entries.slice(index * 100, index * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${sections.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/**
 * Chromium maps a glyph back to any character that shares it, and picks Kangxi radicals (⽅ for 方): search and copy then miss
 * the word. Every map is rewritten so that a glyph answers with the character that was typed; `typed` is the paper's whole text.
 */
export function rewriteToUnicode(document: PDFDocument, typed: string, fonts: PrintFonts): void {
  const regular = typedGlyphs(typed, openFont(fonts.regular));
  const bold = typedGlyphs(typed, openFont(fonts.bold));
  const narrow = {
    regular: narrowGlyphs(typed, openFont(fonts.regular)),
    bold: narrowGlyphs(typed, openFont(fonts.bold)),
  };
  const latin = {
    regular: latinGlyphs(typed, openFont(fonts.regular)),
    bold: latinGlyphs(typed, openFont(fonts.bold)),
  };
  const typedSet = new Set(typed);
  const named = (code: number, text: string, own: TypedGlyphs, inLatin: TypedGlyphs): string => {
    if (NAMELESS.test(text)) return inLatin.get(code) ?? text;
    return typedSet.has(text) ? text : (own.get(code) ?? ordinary(text));
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const reference = object.get(PDFName.of('ToUnicode'));
    const stream = document.context.lookup(reference);
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const isBold = String(object.get(PDFName.of('BaseFont'))).includes('Bold');
    const glyphs = isBold ? bold : regular;
    const codes = readToUnicode(new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()));
    const mended = new Map([
      ...(isBold ? narrow.bold : narrow.regular),
      ...[...codes].map(
        ([code, text]) => [code, named(code, text, glyphs, isBold ? latin.bold : latin.regular)] as const,
      ),
    ]);
    document.context.assign(reference, document.context.flateStream(writeToUnicode(mended)));
  }
}
