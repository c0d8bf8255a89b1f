import { screen, within } from '@testing-library/svelte';
import { describe, expect } from 'vitest';
import type { MonthView, ObligationsView } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { listDate, longDate, monthName } from '../../../../../src-renderer/kernel/dates.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { titleWords } from '../../../../../src-renderer/ui/text/title-words.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aCase } from '../../given/cases.ts';
import type { Answers, Double } from '../../given/double.ts';
import { dialog, every, field, reads, the } from '../../given/find.ts';
import { click, press, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aBasis, aChoice, aLevel, aMonth, known, lacks, someRights, unknown } from '../../given/rights.ts';

const october = (): string => monthName('2026-10');

function rights(
  month: MonthView,
  language: 'zh' | 'en',
  { view = someRights(), answers = {} }: { readonly view?: ObligationsView; readonly answers?: Answers } = {},
): Promise<Double> {
  return show(
    Rights,
    { place: { screen: 'rights' } },
    {
      'rights.list': () => [aChoice()],
      'rights.open': () => view,
      'rights.month': () => month,
      'rights.reopenedClaims': () => [],
      'rights.chooseText': () => undefined,
      'rights.companions': () => undefined,
      ...answers,
    },
    { language },
  );
}

describe('a claim', () => {
  inEach('that is owed says on its month’s page that its window is not open yet, or closed', async (language) => {
    const level = aLevel();
    const { opens, closes } = level.claim;
    if (!opens.known || !closes.known) throw new Error('a window with both ends');
    await rights(aMonth({ level, window: 'before' }), language);
    expect(reads('letters.case.early', { day: longDate(opens.value) })).toBe(true);
    await accessible();
    document.body.replaceChildren();
    await rights(aMonth({ level, window: 'closed' }), language);
    expect(reads('letters.case.late', { day: longDate(closes.value.latest) })).toBe(true);
    document.body.replaceChildren();
    await rights(aMonth({ level, window: 'open' }), language);
    expect(document.body.querySelector('.warn, .problem')).toBeNull();
  });

  inEach('is offered only where a text stood: else what is missing is said, with ways to it', async (language) => {
    for (const by of ['newest', 'first', 'other-time'] as const) {
      const main = await rights(aMonth({ basis: { ...aBasis, by } }), language);
      expect(every('button', 'rights.claim')).toEqual([]);
      expect(reads('rights.blocked.why', { ordinal: aBasis.ordinal })).toBe(true);
      await accessible();
      await click(the('button', 'rights.blocked.choose'));
      await write(dialog()!.querySelector<HTMLElement>('[name=text]')!, anId(101));
      await click(the('button', 'frame.save'));
      expect(main.inputs('rights.chooseText')).toEqual([{ agreementId: anId(1), versionId: anId(101) }]);
      const here = way.here;
      await click(the('button', 'rights.blocked.accept'));
      expect(dialog()?.getAttribute('aria-label')).toBe(titleWords(said('review.standing.conclude')));
      expect(way.here).toEqual(here);
      document.body.replaceChildren();
    }
  });

  inEach('of a text that was accepted from another day on asks for that day, where one is', async (language) => {
    await rights(aMonth({ basis: { ...aBasis, by: 'newest', stands: true } }), language);
    expect(reads('rights.blocked.whyOtherDay', { ordinal: aBasis.ordinal })).toBe(true);
    expect(every('button', 'rights.blocked.accept')).toEqual([]);
    const here = way.here;
    await click(the('button', 'review.standing.correct'));
    expect(dialog()?.getAttribute('aria-label')).toBe(titleWords(said('review.standing.correct')));
    expect(way.here).toEqual(here);
  });

  inEach('of a text that stood, was chosen or decided on is offered', async (language) => {
    for (const by of ['accepted', 'chosen', 'decided'] as const) {
      await rights(aMonth({ basis: { ...aBasis, by } }), language);
      expect(every('button', 'rights.claim')).toHaveLength(1);
      expect(every('button', 'rights.blocked.choose')).toEqual([]);
      document.body.replaceChildren();
    }
  });

  inEach('that was settled is told so, with what came of it; nothing is due any more', async (language) => {
    const { level } = aMonth();
    const amount = level.credit.known ? level.credit.value : '';
    const claim: MonthView['claim'] = {
      origin: 'claim:1',
      at: '2026-11-02T02:00:00Z',
      amount,
      state: 'settled',
      sentAt: '2026-11-03T02:00:00Z',
      settled: { on: '2026-11-20T02:00:00Z', note: 'Set off against the invoice for November.' },
    };
    await rights(aMonth({ claim }), language, {
      answers: { 'letters.case': () => aCase({ kind: 'claim', state: 'settled' }) },
    });
    const day = listDate('2026-11-20T02:00:00Z');
    expect(reads('rights.status.settled', { month: october(), day, amount: money(amount, 'CNY') })).toBe(true);
    expect(reads('rights.status.settledNote', { note: 'Set off against the invoice for November' })).toBe(true);
    expect(reads('rights.claimWasSettled', { day })).toBe(true);
    expect(reads('rights.figures.creditSettled')).toBe(true);
    expect(reads('rights.figures.credit')).toBe(false);
    expect(reads('rights.status.owed', { month: october(), amount: money(amount, 'CNY') })).toBe(false);
    expect(every('button', 'rights.claim')).toEqual([]);
    await accessible();
  });
});

