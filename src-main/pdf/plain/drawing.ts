import { type PDFFont, PDFName, type PDFPage, PDFString, rgb } from 'pdf-lib';
import { PAGE, SEAL_ZONE, toPoints } from '../paper.ts';
import type { Box, BoxContent } from './box.ts';
import { TEXT_WIDTH } from './boxes.ts';
import { type Measure, textWidth, type TextLine, type Weight } from './lines.ts';
import { rulerMarks } from '../typeset/ruler.ts';
import { ZONE_URL } from '../typeset/typeset.ts';

/** A page with what is needed to draw on it. */
export interface Sheet {
  readonly page: PDFPage;
  readonly faces: Readonly<Record<Weight, PDFFont>>;
  readonly width: Measure;
}

const LEFT = toPoints(PAGE.left);
const RIGHT = LEFT + TEXT_WIDTH;
const BLACK = rgb(0, 0, 0);

/** Distance from the top of a line to its base line: half the leading, and the part of the type above the middle. */
const baseLine = (leading: number, size: number): number => leading / 2 + 0.4325 * size;

const hairline = (sheet: Sheet, x1: number, y1: number, x2: number, y2: number, thickness = 0.5): void =>
  sheet.page.drawLine({ start: { x: x1, y: y1 }, end: { x: x2, y: y2 }, thickness, color: BLACK });

const lineWidth = (line: TextLine): number => line.segments.reduce((end, { x, width }) => Math.max(end, x + width), 0);

function drawText(sheet: Sheet, line: TextLine, x: number, y: number, size: number): void {
  for (const { text, x: offset, width, style } of line.segments) {
    const left = x + offset;
    const font = sheet.faces[style.weight];
    if (style.raised) sheet.page.drawText(text, { font, size: size * 0.65, x: left, y: y + size * 0.35 });
    else
      sheet.page.drawText(text, {
        font,
        size,
        x: left,
        y,
        color: style.change === 'deleted' ? rgb(0.33, 0.33, 0.33) : BLACK,
      });
    if (style.underline) hairline(sheet, left, y - size * 0.18, left + width, y - size * 0.18);
    if (style.change === 'deleted') hairline(sheet, left, y + size * 0.32, left + width, y + size * 0.32, 0.7);
    if (style.change === 'inserted') {
      sheet.page.drawRectangle({
        x: left - 0.8,
        y: y - size * 0.22,
        width: width + 1.6,
        height: size * 1.24,
        borderWidth: 0.5,
        borderColor: BLACK,
      });
    }
  }
}

function width(sheet: Sheet, text: string, size: number): number {
  return textWidth(sheet.width, text, size);
}

/** A link rectangle like those Chromium writes. */
function link(sheet: Sheet, box: readonly [number, number, number, number], target: Record<string, unknown>): void {
  const { context } = sheet.page.doc;
  const annotation = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Border: [0, 0, 0],
    F: 4,
    Rect: [...box],
    ...target,
  } as never);
  sheet.page.node.addAnnot(context.register(annotation));
}

function drawLine(sheet: Sheet, content: Extract<BoxContent, { kind: 'line' }>, top: number, height: number): void {
  const { line, size, align } = content;
  const y = top - baseLine(height, size);
  const x = align === 'center' ? LEFT + (TEXT_WIDTH - lineWidth(line)) / 2 : LEFT + content.left;
  drawText(sheet, line, x, y, size);
  if (content.number) {
    sheet.page.drawText(content.number.text, { font: sheet.faces.regular, size, x: LEFT + content.number.left, y });
  }
  if (content.ruleFrom !== undefined)
    hairline(sheet, LEFT + content.ruleFrom, top - height + 1, RIGHT, top - height + 1);
  if (content.barred) {
    const bar = LEFT - toPoints(4);
    sheet.page.drawLine({
      start: { x: bar, y: top - 2 },
      end: { x: bar, y: top - height + 2 },
      thickness: 1.6,
      dashArray: [1.6, 2.2],
      color: BLACK,
    });
  }
  if (content.linkTo !== undefined) {
    const end = LEFT + content.left + lineWidth(line) + 4;
    const right = RIGHT - toPoints(10);
    if (end < right) {
      sheet.page.drawLine({
        start: { x: end, y: y + 1 },
        end: { x: right, y: y + 1 },
        thickness: 0.7,
        dashArray: [0.8, 2.4],
        color: rgb(0.4, 0.4, 0.4),
      });
    }
    link(sheet, [LEFT, top - height, RIGHT, top], { Dest: PDFName.of(content.linkTo) });
  }
}

