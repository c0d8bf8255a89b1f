import { openPackage, type Package } from '../docx/zip.ts';
import { child, descendants, elements, parseXml, unescape, type XmlElement } from '../docx/xml.ts';
import { importRefusal } from '../refusals.ts';

/** One row of a sheet: its number as the sheet shows it, and its cells as a person sees them, empty ones too. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** The sheet does not show it: hidden by hand, by an outline or by a filter. */
  readonly hidden?: true;
}

const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04];

/** Whether the bytes begin as a workbook does; whether they are one shows when they are opened. */
export const isPackage = (bytes: Uint8Array): boolean => ZIP_MARK.every((byte, index) => bytes[index] === byte);

/** More columns than this is no list that a person keeps. */
const MOST_COLUMNS = 512;

/** Formats of dates and times that every workbook knows (ECMA-376 part 1, 18.8.30), those of East Asia among them. */
const BUILT_IN = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

const SERIAL_EPOCH_DAYS = 25_569;
const DAYS_OF_1904 = 1462;
const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([^]*?)<\/(?:\w+:)?row>)/gu;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([^]*?)<\/(?:\w+:)?c>)/gu;
const VALUE = /<(?:\w+:)?v\b[^>]*>([^<]*)</u;
const TEXTS = /<(?:\w+:)?t\b[^>]*>([^<]*)</gu;

function partText(parts: Package, name: string): string | undefined {
  const bytes = parts.part(name);
  return bytes && new TextDecoder('utf-8').decode(bytes);
}

const xmlPart = (parts: Package, name: string): XmlElement | undefined => {
  const text = partText(parts, name);
  return text === undefined ? undefined : parseXml(text);
};

/** A format is a date's where it has letters of dates outside quoted words, brackets and escapes. */
const isDateCode = (code: string): boolean =>
  /[ymdhs]/iu.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').replace(/general/giu, '')) || /\[[hms]+\]/iu.test(code);

/** Which styles show a number as a date or time. */
function dateStyles(styles: XmlElement | undefined): ReadonlySet<number> {
  const custom = new Set(
    elements(child(styles, 'numFmts'), 'numFmt')
      .filter(({ attributes }) => isDateCode(attributes.get('formatCode') ?? ''))
      .map(({ attributes }) => Number(attributes.get('numFmtId'))),
  );
  const dates = new Set<number>();
  elements(child(styles, 'cellXfs'), 'xf').forEach(({ attributes }, index) => {
    const id = Number(attributes.get('numFmtId') ?? '0');
    if (BUILT_IN(id) || custom.has(id)) dates.add(index);
  });
  return dates;
}

/** A number of days as the date and time that it shows; below one day the time alone. */
function dateText(serial: number, since1904: boolean): string {
  const days = serial + (since1904 ? DAYS_OF_1904 : 0);
  const seconds = Math.round((days - SERIAL_EPOCH_DAYS) * 86_400);
  const shown = new Date(seconds * 1000);
  if (Number.isNaN(shown.getTime())) return String(serial);
  const text = shown.toISOString();
  return serial < 1 ? text.slice(11, 19) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** `B` is 1, from the reference of a cell. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/u.exec(reference)?.[0] ?? '';
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(attributes)?.[1];

interface Book {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly since1904: boolean;
}

function cellText(attributes: string, inside: string, { strings, dates, since1904 }: Book): string {
  const type = attribute(attributes, 't');
  if (type === 'inlineStr') return unescape([...inside.matchAll(TEXTS)].map(([, text = '']) => text).join(''));
  const value = VALUE.exec(inside)?.[1];
  if (value === undefined) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== undefined && type !== 'n') return unescape(value);
  const style = Number(attribute(attributes, 's') ?? '0');
  return dates.has(style) && Number.isFinite(Number(value)) ? dateText(Number(value), since1904) : value;
}

function sheetName(parts: Package, workbook: XmlElement): string {
  const shown = descendants(workbook, 'sheet').find(
    ({ attributes }) => (attributes.get('state') ?? 'visible') === 'visible',
  );
  const id = shown?.attributes.get('r:id');
  const relation = elements(xmlPart(parts, 'xl/_rels/workbook.xml.rels'), 'Relationship').find(
    ({ attributes }) => attributes.get('Id') === id,
  );
  const target = relation?.attributes.get('Target') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/**
 * Rows of the first visible sheet, one by one. Dates are shown as `2026-03-01 09:30:00`, whatever the cell's format.
 * @throws Refusal `zip-bomb`, `zip-encrypted`, `not-word` where the package is no workbook
 */
export function* sheetRows(bytes: Uint8Array): Generator<SheetRow> {
  const parts = opened(bytes);
  const workbook = xmlPart(parts, 'xl/workbook.xml');
  if (!workbook) throw importRefusal('unknown-format');
  const strings = xmlPart(parts, 'xl/sharedStrings.xml');
  const book: Book = {
    strings: elements(strings, 'si').map((item) =>
      // Readings of characters (`rPh`) stand beside the text and are none of it.
      [...elements(item, 't'), ...elements(item, 'r').flatMap((run) => elements(run, 't'))]
        .map(({ children }) => children.filter((piece) => typeof piece === 'string').join(''))
        .join(''),
    ),
    dates: dateStyles(xmlPart(parts, 'xl/styles.xml')),
    since1904: ['1', 'true'].includes(child(workbook, 'workbookPr')?.attributes.get('date1904') ?? ''),
  };
  const sheet = partText(parts, sheetName(parts, workbook)) ?? '';
  let line = 0;
  for (const [, attributes = '', inside = ''] of sheet.matchAll(ROW)) {
    line = Number(attribute(attributes, 'r') ?? line + 1);
    const cells: string[] = [];
    for (const [, ofCell = '', content = ''] of inside.matchAll(CELL)) {
      const reference = attribute(ofCell, 'r');
      const at = reference === undefined ? cells.length : columnOf(reference);
      if (at >= MOST_COLUMNS) continue;
      while (cells.length < at) cells.push('');
      cells[at] = cellText(ofCell, content, book).trim();
    }
    const hidden = ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
    if (cells.some((cell) => cell !== '')) yield { line, cells, ...(hidden ? { hidden: true as const } : {}) };
  }
}

function opened(bytes: Uint8Array): Package {
  try {
    return openPackage(bytes);
  } catch (error) {
    if (error instanceof Error && !('code' in error && 'sentence' in error))
      throw importRefusal('unknown-format', error);
    throw error;
  }
}
