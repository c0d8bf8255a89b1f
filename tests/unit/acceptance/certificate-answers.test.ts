import { expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { certificateFront } from '../../../src-main/acceptance/certificate-front.ts';
import { recordView } from '../../../src-main/acceptance/record-view.ts';
import { recordInput } from './sample.ts';

test('the first page of a certificate names a part that was not read in its own language', () => {
  const record = recordView(assembleRecord(recordInput()));
  const part = { kind: 'part', part: 'page 12', what: { zh: '第 12 页：没有读取', en: 'Page 12: Not read' } } as const;
  const answers = [{ ...part, answer: 'not-part', said: '李示例', at: '2026-11-23T01:00:00.000Z' } as const];
  const row = certificateFront(record, { quotes: new Map(), earlier: new Map(), answers }, 'zh').at(-1)?.rows[0];
  expect(row?.value).toContain('（第 12 页：没有读取）');
  expect(row?.value).not.toContain('page');
});
