import { expect, test } from 'vitest';
import { courtsIn } from '../../../../src-main/agreement/frames/forum.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

/**
 * Words that stand in lists of the patterns, over and over: where two alternatives of a repetition take the same word, each more of them
 * doubles the work, and with these many it would not end while anybody waits.
 */
const REPEATED: readonly string[] = [
  'federal and ',
  'state or ',
  'Federal State ',
  "people's competent ",
  'County of the ',
  'the District of ',
  'Arbitration and ',
  'objects to ',
  'not deemed ',
  'laws of the State and ',
  '北京市',
  '甲方所在地的',
  '不得视为',
  '未提出异议的，',
];

test.each(REPEATED)('%s many times over is read to its end', (words) => {
  const many = words.repeat(64);
  const sentence = `Disputes are brought before courts: 争议 ${many} and no other`;
  expect(courtsIn(sentence)).toBeDefined();
  const [document] = read(readText(`# Terms\n\n## 1. Disputes\n\n1.1 ${sentence}\n`, 'utf-8')).documents;
  expect(document?.clauses.some(({ text }) => text.includes(words.trim()))).toBe(true);
});
