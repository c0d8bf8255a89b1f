import { expect, test } from 'vitest';
import { printedValues } from '../../../../src-main/features/letters/letter-pages.ts';

test('what a paper does not print goes neither into its file nor into what is recorded of it', () => {
  const values = { facts: '线路中断', knownOn: '2026-10-03' };
  const of = (templateId: string) => printedValues({ body: { templateId } } as never, { values });
  expect(of('termination-notice')).toEqual({ facts: '线路中断' });
  expect(of('damages-claim')).toEqual({ facts: '线路中断' });
  expect(of('authorisation')).toEqual(values);
});
