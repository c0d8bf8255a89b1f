import { fireEvent } from '@testing-library/svelte';
import { describe, expect, it, test, vi } from 'vitest';
import { asTyped } from '../../../../src-renderer/ui/form/as-typed.ts';
import OrderDialog from '../../../../src-renderer/features/rights/orders/OrderDialog.svelte';
import { anId } from '../given/agreements.ts';
import { field } from '../given/find.ts';
import { valueOf, write } from '../given/hands.ts';
import Field from '../../../../src-renderer/ui/form/Field.svelte';
import { inEach, settled, show } from '../given/page.ts';

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

describe('an empty field of a day', () => {
  inEach('says in the language of the page what is written there', async (language) => {
    await show(Field, { label: 'Day', name: 'day', type: 'date', value: '' }, {}, { language });
    const day = document.querySelector('input')!;
    expect(day.dataset['unsaid']).toBe({ zh: '年/月/日', en: 'dd/mm/yyyy' }[language]);
    await write(day, '2026-09-01');
    expect(day.dataset['unsaid']).toBeUndefined();
  });

  it.each([
    { started: 'en-GB', language: 'en', shows: 'at once' },
    { started: 'zh-CN', language: 'en', shows: 'once somebody types' },
    { started: 'en-GB', language: 'zh', shows: 'once somebody types' },
  ] as const)('started in $started, on a page in $language, what Chromium writes shows $shows', async (given) => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue(given.started);
    await show(Field, { label: 'Day', name: 'day', type: 'date', value: '' }, {}, { language: given.language });
    const day = document.querySelector('input')!;
    const begun = (): boolean => day.dataset['begun'] !== undefined;
    expect(begun()).toBe(false);
    await fireEvent.focus(day);
    expect(begun()).toBe(given.shows === 'at once');
    await fireEvent.keyDown(day, { key: 'Tab' });
    expect(begun()).toBe(given.shows === 'at once');
    await fireEvent.keyDown(day, { key: '3' });
    expect(begun()).toBe(true);
    await fireEvent.blur(day);
    expect(begun()).toBe(false);
  });

  it('other fields say nothing of the kind', async () => {
    await show(Field, { label: 'Name', name: 'name', value: '' }, {});
    expect(document.querySelector('input')!.dataset['unsaid']).toBeUndefined();
  });
});
