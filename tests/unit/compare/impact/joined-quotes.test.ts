import { expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { dutyReason } from '../../../../src-main/compare/impact/reasons.ts';

test('quoted words stand apart as the language of the reader does it, and are cut as a whole', () => {
  const { text } = dutyReason(['may', 'without'], ['must', 'must', 'only on written notice to the other party']);
  expect(say(text, 'en')).toContain('“may”, “without”');
  expect(say(text, 'en')).not.toContain('、');
  expect(say(text, 'zh')).toContain('“may”“without”');
  expect(say(text, 'en')).toContain('“must”, “only on written notice to the other…”');
});
