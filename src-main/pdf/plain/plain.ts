import { PDFDocument, type PDFFont, PDFName, PDFNull } from 'pdf-lib';
import { assertPrintable } from '../typeset/font-coverage.ts';
import { embedPrintFont, openFont, type PrintFeatures, printFeatures, type PrintFonts } from '../typeset/font.ts';
import { PAGE, type Paper, paperText, toPoints } from '../paper.ts';
import type { Box } from './box.ts';
import { boxesOf } from './boxes.ts';
import { drawBox, type Sheet } from './drawing.ts';
import type { Measure, Weight } from './lines.ts';

const TEXT_HEIGHT = toPoints(PAGE.height - PAGE.top - PAGE.bottom);

/** Marks that have a wide form of their own beside them in the font. */
const MARKS = '!"#%&\'()*+,-./:;<=>?[]{|}~';

/** Advance widths of single characters, looked up once; letters and figures carry no kerning in forms. */
function measureWith(fonts: PrintFonts, features: PrintFeatures): Measure {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (character: string, weight: Weight, size: number): number => {
    let share = known[weight].get(character);
    if (share === undefined) {
      const font = openFont(fonts[weight]);
      share =
        font.layout(character, features).glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) /
        font.unitsPerEm;
      known[weight].set(character, share);
    }
    return share * size;
  };
}

/** Fills pages with boxes; where the next box does not fit, the page ends at the last place where it may. */
export function paginate(boxes: readonly Box[], height: number): readonly (readonly Box[])[] {
  const pages: Box[][] = [];
  let page: Box[] = [];
  let used = 0;
  const add = (box: Box): void => {
    used += (page.length === 0 ? 0 : box.gap) + box.height;
    page.push(box);
  };
  const start = (carried: readonly Box[]): void => {
    pages.push(page);
    page = [];
    used = 0;
    const repeat = carried[0]?.repeat;
    if (repeat) add(repeat);
    carried.forEach(add);
  };
  for (const box of boxes) {
    if (box.before === 'force' && page.length > 0) start([]);
    if (used + (page.length === 0 ? 0 : box.gap) + box.height > height + 0.01 && page.length > 0) {
      // carry everything after the last allowed break, this box included; a page that is one unbroken piece is cut here
      let cut = page.length;
      if (box.before === 'avoid') {
        do cut -= 1;
        while (cut > 0 && page[cut]?.before === 'avoid');
      }
      start(cut > 0 ? page.splice(cut) : []);
      if (page.length === 0 && box.repeat) add(box.repeat);
    }
    add(box);
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}

/** Named places for the links of a table of contents, as Chromium writes them: `finish` reads both alike. */
function nameAnchors(document: PDFDocument, pages: readonly (readonly Box[])[]): void {
  const named = new Map<string, number>();
  pages.forEach((boxes, index) => boxes.forEach(({ anchor }) => anchor !== undefined && named.set(anchor, index)));
  const destinations = document.context.obj({});
  for (const [anchor, index] of named) {
    const page = document.getPage(index);
    destinations.set(PDFName.of(anchor), document.context.obj([page.ref, 'XYZ', PDFNull, PDFNull, 0]));
  }
  document.catalog.set(PDFName.of('Dests'), destinations);
}

/**
 * Sets a paper without Chromium: the same page geometry and break rules, for the command line. Not tagged; where tagged PDF is
 * wanted, the app prints. The result goes through `finish` like any print.
 */
export async function setPlain(paper: Paper, fonts: PrintFonts): Promise<Uint8Array> {
  assertPrintable(paperText(paper), fonts);
  const features = printFeatures(paper.language);
  const width = measureWith(fonts, features);
  const pages = paginate(boxesOf(paper, width), TEXT_HEIGHT);
  const document = await PDFDocument.create({ updateMetadata: false });
  const faces: Readonly<Record<Weight, PDFFont>> = {
    regular: await embedPrintFont(document, fonts.regular, features),
    bold: await embedPrintFont(document, fonts.bold, features),
  };
  // A wide bracket that is drawn narrow has the glyph of `(`: written first, that is what is read out of either.
  if (features.pwid) for (const face of Object.values(faces)) face.encodeText(MARKS);
  for (const boxes of pages) {
    const page = document.addPage([toPoints(PAGE.width), toPoints(PAGE.height)]);
    const sheet: Sheet = { page, faces, width };
    let top = toPoints(PAGE.height - PAGE.top);
    boxes.forEach((box, index) => {
      top -= index === 0 ? 0 : box.gap;
      drawBox(sheet, box, top);
      top -= box.height;
    });
  }
  nameAnchors(document, pages);
  document.setTitle(paper.title);
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}