function drawRow(
  sheet: Sheet,
  { cells, size, leading }: Extract<BoxContent, { kind: 'row' }>,
  top: number,
  height: number,
): void {
  let x = LEFT;
  const padding = toPoints(1.6);
  for (const { lines, width: cellWidth, align } of cells) {
    sheet.page.drawRectangle({ x, y: top - height, width: cellWidth, height, borderWidth: 0.5, borderColor: BLACK });
    lines.forEach((line, index) => {
      const room = cellWidth - 2 * padding - lineWidth(line);
      const offset = align === 'right' ? room : align === 'center' ? room / 2 : 0;
      drawText(sheet, line, x + padding + offset, top - toPoints(1) - index * leading - baseLine(leading, size), size);
    });
    x += cellWidth;
  }
}

function drawSeal(sheet: Sheet, content: Extract<BoxContent, { kind: 'seal' }>, top: number): void {
  const { lines, other = [], size, leading, zone } = content;
  const side = toPoints(SEAL_ZONE);
  const half = (of: readonly string[]): number => Math.max(side, ...of.map((line) => width(sheet, line, size))) / 2;
  const middle = RIGHT - 2 * size - half(lines);
  const draw = (of: readonly string[], centre: number): void => {
    const written = of.filter((line) => line !== '');
    const first = top - side / 2 + (written.length * leading) / 2;
    written.forEach((line, index) => {
      const x = centre - width(sheet, line, size) / 2;
      const y = first - index * leading - baseLine(leading, size);
      sheet.page.drawText(line, { font: sheet.faces.regular, size, x, y });
    });
  };
  draw(lines, middle);
  draw(other, LEFT + 2 * size + half(other));
  if (zone === '') return;
  const uri = PDFString.of(ZONE_URL + encodeURIComponent(zone));
  link(sheet, [middle - side / 2, top - side, middle + side / 2, top], { A: { Type: 'Action', S: 'URI', URI: uri } });
}

function drawRuler(sheet: Sheet, millimetres: number, top: number): void {
  const start = LEFT + toPoints(4);
  hairline(sheet, start, top, start + toPoints(millimetres), top, 0.4);
  for (const { at, length, label } of rulerMarks(millimetres)) {
    const x = start + toPoints(at);
    hairline(sheet, x, top, x, top - toPoints(length), 0.4);
    if (label) {
      const size = 8;
      sheet.page.drawText(label, {
        font: sheet.faces.regular,
        size,
        x: x - width(sheet, label, size) / 2,
        y: top - toPoints(10),
      });
    }
  }
}

/** Draws one box with its upper edge at `top` points above the page's lower edge. */
export function drawBox(sheet: Sheet, { content, height }: Box, top: number): void {
  switch (content.kind) {
    case 'line':
      return drawLine(sheet, content, top, height);
    case 'row':
      return drawRow(sheet, content, top, height);
    case 'frame': {
      sheet.page.drawRectangle({
        x: LEFT,
        y: top - height,
        width: TEXT_WIDTH,
        height,
        borderWidth: 0.6,
        borderColor: BLACK,
      });
      content.lines.forEach((line, index) => {
        const y = top - toPoints(1.5) - index * content.leading - baseLine(content.leading, content.size);
        drawText(sheet, line, LEFT + toPoints(3), y, content.size);
      });
      return;
    }
    case 'hand': {
      const { label, name, size, date } = content;
      const y = top - height + 4;
      const x = LEFT + 2 * size;
      sheet.page.drawText(label, { font: sheet.faces.regular, size, x, y });
      const rule = x + (content.room ?? width(sheet, label, size));
      const beside = name === '' ? 0 : width(sheet, name, size) + size / 2;
      const end = Math.min(rule + toPoints(52), LEFT + TEXT_WIDTH - beside);
      hairline(sheet, rule, y - 3, end, y - 3);
      if (date !== undefined) sheet.page.drawText(date, { font: sheet.faces.regular, size, x: end + size / 2, y });
      if (name) sheet.page.drawText(name, { font: sheet.faces.regular, size, x: end + size / 2, y });
      return;
    }
    case 'seal':
      return drawSeal(sheet, content, top);
    case 'ruler':
      return drawRuler(sheet, content.millimetres, top);
    case 'nothing':
      return;
  }
}
