import { describe, expect } from 'vitest';
import type { OrderLapse } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Double } from '../../given/double.ts';
import { field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, settled, show } from '../../given/page.ts';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { aChoice, someRights } from '../../given/rights.ts';

const adding = async (
  language: 'zh' | 'en',
  more: Parameters<typeof someRights>[0] = {},
  lapse?: OrderLapse,
): Promise<Double> => {
  const main = await show(
    Rights,
    { place: { screen: 'rights', agreementId: anId(1), part: 'orders' } },
    {
      'rights.list': () => [aChoice()],
      'rights.reopenedClaims': () => [],
      'rights.open': () => someRights(more),
      'rights.saveOrder': () => ({ orderId: anId(55) }),
      'rights.orderLapse': () => lapse,
    },
    { language },
  );
  await click(the('button', 'rights.order.add'));
  return main;
};

async function fillRest(): Promise<void> {
  await write(field('rights.order.service'), 'Berth 12');
  await write(field('rights.order.amount'), '14400');
}

describe('what is typed of an order', () => {
  inEach(
    'a settlement day of what is void unpaid is asked about with both clauses, until it is said to be served',
    async (language) => {
      const [kept, late] = [
        { number: '1.4', quote: 'Berths are kept for three days.' },
        { number: '6.2', quote: 'Interest runs from settlement.' },
      ];
      const main = await adding(language, {}, { on: '2026-11-07', kept, late });
      await write(field('rights.order.orderedOn'), '2026-11-03');
      await write(field('rights.order.settlementDay'), '2026-11-12');
      await settled();
      const doubt = said('rights.order.settledDoubt', {
        date: longDate('2026-11-07'),
        kept: said('rights.order.settledKept', kept),
        late: said('rights.order.settledKept', late),
      });
      expect(readsText(doubt)).toBe(true);
      await click(field('rights.order.servedAnyway'));
      expect(readsText(doubt)).toBe(false);
      await fillRest();
      await click(the('button', 'frame.add'));
      expect(main.inputs('rights.saveOrder')[0]?.order).toMatchObject({ servedAnyway: true });
    },
  );

  inEach('twelve months propose an end, which the person may change', async (language) => {
    const main = await adding(language);
    const end = (): HTMLElement => field('rights.order.ends');
    await write(field('rights.order.months'), '12');
    expect(valueOf(end())).toBe('');
    await write(field('rights.order.starts'), '2026-12-01');
    expect(valueOf(end())).toBe('2027-11-30');
    expect(reads('rights.order.endWorkedOut')).toBe(true);
    await write(field('rights.order.months'), '24');
    expect(valueOf(end())).toBe('2028-11-30');
    await write(end(), '2028-12-31');
    const doubt = said('rights.order.endDiffers', { months: 24, date: longDate('2028-11-30') });
    expect(readsText(doubt)).toBe(true);
    await write(field('rights.order.months'), '26');
    expect(valueOf(end())).toBe('2028-12-31');
    expect(readsText(doubt)).toBe(false);
    await accessible();
    await fillRest();
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')[0]?.order.ends).toBe('2028-12-31');
  });

  inEach('a settlement before the order is asked about, not refused', async (language) => {
    const main = await adding(language);
    await fillRest();
    await write(field('rights.order.orderedOn'), '2026-10-02');
    await write(field('rights.order.settlementDay'), '2026-10-01');
    const doubt = said('frame.field.earlier', { name: said('rights.order.orderedOn'), date: longDate('2026-10-02') });
    expect(readsText(doubt)).toBe(true);
    expect(field('rights.order.settlementDay').getAttribute('aria-invalid')).toBeNull();
    await accessible();
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')).toHaveLength(1);
  });

  inEach(
    'a term that ends before it starts, a day paid that is still to come, and a rate over 100 % are asked about',
    async (language) => {
      await adding(language);
      await write(field('rights.order.starts'), '2026-12-01');
      await write(field('rights.order.ends'), '2026-11-30');
      expect(
        readsText(said('frame.field.earlier', { name: said('rights.order.starts'), date: longDate('2026-12-01') })),
      ).toBe(true);
      expect(reads('frame.field.ahead')).toBe(false);
      await write(field('rights.order.paidOn'), '2036-12-01');
      expect(reads('frame.field.ahead')).toBe(true);
      await write(field('rights.order.referenceRate'), '345');
      expect(reads('frame.field.over')).toBe(true);
      await write(field('rights.order.referenceRate'), '3.45');
      expect(reads('frame.field.over')).toBe(false);
    },
  );
});

const aFee = (price: string, more: object = {}) => ({
  ...{ id: `c3/stated-fee/${price}`, words: asWritten(`${price} a month`), price, months: 1 },
  clause: { clauseId: 'c3', number: '3.1', quote: `The monthly fee is USD ${price}.` },
  ...more,
});

describe('what the text says that the service costs', () => {
  inEach('fills in the amount with its words, follows the months, and is left by what is typed', async (language) => {
    const main = await adding(language, { fees: [aFee('500.00')], currency: 'USD' });
    await settled();
    expect(field('rights.order.amount').closest('label, div')?.textContent).toContain(
      { zh: '美元', en: 'USD' }[language],
    );
    expect(valueOf(field('rights.order.amount'))).toBe('500.00');
    const told = said('rights.order.fromClauseChangeable', { number: '3.1', quote: 'The monthly fee is USD 500.00.' });
    expect(readsText(told)).toBe(true);
    await write(field('rights.order.months'), '12');
    await settled();
    expect(valueOf(field('rights.order.amount'))).toBe('6000.00');
    await accessible();
    await write(field('rights.order.service'), 'Berth 12');
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')[0]?.order).toMatchObject({
      amount: '6000.00',
      stated: { clauseId: 'c3', number: '3.1', quote: 'The monthly fee is USD 500.00.' },
    });
  });

  inEach('is no longer named for an amount that somebody typed', async (language) => {
    const main = await adding(language, { fees: [aFee('500.00')], currency: 'USD' });
    await settled();
    await fillRest();
    expect(reads('rights.order.fromClauseChangeable', { number: '3.1', quote: 'The monthly fee is USD 500.00.' })).toBe(
      false,
    );
    await write(field('rights.order.months'), '12');
    expect(valueOf(field('rights.order.amount'))).toBe('14400');
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')[0]?.order).not.toHaveProperty('stated');
  });

  inEach('is for the person to choose where the text gives several', async (language) => {
    await adding(language, { fees: [aFee('300.00', { scope: 'Silver' }), aFee('900.00', { scope: 'Gold' })] });
    await settled();
    expect(valueOf(field('rights.order.amount'))).toBe('');
    await pick(field('rights.order.statedFee'), 'c3/stated-fee/900.00');
    await settled();
    expect(valueOf(field('rights.order.amount'))).toBe('900.00');
    await pick(field('rights.order.statedFee'), 'c3/stated-fee/300.00');
    await settled();
    expect(valueOf(field('rights.order.amount'))).toBe('300.00');
  });

  inEach('is nowhere where the text gives none', async (language) => {
    await adding(language);
    await settled();
    expect(valueOf(field('rights.order.amount'))).toBe('');
    expect(reads('rights.order.statedFee')).toBe(false);
  });
});
