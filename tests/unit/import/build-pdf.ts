import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';

const require = createRequire(import.meta.url);

/** A font file of the product's own faces. */
export function fontFile(face: '400Regular/NotoSerifSC_400Regular' | '700Bold/NotoSerifSC_700Bold'): Uint8Array {
  return new Uint8Array(readFileSync(require.resolve(`@expo-google-fonts/noto-serif-sc/${face}.ttf`)));
}

/** What a test draws with. */
export interface Pen {
  readonly document: PDFDocument;
  readonly song: PDFFont;
  readonly bold: PDFFont;
  readonly latin: PDFFont;
  readonly latinBold: PDFFont;
  /** A new A4 page and how to write on it: x and y in points from its top left corner. */
  readonly page: () => Sheet;
}

export interface Sheet {
  readonly page: PDFPage;
  readonly write: (text: string, x: number, y: number, font?: PDFFont, size?: number) => void;
  readonly rule: (x1: number, y1: number, x2: number, y2: number) => void;
}

const HEIGHT = 842;

/** Draws a PDF by position, as printing programs do. `packed`: objects in compressed streams, else in plain sight. */
export async function buildPdf(draw: (pen: Pen) => void | Promise<void>, packed = true): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const song = await document.embedFont(fontFile('400Regular/NotoSerifSC_400Regular'), { subset: true });
  const bold = await document.embedFont(fontFile('700Bold/NotoSerifSC_700Bold'), { subset: true });
  const latin = await document.embedFont(StandardFonts.TimesRoman);
  const latinBold = await document.embedFont(StandardFonts.TimesRomanBold);
  const page = (): Sheet => {
    const sheet = document.addPage([595, HEIGHT]);
    return {
      page: sheet,
      write: (text, x, y, font = song, size = 12) => sheet.drawText(text, { x, y: HEIGHT - y, font, size }),
      rule: (x1, y1, x2, y2) =>
        sheet.drawLine({ start: { x: x1, y: HEIGHT - y1 }, end: { x: x2, y: HEIGHT - y2 }, thickness: 0.5 }),
    };
  };
  await draw({ document, song, bold, latin, latinBold, page });
  return document.save({ useObjectStreams: packed });
}
