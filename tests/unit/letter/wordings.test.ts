import { expect, test } from 'vitest';
import { say, sentence } from '../../../src-main/agreement/sentence.ts';
import { formById } from '../../../src-main/letter/forms.ts';
import type { LetterTemplate } from '../../../src-main/letter/template.ts';
import { filled, spoken, words } from './as-filled.ts';

const form = (id: string): LetterTemplate => {
  const found = formById(id);
  if (!found) throw new Error(id);
  return found;
};

test('a bill is asked to be corrected, not to be approved of, and an invoice already issued is reversed by a red letter', () => {
  const letter = filled(form('bill-adjustment'));
  expect(words(letter.blocks)).toContain('请予更正');
  expect(words(letter.blocks)).not.toMatch(/核准|退回(?:原)?发票/u);
  expect(spoken(letter)).toContain('《红字发票信息确认单》（发起后七十二小时内有效）');
  expect(spoken(letter)).toContain('依法转出进项税额');
});

test('the rate of an invoice is the statutory one of the day of issue, whatever the agreement says', () => {
  const said = spoken(filled(form('invoice-details')));
  expect(said).toContain('税率以开票时的法定税率为准');
  expect(said).not.toMatch(/\d+%/u);
});

test('what did not verify is not fit to rest a finding on: to accept evidence is for a court', () => {
  const said = say(sentence('verifier.bad'), 'zh');
  expect(said).toContain('不宜据以认定');
  expect(said).not.toContain('采信');
});
