import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src-main/agreement/sentence.ts';
import { listPaper } from '../../../../src-main/features/evidence/court/list-paper.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { FORMS } from '../../../../src-main/letter/forms.ts';
import { prefill } from '../../../../src-main/letter/profile.ts';
import type { LetterTemplate, LetterValues } from '../../../../src-main/letter/template.ts';
import type { Paper } from '../../../../src-main/pdf/paper.ts';
import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from '../../letter/example.ts';
import { ENGLISH, OF_FORM } from '../../letter/example-english.ts';
import { CHROMIUM } from '../paper-tools.ts';
import { faultsOnPages } from './set-in-chromium.ts';

const ENGLISH_ROW = {
  name: 'Text of 5 October 2026',
  origin: 'Imported on 5 October 2026',
  form: 'Electronic data',
  purpose: 'Content of the text',
  pages: 'Electronic file',
};

const WRITER = { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' };

const paperOf = (form: LetterTemplate, values: LetterValues, language: Language): Paper => ({
  ...fill(form, values, { inCapitals: capitals, language }),
  title: form.id,
});

/** A form filled in, and as a draft that has its blanks. */
const papersOf = (form: LetterTemplate, language: Language): readonly Paper[] => {
  const english = language === 'en' ? { ...ENGLISH, ...OF_FORM[form.id] } : {};
  return [
    paperOf(form, { ...prefill(form, WRITER, language), ...VALUES, ...english }, language),
    paperOf(form, prefill(form, WRITER, language), language),
  ];
};

describe.skipIf(CHROMIUM === undefined)(
  'no line of a letter or form leaves the printed area, and there is room to sign',
  () => {
    it.each(['zh', 'en'] as const)(
      '%s, filled in or with its blanks',
      (language) => {
        expect(faultsOnPages(FORMS.flatMap((form) => papersOf(form, language)))).toEqual([]);
      },
      120_000,
    );
    it('labels with room to write behind each go on to the next line', () => {
      const room = { text: '\u3000'.repeat(8), underline: true };
      const long = '关于本协议项下全部权利义务由何人签署并承担责任的说明以及其他需要写明的事项：';
      const labels = [long, '　经办人（签字）：', '　联系电话：', '　电子邮箱：', '　日期：'];
      const runs = labels.flatMap((text) => [{ text }, room]);
      const style = { title: 'x', style: 'letter', language: 'zh' } as const;
      expect(faultsOnPages([{ ...style, blocks: [{ kind: 'paragraph', runs }] }])).toEqual([]);
    }, 60_000);
    it('no day and no hash breaks in the list of evidence, however wide its letters are', () => {
      const day = '2026年10月15日';
      const row = { number: 10, name: `自${day}起`, origin: `于${day}取得`, form: '电子', purpose: `证明${day}到达` };
      const list = {
        title: '示例案',
        company: '示例公司',
        made: '2026-10-15T02:00:00.000Z',
        head: { sequence: 12 },
        rows: [{ ...row, pages: '12', files: ['a'] }],
        files: [{ number: '10', path: 'a', bytes: 9, sha256: `dbdbdbdb${'0123456789abcdef'.repeat(4).slice(8)}` }],
      } as unknown as Parameters<typeof listPaper>[0];
      expect(faultsOnPages([listPaper(list, 'zh')])).toEqual([]);
      // Days are not written so in an English list.
      const inEnglish = { ...list, rows: list.rows.map((each) => ({ ...each, ...ENGLISH_ROW })) };
      expect(faultsOnPages([listPaper(inEnglish, 'en')])).toEqual([]);
    }, 60_000);
  },
);
