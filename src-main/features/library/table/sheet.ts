import { writeZip } from '../../../ledger/zip-write.ts';

/** A cell of a sheet: text, or a number that a spreadsheet can add up. */
export type SheetCell = string | number | undefined;

/** A table as it is written to a file: its heading first. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** Words that a spreadsheet would take for a formula stay words. */
const asWords = (words: string): string => (/^[=+\-@\t\r]/u.test(words) ? `'${words}` : words);

/** CSV by RFC 4180, UTF-8 with a byte order mark, which Excel needs for Chinese. */
export function csvOf({ rows }: Sheet): Uint8Array {
  const field = (cell: SheetCell): string => {
    if (cell === undefined) return '';
    const words = typeof cell === 'number' ? String(cell) : asWords(cell);
    return /[",\r\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return text(`\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Characters that XML 1.0 cannot hold are left out. */
const escaped = (words: string): string =>
  words
    // eslint-disable-next-line no-control-regex -- these are the characters that are meant
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `1` → A, `27` → AA. */
function columnName(number: number): string {
  const rest = (number - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return number > 26 ? `${columnName((number - 1 - rest) / 26)}${letter}` : letter;
}

function cellXml(cell: SheetCell, column: number, row: number, heading: boolean): string {
  if (cell === undefined || cell === '') return '';
  const at = `${columnName(column)}${row}`;
  const style = heading ? ' s="1"' : '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** An Excel workbook (ECMA-376) of one sheet; the heading is bold and stays in sight. Words are never taken for formulas. */
export function xlsxOf({ name, rows }: Sheet): Uint8Array {
  const body = rows
    .map((row, index) => {
      const cells = row.map((cell, column) => cellXml(cell, column + 1, index + 1, index === 0)).join('');
      return `<row r="${index + 1}">${cells}</row>`;
    })
    .join('');
  const widths = (rows[0] ?? []).map((_, index) => `<col min="${index + 1}" max="${index + 1}" width="18"/>`).join('');
  const sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>${body}</sheetData></worksheet>`;
  const title = escaped(name.replace(/[[\]:*?/\\]/gu, ' ').slice(0, 31));
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  return writeZip(parts.map(([path, words]) => ({ path, bytes: text(words) })));
}
