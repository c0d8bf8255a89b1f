import { type Language, say, sentence } from '../../agreement/sentence.ts';
import {
  beginMarkedContent,
  BlendMode,
  clip,
  closePath,
  endMarkedContent,
  endPath,
  fill,
  lineTo,
  moveTo,
  type PDFFont,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setFillingGrayscaleColor,
} from 'pdf-lib';
import { PAGE, toPoints } from '../paper.ts';
import { CODE_CORNER, CODE_SIDE, type CodeSymbol } from './page-code.ts';
import { type PageBox, SEAL_SHAPES, type SealShape, seamBottom, type SeamSlice } from './seal.ts';

/**
 * Everything drawn after the text was laid out is an artifact (ISO 32000-1, 14.8.2.2): a screen reader and a text
 * extraction by structure pass over it.
 */
export function asArtifact(page: PDFPage, draw: () => void): void {
  page.pushOperators(beginMarkedContent('Artifact'));
  draw();
  page.pushOperators(endMarkedContent());
}

export type Folio = 'of' | 'dashes' | 'none';

/** The page's number as it is printed. */
function folioText(folio: Folio, page: number, pages: number, language: Language): string {
  if (folio === 'dashes') return `— ${page} —`;
  return say(sentence('pdf.stamp.page-of', { page, pages }), language);
}

/** Distance of the folio's base line from the lower edge: 7 mm under the text area, as GB/T 9704 has it. */
const FOLIO_BASE = 24.6;

/** The page's number, centred under the text. */
export function drawFolio(
  page: PDFPage,
  font: PDFFont,
  folio: Folio,
  place: { readonly number: number; readonly pages: number; readonly language: Language },
): void {
  if (folio === 'none') return;
  const text = folioText(folio, place.number, place.pages, place.language);
  const size = folio === 'dashes' ? 14 : 10.5;
  const middle = toPoints(PAGE.left + (PAGE.width - PAGE.left - PAGE.right) / 2);
  page.drawText(text, { font, size, x: middle - font.widthOfTextAtSize(text, size) / 2, y: toPoints(FOLIO_BASE) });
}

/** The page code as vector squares, one rectangle for each run of dark modules, so that no hairlines appear between them. */
export function drawPageCode(page: PDFPage, symbol: CodeSymbol): void {
  const module = toPoints(CODE_SIDE) / symbol.size;
  const left = toPoints(CODE_CORNER.left);
  const top = toPoints(CODE_CORNER.bottom + CODE_SIDE);
  page.pushOperators(pushGraphicsState(), setFillingGrayscaleColor(0));
  for (let row = 0; row < symbol.size; row += 1) {
    for (let column = 0; column < symbol.size; column += 1) {
      if (!symbol.dark(row, column)) continue;
      const start = column;
      while (column + 1 < symbol.size && symbol.dark(row, column + 1)) column += 1;
      page.pushOperators(
        rectangle(left + start * module, top - (row + 1) * module, (column + 1 - start) * module, module),
      );
    }
  }
  page.pushOperators(fill(), popGraphicsState());
}

/** Small lines beside the page code: what the code says, in words and figures. */
export function drawFooterLines(page: PDFPage, font: PDFFont, lines: readonly string[]): void {
  const size = 6.5;
  lines.forEach((line, index) => {
    const x = toPoints(CODE_CORNER.left + CODE_SIDE + 3);
    page.drawText(line, {
      font,
      size,
      x,
      y: toPoints(CODE_CORNER.bottom + 7.6 - index * 3.2),
      color: rgb(0.25, 0.25, 0.25),
    });
  });
}

/** Words in the upper margin that every page of a copy must bear. */
export function drawStanding(page: PDFPage, font: PDFFont, text: string): void {
  const size = 9;
  const right = toPoints(PAGE.width - PAGE.right);
  page.drawText(text, {
    font,
    size,
    x: right - font.widthOfTextAtSize(text, size),
    y: toPoints(PAGE.height - 22),
    color: rgb(0.7, 0.15, 0.12),
  });
}

const GUIDE = { borderColor: rgb(0.62, 0.62, 0.62), borderWidth: 0.4, borderDashArray: [2, 2] };

/** Thin outline of where the seal goes. */
export function drawSealGuide(page: PDFPage, shape: SealShape, box: PageBox): void {
  const [x, y, width, height] = [box.left, box.bottom, box.width, box.height].map(toPoints) as [
    number,
    number,
    number,
    number,
  ];
  if (SEAL_SHAPES[shape].outline === 'rectangle') page.drawRectangle({ x, y, width, height, ...GUIDE });
  else page.drawEllipse({ x: x + width / 2, y: y + height / 2, xScale: width / 2, yScale: height / 2, ...GUIDE });
}

/** Short marks at the right edge between which the seam seal's slice of this page lands. */
export function drawSeamGuide(page: PDFPage, shape: SealShape, slice: SeamSlice): void {
  const left = toPoints(PAGE.width - (slice.to - slice.from));
  const bottom = toPoints(seamBottom(shape));
  const top = bottom + toPoints(SEAL_SHAPES[shape].height);
  for (const y of [bottom, top]) {
    page.drawLine({
      start: { x: left, y },
      end: { x: toPoints(PAGE.width), y },
      color: GUIDE.borderColor,
      thickness: 0.4,
    });
  }
}

/** A picture at exact size; multiplied like ink, so that name and date under it stay readable. */
export function drawPicture(page: PDFPage, image: PDFImage, box: PageBox): void {
  const [x, y, width, height] = [box.left, box.bottom, box.width, box.height].map(toPoints) as [
    number,
    number,
    number,
    number,
  ];
  page.drawImage(image, { x, y, width, height, blendMode: BlendMode.Multiply });
}

/** The slice of a seam seal that belongs on this page, cut off at the slice's left border and the page's edge. */
export function drawSeamSlice(page: PDFPage, image: PDFImage, shape: SealShape, slice: SeamSlice): void {
  const { width, height } = SEAL_SHAPES[shape];
  const left = toPoints(PAGE.width - (slice.to - slice.from));
  const right = toPoints(PAGE.width);
  const bottom = toPoints(seamBottom(shape));
  const top = bottom + toPoints(height);
  page.pushOperators(
    pushGraphicsState(),
    moveTo(left, bottom),
    lineTo(right, bottom),
    lineTo(right, top),
    lineTo(left, top),
    closePath(),
    clip(),
    endPath(),
  );
  drawPicture(page, image, { left: PAGE.width - slice.to, bottom: seamBottom(shape), width, height });
  page.pushOperators(popGraphicsState());
}
