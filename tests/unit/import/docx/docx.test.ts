import { zipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import type { MarkedText } from '../../../../src-main/agreement/model.ts';
import { readDocx } from '../../../../src-main/import/docx/docx.ts';
import { buildDocx, level, list, paragraph, run } from '../build-docx.ts';
import { buildZip } from '../build-zip.ts';

const texts = ({ lines }: MarkedText): readonly string[] => lines.map(({ text }) => text);
const codeOf = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return undefined;
};

const NUMBERING =
  `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'lowerLetter', '(%3)')}${level(3, 'bullet', '')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="8">${level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="nothing"/>')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';

describe('the numbers that Word computes', () => {
  test('become text, level by level, and start over below a new higher number', () => {
    const body = [
      paragraph('定义', list(1)),
      paragraph('服务', list(1, 1)),
      paragraph('账户', list(1, 1)),
      paragraph('子账户', list(1, 2)),
      paragraph('点', list(1, 3)),
      paragraph('费用', list(1)),
      paragraph('单价', list(1, 1)),
      paragraph('圈', list(2)),
      paragraph('重新开始', list(3)),
      paragraph('无编号'),
    ].join('');
    const marked = readDocx(buildDocx({ body, numbering: NUMBERING }));
    expect(texts(marked)).toEqual([
      '第一条 定义',
      '1.1 服务',
      '1.2 账户',
      '(a) 子账户',
      '点',
      '第二条 费用',
      '2.1 单价',
      '①圈',
      '第一条 重新开始',
      '无编号',
    ]);
    expect(marked.lines[4]?.list).toEqual({ ordered: false, marker: '-', depth: 3 });
    expect(marked.lines.every((line) => line.paragraph === true)).toBe(true);
  });

  test('follow a style that carries the list, at the level that names the style', () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.', '<w:pStyle w:val="A"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="B"/>')}</w:abstractNum>` +
      '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>';
    const style = (id: string, outline: number): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading ${outline + 1}"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="${outline}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
    const body = paragraph('General', '<w:pStyle w:val="A"/>') + paragraph('Scope', '<w:pStyle w:val="B"/>');
    const marked = readDocx(buildDocx({ body, numbering, styles: style('A', 0) + style('B', 1) }));
    expect(texts(marked)).toEqual(['1. General', '1.1 Scope']);
    expect(marked.lines.map(({ heading, emphasis }) => [heading, emphasis.length])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});

