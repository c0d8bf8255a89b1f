import { expect, test } from 'vitest';
import type { Answer, Deadline } from '../../../src-main/term/answer.ts';
import { lateFeeOf } from '../../../src-main/term/fees/late-fee.ts';
import { liabilityCap } from '../../../src-main/term/fees/liability-cap.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../../src-main/term/fees/orders.ts';
import { noticeClock } from '../../../src-main/term/notice/notice-clock.ts';
import { renewalOf } from '../../../src-main/term/renewal/renewal.ts';
import { serviceLevel } from '../../../src-main/term/service/service-level.ts';
import { basisOfText } from './basis-of-text.ts';

/** The safe day; the bounds in brackets where it is not known. */
function days(end: Answer<Deadline>): string {
  return end.known ? end.value.safe : `unknown [${end.notBefore ?? ''}…${end.notAfter ?? ''}]`;
}
function value(answer: Answer<unknown>): string {
  if (answer.known) return String(answer.value);
  return answer.atLeast === undefined && answer.atMost === undefined
    ? 'unknown'
    : `unknown [${answer.atLeast ?? ''}…${answer.atMost ?? ''}]`;
}

/** Asked of every text alike: a notice of 2 March 2026, a term from 1 April 2026, an order of 2 March, a bill of 10 March. */
const ASKED = {
  notice: (basis) =>
    days(
      noticeClock(basis, { kind: 'change', channel: 'email', sent: '2026-03-02', received: '2026-03-02' }).periodEnds,
    ),
  price: (basis) =>
    days(noticeClock(basis, { kind: 'fee', channel: 'email', sent: '2026-03-02', received: '2026-03-02' }).periodEnds),
  ends: (basis) => days(renewalOf(basis, { on: '2026-06-01', starts: '2026-04-01' }).end),
  cancel: (basis) => days(renewalOf(basis, { on: '2026-06-01', starts: '2026-04-01' }).cancelBy),
  order: (basis) => days(paymentDue(basis, '2026-03-02').due),
  bill: (basis) => days(paymentDue(basis, '2026-03-02', '2026-03-10').due),
  renew: (basis) => value(renewalDue(basis, '2027-03-31')),
  overdue: (basis) => days(overdueTermination(basis, '2026-03-10').from),
  // 20 days late: the 11th to the 30th.
  late: (basis) => {
    const late = lateFeeOf(basis, { amount: '10000.00', settlementDay: '2026-03-10', until: '2026-03-30' });
    return late.known ? late.value.fee : value(late);
  },
  // 500 minutes of September leave 98.84 %, a fee of 1 000.
  credit: (basis) =>
    value(serviceLevel(basis, { month: '2026-09', downtime: { minutes: 500 }, fee: { fee: '1000.00' } }).credit),
  closes: (basis) => days(serviceLevel(basis, { month: '2026-09', downtime: { minutes: 500 } }).claim.closes),
  cap: (basis) => value(liabilityCap(basis, { monthFee: '1000.00', yearFee: '12000.00', paid: '7000.00' })),
} satisfies Readonly<Record<string, (basis: ReturnType<typeof basisOfText>) => string>>;

type Asked = keyof typeof ASKED;

