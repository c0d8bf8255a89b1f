import { expect, it } from 'vitest';
import { CATALOGUES } from '../../../assets/messages/catalogue.ts';
import { asksWhether } from '../../../src-main/agreement/coverage.ts';
import { importSource } from '../../../src-main/import/source.ts';
import { level, list, paragraph, run } from './build-docx.ts';
import { buildZip } from './build-zip.ts';
import {
  box,
  type Case,
  cell,
  drawn,
  expectRead,
  field,
  LIGHT,
  mark,
  mixed,
  picture,
  TITLE,
  told,
  WHITE,
} from './docx/hostile.ts';

/** Word files that show something else than they hold. Kept as expectation is what Word draws by ECMA-376. */
const CASES: readonly Case[] = [
  ['hidden', mixed('<w:vanish/>'), { seen: '乙方赔偿', told: ['hidden-text'] }],
  [
    'hidden by a character style',
    {
      body: mixed('<w:rStyle w:val="H"/>'),
      styles: '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>',
    },
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  ['hidden on the web only', mixed('<w:webHidden/>'), { seen: '乙方不赔偿' }],
  [
    'hidden in several runs',
    mixed('<w:vanish/>', '不</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>得'),
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  ['struck', mixed('<w:strike/>'), { seen: '乙方赔偿', told: ['struck'] }],
  ['struck twice', mixed('<w:dstrike/>'), { seen: '乙方赔偿', told: ['struck'] }],
  ['white', mixed(WHITE), { seen: '乙方赔偿', told: ['hidden-text'] }],
  ['nearly white', mixed('<w:color w:val="FDFDFD"/>'), { seen: '乙方赔偿', told: ['hidden-text'] }],
  ['white on black', mixed(`${WHITE}<w:shd w:val="clear" w:fill="000000"/>`), { seen: '乙方不赔偿' }],
  [
    'as its marker',
    mixed('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  [
    'white by the theme',
    { body: mixed('<w:color w:val="000000" w:themeColor="background1"/>'), theme: LIGHT },
    { seen: '乙方赔偿', told: ['hidden-text'] },
  ],
  ['without a fill', mixed('<w14:textFill><w14:noFill/></w14:textFill>'), { seen: '乙方赔偿', told: ['hidden-text'] }],
  [
    'white in a row of colour',
    `<w:tbl><w:tr>${cell('级别', '<w:shd w:val="clear" w:fill="003366"/>', WHITE)}${cell('比例', '', WHITE)}</w:tr><w:tr>${cell('甲')}${cell('乙')}</w:tr></w:tbl>`,
    { seen: '级别\t|甲\t乙', told: ['hidden-text'] },
  ],
  ['tiny', mixed('<w:sz w:val="2"/>'), { seen: '乙方赔偿', told: ['hidden-text'] }],
  ['squeezed', mixed('<w:w w:val="1"/>'), { seen: '乙方赔偿', told: ['hidden-text'] }],
  [
    'flat line',
    `${paragraph('甲')}${paragraph('乙', '<w:spacing w:line="10" w:lineRule="exact"/>')}`,
    { seen: '甲', told: ['hidden-text'] },
  ],
  [
    'far to the right',
    `${paragraph('甲')}${paragraph('乙', '<w:ind w:left="30000"/>')}`,
    { seen: '甲', told: ['hidden-text'] },
  ],
  [
    'flat row',
    `<w:tbl><w:tr>${cell('甲')}${cell('乙')}</w:tr><w:tr><w:trPr><w:trHeight w:val="8" w:hRule="exact"/></w:trPr>${cell('丙')}${cell('丁')}</w:tr></w:tbl>`,
    { seen: '甲\t乙', told: ['hidden-text', 'hidden-text'] },
  ],
  [
    'merged cell',
    `<w:tbl><w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('乙')}</w:tr><w:tr>${cell('丙', '<w:vMerge/>')}${cell('丁')}</w:tr></w:tbl>`,
    { seen: '甲\t乙|\t丁', told: ['hidden-text'] },
  ],
  [
    'put in',
    `<w:p>${run('乙方')}<w:ins w:author="丙">${run('不')}</w:ins>${run('赔偿')}</w:p>`,
    { seen: '乙方不赔偿', told: ['inserted'] },
  ],
  [
    'moved',
    `<w:p>${run('甲')}<w:moveFrom>${run('乙')}</w:moveFrom>${run('丙')}<w:moveTo>${run('乙')}</w:moveTo></w:p>`,
    { seen: '甲丙乙', told: ['struck', 'inserted'] },
  ],
  [
    'turned around',
    `<w:p>${run('应在')}<w:bdo w:val="rtl">${run('03')}</w:bdo>${run('日内付款')}</w:p>`,
    { seen: '应在30日内付款', told: ['direction-override'] },
  ],
  ['torn number', mixed('', '30&#x200B;0元'), { seen: '乙方300元赔偿', told: ['invisible-character'] }],
  [
    'field without end',
    `<w:p>${run('甲')}${mark('begin')}${told('PAGE')}${run('乙')}</w:p>${paragraph('丙')}`,
    { seen: '甲乙|丙', told: ['drawn-differently'] },
  ],
  [
    'contents without end',
    `<w:p>${mark('begin')}${told('TOC')}${mark('separate')}${run('甲')}</w:p>${paragraph('乙')}`,
    { seen: '甲|乙', told: ['drawn-differently'] },
  ],
  [
    'result of a field',
    `<w:p>${mark('begin')}${told('IF 1')}${mark('separate')}${run('30日')}${mark('end')}</w:p>`,
    { seen: '30日' },
  ],
  [
    'field in a field',
    `<w:p>${run('甲')}${mark('begin')}${told('IF ')}${mark('begin')}${told('DATE')}${mark('separate')}${run('藏')}${mark('end')}${mark('separate')}${run('露')}${mark('end')}</w:p>`,
    { seen: '甲露' },
  ],
  [
    'field that Word draws',
    `<w:p>${run('甲')}${field(mark('begin'), told('LISTNUM'), mark('end'))}</w:p>`,
    { seen: '甲', told: ['generated'] },
  ],
  [
    'contents that the text lacks',
    `${paragraph('甲')}<w:p>${mark('begin')}${told('TOC')}${mark('separate')}${run('乙方不赔偿 3')}${mark('end')}</w:p>`,
    { seen: '甲', asked: ['table of contents'] },
  ],
  ['signs', `<w:p>${run('þ', '<w:rFonts w:ascii="Wingdings"/>')}${run('同意')}</w:p>`, { seen: '☑同意' }],
  [
    'font of signs',
    mixed('<w:rFonts w:ascii="Wingdings"/>', '30'),
    { seen: '乙方30赔偿', told: ['drawn-differently'] },
  ],
  ['symbol', `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run('同意')}</w:p>`, { seen: '☑同意' }],
  [
    'two alternatives',
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>30日</w:t></mc:Choice><mc:Fallback><w:t>90日</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    { seen: '30日', told: ['drawn-differently'] },
  ],
  [
    'alternative that nobody knows',
    '<w:p><w:r><mc:AlternateContent><mc:Choice xmlns:z="urn:example" Requires="z"><w:t>90日</w:t></mc:Choice><mc:Fallback><w:t>30日</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    { seen: '30日', told: ['drawn-differently'] },
  ],
  [
    'borrowed name',
    `<w:p>${run('甲')}<w:r><w:t xmlns:w="urn:example">藏</w:t></w:r>${run('乙')}</w:p>`,
    { seen: '甲乙' },
  ],
  ['box', drawn(box('框内')), { seen: '框内' }],
  ['white in a box', drawn(box('框内', WHITE)), { seen: '', told: ['hidden-text'] }],
  [
    'white in a dark box',
    drawn(box('框内', WHITE, '<a:solidFill><a:srgbClr val="102030"/></a:solidFill>')),
    { seen: '框内' },
  ],
  [
    'box off the page',
    drawn(
      box('框内'),
      '<wp:anchor><wp:positionH><wp:posOffset>-99000000</wp:posOffset></wp:positionH><wp:extent cx="3000000" cy="900000"/>',
    ),
    { seen: '', told: ['hidden-text'] },
  ],
  [
    'hidden box',
    drawn(box('框内'), '<wp:inline><wp:extent cx="3000000" cy="900000"/><wp:docPr hidden="1"/>'),
    { seen: '', told: ['hidden-text'] },
  ],
  [
    'shape in front',
    drawn(
      '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr></wps:wsp>',
      '<wp:anchor behindDoc="0"><wp:extent cx="3000000" cy="900000"/><wp:wrapNone/>',
    ),
    { seen: '', told: ['covered-text'] },
  ],
  [
    'letters as a shape',
    '<w:p><w:r><w:pict><v:shape><v:textpath string="乙方不赔偿"/></v:shape></w:pict></w:r></w:p>',
    { seen: '乙方不赔偿' },
  ],
  [
    'diagram',
    {
      body: drawn('<dgm:relIds r:dm="diagramData/d.xml"/>'),
      more: { 'diagramData/d.xml': '<dgm:pt><dgm:t><a:p><a:r><a:t>乙方不赔偿</a:t></a:r></a:p></dgm:t></dgm:pt>' },
    },
    { seen: '乙方不赔偿' },
  ],
  [
    'chart',
    {
      body: drawn('<c:chart r:id="chart/c.xml"/>'),
      more: { 'chart/c.xml': '<c:title><a:p><a:r><a:t>赔偿比例</a:t></a:r></a:p></c:title><c:pt><c:v>30</c:v></c:pt>' },
    },
    { seen: '', asked: ['charts'] },
  ],
  ['picture', drawn(picture), { seen: '', asked: ['pictures (1)'] }],
  ['small picture', drawn(picture, '<wp:inline><wp:extent cx="190500" cy="190500"/>'), { seen: '' }],
  ['picture in a header', { body: paragraph('甲'), header: drawn(picture) }, { seen: '甲', asked: ['pictures (1)'] }],
  [
    'embedded file',
    '<w:p><w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject r:id="x"/></w:object></w:r></w:p>',
    { seen: '', asked: ['embedded files (1)'] },
  ],
  ['embedded text', `${paragraph('甲')}<w:altChunk r:id="x"/>`, { seen: '甲', asked: ['embedded text 1'] }],
  ['title in a header', { body: paragraph('甲'), header: paragraph('示例公司 机密') }, { seen: '甲' }],
  [
    'sentence in a header',
    { body: paragraph('甲'), header: paragraph('乙方不承担任何责任。') },
    { seen: '甲', asked: ['headers and footers'] },
  ],
  [
    'note',
    {
      body: `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="1">${paragraph('藏')}</w:footnote><w:footnote w:id="2"><w:p>${run('乙')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`,
    },
    { seen: '甲[1]|[1] 乙[1]', told: ['hidden-text'] },
  ],
  ['comment', { body: paragraph('甲'), comments: `<w:comment>${paragraph('藏')}</w:comment>` }, { seen: '甲' }],
  [
    'control',
    `<w:p>${run('付款期限')}<w:sdt><w:sdtPr/><w:sdtContent>${run('30日')}</w:sdtContent></w:sdt></w:p>`,
    { seen: '付款期限30日' },
  ],
  [
    'numbers of a list',
    {
      body: `${paragraph('甲', list(1))}${paragraph('', list(1))}${paragraph('乙', list(1))}`,
      numbering: `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    },
    { seen: '1. 甲|3. 乙' },
  ],
];

it.each(CASES)('%s', (_, given, expected) => expectRead(given, expected));

it.each([
  ['alike', 'word/document.xml', '30日'],
  ['with other letters', 'word/Document.xml', '90日'],
])('names a part that a package holds twice, spelt %s', async (_, name, read) => {
  const { names, bytes } = twice('90日', '30日', name);
  expect(names).toBe(2);
  const { lines, coverage = [] } = await importSource(bytes, 'a.docx');
  expect(lines.at(-1)?.text).toBe(read);
  expect(coverage.filter(asksWhether)).toMatchObject([
    { part: `other ${name}`, kind: 'attachment', state: 'unread', why: { key: 'import.docx.doubled' } },
  ]);
});

it('says of a part held twice no more than that one was read', () => {
  expect(CATALOGUES.en['import.docx.doubled']).toMatch(/only one of the two was read$/);
  expect(CATALOGUES.zh['import.docx.doubled']).toMatch(/只读了其中一份$/);
});

/** A package whose text stands in it twice, the second time under a name as long as the first. */
function twice(first: string, second: string, name: string): { readonly names: number; readonly bytes: Uint8Array } {
  const document = (words: string): Buffer =>
    Buffer.from(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${TITLE}${paragraph(words)}</w:body></w:document>`,
    );
  const bytes = buildZip({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'word/document.xml': document(first),
    'word/documenu.xml': document(second),
  });
  const text = Buffer.from(bytes).toString('latin1');
  const names = text.split('word/documenu.xml').length - 1;
  return {
    names,
    bytes: new Uint8Array(Buffer.from(text.replaceAll('word/documenu.xml', name), 'latin1')),
  };
}
