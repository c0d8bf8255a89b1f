import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import type { LetterView } from '../../../../src-main/contract/letters.ts';
import type { MonthView, ObligationsView, OrderInput } from '../../../../src-main/contract/rights.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

/** What one version says; each gives other numbers, so that a figure tells which version it rests on. */
interface Terms {
  readonly credit: number;
  readonly claims: number;
  readonly pay: number;
  readonly lead: number;
  readonly perMille: number;
  readonly overdue: number;
  readonly invoice: number;
  readonly notice: number;
  readonly partMonth: string;
}

const FIRST: Terms = {
  ...{ credit: 15, claims: 2, pay: 7, lead: 10, perMille: 1, overdue: 30, invoice: 10, notice: 30 },
  partMonth: '不足一个月的按一个月计算',
};
const SECOND: Terms = {
  ...{ credit: 0, claims: 1, pay: 3, lead: 20, perMille: 2, overdue: 15, invoice: 20, notice: 5 },
  partMonth: '不足一个月的按实际使用天数计算',
};
const TITLE = '示例专线服务等级协议';

const text = (terms: Terms): string => `${TITLE}

服务提供方：示例云网有限公司

一、可用性
1.1 月度可用性不低于99.95%。

月度可用性	赔偿
低于99.95%	月度服务费的${terms.credit}%

1.2 客户应在相关月份结束后${terms.claims}个月内提出赔偿申请，逾期不予受理。
二、费用
2.1 您应在下单后${terms.pay}天内付款，逾期订单失效。
2.2 需要续费的，应在服务期满前${terms.lead}日支付续费款项。
2.3 逾期付款的，每逾期一日按应付未付金额的千分之${terms.perMille === 1 ? '一' : '二'}支付违约金。
2.4 逾期超过${terms.overdue}日的，服务商有权终止服务。
2.5 ${terms.partMonth}。
2.6 先付费业务，次月${terms.invoice}日起开具增值税普通发票。
三、变更
3.1 服务商可提前${terms.notice}天以公告方式通知您修改本协议。您继续使用的，视为接受修改。
`;

let app: AppUnderTest;
let agreementId: string;
let versions: readonly string[];

async function importText(words: string): Promise<void> {
  const bytes = new TextEncoder().encode(words);
  const outcome = await app.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  const known = app.store.agreements.agreements().find(({ title }) => title === TITLE)?.id;
  await app.handlers['import.confirm']({
    sourceId: outcome.sourceId,
    documents: [{ index: 0, title: TITLE, ...(known === undefined ? {} : { agreementId: known }) }],
  });
}

const OCTOBER = '2026-10';
const ORDER: OrderInput = {
  ...{ service: '专线', number: '', plan: 'prepaid', orderedOn: '2026-10-09', amount: '36000.00', months: 12 },
  // It is unpaid, and what is tested is what it would owe.
  servedAnyway: true,
  ...{ starts: '2025-10-15', endedOn: '2026-10-20', settlementDay: '2026-10-12', invoiceType: 'ordinary', note: '' },
};

beforeEach(async () => {
  app = new AppUnderTest();
  app.now = new Date('2026-10-01T02:00:00.000Z');
  await importText(text(FIRST));
  await importText(text(SECOND));
  ({ id: agreementId, versions } = app.agreement(TITLE));
  app.now = new Date('2026-11-02T02:00:00.000Z');
  await app.handlers['rights.pasteOutages']({ agreementId, text: '2026-10-03 09:00,2026-10-03 19:00' });
  await app.handlers['rights.setMonthFee']({ agreementId, month: OCTOBER, fee: { fee: '1000.00' } });
  await app.handlers['rights.saveOrder']({ agreementId, order: ORDER });
});
afterEach(() => app.end());

const month = (): MonthView => app.handlers['rights.month']({ agreementId, month: OCTOBER }) as MonthView;
const open = (): ObligationsView => app.handlers['rights.open']({ agreementId }) as ObligationsView;

/** All figures of October, and of the order and the notice of that month, with the text they rest on. */
async function figures(noticeId: string) {
  const { basis: ofMonth, level, window } = month();
  const [order] = open().orders;
  // Whether the text stands today is no figure of then.
  const { stands: _now, ...basis } = ofMonth;
  const { stands: _today, ...ofOrder } = order?.basis ?? ofMonth;
  const notice = app.handlers['notices.open']({ noticeId }) as NoticeView;
  const agenda = await app.handlers['agenda.list']({});
  return {
    month: { basis, window, credit: level.credit, tier: level.tier, claim: level.claim },
    order: { basis: ofOrder, figures: order?.figures, invoices: order?.invoices.map(({ dates }) => dates) },
    notice: { basis: notice.basis, clock: notice.clock },
    agenda: agenda.lines.filter(({ id }) => /^(?:claim|order):/u.test(id)).map(({ id, date }) => [id, date]),
  };
}

const register = (): string =>
  (
    app.handlers['notices.register']({
      ...{ agreementId, kind: 'change', channel: 'site', sent: '2026-10-20', announcedEffective: '2026-11-20' },
      newVersionId: versions[1],
    }) as NoticeView
  ).id;

const ACCEPTANCES: readonly (readonly [string, () => unknown])[] = [
  [
    'concluded',
    () => {
      app.conclude(versions[1] ?? '', '2026-11-02');
    },
  ],
  [
    'ordered',
    () =>
      app.handlers['review.conclude']({
        by: '陈远',
        answers: [{ versionId: versions[1] ?? '', conclusion: { kind: 'made', how: 'ordered', on: '2026-11-01' } }],
      }),
  ],
];

