import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { ObligationsView, OrderInput } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const LINE = '跨域专线服务协议';
let app: AppUnderTest;
let agreementId: string;

beforeEach(async () => {
  app = await AppUnderTest.withSamples();
  const { id, versions } = app.agreement(LINE);
  agreementId = id;
  // Its late fee is 2‰ a day, and it may be ended when a fee is unpaid for forty days.
  app.conclude(versions[1] ?? '');
});
afterEach(() => app.end());

const ORDER: OrderInput = {
  ...{ service: '专线', number: 'SO-1', plan: 'postpaid', orderedOn: '2026-09-25', amount: '36,000', note: '' },
  invoiceType: 'ordinary',
};
const save = (more: Partial<OrderInput>, orderId?: string) =>
  app.handlers['rights.saveOrder']({
    agreementId,
    order: { ...ORDER, ...more },
    ...(orderId === undefined ? {} : { orderId }),
  }) as { readonly orderId: string };
const view = () => (app.handlers['rights.open']({ agreementId }) as ObligationsView).orders[0];
const figure = (name: string) => {
  const answer = view()?.figures.find((each) => each.name === name)?.answer;
  return answer?.known ? answer.value : answer;
};
const steps = (name: string): string =>
  view()
    ?.figures.find((each) => each.name === name)
    ?.answer.steps.map(({ text }) => say(text, 'zh'))
    .join(' ') ?? '';
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('a sum that falls due on a day that a person entered', () => {
  const lines = async () => {
    const { lines: all } = await app.handlers['agenda.list']({});
    return all.filter(({ title }) => say(title, 'zh').includes('SO-1'));
  };

  test('is on the agenda on that day until it is paid', async () => {
    const { orderId } = save({ settlementDay: '2026-11-03' });
    expect(await lines()).toContainEqual(
      expect.objectContaining({ kind: 'payment', state: 'overdue', date: '2026-11-03' }),
    );
    save({ settlementDay: '2026-11-03', paidOn: '2026-11-20' }, orderId);
    expect(await lines()).toContainEqual(
      expect.objectContaining({ kind: 'payment', state: 'done', date: '2026-11-03' }),
    );
  });

  test('never rests on that day where another day is not known, and a text that ends nothing over it tells no such day', async () => {
    const bytes = new TextEncoder().encode('云雀存储协议\n\n1. 费用\n1.1 逾期付款的，每日按欠款的0.1%支付违约金。\n');
    const { sourceId } = (await app.handlers['import.bytes']({ name: 'terms.txt', bytes })) as { sourceId: string };
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '云雀存储协议' }] });
    const own = app.agreement('云雀存储协议');
    agreementId = own.id;
    app.conclude(own.versions[0] ?? '');
    save({ settlementDay: '2026-11-03', ends: '2027-06-30' });
    const told = await lines();
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['payment', 'renewal']);
    for (const { date, why } of told) if (date === undefined) expect(say(why, 'zh')).not.toContain('您填写的日期');
  });
});

describe('payments in part', () => {
  test('lower the late fee from their day, and count as paid', () => {
    // 36 000.00 for 2 days, 26 000.00 for 18 days: (72 000 + 468 000) × 2‰ = 1 080.00.
    save({ settlementDay: '2026-11-03', payments: [{ on: '2026-11-05', amount: '１０，０００' }] });
    expect(figure('lateDays')).toBe('20');
    expect(figure('lateFee')).toBe('1080.00');
    expect(figure('lateTotal')).toBe('27080.00');
    expect(steps('lateFee')).toContain('26000.00 × 18');
    expect(view()).toMatchObject({ paid: '10000.00', payments: [{ on: '2026-11-05', amount: '10000.00' }] });
    expect(view()).not.toHaveProperty('settledOn');
    // Twice what was paid.
    expect(figure('damages')).toBe('20000.00');
  });

  test('that reach the amount settle the order on their last day', async () => {
    const payments = [
      { on: '2026-11-09', amount: '26000.00' },
      { on: '2026-11-05', amount: '10000.00' },
    ];
    save({ settlementDay: '2026-11-03', payments });
    // 36 000 × 2 + 26 000 × 4 = 176 000; × 2‰ = 352.00.
    expect(figure('lateFee')).toBe('352.00');
    expect(view()).toMatchObject({ settledOn: '2026-11-09', paid: '36000.00' });
    expect(figure('terminationFrom')).toBeUndefined();
    expect(view()?.payments?.map(({ on }) => on)).toEqual(['2026-11-05', '2026-11-09']);
    const { lines } = await app.handlers['agenda.list']({});
    expect(lines.filter(({ kind }) => kind === 'overdue' || kind === 'termination').map(({ state }) => state)).toEqual(
      lines.filter(({ kind }) => kind === 'overdue' || kind === 'termination').map(() => 'done'),
    );
  });

  test('and the rest paid in full count to the day of the rest', () => {
    save({ settlementDay: '2026-11-03', payments: [{ on: '2026-11-05', amount: '10000' }], paidOn: '2026-11-06' });
    // 36 000 × 2 + 26 000 × 1 = 98 000; × 2‰ = 196.00.
    expect(figure('lateFee')).toBe('196.00');
    expect(view()).toMatchObject({ settledOn: '2026-11-06', paid: '36000.00' });
  });

  test('that are more than the amount leave a credit balance, after the late fee that they go on first', () => {
    const { orderId } = save({ payments: [{ on: '2026-11-01', amount: '36500' }] });
    expect(figure('balance')).toBe('500.00');
    // Due on the 3rd, paid on the 5th: 36 000 × 2‰ × 2 = 144.00 of the 500 settle it (article 561).
    save({ settlementDay: '2026-11-03', payments: [{ on: '2026-11-05', amount: '36500' }] }, orderId);
    expect(figure('lateFee')).toBe('144.00');
    expect(figure('balance')).toBe('356.00');
    save({ payments: [{ on: '2026-11-01', amount: '36000' }] }, orderId);
    expect(figure('balance')).toBeUndefined();
  });
});

