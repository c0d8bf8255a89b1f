import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { OrderView } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const TITLE = '青禾数据交换服务协议';
let desk: AppUnderTest;
beforeEach(() => {
  desk = new AppUnderTest();
  desk.now = new Date('2026-11-30T02:00:00.000Z');
});
afterEach(() => desk.end());

const BILLED = { billedOn: '2026-10-01' };

/** An order of 3 000 yuan billed on 1 October and settled on the 31st, under an agreement that says this of paying. */
async function ordered(paying: string, billed: { billedOn?: string } = BILLED): Promise<OrderView | undefined> {
  const words = `${TITLE}\n\n服务提供方：青禾网络有限公司\n\n第一条 费用\n1.1 ${paying}逾期付款的，每逾期一日按逾期金额的万分之五支付违约金。\n`;
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes: new TextEncoder().encode(words) });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title: TITLE }] });
  const { id: agreementId, versions } = desk.agreement(TITLE);
  desk.conclude(versions[0] ?? '');
  void desk.handlers['rights.saveOrder']({
    agreementId,
    order: {
      ...{ service: '数据交换', number: 'Q-1', plan: 'postpaid', amount: '3000', note: '', invoiceType: 'ordinary' },
      ...{ orderedOn: '2026-10-01', settlementDay: '2026-10-31', ...billed },
    },
  });
  return (await desk.handlers['rights.open']({ agreementId })).orders[0];
}

const figure = (order: OrderView | undefined, name: string): string | undefined => {
  const answer = order?.figures.find((each) => each.name === name)?.answer;
  return answer?.known ? answer.value : answer && 'unknown';
};

test('a post-paid order of which it is not known when it falls due is not overdue, whenever it was settled', async () => {
  const order = await ordered('甲方按月支付服务费。');
  expect(figure(order, 'payBy')).toBe('unknown');
  expect([figure(order, 'lateDays'), figure(order, 'lateFee')]).toEqual([undefined, undefined]);
  const { lines } = await desk.handlers['agenda.list']({});
  expect(lines.filter(({ kind }) => kind === 'overdue' || kind === 'termination')).toEqual([]);
});

test('it is overdue from the last day to pay by its text, and does not lapse where no text says so', async () => {
  const order = await ordered('甲方应在收到账单后10日内付款。');
  // 50 days from 11 October to 30 November, 3 000 yuan at 0.05 % a day.
  expect(figure(order, 'payBy')).toBe('2026-10-11');
  expect([figure(order, 'lateDays'), figure(order, 'lateFee')]).toEqual(['50', '75.00']);
  // 11 October is a Sunday: by the Monday it is a day less.
  const steps = order?.figures.find(({ name }) => name === 'lateFee')?.answer.steps ?? [];
  expect(steps.map(({ text }) => say(text, 'zh')).join()).toContain('逾期 49 天，违约金 73.50 元');
  const { lines } = await desk.handlers['agenda.list']({});
  const line = lines.find(({ kind }) => kind === 'payment');
  expect(line).toMatchObject({ state: 'overdue', date: '2026-10-11' });
  expect(line && say(line.ifMissed, 'zh')).not.toContain('失效');
});

test('it is overdue from the day of the month that its text names, which no bill has to tell', async () => {
  const order = await ordered('甲方应于每月10日前支付上月服务费。');
  expect(figure(order, 'payBy')).toBe('2026-10-09');
  // 51 days from 11 October to 30 November, 3 000 yuan at 0.05 % a day.
  expect([figure(order, 'lateDays'), figure(order, 'lateFee')]).toEqual(['51', '76.50']);
  const { lines } = await desk.handlers['agenda.list']({});
  expect(lines.find(({ kind }) => kind === 'payment')).toMatchObject({ state: 'overdue', date: '2026-10-09' });
});

test('settled and without its bill it falls due by the next such day', async () => {
  const order = await ordered('Fees shall be paid by the 10th day of each month. ', {});
  // Settled on 31 October; 20 days from 11 to 30 November.
  expect([figure(order, 'payBy'), figure(order, 'lateDays')]).toEqual(['2026-11-10', '20']);
});

test('without its bill it is not due before the time to pay after the month was settled, and may be overdue since', async () => {
  const order = await ordered('甲方应在收到账单后10日内付款。', {});
  const answerOf = (name: string): unknown => order?.figures.find((each) => each.name === name)?.answer;
  expect(answerOf('payBy')).toMatchObject({ known: false, notBefore: '2026-11-10', missing: [{ name: 'billed' }] });
  // At most 20 days of 3 000 yuan at 0.05 %.
  expect(answerOf('lateFee')).toMatchObject({ known: false, atLeast: '0.00', atMost: '30.00' });
  expect(answerOf('lateTotal')).toMatchObject({ known: false, atLeast: '3000.00', atMost: '3030.00' });
  const { lines } = await desk.handlers['agenda.list']({});
  const line = lines.find(({ kind }) => kind === 'payment');
  expect(line).toMatchObject({ state: 'perhaps', notBefore: '2026-11-10', missing: [{ name: 'billed' }] });
  expect(lines.indexOf(line ?? lines[0]!)).toBe(lines.findIndex(({ state }) => state !== 'overdue'));
});

test('where its text has it paid by two rules, both are offered with their words, and the one that is picked gives the day', async () => {
  const order = await ordered('甲方应在收到账单后10日内付款。甲方应自发票开具之日起25日内付款。');
  expect(figure(order, 'payBy')).toBe('unknown');
  const payBy = order?.figures.find(({ name }) => name === 'payBy')?.answer;
  expect(payBy).toMatchObject({ notBefore: '2026-10-11', notAfter: '2026-10-26' });
  const days = order?.paymentRules.map(({ due }) => due.known && due.value);
  expect(days).toEqual(['2026-10-11', '2026-10-26']);
  expect(order?.paymentRules[1]?.clause.quote).toContain('25日');
  const [orderId, rule] = [order?.id ?? '', order?.paymentRules[1]?.rule ?? ''];
  void desk.handlers['rights.pickPaymentRule']({ orderId, rule });
  const { id: agreementId } = desk.agreement(TITLE);
  const picked = (await desk.handlers['rights.open']({ agreementId })).orders[0];
  expect(figure(picked, 'payBy')).toBe('2026-10-26');
  expect(picked?.paymentRules.map((each) => each.picked)).toEqual([false, true]);
  const { lines } = await desk.handlers['agenda.list']({});
  expect(lines.filter(({ kind }) => kind === 'payment').map(({ date }) => date)).toEqual(['2026-10-26']);
});
