import { expect, it } from 'vitest';
import { writtenIn } from '../../../../src-renderer/kernel/written-in.ts';

it('Chinese words, and a stretch of nothing but their punctuation, are Chinese; any other text is what stands around it', () => {
  expect(['任何一方', 'SLA，', '，', '（1）'].map(writtenIn)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN']);
  expect(['', 'Either party, at any time', '“term”', '7.3 (a)'].map(writtenIn)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
