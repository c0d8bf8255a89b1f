import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { hoursInWords } from '../../../../src-main/agreement/quantity/hours-words.ts';
import { sameSeverity } from '../../../../src-main/agreement/quantity/severity.ts';
import { saidFact } from '../../../../src-main/agreement/said-fact.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const KINDS = new Set(['response', 'restore', 'support-hours', 'service-hours', 'support-credit']);

/** What is read of a support clause: kind, value with unit, severity. */
const told = (...lines: readonly string[]): readonly string[] =>
  (read(readText(['远岸托管服务等级协议', '', ...lines].join('\n'), 'utf-8')).documents[0]?.facts ?? [])
    .filter(({ kind }) => KINDS.has(kind))
    .map(({ kind, value, unit, scope }) =>
      [kind, typeof value === 'number' ? `${value} ${unit}` : JSON.stringify(value), scope?.['severity'] ?? '']
        .join(' ')
        .trim(),
    );

describe('times to respond and to restore', () => {
  test.each<readonly [string, readonly string[]]>([
    [
      '1.1 P1故障15分钟内响应，4小时内恢复；P2故障1小时内响应。',
      ['response 15 minute P1故障', 'restore 4 hour P1故障', 'response 1 hour P2故障'],
    ],
    ['1.1 紧急故障的响应时间不超过半小时。', ['response 0.5 hour 紧急故障']],
    ['1.1 技术支持工单应在2个工作小时内响应，三个工作日内解决。', ['response 2 working-hour', 'restore 3 working-day']],
    [
      '1.1 For Severity 1 incidents we respond within 30 minutes and restore within 4 hours.',
      ['response 30 minute Severity 1', 'restore 4 hour Severity 1'],
    ],
    [
      '1.1 Our engineers respond to Severity 1 within 30 minutes and restore it within 4 hours.',
      ['response 30 minute Severity 1', 'restore 4 hour Severity 1'],
    ],
    [
      '1.1 The provider responds to Severity 1 tickets within 20 minutes and to Severity 2 tickets within three hours.',
      ['response 20 minute Severity 1', 'response 3 hour Severity 2'],
    ],
    ['1.1 一般故障，服务方于下一个工作日内响应。', ['response 1 working-day 一般故障']],
    [
      '1.1 Provider will respond to critical incidents on the next business day.',
      ['response 1 working-day critical incidents'],
    ],
    ['1.1 For support tickets the response time is the next business day.', ['response 1 working-day']],
    ['1.1 We respond to support tickets by next working day.', ['response 1 working-day']],
    ['1.1 The incident report is sent on the next business day.', []],
    ['1.1 We normally respond to other incidents by the next business day.', []],
    ['1.1 Support tickets will typically be resolved within 2 days.', []],
    ['1.1 The response time for support tickets is normally 3 hours.', []],
    ['1.1 We respond to support tickets normally within 3 hours.', []],
    ['1.1 Normally, support tickets are answered and resolved within 2 days.', []],
    ['1.1 A reply in response to a ticket is normally given within 5 hours.', []],
    ['1.1 Response to incident tickets is normally made within 5 hours.', []],
    ['1.1 Our support desk normally sends a first response within 5 hours.', []],
    ['1.1 A support engineer typically starts responding within 5 hours.', []],
    ['1.1 The support team is normally able to respond to tickets within 5 hours.', []],
    ['1.1 Incidents will be responded to within 5 hours normally.', []],
    ['1.1 A response to a support ticket is provided normally within 5 hours.', []],
    ['1.1 The support response time shall not exceed normally 5 hours.', []],
    // What does not run as it should, and is set right in time.
    [
      '1.1 If the service cannot be provided normally, the support response time is within 3 hours.',
      ['response 3 hour'],
    ],
    ['1.1 Where the line is not normally working, support responds within 3 hours.', ['response 3 hour']],
    ['1.1 If the service is not running normally, the support response time is within 3 hours.', ['response 3 hour']],
    [
      '1.1 Where an outage keeps the line from working normally, the repair time shall not exceed 9 hours.',
      ['restore 9 hour'],
    ],
    ['1.1 After an outage the service is restored within 6 hours and runs normally.', ['restore 6 hour']],
    ['1.1 If the device does not respond normally, the support repair time is within 5 hours.', ['restore 5 hour']],
    ['1.1 We acknowledge a critical incident within 10 minutes.', ['response 10 minute critical incident']],
    [
      '1.1 Severity 1 faults are resolved within 4 hours; Severity 2 within 9 hours.',
      ['restore 4 hour Severity 1', 'restore 9 hour Severity 2'],
    ],
    ['1.1 故障响应时间：P1 20分钟，P2 3小时。', ['response 20 minute P1', 'response 3 hour P2']],
    ['1.1 对一级故障在20分钟内、二级故障在3小时内响应。', ['response 20 minute 一级故障', 'response 3 hour 二级故障']],
    ['1.1 P1故障响应后每30分钟通报一次进展。', []],
    // What is aimed at is no promise; what is no fault of the service is none of its times.
    ['1.1 故障恢复时间目标（RTO）为2小时。', []],
    ['1.1 我们将尽力在30分钟内响应故障。', []],
    ['1.1 欠费后7日内补缴的，故障账户将恢复服务。', []],
    ['1.1 我们在收到赔偿申请后5日内答复。', []],
  ])('%s', (clause, expected) => {
    expect(told('1. 支持', '', clause)).toEqual(expected);
  });

  test('of a table are those of its rows, with the unit of the head where the cells have none', () => {
    const rows = [
      '故障级别\t响应时间（分钟）\t恢复时间',
      '一级\t15\t4小时',
      '二级\t60\t1个工作日',
      '三级\t240\t不承诺',
    ];
    expect(told('1. 支持', '', ...rows)).toEqual([
      'response 15 minute 一级',
      'restore 4 hour 一级',
      'response 60 minute 二级',
      'restore 1 working-day 二级',
      'response 240 minute 三级',
    ]);
  });

  test('have hours and a credit of their own', () => {
    expect(
      told('1. 支持', '', '1.1 支持时间为工作日9:00至18:00。', '', '1.2 未按时响应的，每次按当月服务费的1%赔偿。'),
    ).toEqual([
      'support-hours {"days":"working","spans":[{"from":"09:00","to":"18:00"}]}',
      'support-credit {"amount":1,"unit":"percent","of":"month-fee"}',
    ]);
    // So much for each hour is no sum for each time: its words stand.
    expect(told('1. 支持', '', '1.1 未按时恢复的，每超过1小时按当月服务费的1%赔偿。')).toEqual([
      'support-credit "1.1 未按时恢复的，每超过1小时按当月服务费的1%赔偿。"'.replace('1.1 ', ''),
    ]);
  });
});

