import { expect } from 'vitest';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { anId } from '../../given/agreements.ts';
import { field, reads, the } from '../../given/find.ts';
import { click, write } from '../../given/hands.ts';
import { inEach, show } from '../../given/page.ts';
import { aChoice, aLevel, aMonth, lacks, someRights, unknown } from '../../given/rights.ts';

const month =
  (more: Parameters<typeof aLevel>[0], given: Parameters<typeof aMonth>[0] = {}) =>
  (language: 'zh' | 'en') =>
    show(
      Rights,
      { place: { screen: 'rights' } },
      {
        'rights.list': () => [aChoice()],
        'rights.open': () => someRights(),
        'rights.month': () => aMonth({ level: aLevel(more), ...given }),
        'rights.reopenedClaims': () => [],
        'rights.setMonthFee': () => undefined,
      },
      { language },
    );

inEach('what one cap counts together with other months is asked for where a figure lacks it', async (language) => {
  const main = await month({ credit: unknown(lacks('taken', 'input'), lacks('yearFee', 'input')) })(language);
  await write(field('rights.order.amount'), '1000');
  await write(field('rights.fee.year'), '12000');
  await write(field('rights.fee.taken'), '500');
  await click(the('button', 'rights.fee.save'));
  expect(main.inputs('rights.setMonthFee')).toEqual([
    { agreementId: anId(1), month: '2026-10', fee: { fee: '1000', yearFee: '12000', taken: '500' } },
  ]);
});

inEach(
  'the fee that a credit is a share of is asked for where the text names one that is not known here',
  async (language) => {
    const main = await month({ credit: unknown(lacks('base', 'input')) })(language);
    await write(field('rights.order.amount'), '1000');
    await write(field('rights.fee.base'), '2500');
    await click(the('button', 'rights.fee.save'));
    expect(main.inputs('rights.setMonthFee')).toEqual([
      { agreementId: anId(1), month: '2026-10', fee: { fee: '1000', base: '2500' } },
    ]);
  },
);

inEach('what was given for it can be emptied and typed anew', async (language) => {
  const main = await month({}, { fee: { fee: '1000', yearFee: '12000', taken: '500' } })(language);
  await write(field('rights.fee.taken'), '');
  await write(field('rights.fee.taken'), '700');
  await write(field('rights.fee.year'), '');
  await write(field('rights.fee.year'), '11000');
  await click(the('button', 'rights.fee.save'));
  expect(main.inputs('rights.setMonthFee')).toEqual([
    { agreementId: anId(1), month: '2026-10', fee: { fee: '1000', yearFee: '11000', taken: '700' } },
  ]);
});

inEach('what is given for it without an amount is not dropped in silence', async (language) => {
  const main = await month({ credit: unknown(lacks('taken', 'input')) })(language);
  await write(field('rights.fee.taken'), '700');
  await click(the('button', 'rights.fee.save'));
  expect(main.inputs('rights.setMonthFee')).toEqual([
    { agreementId: anId(1), month: '2026-10', fee: { fee: '', taken: '700' } },
  ]);
});

inEach('what one cap counts together is not asked for elsewhere', async (language) => {
  await month({})(language);
  expect(reads('rights.fee.taken')).toBe(false);
  expect(reads('rights.fee.year')).toBe(false);
});
