import { it } from 'vitest';
import { paragraph, run } from '../build-docx.ts';
import { type Case, cell, drawn, expectRead, mark, told } from './hostile.ts';

const begun = `${mark('begin')}${told('PAGE')}`;
const after = paragraph('丙');
const open = { seen: '甲|丙', told: ['drawn-differently'] };
const boxed = (inner: string): string =>
  drawn(`<wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp>`);
const row = (inner: string, properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cell('乙')}<w:tc>${inner}</w:tc></w:tr>`;
const begins = `<w:p>${run('甲')}${begun}</w:p>`;
const ends = `<w:p>${mark('end')}</w:p>`;

/** Fields whose end stands where nobody reads it: what follows them is text. */
const CASES: readonly Case[] = [
  ['end that a reviewer struck', `<w:p>${run('甲')}${begun}<w:del>${mark('end')}</w:del></w:p>${after}`, open],
  ['end that a reviewer moved', `<w:p>${run('甲')}${begun}<w:moveFrom>${mark('end')}</w:moveFrom></w:p>${after}`, open],
  ['end in struck paragraphs', `${begins}<w:del>${ends}</w:del>${after}`, open],
  [
    'end in ruby',
    `<w:p>${run('甲')}${begun}<w:r><w:ruby><w:rt>${mark('end')}</w:rt></w:ruby></w:r></w:p>${after}`,
    open,
  ],
  [
    'end in a struck row',
    `${begins}<w:tbl>${row(paragraph('丁'))}${row(ends, '<w:del/>')}</w:tbl>${after}`,
    { seen: '甲|乙\t丁|丙', told: ['drawn-differently', 'struck'] },
  ],
  [
    'end in a struck cell',
    `${begins}<w:tbl><w:tr>${cell('乙')}${cell('丁')}<w:tc><w:tcPr><w:cellDel/></w:tcPr>${ends}</w:tc></w:tr></w:tbl>${after}`,
    { seen: '甲|乙\t丁\t|丙', told: ['drawn-differently'] },
  ],
  [
    'end in a covered cell',
    `${begins}<w:tbl><w:tr>${cell('乙')}${cell('丁', '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('戊')}<w:tc><w:tcPr><w:vMerge/></w:tcPr>${ends}</w:tc></w:tr></w:tbl>${after}`,
    { seen: '甲|乙\t丁|戊\t|丙', told: ['drawn-differently'] },
  ],
  [
    'end in a gallery of contents',
    `${begins}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${ends}</w:sdtContent></w:sdt>${after}`,
    open,
  ],
  ['end in what is no part of a run', `${begins}<w:p><w:strange>${mark('end')}</w:strange></w:p>${after}`, open],
  [
    'end in an alternative of its run',
    `<w:p>${run('甲')}${begun}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:fldChar w:fldCharType="end"/></mc:Choice></mc:AlternateContent></w:r></w:p>${after}`,
    { seen: '甲|丙' },
  ],
  [
    'end in a cell that is read',
    `${begins}<w:tbl>${row(`<w:p>${mark('end')}${run('丁')}</w:p>`)}</w:tbl>${after}`,
    { seen: '甲|\t丁|丙' },
  ],
  [
    'box before a field that runs on',
    `<w:p>${boxed(paragraph('框内')).slice('<w:p>'.length, -'</w:p>'.length)}${begun}</w:p><w:p>${mark('end')}${run('乙')}</w:p>`,
    { seen: '框内|乙' },
  ],
  [
    'box whose field does not end in it',
    `${boxed(`<w:p>${run('框内')}${begun}</w:p>`)}<w:p>${run('乙')}${mark('end')}${run('丙')}</w:p>`,
    { seen: '框内|乙丙', told: ['drawn-differently'] },
  ],
  [
    'box in a paragraph that runs on into the next',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('甲')}${boxed(paragraph('框内')).slice('<w:p>'.length, -'</w:p>'.length)}</w:p>${after}`,
    { seen: '框内|甲丙' },
  ],
];

it.each(CASES)('%s', (_, given, expected) => expectRead(given, expected));
