import { describe, expect, test } from 'vitest';

import { isPackage, sheetRows } from '../../../../src-main/import/sheet/workbook.ts';
import { readLog } from '../../../../src-main/term/service/log/read-log.ts';
import { buildZip } from '../build-zip.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook with one visible sheet after a hidden one; numbers of style 1 are dates, of style 2 of a custom date format. */
function workbook(rows: string, { strings = '', date1904 = false, prefix = '' } = {}): Uint8Array {
  const tag = (xml: string): string => (prefix === '' ? xml : xml.replaceAll(/<(\/?)(\w)/gu, `<$1${prefix}:$2`));
  const ns = prefix === '' ? NS : NS.replace('xmlns=', `xmlns:${prefix}=`);
  return buildZip({
    'xl/workbook.xml': Buffer.from(
      `<workbook ${NS} ${REL}><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="old" sheetId="1" state="hidden" r:id="r1"/><sheet name="log" sheetId="2" r:id="r2"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/a.xml"/><Relationship Id="r2" Target="worksheets/b.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': Buffer.from(`<sst ${NS}>${strings}</sst>`),
    'xl/styles.xml': Buffer.from(
      `<styleSheet ${NS}><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/a.xml': Buffer.from(
      `<worksheet ${NS}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    ),
    'xl/worksheets/b.xml': Buffer.from(
      tag(`<worksheet><sheetData>${rows}</sheetData></worksheet>`).replace('worksheet>', `worksheet ${ns}>`),
    ),
  });
}

const STRINGS =
  '<si><t>开始时间</t></si><si><r><t>结束</t></r><r><t>时间</t></r><rPh><t>けつまつ</t></rPh></si><si><t>a &amp; b</t></si>';
/** 46309.4166… days after 1899-12-30 is 2026-10-14 10:00. */
const ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>报表</t></is></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>原因</t></is></c></row>' +
  '<row r="4"><c r="A4" s="1"><v>46309.416666666664</v></c><c r="B4" s="2"><v>46309.434027777781</v></c><c r="D4" t="s"><v>2</v></c></row>' +
  '<row r="5"/>';

describe('a workbook', () => {
  test('is read row by row: the visible sheet, shared and inline words, dates by their formats, empty cells in their places', () => {
    expect([...sheetRows(workbook(ROWS, { strings: STRINGS }))]).toEqual([
      { line: 1, cells: ['报表'] },
      { line: 3, cells: ['开始时间', '结束时间', '', '原因'] },
      { line: 4, cells: ['2026-10-14 10:00:00', '2026-10-14 10:25:00', '', 'a & b'] },
    ]);
  });

  test('is a log like any other', () => {
    const { rows, refused } = readLog([...sheetRows(workbook(ROWS, { strings: STRINGS }))]);
    expect(refused).toEqual([]);
    expect(rows).toMatchObject([
      { line: 4, from: '2026-10-14T10:00:00+08:00', to: '2026-10-14T10:25:00+08:00', cause: 'a & b' },
    ]);
  });

  test('may count days from 1904, and write its tags with a prefix', () => {
    const row = '<row r="1"><c r="A1" s="1"><v>44847.5</v></c></row>';
    expect([...sheetRows(workbook(row, { date1904: true }))]).toEqual([{ line: 1, cells: ['2026-10-14 12:00:00'] }]);
    expect([...sheetRows(workbook(row, { prefix: 'x' }))]).toEqual([{ line: 1, cells: ['2022-10-13 12:00:00'] }]);
  });

  test('a number that only looks like one is no date', () => {
    const row =
      '<row r="1"><c r="A1"><v>46309.5</v></c><c r="B1" s="3"><v>2.5</v></c><c r="C1" t="b"><v>1</v></c></row>';
    expect([...sheetRows(workbook(row))]).toEqual([{ line: 1, cells: ['46309.5', '2.5', 'true'] }]);
  });

  test('another package is refused', () => {
    const other = buildZip({ 'word/document.xml': Buffer.from('<w/>') });
    expect(isPackage(other)).toBe(true);
    expect(() => [...sheetRows(other)]).toThrow(/unknown-format/u);
    expect(() => [...sheetRows(other.subarray(0, 30))]).toThrow(/unknown-format/u);
    expect(isPackage(new TextEncoder().encode('start,end'))).toBe(false);
  });
});
