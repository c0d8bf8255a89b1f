import { say } from '../../../src-main/agreement/sentence.ts';
import { strToU8, unzipSync, strFromU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docxPlaces, docxWords, fillDocx } from '../../../src-main/letter/own-form/docx.ts';
import { knownField } from '../../../src-main/letter/own-form/known-label.ts';
import { bindPlaces, ownFormTemplate, writtenAt } from '../../../src-main/letter/own-form/own-form.ts';
import { fill } from '../../../src-main/letter/fill.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const UNDERLINED = '<w:rPr><w:u w:val="single"/></w:rPr>';
const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8('<w:styles/>'),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
}

const xmlOf = (bytes: Uint8Array, part = 'word/document.xml'): string => strFromU8(unzipSync(bytes)[part]!);
const labels = (bytes: Uint8Array): readonly string[] => docxPlaces(bytes).map(({ label }) => label);
/** Fills by label and gives back the words of each paragraph. */
function filled(bytes: Uint8Array, values: Readonly<Record<string, string>>): readonly string[] {
  const byPlace = new Map(docxPlaces(bytes).flatMap(({ id, label }) => (values[label] ? [[id, values[label]]] : [])));
  return docxWords(fillDocx(bytes, byPlace), new Map()).map((words) => words.map(({ text }) => text).join(''));
}

describe('places of a Word form', () => {
  test('placeholders in braces, however Word has cut them into runs', () => {
    const bytes = docx(paragraph(run('甲方：{'), run('{公司'), run('名称}}（下称甲方）')));
    expect(labels(bytes)).toEqual(['公司名称']);
    expect(filled(bytes, { 公司名称: '示例公司' })).toEqual(['甲方：示例公司（下称甲方）']);
  });

  test('brackets count where they ask for something; headings in brackets stay', () => {
    const bytes = docx(
      paragraph(run('【重要提示】请如实填写')) +
        paragraph(run('本单位【公司名称】承诺')) +
        paragraph(run('[请填写专线用途]')),
    );
    expect(labels(bytes)).toEqual(['公司名称', '专线用途']);
  });

  test('underscores are named by the words before them', () => {
    const bytes = docx(paragraph(run('公司名称：________  联系人：____　联系电话：______')));
    expect(labels(bytes)).toEqual(['公司名称', '联系人', '联系电话']);
    expect(filled(bytes, { 公司名称: '甲', 联系人: '乙', 联系电话: '丙' })).toEqual([
      '公司名称：甲  联系人：乙　联系电话：丙',
    ]);
  });

  test('underlined spaces are blanks, and keep their line', () => {
    const bytes = docx(paragraph(run('地　址：'), run('          ', UNDERLINED)));
    expect(labels(bytes)).toEqual(['地址']);
    const [id] = docxPlaces(bytes).map((place) => place.id);
    const xml = xmlOf(fillDocx(bytes, new Map([[id!, '示例路1号']])));
    expect(xml).toContain(`${UNDERLINED}<w:t xml:space="preserve">示例路1号</w:t>`);
  });

  test('a date left open is one date', () => {
    const bytes = docx(paragraph(run('签署日期：____年__月__日')) + paragraph(run('　　年　　月　　日')));
    expect(docxPlaces(bytes).map(({ label, kind }) => [label, kind])).toEqual([
      ['签署日期', 'date'],
      ['日期', 'date'],
    ]);
    expect(filled(bytes, { 签署日期: '2026年3月1日' })[0]).toBe('签署日期：2026年3月1日');
  });

  test('an empty cell is named by the cell before it; rows of data are left alone', () => {
    const empty = '<w:p w:rsidR="00A1"/>';
    const bytes = docx(
      `<w:tbl>${row(cell(paragraph(run('公司名称'))), cell(empty), cell(paragraph(run('用途说明'))), cell(empty))}${row(
        cell(paragraph(run('1'))),
        cell(paragraph(run('专线'))),
        cell(empty),
      )}</w:tbl>`,
    );
    expect(labels(bytes)).toEqual(['公司名称', '用途说明']);
    expect(filled(bytes, { 公司名称: '示例公司', 用途说明: '办公' })).toEqual([
      '公司名称',
      '示例公司',
      '用途说明',
      '办公',
      '1',
      '专线',
      '',
    ]);
  });

  test('a known label with nothing after its colon; other lines that end in a colon stay', () => {
    const bytes = docx(paragraph(run('法定代表人（签字）：')) + paragraph(run('承诺如下：')));
    expect(labels(bytes)).toEqual(['法定代表人（签字）']);
  });

  test('headers are filled too; a text box is filled once', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('{{日期}}'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('{{日期}}'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    const bytes = docx(paragraph(box), {
      'word/header1.xml': `<w:hdr xmlns:w="${W}">${paragraph(run('{{公司名称}}'))}</w:hdr>`,
    });
    expect(labels(bytes)).toEqual(['日期', '公司名称']);
  });
});

describe('filling a Word form', () => {
  test('nothing but the places changes', () => {
    const body = `${paragraph(run('一、本单位{{公司名称}}承诺：'))}<w:sectPr w:rsidR="0"><w:pgSz w:w="11906"/></w:sectPr>`;
    const bytes = docx(body);
    const [place] = docxPlaces(bytes);
    const out = fillDocx(bytes, new Map([[place!.id, '甲 & <乙>']]));
    expect(xmlOf(out)).toBe(xmlOf(bytes).replace('{{公司名称}}', '甲 &amp; &lt;乙&gt;'));
    expect(unzipSync(out)['word/styles.xml']).toEqual(unzipSync(bytes)['word/styles.xml']);
    expect(fillDocx(bytes, new Map())).toEqual(fillDocx(bytes, new Map()));
    expect(xmlOf(fillDocx(bytes, new Map()))).toBe(xmlOf(bytes));
  });

  test('whatever is typed stands there as typed', () => {
    const bytes = docx(paragraph(run('甲{{公'), run('司名称}}乙')));
    const [place] = docxPlaces(bytes);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
        // eslint-disable-next-line no-control-regex -- XML cannot hold them, and the window refuses them
        fc.pre(!/[\u0000-\u001f\ufffe\uffff]|[\ud800-\udfff](?![\udc00-\udfff])/u.test(typed));
        const out = docxWords(fillDocx(bytes, new Map([[place!.id, typed]])), new Map());
        return out.map((words) => words.map(({ text }) => text).join('')).join('') === `甲${typed}乙`;
      }),
    );
  });

  test('what is not a Word file is refused in words', () => {
    expect(() => docxPlaces(strToU8('not a zip'))).toThrow(/form-unreadable/u);
    expect(() => docxPlaces(zipSync({ 'a.txt': strToU8('x') }))).toThrow(/form-unreadable/u);
  });
});

