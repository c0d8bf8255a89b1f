import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { say, sentence } from '../../../../../src-main/agreement/sentence.ts';
import type { CaptureView } from '../../../../../src-main/contract/evidence/captures.ts';
import { capturePaper } from '../../../../../src-main/features/evidence/capture/capture-paper.ts';
import { depositPaper } from '../../../../../src-main/features/evidence/deposit/deposit-paper.ts';
import { paperText } from '../../../../../src-main/pdf/paper.ts';
import { setPlain } from '../../../../../src-main/pdf/plain/plain.ts';
import { typeset } from '../../../../../src-main/pdf/typeset/typeset.ts';
import { FONTS } from '../../../pdf/paper-tools.ts';

const at = '2026-11-23T02:00:00Z';
const sheet = {
  head: { sequence: 34, hash: 'a'.repeat(64) },
  written: at,
  made: at,
  company: 'Crane Ltd',
  by: 'Ada',
  to: 'The notary',
};
const capture: CaptureView = {
  id: 'c',
  at,
  agreementId: 'a',
  title: 'Terms page',
  address: 'https://cloud.example.com/terms',
  operator: 'Ada',
  witness: '',
  device: 'Laptop',
  browser: 'Firefox',
  network: 'Office',
  cleaned: [],
  clock: 'not-checked',
  offset: 0,
  start: '2026-11-23T09:50',
  end: '2026-11-23T09:58',
  files: [],
};

test.each(['notary', 'court-chain', 'print', 'mail', 'timestamp'] as const)(
  'the sheet of a deposit (%s) is one page, which needs no seal across pages',
  async (way) => {
    for (const language of ['zh', 'en'] as const) {
      const pdf = await setPlain(depositPaper({ way, ...sheet }, language), FONTS);
      expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
    }
  },
);

test('nobody signs as a witness where there was none', () => {
  const line = say(sentence('court.capture.witness-signs'), 'zh');
  expect(paperText(capturePaper(capture, 'Crane Ltd', 'zh'))).not.toContain(line);
  expect(paperText(capturePaper({ ...capture, witness: 'Bob' }, 'Crane Ltd', 'zh'))).toContain(line);
});

test('an English sheet is dated and labelled in English', () => {
  const html = typeset(depositPaper({ way: 'notary', ...sheet }, 'en'), { fontUrl: () => 'x' });
  expect(html).not.toMatch(/[年月日：]/u);
  expect(html).toContain('Date:');
});
