import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../src-main/agreement/sentence.ts';
import type { MonthView, ObligationsView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { listDate, monthName } from '../../../../../src-renderer/kernel/dates.ts';
import { accessible } from '../../given/axe.ts';
import { dialog, field, reads, readsText, the } from '../../given/find.ts';
import { click, valueOf } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, aLevel, aMonth, anOutage, lacks, someRights, unknown } from '../../given/rights.ts';

interface Open {
  readonly view?: ObligationsView;
  readonly month: MonthView;
  readonly wish?: Parameters<typeof show>[3];
}
const rights = ({ view = someRights(), month, wish = {} }: Open) =>
  show(
    Rights,
    { place: { screen: 'rights' } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => view,
      'rights.month': () => month,
      'rights.reopenedClaims': () => [],
    },
    wish,
  );

describe('a month of service', () => {
  inEach(
    'that is measured by billing months asks for their first day, and draws nothing by the calendar',
    async (language) => {
      const lacking = unknown(lacks('billing-cycle'));
      const level = aLevel({ availability: lacking, credit: lacking, breach: lacking, tier: lacking });
      const choice = {
        kind: 'billing-cycle',
        label: asWritten('Billing cycle'),
        example: asWritten('16'),
        stated: [],
      } as const;
      await rights({
        view: someRights({ choices: [choice] }),
        month: aMonth({ level, rows: [anOutage()] }),
        wish: { language },
      });
      expect(reads('rights.status.cycleMissing', { month: monthName('2026-10') })).toBe(true);
      expect(document.querySelector('#chart-title')).toBeNull();
      await click(the('button', 'rights.enterCycle'));
      expect(dialog()?.querySelector<HTMLSelectElement>('[name=fact-kind]')?.value).toBe('billing-cycle');
      await accessible();
    },
  );

  it('of its own days is named with them, and its chart begins with the first', async () => {
    const line = [0, 31].map((at) => ({ at, counted: 100, all: 100 }));
    await rights({ month: aMonth({ first: '2026-10-16', last: '2026-11-15', line }) });
    expect(
      readsText(
        said('rights.status.cycle', {
          month: monthName('2026-10'),
          first: listDate('2026-10-16'),
          last: listDate('2026-11-15'),
        }),
      ),
    ).toBe(true);
    const ticks = [...document.querySelectorAll('figure text.scale[text-anchor=middle]')].map(
      (each) => each.textContent,
    );
    expect(ticks).toEqual(['16', '21', '26', '31', '5', '10', '15']);
  });

  it('what is kept for a month is in the form', async () => {
    await rights({ month: aMonth({ fee: { total: '14400', months: 6, vouchers: '10' } }) });
    expect(valueOf(field('rights.order.amount'))).toBe('14400');
    expect(valueOf(field('rights.fee.months'))).toBe('6');
    expect(valueOf(field('rights.fee.vouchers'))).toBe('10');
  });
});
