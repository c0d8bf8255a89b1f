import { screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ObligationsView, OrderFigure } from '../../../../../src-main/contract/rights.ts';
import Rights from '../../../../../src-renderer/features/rights/Rights.svelte';
import { denseDate, longDate, relativeDays } from '../../../../../src-renderer/kernel/dates.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { anId, aToken } from '../../given/agreements.ts';
import { money } from '../../../../../src-renderer/kernel/money.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, refused, type Answers, type Double } from '../../given/double.ts';
import { dialog, every, field, reads, readsText, the } from '../../given/find.ts';
import { click, pick, valueOf, write } from '../../given/hands.ts';
import { inEach, said, show } from '../../given/page.ts';
import { aChoice, anOrder, aStep, known, lacks, someRights, unknown } from '../../given/rights.ts';

const part = (
  name: string,
  view: ObligationsView,
  answers: Answers = {},
  wish: Parameters<typeof show>[3] = {},
): Promise<Double> =>
  show(
    Rights,
    { place: { screen: 'rights', agreementId: anId(1), part: name } },
    { 'rights.list': () => [aChoice()], 'rights.reopenedClaims': () => [], 'rights.open': () => view, ...answers },
    wish,
  );

describe('orders', () => {
  inEach('empty', async (language) => {
    await part('orders', someRights(), {}, { language });
    expect(reads('rights.order.none')).toBe(true);
    await accessible();
  });

  inEach('few: what was ordered, paid, and what follows from it', async (language) => {
    const figures: readonly OrderFigure[] = [
      { name: 'payBy', as: 'date', answer: known('2026-12-05') },
      { name: 'lateTotal', as: 'money', answer: known('1234567.00'), capitals: '壹佰贰拾叁万肆仟伍佰陆拾柒元整' },
      { name: 'usedMonths', as: 'number', answer: known('3') },
      { name: 'lateDays', as: 'number', answer: known('12') },
      { name: 'refund', as: 'money', answer: unknown(lacks('refund', 'input')) },
    ];
    const order = anOrder({
      figures,
      paidOn: '2026-10-02',
      settledOn: '2026-10-02',
      starts: '2026-10-01',
      ends: '2027-09-30',
      note: 'by the gate',
      earlyEnd: aStep('No refund'),
    });
    await part('orders', someRights({ orders: [order] }), {}, { language });
    expect(reads('rights.order.paid', { day: denseDate('2026-10-02') })).toBe(true);
    expect(reads('rights.order.term', { from: denseDate('2026-10-01'), to: denseDate('2027-09-30') })).toBe(true);
    expect(reads('format.quantity.money', { n: '1234567.00' })).toBe(true);
    // Amounts in words stand beside figures in Chinese alone.
    expect(readsText('壹佰贰拾叁万肆仟伍佰陆拾柒元整')).toBe(language === 'zh');
    expect(reads('rights.order.monthsUsed', { months: 3 })).toBe(true);
    expect(reads('rights.order.days', { days: 12 })).toBe(true);
    expect(readsText(longDate('2026-12-05'))).toBe(true);
    expect(readsText(relativeDays('2026-12-05'))).toBe(true);
    expect(readsText('Missing: refund')).toBe(true);
    expect(readsText('No refund')).toBe(true);
    await accessible();
  });

  it('where two rules say when it is paid, the day can be entered right there', async () => {
    const figures: readonly OrderFigure[] = [
      { name: 'payBy', as: 'date', answer: unknown(lacks('payment-day', 'conflict')) },
    ];
    await part('orders', someRights({ orders: [anOrder({ figures })] }));
    await click(the('button', 'rights.order.sayDueDay'));
    expect(dialog()).not.toBeNull();
  });

  it('where the text has several rules of payment, one of them is picked, and taken back', async () => {
    const paymentRules = [
      {
        rule: 'a',
        words: asWritten('45 days'),
        clause: { number: '1.1', quote: 'within 45 days' },
        due: known('2026-12-16'),
        picked: false,
      },
      {
        rule: 'b',
        words: asWritten('20 days'),
        clause: { quote: 'within 20 days' },
        due: known('2026-11-21'),
        picked: true,
      },
    ];
    const main = await part('orders', someRights({ orders: [anOrder({ paymentRules })] }), {
      'rights.pickPaymentRule': () => undefined,
    });
    expect(reads('rights.order.rules.day', { day: longDate('2026-12-16') })).toBe(true);
    expect(readsText('within 20 days')).toBe(true);
    const [first, , none] = screen.getAllByRole('radio');
    await click(first!);
    await click(none!);
    expect(main.inputs('rights.pickPaymentRule')).toEqual([{ orderId: anId(55), rule: 'a' }, { orderId: anId(55) }]);
    await accessible();
  });

  it('a rule that is refused is none: the words are shown, and the one that is recorded stays picked', async () => {
    const rule = { words: asWritten('45 days'), clause: { quote: 'within 45 days' }, due: known('2026-12-16') };
    const paymentRules = [
      { ...rule, rule: 'a', picked: false },
      { ...rule, rule: 'b', picked: true },
    ];
    await part('orders', someRights({ orders: [anOrder({ paymentRules })] }), {
      'rights.pickPaymentRule': refused(),
    });
    const isPicked = (): readonly boolean[] =>
      screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked);
    await click(screen.getAllByRole('radio')[0]!);
    expect(notice.failure).toEqual(aFailure());
    expect(isPicked()).toEqual([false, true, false]);
    await click(screen.getAllByRole('radio')[2]!);
    expect(isPicked()).toEqual([false, true, false]);
  });

  it('many', async () => {
    const orders = Array.from({ length: 60 }, (_, at) => anOrder({ id: anId(600 + at), service: `Berth ${at}` }));
    await part('orders', someRights({ orders }));
    expect(every('button', 'rights.order.remove')).toHaveLength(60);
    expect(reads('rights.order.unpaid')).toBe(true);
  });

  inEach('one is added with what is known of it', async (language) => {
    const main = await part(
      'orders',
      someRights(),
      { 'rights.saveOrder': () => ({ orderId: anId(55) }) },
      { language },
    );
    await click(the('button', 'rights.order.add'));
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')).toEqual([]);
    await accessible();
    await write(field('rights.order.service'), 'Berth 12');
    await write(field('rights.order.amount'), '14400');
    await write(field('rights.order.orderedOn'), '2026-10-01');
    await write(field('rights.order.months'), '12');
    await pick(field('rights.order.plan'), 'postpaid');
    await write(field('rights.order.settlementDay'), '2026-11-01');
    await click(the('button', 'frame.add'));
    expect(main.inputs('rights.saveOrder')).toEqual([
      {
        agreementId: anId(1),
        order: {
          service: 'Berth 12',
          number: '',
          plan: 'postpaid',
          amount: '14400',
          invoiceType: 'special',
          note: '',
          orderedOn: '2026-10-01',
          settlementDay: '2026-11-01',
          months: 12,
        },
      },
    ]);
    expect(dialog()).toBeNull();
  });

  inEach(
    'payments in part, instalments, the bill’s day, the rate and the company are sent as they are typed',
    async (language) => {
      const main = await part(
        'orders',
        someRights(),
        { 'rights.saveOrder': () => ({ orderId: anId(55) }) },
        { language },
      );
      await click(the('button', 'rights.order.add'));
      await write(field('rights.order.service'), 'Berth 12');
      await write(field('rights.order.amount'), '14400');
      await write(field('rights.order.orderedOn'), '2026-10-01');
      await write(field('rights.order.billedOn'), '2026-10-05');
      await write(field('rights.order.referenceRate'), ' 3.45 ');
      await click(the('button', 'rights.order.add-payment'));
      await write(field('rights.order.partDay', { number: 1 }), '2026-10-09');
      await write(field('rights.order.partAmount', { number: 1 }), '4400');
      await pick(field('rights.order.company'), anId(61));
      await accessible();
      await click(the('button', 'frame.add'));
      expect(main.inputs('rights.saveOrder')[0]?.order).toMatchObject({
        billedOn: '2026-10-05',
        referenceRate: '3.45',
        payments: [{ on: '2026-10-09', amount: '4400' }],
        companyId: anId(61),
      });
      expect(main.inputs('rights.saveOrder')[0]?.order).not.toHaveProperty('dues');
    },
  );

  it('instalments that are kept are shown, one is taken away, and what is paid of it is told', async () => {
    const dues = [
      { on: '2026-11-01', amount: '7200.00' },
      { on: '2026-12-01', amount: '7200.00' },
    ];
    const main = await part('orders', someRights({ orders: [anOrder({ dues, paid: '500.00' })] }), {
      'rights.saveOrder': () => ({ orderId: anId(55) }),
    });
    expect(
      reads('rights.order.paidPart', {
        paid: money('500.00'),
        amount: money('14400'),
      }),
    ).toBe(true);
    await click(within(screen.getByRole('article')).getByRole('button', { name: said('rights.order.edit') }));
    await click(the('button', 'rights.order.partRemove', { number: 2 }));
    await click(the('button', 'frame.save'));
    expect(main.inputs('rights.saveOrder')[0]?.order.dues).toEqual([dues[0]]);
  });

  it('one is changed under its id, or removed; a refusal keeps the dialog', async () => {
    const main = await part('orders', someRights({ orders: [anOrder({ months: 6, starts: '2026-10-01' })] }), {
      'rights.saveOrder': refused(),
      'rights.removeOrder': () => aToken('order'),
    });
    await click(within(screen.getByRole('article')).getByRole('button', { name: said('rights.order.edit') }));
    expect(valueOf(field('rights.order.months'))).toBe('6');
    await write(field('rights.order.months'), '');
    await click(the('button', 'frame.save'));
    const [sent] = main.inputs('rights.saveOrder');
    expect(sent?.orderId).toBe(anId(55));
    expect(sent?.order).toMatchObject({ starts: '2026-10-01' });
    expect(sent?.order).not.toHaveProperty('months');
    expect(dialog()).not.toBeNull();
    await click(the('button', 'frame.cancel'));
    await click(the('button', 'rights.order.remove'));
    expect(main.inputs('rights.removeOrder')).toEqual([{ orderId: anId(55) }]);
  });
});
