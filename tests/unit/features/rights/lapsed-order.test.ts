import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { ObligationsView, OrderInput } from '../../../../src-main/contract/rights.ts';
import type { OrderLapse } from '../../../../src-main/contract/rights/orders.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let app: AppUnderTest;
let agreementId: string;

// Ordered 3 November and kept five days: it may be paid on the 8th, a Sunday, and can be argued for on Monday the 9th. Void on the 10th.
const TEXT = `青禾专线服务协议

1. 订购
1.1 您付款之后，服务商开始提供服务。下单后未付款的，订单为您保留5天，5天届满仍未付款的，订单失效。
1.2 服务期满前10天内应支付续费款项。
1.3 先付费服务发生后，您可以实时提交开票申请。
2. 结算
2.1 逾期付款的，每日按欠款的0.1%支付违约金。
2.2 逾期付款超过30天的，服务商可以终止服务。
`;

beforeEach(async () => {
  app = await AppUnderTest.withSamples();
  const { sourceId } = (await app.handlers['import.bytes']({
    name: 'terms.txt',
    bytes: new TextEncoder().encode(TEXT),
  })) as { sourceId: string };
  await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '青禾专线服务协议' }] });
  const own = app.agreement('青禾专线服务协议');
  agreementId = own.id;
  app.conclude(own.versions[0] ?? '');
});
afterEach(() => app.end());

const ORDER: OrderInput = {
  ...{ service: '专线', number: 'QH-7', plan: 'prepaid', orderedOn: '2026-11-03', amount: '8000', note: '' },
  ...{ settlementDay: '2026-11-12', starts: '2026-11-03', ends: '2027-11-02', invoiceType: 'ordinary' },
};
const save = (more: Partial<OrderInput> = {}) =>
  app.handlers['rights.saveOrder']({ agreementId, order: { ...ORDER, ...more } });
const view = () => (app.handlers['rights.open']({ agreementId }) as ObligationsView).orders[0];
const names = () => view()?.figures.map(({ name }) => name) ?? [];
const agenda = async () => {
  const { lines } = await app.handlers['agenda.list']({});
  return lines.filter(({ title }) => say(title, 'zh').includes('QH-7')).map(({ kind }) => kind);
};

describe('a prepaid order that lapsed unpaid', () => {
  test('owes nothing, is not renewed and has no invoice, and says why with both clauses', async () => {
    void save();
    const lapsed = view()?.lapsed;
    expect(lapsed?.on).toBe('2026-11-10');
    expect(lapsed?.steps.map(({ clause }) => clause?.number)).toEqual(['1.1', '2.1']);
    expect(lapsed?.steps[0]?.clause?.quote).toContain('订单失效');
    for (const name of ['lateDays', 'lateFee', 'lateTotal', 'renewBy', 'terminationFrom', 'overdueLast'])
      expect(names()).not.toContain(name);
    expect(await agenda()).toEqual([]);
  });

  test('owes and is renewed where the person says that it was served all the same', async () => {
    void save({ servedAnyway: true });
    expect(view()).not.toHaveProperty('lapsed');
    expect(names()).toEqual(expect.arrayContaining(['lateDays', 'lateFee', 'renewBy', 'terminationFrom']));
    expect(await agenda()).toEqual(expect.arrayContaining(['renewal', 'overdue']));
  });

  test('is none once something was paid', () => {
    void save({ paidOn: '2026-11-06' });
    expect(view()).not.toHaveProperty('lapsed');
  });

  test('is told of before it is kept, with the words on both sides', () => {
    const asked = { agreementId, orderedOn: '2026-11-03', service: '专线' };
    const lapse = app.handlers['rights.orderLapse'](asked) as OrderLapse | undefined;
    expect(lapse).toMatchObject({ on: '2026-11-10', kept: { number: '1.1' }, late: { number: '2.1' } });
  });
});

describe('an invoice of a prepaid order whose text has the payment come first', () => {
  const ask = () => view()?.invoices[0]?.dates.ask.agreement;

  test('cannot be asked for before the payment, and can from its day', () => {
    void save({ orderedOn: '2026-11-28' });
    expect(ask()).toMatchObject({ known: false, missing: [{ what: 'input', name: 'paid' }] });
    void save({ paidOn: '2026-11-06' });
    const paid = (app.handlers['rights.open']({ agreementId }) as ObligationsView).orders.find((o) => o.paidOn);
    expect(paid?.invoices[0]?.dates.ask.agreement).toMatchObject({ known: true, value: '2026-11-06' });
  });
});
