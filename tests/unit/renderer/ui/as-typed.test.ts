import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it, test } from 'vitest';
import { asTyped } from '../../../../src-renderer/ui/form/as-typed.ts';
import OrderDialog from '../../../../src-renderer/features/rights/orders/OrderDialog.svelte';
import { emptyWords, impossibleWords, isYearless } from '../../../../src-renderer/ui/day/day-words.ts';
import { anId } from '../given/agreements.ts';
import { field } from '../given/find.ts';
import { valueOf } from '../given/hands.ts';
import { given, said, settled, show } from '../given/page.ts';

describe('what is written in a usual form', () => {
  test.each([
    ['date', '2026年9月1日', '2026-09-01'],
    ['date', '２０２６／９／１', '2026-09-01'],
    ['date', ' 2026.09.01 ', '2026-09-01'],
    ['date', '20260901', '2026-09-01'],
    ['date', '2026-9-1号', '2026-09-01'],
    ['date', '1 Sep 2026', '2026-09-01'],
    ['date', '二〇二六年九月一日', '2026-09-01'],
    ['month', 'Sep 2026', '2026-09'],
    ['month', '2026年9月', '2026-09'],
    ['month', '202612', '2026-12'],
    ['month', '2026/12', '2026-12'],
    ['month', '２０２６年１２月', '2026-12'],
    ['datetime-local', '2026-9-1 8:30', '2026-09-01T08:30'],
    ['datetime-local', '2026年9月1日8时30分', '2026-09-01T08:30'],
    ['datetime-local', '2026/9/1T08:30:15', '2026-09-01T08:30:15'],
    ['datetime-local', 'Tue 1 Sep 2026, 08:30', '2026-09-01T08:30'],
    ['number', '１，０００', '1000'],
    ['number', '12.5', '12.5'],
  ])('%s: “%s”', (type, words, meant) => {
    expect(asTyped(type, words)).toBe(meant);
  });

  test.each([
    ['date', '2026-06-31'],
    ['date', '9/1/2026'],
    ['date', 'soon'],
    ['month', '2026-13'],
    ['month', '202613'],
    ['month', '112011'],
    ['datetime-local', '2026-02-30 08:30'],
    ['datetime-local', '2026-02-28 25:30'],
    ['datetime-local', '2026-02-28'],
    ['number', '1,00'],
    ['number', 'twelve'],
    ['text', '2026-09-01'],
  ])('%s: “%s” is left to the control', (type, words) => {
    expect(asTyped(type, words)).toBeUndefined();
  });
});

describe('a day without its year', () => {
  test.each([
    ['date', '11月30日'],
    ['date', '11-30'],
    ['date', '11/30'],
    ['date', '30 Nov'],
    ['date', '2月29日'],
    ['datetime-local', '11月30日 8:30'],
  ] as const)('%s: “%s” lacks the year alone, which is what is said', async (type, words) => {
    await given({}, {});
    expect(isYearless(type, words)).toBe(true);
    expect(impossibleWords(type, words)).toBe(said('format.yearless', { written: words, like: emptyWords(type) }));
  });

  test.each([
    ['date', '2月30日'],
    ['date', '13月1日'],
    ['date', '2026-06-31'],
    ['date', '2026年6月31日'],
    ['date', 'soon'],
    ['month', '11月'],
    ['datetime-local', '11月30日 25:30'],
  ] as const)('%s: “%s” is none in any year, or has one', (type, words) => {
    expect(isYearless(type, words)).toBe(false);
  });
});

it('is taken from what is pasted into a field of a day or a number, and nothing else is', async () => {
  await show(
    OrderDialog,
    {
      ...{ agreementId: anId(1), order: undefined, companies: [], ofAgreement: undefined, currency: 'CNY' },
      onclose: () => undefined,
    },
    {},
  );
  const paste = async (into: HTMLElement, words: string): Promise<boolean> => {
    const free = await fireEvent.paste(into, { clipboardData: { getData: () => words } });
    await settled();
    return free;
  };
  expect(await paste(field('rights.order.starts'), '2026年12月1日')).toBe(false);
  expect(valueOf(field('rights.order.starts'))).toBe('2026-12-01');
  await paste(field('rights.order.months'), '１２');
  expect(valueOf(field('rights.order.months'))).toBe('12');
  // What is pasted counts as typed: the end follows.
  expect(valueOf(field('rights.order.ends'))).toBe('2027-11-30');
  expect(await paste(field('rights.order.starts'), 'soon')).toBe(true);
  expect(valueOf(field('rights.order.starts'))).toBe('2026-12-01');
});