describe('what came in for a claim', () => {
  inEach('is told beside what was claimed, with the difference', async (language) => {
    const { level } = aMonth();
    const amount = level.credit.known ? level.credit.value : '';
    const credited = { amount: '10.00', paidIn: 'voucher', currency: 'CNY', difference: '-5.00' } as const;
    const settled = { on: '2026-11-20T02:00:00Z', credited };
    const at = '2026-11-02T02:00:00Z';
    await rights(
      aMonth({ claim: { origin: 'claim:1', at, amount, state: 'settled', sentAt: at, settled } }),
      language,
      {
        answers: { 'letters.case': () => aCase({ kind: 'claim', state: 'settled' }) },
      },
    );
    const came = said('letters.case.credited.came.voucher', { amount: money('10.00', 'CNY') });
    const told = said('letters.case.credited.less', { came, difference: money('5.00', 'CNY') });
    const day = listDate('2026-11-20T02:00:00Z');
    const words = { month: october(), day, credited: told, amount: money(amount, 'CNY') };
    expect(reads('rights.status.settledBy', words)).toBe(true);
  });
});

describe('an instance', () => {
  inEach('begins with the name that the log gives it, and only with those that no other has', async (language) => {
    const credit = unknown(lacks('instances', 'input'));
    await rights(aMonth({ named: ['net-1'], level: aLevel({ credit }) }), language);
    await click(every('button', 'rights.units.add')[0]!);
    expect(valueOf(field('rights.units.name'))).toBe('net-1');
    document.body.replaceChildren();

    const units = [{ name: 'net-1', instances: [] }];
    await rights(
      aMonth({ named: ['net-1', 'net-2'], units, unit: 'net-1', level: aLevel({ credit: known('0.00') }) }),
      language,
    );
    await click(every('button', 'rights.units.add')[0]!);
    expect(valueOf(field('rights.units.name'))).toBe('net-2');
  });
});

describe('what an agreement does not have yet', () => {
  inEach('is added in its dialog at once, over the part that one is on', async (language) => {
    const main = await rights(aMonth(), language, { answers: { 'rights.saveOrder': () => ({ orderId: anId(55) }) } });
    await click(the('button', 'rights.order.add'));
    expect(dialog()).not.toBeNull();
    expect(way.here).toEqual({ screen: 'library' });
    // No part without content is behind it.
    expect([...document.querySelectorAll('[role=tab]')].map(({ id }) => id)).toEqual(['tab-service', 'tab-facts']);
    await accessible();
    await press('Escape');
    expect(dialog()).toBeNull();
    expect(screen.queryAllByRole('tab', { name: said('rights.parts.orders') })).toEqual([]);

    await click(the('button', 'rights.order.add'));
    await write(field('rights.order.service'), 'Berth 12');
    await write(field('rights.order.amount'), '14400');
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await click(within(dialog()!).getByRole('button', { name: said('frame.add') }));
    expect(main.inputs('rights.saveOrder')).toHaveLength(1);
    expect(dialog()).toBeNull();
    expect(way.here).toEqual({ screen: 'rights', agreementId: anId(1), part: 'orders' });
  });
});
