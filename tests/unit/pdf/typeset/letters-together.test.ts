import { expect, test } from 'vitest';
import type { Paper } from '../../../../src-main/pdf/paper.ts';
import { typeset } from '../../../../src-main/pdf/typeset/typeset.ts';

const paragraph = (text: string): Paper['blocks'][number] => ({ kind: 'paragraph', runs: [{ text }] });
const LETTER: Paper = {
  title: '催告函',
  style: 'letter',
  language: 'zh',
  blocks: [
    { kind: 'title', text: '催告函' },
    paragraph('正文一'),
    paragraph('正文二'),
    paragraph('代码'),
    paragraph('联系人'),
    { kind: 'closing', text: '特此催告。' },
    { kind: 'signature', zone: 'seal', label: '发函单位（盖章）', name: '示例公司', date: '2026年3月1日' },
  ],
};
const html = typeset(LETTER, { fontUrl: (weight) => `font-${weight}` });

test('what stands last before the seal goes with it, and takes lines of the body along', () => {
  expect(html).toMatch(/class="tail[^"]*">代码/u);
  expect(html).toMatch(/class="tail[^"]*">联系人/u);
  expect(html).not.toMatch(/class="tail[^"]*">正文/u);
  expect(html).toContain('.tail{break-before:avoid}');
});

test('a letter is set in full lines, and can be tightened', () => {
  expect(html).toContain('.letter{text-align:justify}');
  expect(html).toContain('16pt/28.9pt');
  expect(typeset(LETTER, { fontUrl: () => 'font', line: 24 })).toContain('16pt/24pt');
});
