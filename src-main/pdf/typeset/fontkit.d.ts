/** The few calls of fontkit 2 that this project uses; the package ships no types. */
declare module 'fontkit' {
  interface OpenGlyph {
    readonly id: number;
    readonly codePoints: number[];
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
  }
  interface OpenFont {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly italicAngle: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly bbox: { minX: number; minY: number; maxX: number; maxY: number; width: number; height: number };
    readonly characterSet: number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): OpenGlyph;
    layout(text: string, features?: Record<string, boolean>, script?: string): { glyphs: OpenGlyph[] };
    createSubset(): { includeGlyph(glyph: number | { readonly id: number }): number; encode(): Uint8Array };
  }
  export function create(bytes: Uint8Array, postscriptName?: string): OpenFont;
}