describe('October, its order and its notice', () => {
  test('a credit of 150.00 is not turned into nothing by accepting another text in November', () => {
    app.conclude(versions[0] ?? '');
    expect(month().level.credit).toMatchObject({ known: true, value: '150.00' });
    app.now = new Date('2026-11-23T02:00:00.000Z');
    app.conclude(versions[1] ?? '', '2026-11-05');
    expect(month().basis).toMatchObject({ ordinal: 1, by: 'accepted' });
    expect(open().basis).toMatchObject({ ordinal: 2, by: 'accepted' });
    expect(month().level.credit).toMatchObject({ known: true, value: '150.00' });
  });

  describe.each(ACCEPTANCES)('are the same after a later text was %s', (_, accept) => {
    test.each(['stood then', 'ended before', 'was chosen', 'never stood'])('where a text %s', async (how) => {
      if (how === 'stood then' || how === 'ended before') app.conclude(versions[0] ?? '');
      if (how === 'ended before')
        await app.handlers['review.endStanding']({
          ...{ versionId: versions[0] ?? '', by: '陈远', from: '2026-09-01', why: 'terminated' },
        });
      if (how === 'was chosen') await app.handlers['rights.chooseText']({ agreementId, versionId: versions[0] });
      const noticeId = register();
      const before = await figures(noticeId);
      accept();
      expect(await figures(noticeId)).toEqual(before);
    });
  });

  test('the claim and its letter go by the text of the month', async () => {
    app.conclude(versions[0] ?? '');
    app.conclude(versions[1] ?? '', '2026-11-01');
    const { letterId } = await app.handlers['rights.claim']({ agreementId, month: OCTOBER });
    const { values } = app.handlers['letters.open']({ letterId }) as LetterView;
    expect(values).toMatchObject({ amount: '150.00' });
    // A text that says nothing of itself is named by its title: when it was obtained is no matter of the month claimed for.
    expect(values['agreementVersion']).toBeUndefined();
    expect(JSON.stringify(values)).toContain('15%');
  });

  test('an order of the day before another text came to stand goes by the one of its day, invoices too', () => {
    app.conclude(versions[0] ?? '');
    const before = open().orders[0];
    app.conclude(versions[1] ?? '', '2026-10-21');
    const after = open().orders[0];
    expect(after?.basis.ordinal).toBe(1);
    expect(after?.invoices).toEqual(before?.invoices);
    expect(after?.invoices[0]?.dates.issue.agreement).toMatchObject({ known: true, value: '2026-11-10' });
    expect(month().basis.ordinal).toBe(2);
  });
});

describe('what a person says of a fact', () => {
  const correct = (value: string, more: object = {}) =>
    app.handlers['rights.correctFact']({
      ...{ agreementId, kind: 'late-fee', value, by: '王敏', reason: '订购单' },
      ...more,
    });
  const lateFee = () => open().orders[0]?.figures.find(({ name }) => name === 'lateFee')?.answer;

  test('counts for the version it was said of: neither for an earlier month nor for a later text', () => {
    app.conclude(versions[0] ?? '');
    app.conclude(versions[1] ?? '', '2026-11-01');
    const before = lateFee();
    void correct('每日千分之五');
    expect(lateFee()).toEqual(before);
    const [said] = open().said;
    expect(said).toMatchObject({ ordinal: 2 });
    expect(said).not.toHaveProperty('unused');
    void correct('每日千分之六', { versionId: versions[0] });
    expect(lateFee()).not.toEqual(before);
    expect(open().said[1]).toMatchObject({ ordinal: 1, unused: 'other-version' });
    expect(() => correct('每日千分之六', { versionId: 'another' })).toThrow(/not-found/u);
  });
});

describe('what another agreement says', () => {
  const vat = (): ObligationsView['orders'][number]['invoices'][number]['vat'] | undefined =>
    open().orders[0]?.invoices[0]?.vat;

  test('counts only by the person’s choice, whoever its provider is', async () => {
    const other = `示例云服务条款

服务提供方：示例云网有限公司

一、发票
1.1 增值税税率为6%。
`;
    const bytes = new TextEncoder().encode(other);
    const outcome = await app.handlers['import.bytes']({ name: 'other.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '示例云服务条款' }] });
    const id = app.agreement('示例云服务条款').id;
    expect(open().companions).toEqual([]);
    expect(open().candidates.map((each) => each.agreementId)).toContain(id);
    expect(vat()).toMatchObject({ known: false });
    await app.handlers['rights.companions']({ agreementId, agreementIds: [id] });
    expect(vat()).toMatchObject({ known: true, value: { rate: 6 } });
  });

  test('on ending after a long outage is offered where the provider states it elsewhere, and counts once it is chosen', async () => {
    const provider = open().provider ?? '';
    const other = `示例对象存储协议\n\n服务提供方：${provider}\n\n一、解除\n1.1 服务连续中断超过72小时的，客户可以解除协议。\n`;
    const bytes = new TextEncoder().encode(other);
    const outcome = await app.handlers['import.bytes']({ name: 'other.txt', bytes });
    const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
    await app.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '示例对象存储协议' }] });
    const { id } = app.agreement('示例对象存储协议');
    const said = (): number => open().facts.find(({ kind }) => kind === 'outage-termination-hours')?.values.length ?? 0;
    expect(said()).toBe(0);
    expect(open().termOffers).toMatchObject([
      {
        agreementId: id,
        title: '示例对象存储协议',
        clause: { number: '1.1', quote: expect.stringContaining('72') as string },
      },
    ]);
    await app.handlers['library.archive']({ agreementIds: [id], away: true });
    expect(open().termOffers).toEqual([]);
    await app.handlers['library.archive']({ agreementIds: [id], away: false });
    await app.handlers['rights.companions']({ agreementId, agreementIds: [id] });
    expect(said()).toBe(1);
    expect(open().termOffers).toEqual([]);
  });
});
