import { describe, expect } from 'vitest';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { longDate } from '../../../../../src-renderer/kernel/dates.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Double } from '../../given/double.ts';
import { field, reads, readsText, the } from '../../given/find.ts';
import { click, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, someRights } from '../../given/rights.ts';

const adding = async (language: 'zh' | 'en'): Promise<Double> => {
  const main = await show(
    Rights,
    { place: { screen: 'rights', agreementId: anId(1), part: 'orders' } },
    {
      'rights.list': () => [aChoice()],
      'rights.reopenedClaims': () => [],
      'rights.open': () => someRights(),
      'rights.saveOrder': () => ({ orderId: anId(55) }),
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
    await click(the('button', 'frame.save'));
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
    await click(the('button', 'frame.save'));
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