describe('words and their look', () => {
  test('bold and underline come from runs and styles; bold in a bold style is plain', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Strong body"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="C"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const body =
      `<w:p>${run('甲方承担', '')}${run('全部责任', '<w:b/>')}${run('，不得', '')}${run('转让', '<w:u w:val="single"/>')}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr>${run('整段加粗')}${run('反转', '<w:rStyle w:val="C"/>')}${run('取消', '<w:b w:val="0"/>')}</w:p>`;
    const [first, second] = readDocx(buildDocx({ body, styles })).lines;
    expect(first?.emphasis).toEqual([
      { start: 4, end: 8, strong: true, underline: false, origin: 'source' },
      { start: 11, end: 13, strong: false, underline: true, origin: 'source' },
    ]);
    expect(second?.emphasis.map(({ start, end }) => [start, end])).toEqual([[0, 4]]);
  });

  test('underlined space is a place to fill in, a form field and a tick box too', () => {
    const body =
      `<w:p>${run('甲方：')}${run('          ', '<w:u w:val="single"/>')}${run('（盖章）')}</w:p>` +
      '<w:p><w:r><w:t>日期：</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>     </w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t>同意</w:t></w:r></w:p>';
    expect(texts(readDocx(buildDocx({ body })))).toEqual(['甲方：____（盖章）', '日期：____', '☑同意']);
  });

  test('insertions under review stay, deletions and hidden words go with a note, a deleted paragraph end joins', () => {
    const body =
      `<w:p>${run('付款期限为')}<w:del w:id="1"><w:r><w:delText>三十</w:delText></w:r></w:del><w:ins w:id="2">${run('六十')}</w:ins>${run('日')}${run('内部意见', '<w:vanish/>')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('前半，')}</w:p>${paragraph('后半。')}`;
    const marked = readDocx(buildDocx({ body }));
    expect(texts(marked)).toEqual(['付款期限为六十日', '前半，后半。']);
    expect(marked.notes.map(({ code }) => code)).toEqual(['deleted-text', 'hidden-text']);
    expect(marked.notes[0]?.text).toContain('三十');
  });

  test('footnotes stand at the end, text boxes after their paragraph, page headers in a note, formulas in one line', () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>' +
      `${paragraph('框内')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('框内')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      `<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${box}</w:p>` +
      '<w:p><m:oMath><m:r><m:t>可用性=</m:t></m:r><m:f><m:num><m:r><m:t>总时间-不可用时间</m:t></m:r></m:num><m:den><m:r><m:t>总时间</m:t></m:r></m:den></m:f></m:oMath></w:p>';
    const marked = readDocx(
      buildDocx({
        body,
        footnotes: `<w:footnote w:id="2">${paragraph('脚注内容')}</w:footnote>`,
        header: paragraph('某公司 机密'),
      }),
    );
    expect(texts(marked)).toEqual(['正文[1]', '框内', '可用性=(总时间-不可用时间)/总时间', '[1] 脚注内容']);
    const left = sentence('import.left-out.note', {
      what: sentence('import.left-out.header-footer'),
      places: 1,
      chars: 5,
      quote: '某公司 机密',
    });
    expect(marked.notes).toEqual([{ code: 'header-footer', text: say(left, 'zh'), english: say(left, 'en') }]);
  });

  test('a table of contents is left out with a note, the headings it lists stay', () => {
    const toc =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第一条 总则 1</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t>第二条 费用 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const marked = readDocx(buildDocx({ body: `${toc}${paragraph('第一条 总则')}` }));
    expect(texts(marked)).toEqual(['第一条 总则']);
    expect(marked.notes.map(({ code }) => code)).toEqual(['contents']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

  test('keep their cells; spanned places stay empty so that words stand once', () => {
    const body =
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('服务')}${cell('可用性')}${cell('赔偿')}</w:tr>` +
      `<w:tr>${cell('专线', '<w:vMerge w:val="restart"/>')}${cell('低于99.9%')}${cell('10%')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('两列', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`;
    const { lines } = readDocx(buildDocx({ body }));
    expect(lines.map(({ cells }) => cells)).toEqual([
      ['服务', '可用性', '赔偿'],
      ['专线', '低于99.9%', '10%'],
      ['', '两列', ''],
    ]);
    expect(lines.map(({ header, table }) => [header, table])).toEqual([
      [true, 1],
      [undefined, 1],
      [undefined, 1],
    ]);
    expect(lines[1]?.text).toBe('专线\t低于99.9%\t10%');
  });

  test('that only lay out text are read as text', () => {
    const long = Array.from({ length: 9 }, (_, index) => paragraph(`段落${index}`)).join('');
    const body = `<w:tbl><w:tr>${cell('单列')}</w:tr></w:tbl><w:tbl><w:tr><w:tc>${long}</w:tc><w:tc>${paragraph('right')}</w:tc></w:tr></w:tbl>`;
    const { lines } = readDocx(buildDocx({ body }));
    expect(lines).toHaveLength(11);
    expect(lines.every(({ cells }) => cells === undefined)).toBe(true);
  });
});

describe('what is refused', () => {
  test('packages that are damaged, no Word, or built to hurt', () => {
    const good = buildDocx({ body: paragraph('正文') });
    expect(codeOf(() => readDocx(good.slice(0, good.length - 40)))).toBe('docx-corrupt');
    expect(codeOf(() => readDocx(zipSync({ 'a.txt': strToU8('x') })))).toBe('not-word');
    const deep = `${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`;
    expect(codeOf(() => readDocx(buildDocx({ body: deep })))).toBe('docx-corrupt');
    const parts = { '[Content_Types].xml': Buffer.from('<a/>'), 'word/document.xml': Buffer.alloc(97 * 1024 * 1024) };
    expect(codeOf(() => readDocx(buildZip(parts)))).toBe('zip-bomb');
    expect(codeOf(() => readDocx(buildZip(parts, { size: 10 })))).toBe('zip-bomb');
    expect(codeOf(() => readDocx(buildZip({ 'word/document.xml': Buffer.from('<a/>') }, { crc: 1 })))).toBe(
      'docx-corrupt',
    );
    expect(codeOf(() => readDocx(buildZip({ 'word/document.xml': Buffer.from('<a/>') }, { flags: 1 })))).toBe(
      'zip-encrypted',
    );
  });
});
