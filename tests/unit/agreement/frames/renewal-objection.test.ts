import { expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

test('whoever objects to a renewal before the end of the term claims nothing', () => {
  const text =
    '白桦云服务合同\n\n1. 期限\n1.1 合同期限一年，期满前三十（30）日内任何一方均未提出书面异议的，自动续签一年。\n';
  const kinds = read(readText(text, 'utf-8')).documents.flatMap(({ facts }) => facts.map(({ kind }) => kind));
  expect(kinds).toContain('non-renewal-notice');
  expect(kinds).not.toContain('claim-closes');
});
