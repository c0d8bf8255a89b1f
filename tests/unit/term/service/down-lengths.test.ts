import { describe, expect, test } from 'vitest';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { downLengths } from '../../../../src-main/term/service/down/down-lengths.ts';
import { september } from './straight-from-text.ts';
import type { Outage } from '../../../../src-main/term/service/outages.ts';

const PROMISE = '月度可用性不低于99.9%，低于99.9%的，赔偿当月服务费的10%。';
/** Twelve outages of so many minutes, on as many days, from a minute that is divisible by five. */
const outages = (minutes: number): readonly Outage[] =>
  Array.from({ length: 12 }, (_, day): Outage => {
    const on = `2026-09-${String(day + 3).padStart(2, '0')}T10:`;
    return { from: `${on}10:00+08:00`, to: `${on}${String(10 + minutes)}:00+08:00` };
  });
const counted = (words: string, minutes: number) =>
  september([PROMISE, words], { outages: outages(minutes), counting: 'whole' });

describe('an outage that is too short for the agreement does not count', () => {
  test.each([
    '单次不可用持续满6分钟的，方计入不可用时间。',
    '短于六分钟的中断，不视为不可用。',
    '持续时长不足6分钟的故障不予计入。',
    '不可用时间：服务连续无法访问6分钟及以上的时间。',
    '“服务中断”是指服务连续6分钟以上无法访问的情形。',
    '以6分钟为一个统计周期，周期内全部请求均失败的，计为不可用。',
    '服务持续中断达到三百六十秒的，视为不可用。'.replace('三百六十', '360'),
    'An outage counts as downtime only if it lasts at least six minutes.',
    'Interruptions shorter than six (6) minutes do not count as unavailability.',
    '“Unavailable” means that the service fails for six or more minutes.',
    'Downtime of less than 6 consecutive minutes is ignored.',
    'Availability is measured over six-minute windows. A window in which all requests fail is unavailable.',
    'Outages not exceeding five minutes are excluded from downtime.',
    'Downtime: any period of more than 5 minutes in which the service is unavailable.',
  ])('%s', (words) => {
    const short = counted(words, 5);
    expect([short.unavailableMinutes, valueOf(short.breach), valueOf(short.credit)]).toEqual([0, false, '0.00']);
    expect(counted(words, 18).unavailableMinutes).toBeGreaterThanOrEqual(144);
  });

  test.each([
    '中断的前六分钟不计入不可用时间。',
    '每月累计不足6分钟的不可用不予计入。',
    'The first six minutes of any outage are not counted as downtime.',
    '不足5分钟的中断不计入不可用时间。不足10分钟的中断不计入不可用时间。',
  ])('what is said of minutes and was not read leaves the figure open, with its words: %s', (words) => {
    const level = counted(words, 5);
    expect([level.breach.known, level.credit.known, level.counted]).toEqual([false, false, false]);
    expect(whyNot(level.breach)).toContain(words.slice(0, 8));
    // Whoever counted the minutes by the rule has an answer.
    expect(valueOf(september([PROMISE, words], 60).credit)).toBe('100.00');
  });

  test.each([
    '故障响应时间不超过15分钟。',
    '单次中断超过30分钟的，另赔偿当月服务费的5%。',
    '每月累计不可用时间不超过43分钟。',
    '计划内停机每次不超过60分钟的，不计入不可用时间。',
    '每5分钟采集一次监控数据。',
    'We notify you within 30 minutes of any outage.',
    'If the service is down for more than 60 minutes, you may terminate.',
    'The service is monitored every 5 minutes.',
  ])('%s says nothing of it', (words) => {
    const level = counted(words, 5);
    expect(level.unavailableMinutes).toBe(60);
    expect(level.breach.known).toBe(true);
  });
});

test('the clauses of a text are gone through once for their numbers, however many of them say such a length', () => {
  let reads = 0;
  const clauses = Array.from({ length: 200 }, (_, at) => ({
    get id() {
      reads += 1;
      return `c${at}`;
    },
    number: `${at}`,
    text: '短于六分钟的中断，不视为不可用。',
  }));
  const { atLeast } = downLengths([{ facts: [], clauses }]);
  expect(atLeast.map(({ clause }) => clause.number)).toEqual(clauses.map(({ number }) => number));
  expect(reads).toBeLessThan(5 * clauses.length);
});