describe('instalments', () => {
  const dues = [
    { on: '2026-10-13', amount: '12000' },
    { on: '2026-11-13', amount: '12000' },
    { on: '2026-12-13', amount: '12000' },
  ];

  test('each have their own day; what is paid goes on what fell due first', () => {
    // By 23 November: the first for 31 days to its payment, the second for 10 days.
    save({ dues, payments: [{ on: '2026-11-13', amount: '12000' }] });
    // 12 000 × 31 × 2‰ = 744.00 and 12 000 × 10 × 2‰ = 240.00.
    expect(figure('lateFee')).toBe('984.00');
    // Of the one that is not paid.
    expect(figure('lateDays')).toBe('10');
    expect(figure('lateTotal')).toBe('12984.00');
    // The second is the first unpaid: forty days after 13 November.
    expect(figure('overdueLast')).toBe('2026-12-23');
    expect(figure('damages')).toBe('24000.00');
  });

  test('have their own term on the agenda', async () => {
    save({ dues });
    const { lines } = await app.handlers['agenda.list']({});
    expect(lines.map(({ id }) => id).filter((id) => id.includes('2026-10-13')).length).toBeGreaterThan(0);
    expect(lines.some(({ id }) => id.includes('2026-11-13'))).toBe(false);
  });

  test('that do not add up, or stand beside a settlement day, are refused', () => {
    expect(refusal(() => save({ dues: dues.slice(1) }))).toBe('order-dues-sum');
    expect(refusal(() => save({ dues, settlementDay: '2026-11-03' }))).toBe('order-two-days');
    // The form leads there.
    for (const wrong of [{ dues: dues.slice(1) }, { dues, settlementDay: '2026-11-03' }])
      expect(() => save(wrong)).toThrow(expect.objectContaining({ field: 'order.dues' }));
  });
});

test('a bill’s own time to pay runs from the day it was received', () => {
  const { choices } = app.handlers['rights.open']({ agreementId }) as ObligationsView;
  const instead = choices.find(({ kind }) => kind === 'payment-due')?.stated[0]?.id ?? '';
  void app.handlers['rights.correctFact']({
    ...{ agreementId, kind: 'payment-due', instead, value: '收到账单后 10 天', by: '王敏', reason: '框架协议' },
  });
  const { orderId } = save({ plan: 'prepaid', orderedOn: '2026-11-02' });
  expect(figure('payBy')).toMatchObject({ known: false, missing: [{ name: 'billed' }] });
  save({ plan: 'prepaid', orderedOn: '2026-11-02', billedOn: '2026-11-10' }, orderId);
  expect(figure('payBy')).toBe('2026-11-20');
  expect(steps('payBy')).toContain('王敏于 2026年11月23日');
});

test('a late fee at a published rate is counted by the rate that is typed, and not before', () => {
  void app.handlers['rights.correctFact']({
    ...{ agreementId, kind: 'late-fee', value: '按 LPR 的 2 倍', by: '王敏', reason: '框架协议' },
  });
  const { orderId } = save({ settlementDay: '2026-11-03' });
  expect(figure('lateFee')).toMatchObject({ known: false, missing: [{ name: 'referenceRate' }] });
  save({ settlementDay: '2026-11-03', referenceRate: '３.６５' }, orderId);
  // 36 000.00 × 7.3 % × 20 ÷ 365 = 144.00; ÷ 360 = 146.00.
  expect(figure('lateFee')).toMatchObject({ known: false, atLeast: '144.00', atMost: '146.00' });
  expect(refusal(() => save({ referenceRate: 'about three' }, orderId))).toBe('bad-number');
});

describe('whose order it is', () => {
  const company = async (name: string, creditCode = '') => {
    const input = { name, creditCode, address: '', legalRepresentative: '', contact: '', phone: '', email: '' };
    const more = { bank: '', bankAccount: '', signatory: '', signatoryRole: '' };
    return (await app.handlers['settings.saveCompany']({ company: { ...input, ...more } })).id;
  };
  const title = () => view()?.invoiceTitle;
  const ofAgreement = () => (app.handlers['rights.open']({ agreementId }) as ObligationsView).invoiceTitle;

  test('is not known of two companies until a person says so, of the agreement or of the order', async () => {
    const first = await company('甲公司');
    const { orderId } = save({});
    expect(title()).toMatchObject({ companyId: first, by: 'only' });
    const second = await company('乙公司');
    expect(title()).toBeUndefined();
    expect(ofAgreement()).toBeUndefined();
    await app.handlers['rights.chooseCompany']({ agreementId, companyId: second });
    expect(title()).toMatchObject({ companyId: second, name: '乙公司', by: 'agreement' });
    save({ companyId: first }, orderId);
    expect(title()).toMatchObject({ companyId: first, by: 'order' });
    expect(ofAgreement()).toMatchObject({ companyId: second });
    await app.handlers['rights.chooseCompany']({ agreementId });
    expect(ofAgreement()).toBeUndefined();
    expect(refusal(() => app.handlers['rights.chooseCompany']({ agreementId, companyId: 'nobody' }))).toBe('not-found');
  });

  test('goes into a letter that is started: never the first in the list', async () => {
    await company('甲公司');
    await company('乙公司');
    const letter = await app.handlers['letters.start']({ templateId: 'service-level-claim' });
    expect(letter).not.toHaveProperty('companyId');
    expect(JSON.stringify(letter.values)).not.toContain('甲公司');
  });
});