test.each<readonly [readonly string[], Partial<Record<Asked, string>>]>([
  [['甲方调整本条款的，须在新条款施行前二十日以电子邮件告知客户。'], { notice: '2026-03-22' }],
  [['本合同期限两年，届满前四十五日内双方均未书面表示不续的，自动顺延一年。'], { ends: '2028-03-31' }],
  [
    ['合同有效期壹年。任何一方不再续约的，应至少提前叁拾日书面通知对方，否则合同自动续展一年。'],
    { ends: '2027-03-31', cancel: '2027-03-01' },
  ],
  [
    [
      '账单送达客户后十五日内，客户应付清全部款项。',
      '逾期的，按逾期金额每日万分之三计收违约金，累计不超过逾期金额的5%。',
    ],
    { bill: '2026-03-25', late: '60.00' },
  ],
  [['未在下单后48小时内付款的，订单自动取消。'], { order: '2026-03-03' }],
  [['逾期付款的，自逾期之日起每日按未付款项的千分之一支付滞纳金，滞纳金总额以100元为限。'], { late: '100.00' }],
  [['客户拖欠费用满六十日的，服务商可以解除合同。'], { overdue: '2026-05-10' }],
  [
    [
      '月度可用性不低于99.9%。',
      '低于99.9%但不低于99%的，返还当月服务费的百分之五；低于99%的，返还当月服务费的百分之二十五，但返还总额不超过当月服务费的百分之二十。',
    ],
    { credit: '200.00' },
  ],
  // Before a day: whether that day itself is in time is open, so that the day before it is the safe one.
  [
    ['月度可用性不低于99.95%，未达到的，赔偿当月服务费的15%。', '客户应在次月二十日前提出赔偿申请，逾期视为放弃。'],
    { credit: '150.00', closes: '2026-10-19' },
  ],
  [
    ['月度可用性不低于99.9%。低于99.9%的，赔偿当月服务费的10%。', '赔偿申请应于故障所在月份结束后三十个自然日内提出。'],
    { credit: '100.00', closes: '2026-10-30' },
  ],
  [['服务商在本合同项下承担的赔偿责任总额不超过客户已支付费用的两倍。'], { cap: '14000.00' }],
  [['任何情况下，服务商的责任上限为人民币贰拾万元整。'], { cap: '200000.00' }],
  [['涨价须提前60日以邮件通知。'], { price: '2026-05-01' }],
  [['费用于每季度首月15日前支付。', '逾期按日支付未付金额0.5‰的违约金。'], { bill: '2026-04-14', late: '100.00' }],
  [['如需续费，请于服务期满前十五日完成支付。'], { renew: '2027-03-16' }],

  [['We may amend these terms on twenty-one (21) days written notice sent by email.'], { notice: '2026-03-23' }],
  // Sixty days that end with 31 March of a leap year: 31 of March, 29 of February; the day before them is the last one.
  [
    [
      'The initial term is twenty-four months. It renews for successive twelve-month terms unless either party gives at least sixty (60) days notice of non-renewal before the term expires.',
    ],
    { ends: '2028-03-31', cancel: '2028-01-31' },
  ],
  [['This agreement has a term of one year and does not renew automatically.'], { ends: '2027-03-31' }],
  [
    [
      'Invoices are payable within forty-five (45) days of the invoice date.',
      'Overdue amounts accrue interest at 0.1% per day, up to a maximum of 1% of the overdue amount.',
    ],
    { bill: '2026-04-24', late: '100.00' },
  ],
  [['Fees are due net 30 from receipt of invoice.'], { bill: '2026-04-09' }],
  [['The customer shall pay by the 25th day of each month.'], { bill: '2026-03-25' }],
  [
    ['If any undisputed amount is more than 30 days overdue, Provider may terminate this agreement.'],
    { overdue: '2026-04-10' },
  ],
  [
    [
      'The monthly uptime is at least 99.9%.',
      'If uptime is below 99.9% but at least 99%, the credit is 10% of the monthly fee; if it is below 99%, the credit is 50% of the monthly fee. Credits in any month shall not exceed 30% of the monthly fee.',
    ],
    { credit: '300.00' },
  ],
  [
    [
      'The monthly uptime is at least 99.5%. If it is missed, Customer receives a credit of 20% of the monthly fee.',
      'Customer must request a credit within 15 days after the end of the month.',
    ],
    { credit: '200.00', closes: '2026-10-15' },
  ],
  // Fees paid, and not the fees of a year: 7 000 were paid.
  [
    [
      'The total liability of Provider shall not exceed fifty percent (50%) of the fees paid in the twelve months before the claim.',
    ],
    { cap: '3500.00' },
  ],
  [
    ['Provider will notify Customer of any price increase at least ninety days in advance by email.'],
    { price: '2026-05-31' },
  ],
  [['Late payments bear interest at eighteen percent (18%) per annum, computed on a 365-day year.'], { late: '98.63' }],
  [['Late payments bear interest at the rate of 1% per month or part of a month.'], { late: '100.00' }],
  [['The liability of either party is limited to the greater of EUR 5,000 and the fees paid.'], { cap: 'unknown' }],
  [
    ['To renew, Customer must pay the renewal fee no later than 10 days before the term expires.'],
    { renew: '2027-03-21' },
  ],
])('%j', (texts, expected) => {
  const basis = basisOfText(...texts);
  const found = Object.fromEntries(Object.keys(expected).map((name) => [name, ASKED[name as Asked](basis)]));
  expect(found).toEqual(expected);
});

// The same kinds in other words.
test.each<readonly [readonly string[], Partial<Record<Asked, string>>]>([
  [['本合同为期一年，到期不自动续约。'], { ends: '2027-03-31' }],
  [['This contract is concluded for a period of two years.'], { ends: '2028-03-31' }],
  [['本合同为期一年。甲方不续签本合同时，应提前60日通知乙方，否则本合同自动续签一年。'], { cancel: '2027-01-30' }],
  [['Late charges accrue at 0.05% per day, not to exceed 0.5% of the overdue amount.'], { late: '50.00' }],
  [['逾期的，按逾期金额每日0.1%支付违约金，总额不超过逾期金额的1%。'], { late: '100.00' }],
  [['Interest of 1.5% is charged for each month or part thereof.'], { late: '150.00' }],
  [['月度可用性不低于99.95%，如未能达到，服务商按当月服务费的15%赔偿，最高不超过当月服务费。'], { credit: '150.00' }],
  [
    ['月度可用性不低于99.9%。', '低于99.9%的，返还当月服务费的百分之五。', '客户应在次月15日前申请返还。'],
    { credit: '50.00', closes: '2026-10-14' },
  ],
])('%j', (texts, expected) => {
  const basis = basisOfText(...texts);
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, ASKED[name as Asked](basis)]))).toEqual(
    expected,
  );
});

// What is given back of the service, so many times the time that was lost, is owed to the customer and is no fee.
test.each([
  '因服务商原因导致服务不可用的，按不可用时间的10倍延长服务期限。',
  '服务中断的，服务商按中断时长的10倍赔偿客户。',
  'Customer receives extra service of ten times the length of the downtime.',
  'If the service is unavailable, Provider shall extend the term by ten times the length of the outage.',
])('%s', (text) => {
  const [{ facts } = { facts: [] }] = basisOfText(text).sources;
  expect(facts.map(({ kind, party, value }) => ({ kind, party, value }))).toEqual([
    { kind: 'lost-time-credit', party: 'provider', value: expect.objectContaining({ amount: 10, unit: 'times' }) },
  ]);
});

test.each([
  ['A notice given by notification in the Console is deemed received when it is shown.', 'message', 0],
  ['Notices posted in the console are deemed received on the second day after posting.', 'message', 2],
  ['A notice is deemed received 24 hours after it is posted on the site.', 'site', 24],
  ['Announcements on the site are deemed received seven days after they are published.', 'site', 7],
])('%s', (text, channel, delay) => {
  const [{ facts } = { facts: [] }] = basisOfText(text).sources;
  expect(facts.map(({ value }) => value)).toEqual([
    expect.objectContaining({ channel, delay: expect.objectContaining({ value: delay }) }),
  ]);
});
