import { it } from 'vitest';
import { paragraph, run } from '../build-docx.ts';
import { box, type Case, drawn, expectRead, mark, told, WHITE } from './hostile.ts';

const VANISH = '<w:vanish/>';
const inside = (paragraphOfOneRun: string): string =>
  paragraphOfOneRun.slice('<w:p><w:r>'.length, -'</w:r></w:p>'.length);
const alternative = '<mc:AlternateContent><mc:Choice Requires="wps"><w:t>不</w:t></mc:Choice></mc:AlternateContent>';
const around = (look: string, inner: string): string =>
  `<w:p>${run('乙方')}<w:r><w:rPr>${look}</w:rPr>${inner}</w:r>${run('赔偿')}</w:p>`;
const formula = (look: string, words = '不'): string => `<m:r><w:rPr>${look}</w:rPr><m:t>${words}</m:t></m:r>`;
const hidden = { seen: '乙方赔偿', told: ['hidden-text'] };
const struck = { seen: '乙方赔偿', told: ['struck'] };
const math = (inner: string): string => `<w:p>${run('乙方')}<m:oMath>${inner}</m:oMath>${run('赔偿')}</w:p>`;

/** Whatever holds the words of a run that nobody sees, they do not come through; what has a look of its own does. */
const CASES: readonly Case[] = [
  ['hidden alternative', around(VANISH, alternative), hidden],
  ['white alternative', around(WHITE, alternative), hidden],
  ['tiny alternative', around('<w:sz w:val="2"/>', alternative), hidden],
  ['struck alternative', around('<w:strike/>', alternative), struck],
  ['hidden ruby', around(VANISH, `<w:ruby><w:rubyBase>${run('不')}</w:rubyBase></w:ruby>`), hidden],
  ['hidden sign', around(VANISH, '<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>不</w:t>'), hidden],
  [
    'box of a field to tick in a hidden run',
    `<w:p>${run('甲')}<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>${told('FORMCHECKBOX')}<w:r><w:rPr>${VANISH}</w:rPr><w:fldChar w:fldCharType="end"/></w:r>${run('乙')}</w:p>`,
    { seen: '甲乙' },
  ],
  ['formula', math(formula('')), { seen: '乙方不赔偿' }],
  ['formula with letters of text', math('<m:r><w:t>不</w:t></m:r>'), { seen: '乙方不赔偿' }],
  ['hidden formula', math(formula(VANISH)), hidden],
  ['white formula', math(formula(WHITE)), hidden],
  [
    'hidden half of a formula',
    math(`${formula('', '一')}${formula(VANISH)}`),
    { seen: '乙方一赔偿', told: ['hidden-text'] },
  ],
  ['formula that a reviewer struck', math(`<w:del>${formula('')}</w:del>`), struck],
  [
    'formula in a flat line',
    `${paragraph('甲')}<w:p><w:pPr><w:spacing w:line="10" w:lineRule="exact"/></w:pPr><m:oMath>${formula('')}</m:oMath></w:p>`,
    { seen: '甲', told: ['hidden-text'] },
  ],
  [
    'formula in what a field is told',
    `<w:p>${run('甲')}${mark('begin')}${told('IF')}<m:oMath>${formula('')}</m:oMath>${mark('end')}${run('乙')}</w:p>`,
    { seen: '甲乙' },
  ],
  ['box in a white run', around(WHITE, inside(drawn(box('框内')))), { seen: '乙方赔偿|框内' }],
  ['box in a tiny run', around('<w:sz w:val="2"/>', inside(drawn(box('框内')))), { seen: '乙方赔偿|框内' }],
  ['box in a hidden run', around(VANISH, inside(drawn(box('框内')))), hidden],
];

it.each(CASES)('%s', (_, given, expected) => expectRead(given, expected));