describe('fields of a form', () => {
  test.each([
    ['公司名称（盖章）：', 'companyName'],
    ['申请单位', 'companyName'],
    ['统一社会信用代码*', 'creditCode'],
    ['法定代表人（签字）', 'legalRepresentative'],
    ['地  址：', 'address'],
    ['联 系 人', 'contactName'],
    ['联系电话', 'contactPhone'],
    ['开户银行', 'bankName'],
    ['银行账号', 'bankAccount'],
    ['Company name', 'companyName'],
    ['E-mail', 'contactEmail'],
    ['签署日期', 'date'],
  ])('%s asks for %s', (label, key) => expect(knownField(label)?.key).toBe(key));

  test('unknown labels get fields of their own; a company’s name is asked for once', () => {
    const bound = bindPlaces([
      { id: 'a', label: '公司名称' },
      { id: 'b', label: '专线用途' },
      { id: 'c', label: '公司名称：' },
      { id: 'd', label: '姓名' },
      { id: 'e', label: '姓名' },
    ]);
    expect(bound.fields.map(({ key, label }) => [key, say(label, 'zh')])).toEqual([
      ['companyName', '公司名称'],
      ['field2', '专线用途'],
      ['field3', '姓名'],
      ['field4', '姓名 2'],
    ]);
    expect(bound.places.map(({ field }) => field)).toEqual([
      'companyName',
      'field2',
      'companyName',
      'field3',
      'field4',
    ]);
  });

  test('the form has the checks and the fingerprint of any letter', () => {
    const bound = bindPlaces([
      { id: 'a', label: '统一社会信用代码' },
      { id: 'b', label: '日期', kind: 'date' },
    ]);
    const template = ownFormTemplate('own-form:x', '登记表', bound.fields);
    const wrong = fill(
      template,
      { creditCode: '91330106MA2CFLDG4X', date: '2026-03-01' },
      { inCapitals: (text) => text },
    );
    expect(wrong.problems.map(({ code }) => code)).toContain('code-check');
    const other = fill(
      template,
      { creditCode: '91330106MA2CFLDG4R', date: '2026-03-01' },
      { inCapitals: (text) => text },
    );
    expect(other.problems).toEqual([]);
    expect(other.fingerprint).not.toBe(wrong.fingerprint);
    expect(writtenAt(bound, other.values)).toEqual(
      new Map([
        ['a', '91330106MA2CFLDG4R'],
        ['b', '2026年3月1日'],
      ]),
    );
  });
});
