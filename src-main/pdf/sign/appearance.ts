import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  type PDFDocument,
  type PDFFont,
  type PDFOperator,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setFontAndSize,
  setGraphicsState,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import { assertPrintable } from '../typeset/font-coverage.ts';
import { embedPrintFont, type PrintFonts } from '../typeset/font.ts';
import { toPoints } from '../paper.ts';
import { embedSealPicture } from '../finish/seal-picture.ts';
import { type PageBox, sealBox, type SealShape } from '../finish/seal.ts';

/** What a signature shows on the page. */
export interface Appearance {
  /** Box of the picture or of the whole field, in millimetres. */
  readonly box: PageBox;
  /** Transparent PNG placed in the middle of the box at exact size. */
  readonly seal?: { readonly png: Uint8Array; readonly shape: SealShape } | undefined;
  /** `below` keeps the box itself free, as a seal zone must be; `inside` writes into it. */
  readonly caption: 'below' | 'inside';
  readonly lines: readonly string[];
  readonly fonts: PrintFonts;
}

const SIZE = 6.5;
const LEADING = 8.6;
const PADDING = 1.5;

/** Height that the lines need under the picture, in millimetres. */
const captionHeight = (lines: number): number => (lines * LEADING + 2 * PADDING) / (72 / 25.4);

/** Box of the form field: lines that stand under the zone never cover name and date. */
function fieldBox({ box, caption, lines }: Appearance): PageBox {
  if (caption === 'inside') return box;
  const room = captionHeight(lines.length);
  return { ...box, bottom: box.bottom - room, height: box.height + room };
}

/** Breaks a line that is wider than the field; a name is never cut off. */
function wrap(font: PDFFont, text: string, width: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const character of text) {
    if (row !== '' && font.widthOfTextAtSize(row + character, SIZE) > width) {
      rows.push(row);
      row = '';
    }
    row += character;
  }
  return [...rows, row];
}

/** Draws the appearance as a form XObject whose lower left corner is the field's. */
export async function drawAppearance(
  document: PDFDocument,
  appearance: Appearance,
): Promise<{ stream: PDFRef; field: PageBox }> {
  assertPrintable(appearance.lines.join(''), appearance.fonts);
  const font = await embedPrintFont(document, appearance.fonts.regular);
  const width = toPoints(appearance.box.width);
  const rows = appearance.lines.flatMap((line) => wrap(font, line, width - 2 * PADDING));
  const field = fieldBox({ ...appearance, lines: rows });
  const height = toPoints(field.height);
  const operators: PDFOperator[] = [];
  const objects: Record<string, PDFRef> = {};
  if (appearance.seal) {
    const { png, shape } = appearance.seal;
    const image = await embedSealPicture(document, png, shape);
    objects.Seal = image.ref;
    const placed = sealBox(shape, appearance.box);
    const [x, y] = [toPoints(placed.left - field.left), toPoints(placed.bottom - field.bottom)];
    operators.push(
      pushGraphicsState(),
      setGraphicsState('Ink'),
      concatTransformationMatrix(toPoints(placed.width), 0, 0, toPoints(placed.height), x, y),
      drawObject('Seal'),
      popGraphicsState(),
    );
  }
  const top = appearance.caption === 'below' ? toPoints(captionHeight(rows.length)) : height;
  operators.push(pushGraphicsState(), beginText(), setFillingGrayscaleColor(0.2), setFontAndSize('Text', SIZE));
  rows.forEach((row, index) => {
    operators.push(
      setTextMatrix(1, 0, 0, 1, PADDING, top - PADDING - SIZE - index * LEADING),
      showText(font.encodeText(row)),
    );
  });
  operators.push(endText(), popGraphicsState());
  const stream = document.context.register(
    document.context.formXObject(operators, {
      BBox: document.context.obj([0, 0, toPoints(field.width), height]),
      Resources: document.context.obj({
        Font: { Text: font.ref },
        XObject: objects,
        ExtGState: { Ink: { Type: 'ExtGState', BM: 'Multiply' } },
      }),
    }),
  );
  return { stream, field };
}