test('the ceiling of what is given for missed times is no cap of the credits for availability', () => {
  const caps = (...lines: readonly string[]): readonly string[] =>
    (read(readText(['远岸托管服务等级协议', ...lines].join('\n\n'), 'utf-8')).documents[0]?.facts ?? [])
      .filter(({ kind }) => kind === 'credit-cap' || kind === 'liability-cap')
      .map(({ quote }) => quote);
  const support = '2.1 恢复超时的，每超过1小时赔偿当月服务费的1%，最高不超过当月服务费的20%。';
  expect(caps('2. 支持', support)).toEqual([]);
  const [own, ...others] = caps('2. 支持', support, '3. 赔偿', '3.1 可用性赔偿总额不超过当月服务费的50%。');
  expect([own, others]).toEqual([expect.stringContaining('50%'), []]);
});

describe('hours in words', () => {
  test.each([
    ['工作日9:00至18:00', 'working', '09:00-18:00'],
    ['周一至周五 上午9点到下午6点半', [1, 2, 3, 4, 5], '09:00-18:30'],
    ['每天 22:00 至次日 6:00', 'all', '00:00-06:00 22:00-24:00'],
    ['9 a.m. to 6 p.m., Monday to Friday, excluding public holidays', [1, 2, 3, 4, 5], '09:00-18:00'],
    ['工作日 9:00-12:00、13:30-18:00', 'working', '09:00-12:00 13:30-18:00'],
    ['7×24小时', 'all', '00:00-24:00'],
  ])('%s', (words, days, spans) => {
    const hours = hoursInWords(words);
    expect(hours?.days).toEqual(days);
    expect(hours?.spans.map(({ from, to }) => `${from}-${to}`).join(' ')).toBe(spans);
  });

  test.each([
    '5×8小时',
    '工作日',
    '9:00至18:00',
    '每天9:00至18:00，工作日8:00至20:00',
    '25:00至26:00 每天',
    '30-60 工作日',
  ])('%s names no hours that can be counted', (words) => {
    expect(hoursInWords(words)).toBeUndefined();
  });

  test('except holidays only where the words say so', () => {
    expect(hoursInWords('周一至周五9:00-18:00（法定节假日除外）')?.exceptHolidays).toBe(true);
    expect(hoursInWords('周一至周五9:00-18:00')?.exceptHolidays).toBeUndefined();
  });

  test('are what a person may write, and a length in working hours is one of support alone', () => {
    expect(saidFact('service-hours', '工作日 9:00-18:00').value).toMatchObject({ days: 'working' });
    expect(saidFact('response', '2 工作小时')).toMatchObject({ value: 2, unit: 'working-hour' });
    expect(() => saidFact('change-notice', '2 工作小时')).toThrow();
  });
});

test.each([
  ['P1', '一级故障', true],
  ['P1', 'Severity 1', true],
  ['P1', '二级', false],
  ['紧急', '紧急故障', true],
  ['S1', 'S2', false],
  ['1', 'Severity 1', true],
  ['２', '二级故障', true],
  ['1', 'P2', false],
  ['P1/P2', 'P1', false],
  ['高', '低', false],
])('%s and %s are of one severity: %s', (one, other, same) => {
  expect(sameSeverity(one, other)).toBe(same);
});
