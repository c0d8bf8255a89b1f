import { describe, expect, test } from 'vitest';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { formerShape } from '../../../../src-main/agreement/legacy-fact.ts';
import { documentOf, factsOf } from '../meaning.ts';

const values = (text: string): unknown[] => factsOf(text).map(({ kind, value }) => [kind, value]);

describe('values that a clause states', () => {
  test.each<[string, string, unknown]>([
    ['本规则如有修改，我们将提前三十（30）日公告。', 'change-notice-days', 30],
    ['修改后的条款自公示满7日后生效。', 'change-notice-days', 7],
    ['We will give you no less than fifteen (15) days’ notice of any change to these terms.', 'change-notice-days', 15],
    ['服务商可提前60日通知用户终止本协议。', 'termination-notice-days', 60],
    ["Either party may terminate upon 30 days' written notice.", 'termination-notice-days', 30],
    ['乙方应提前两个月书面通知甲方解除合同。', 'termination-notice-months', 2],
    ['我们可提前15日通知后将本协议项下的权利义务转让给关联公司。', 'assignment-notice-days', 15],
    ['客户应在收到账单后十日内付清。', 'payment-due-days', 10],
    ['Invoices are payable within forty-five days of the invoice date.', 'payment-due-days', 45],
    ['您应在服务期满前7天内续费。', 'renewal-lead-days', 7],
    ['因我方原因连续72小时无法使用的，您可终止服务。', 'outage-termination-hours', 72],
    ['服务连续中断三天的，用户可以解除合同。', 'outage-termination-hours', 72],
    ['逾期付款的，每日按欠款的3‰加收违约金。', 'late-fee-per-day', 3],
    ['逾期付款的，每逾期一日按万分之五支付滞纳金。', 'late-fee-per-day', 0.5],
    ['Overdue amounts bear interest at 0.05% per day.', 'late-fee-per-day', 0.5],
    ['欠费超过三十日的，运营商有权终止服务。', 'overdue-termination-days', 30],
    ['甲方转租的，应按已付费用的两倍赔偿。', 'damages-multiple', 2],
    ['以挂号信寄出的，交邮后第五个自然日视为送达。', 'paper-delivery-days', 5],
    ['增值税税率为6％。', 'vat-rate', 6],
    ['服务可用性不低于99.95%。', 'availability', 99.95],
    // What follows where the promise is not kept bounds no tier, and makes none of the promise.
    ['月度可用性不低于99.5%，如未能达到上述承诺，您可按第五条获得赔偿。', 'availability', 99.5],
    ['Uptime will be at least 99.5%; where we fail to meet this commitment, section 5 applies.', 'availability', 99.5],
    ['The monthly uptime percentage will be at least 99.9%.', 'availability', 99.9],
    ['可在每月第五（5）个工作日后申请上月赔偿。', 'claim-opens-working-day', 5],
    ['赔偿申请应在当月结束后两（2）个月内提出。', 'claim-closes-months', 2],
    ['客服热线：0571-88886666。', 'hotline', '0571-88886666'],
    ['本条款自2024年6月1日起生效。', 'effective-date', '2024-06-01'],
    ['由上海市黄浦区人民法院管辖。', 'court', '上海市黄浦区人民法院'],
    ['争议由北京互联网法院管辖。', 'court', '北京互联网法院'],
    ['Disputes are subject to the exclusive jurisdiction of the courts of Singapore.', 'court', 'courts of Singapore'],
    ['本协议适用中华人民共和国法律。', 'governing-law', '中华人民共和国法律'],
    [
      'This Agreement is governed by the laws of the State of Delaware.',
      'governing-law',
      'laws of the State of Delaware',
    ],
    ['我方的赔偿责任总额不超过您当月支付的费用。', 'liability-cap', '您当月支付的费用'],
    ['按下表赔偿，赔偿总额不超过当月服务费用：', 'liability-cap', '当月服务费用'],
    ['短信一经发送即视为送达。', 'electronic-delivery', '短信一经发送即视为送达'],
  ])('%s', (text, kind, value) => {
    expect(values(text)).toContainEqual([kind, value]);
  });

  test.each([
    ['我们提供7×24小时服务，如有修改另行通知。', 'a round-the-clock mark'],
    ['如联系方式变更，您应提前3日通知我们。', 'a duty of the customer'],
    ['系统维护将提前24小时或者3天通知。', 'a maintenance notice'],
    ['争议由有管辖权的人民法院管辖。', 'the competent court'],
    ['争议由服务商所在地人民法院管辖。', 'the court of a party’s seat'],
    ['Disputes go to the courts of your place of residence.', 'the court of a party’s seat'],
    ['单次请求不超过30天。', 'a technical limit'],
    ['我们不保证99.9%的可用性。', 'a promise that is refused'],
    ['Late amounts bear interest at 1.5% per month.', 'a monthly rate that is not turned into a daily one'],
    ['更新日期：2024年6月1日', 'a day of updating'],
  ])('%s states nothing: %s', (text) => {
    expect(values(text)).toEqual([]);
  });

  test('the quote is a part of the clause, letter for letter', () => {
    const text = '甲方逾期付款的，每日按 ３‰ 支付违约金；逾期三十日的，乙方有权解除合同。';
    const found = factsOf(text);
    expect(found.map((fact) => fact.kind)).toEqual(['late-fee-per-day', 'overdue-termination-days']);
    for (const fact of found) expect(text).toContain(fact.quote);
  });

  test('working days say so in their unit', () => {
    expect(factsOf('本规则修改的，提前10个工作日公告。')[0]).toMatchObject({ value: 10, unit: 'working day' });
  });

  test('a clause in two languages states a value once', () => {
    expect(values('本协议适用香港法律。This Agreement is governed by the laws of Hong Kong.')).toEqual([
      ['governing-law', '香港法律'],
    ]);
  });

  test('two statements are two facts', () => {
    expect(values('供电可用率不低于99.99%，网络可用率不低于99.9%。')).toEqual([
      ['availability', 99.99],
      ['availability', 99.9],
    ]);
  });

  test('the days of invoices know their plan and their month', () => {
    const text =
      '先付费订单：次月5日起开具增值税普通发票，次月10日起开具增值税专用发票。后付费订单：次次月5日起开具增值税普通发票。';
    expect(values(text)).toEqual([
      ['invoice-ordinary-day', { months: 1, day: 5, plan: 'prepaid' }],
      ['invoice-special-day', { months: 1, day: 10, plan: 'prepaid' }],
      ['invoice-ordinary-day', { months: 2, day: 5, plan: 'postpaid' }],
    ]);
  });

  test.each([
    [
      '先付费：增值税普通发票于次月5日起开具，增值税专用发票于次次月10日起开具。',
      [
        ['invoice-ordinary-day', { months: 1, day: 5, plan: 'prepaid' }],
        ['invoice-special-day', { months: 2, day: 10, plan: 'prepaid' }],
      ],
    ],
    [
      '后付费：专用发票在次次月8日开具，普通发票在次月3日开具。',
      [
        ['invoice-special-day', { months: 2, day: 8, plan: 'postpaid' }],
        ['invoice-ordinary-day', { months: 1, day: 3, plan: 'postpaid' }],
      ],
    ],
  ])('an invoice that is named before its day has that day: %s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test('a day of every month is one of the month that was named before it; each is of the invoice that its own words name', () => {
    const days = '专用发票在每月18日后开具，普通发票在每月6日后开具。';
    expect(values(`包年包月客户自付款次月起可以申请发票。${days}`)).toEqual([
      ['invoice-special-day', { months: 1, day: 18, plan: 'prepaid' }],
      ['invoice-ordinary-day', { months: 1, day: 6, plan: 'prepaid' }],
    ]);
    expect(values(`包年包月客户可以申请发票。${days}`)).toEqual([]);
  });

  test.each<[string, readonly (readonly [kind: string, months: number, day: number, plan: string])[]]>([
    [
      '普通发票：后付费资源，次次月6日起可以开具当月的发票。预付费资源，每月3日起可以开具上月的发票。',
      [
        ['invoice-ordinary-day', 2, 6, 'postpaid'],
        ['invoice-ordinary-day', 1, 3, 'prepaid'],
      ],
    ],
    [
      '专用发票：预付费，次月20日起可以申请；按量付费，次次月10日起可以申请。',
      [
        ['invoice-special-day', 1, 20, 'prepaid'],
        ['invoice-special-day', 2, 10, 'postpaid'],
      ],
    ],
    ['后付费客户可在每月20日起索取上个月账单的专用发票。', [['invoice-special-day', 1, 20, 'postpaid']]],
    [
      '后付费用户次次月6日起可申请普通发票、专用发票。预付费用户每月3日起开具上月的普通发票，专用发票每月5日起开具。',
      [
        ['invoice-ordinary-day', 2, 6, 'postpaid'],
        ['invoice-special-day', 2, 6, 'postpaid'],
        ['invoice-ordinary-day', 1, 3, 'prepaid'],
        ['invoice-special-day', 1, 5, 'prepaid'],
      ],
    ],
    // A sentence without a plan behind one that names both is of both.
    [
      '预付费客户的普通发票自次月5日起开具，后付费客户的普通发票自次次月6日起开具。专用发票自次月10日起开具。',
      [
        ['invoice-ordinary-day', 1, 5, 'prepaid'],
        ['invoice-ordinary-day', 2, 6, 'postpaid'],
        ['invoice-special-day', 1, 10, 'prepaid'],
        ['invoice-special-day', 1, 10, 'postpaid'],
      ],
    ],
    // Where others name their plans it is of both as well, and of none that they give a day of its own.
    [
      '普通发票自次月8日起开具。其中，后付费用户的专用发票于次次月6日后开具。',
      [
        ['invoice-ordinary-day', 1, 8, 'prepaid'],
        ['invoice-ordinary-day', 1, 8, 'postpaid'],
        ['invoice-special-day', 2, 6, 'postpaid'],
      ],
    ],
    [
      '专用发票自次月8日起开具。后付费用户的专用发票于次次月6日后开具。',
      [
        ['invoice-special-day', 1, 8, 'prepaid'],
        ['invoice-special-day', 2, 6, 'postpaid'],
      ],
    ],
    ['普通发票自次月8日起开具。', []],
    [
      '包年包月：次月10日起可开具普通发票，20日起可开具专用发票。',
      [
        ['invoice-ordinary-day', 1, 10, 'prepaid'],
        ['invoice-special-day', 1, 20, 'prepaid'],
      ],
    ],
    [
      '预付费与后付费客户的普通发票均自次月8日起开具。',
      [
        ['invoice-ordinary-day', 1, 8, 'prepaid'],
        ['invoice-ordinary-day', 1, 8, 'postpaid'],
      ],
    ],
    [
      '后付费资源自次次月6日起开具普通发票。预付费资源每月3日起开具普通发票。',
      [['invoice-ordinary-day', 2, 6, 'postpaid']],
    ],
    [
      'Ordinary invoices for postpaid services are issued from the 6th of the second month following. For prepaid services, ordinary invoices are issued from the 3rd of each month for the preceding month.',
      [
        ['invoice-ordinary-day', 2, 6, 'postpaid'],
        ['invoice-ordinary-day', 1, 3, 'prepaid'],
      ],
    ],
  ])('each day is of the plan and the month of its own words: %s', (text, expected) => {
    expect(values(text)).toEqual(expected.map(([kind, months, day, plan]) => [kind, { months, day, plan }]));
  });

  test('no plan, no value', () => {
    expect(values('次月5日起开具增值税普通发票。')).toEqual([]);
  });

  test('a table of tiers is quoted row by row', () => {
    const row = ['低于99.9%', '10%'];
    const base = documentOf([['3', '可用性\t赔偿\n低于99.9%\t10%']], 'sla');
    const document = { ...base, tables: [{ clause: '3', header: ['可用性', '赔偿'], rows: [row] }] };
    expect(facts(document, classify(document)).map((fact) => formerShape(fact))).toEqual([
      {
        kind: 'credit-tier',
        value: { below: 99.9, credit: 10 },
        unit: '%-of-monthly-fee',
        clause: '3',
        quote: '低于99.9%\t10%',
      },
    ]);
  });
});
