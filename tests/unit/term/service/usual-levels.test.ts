import { describe, expect, test } from 'vitest';
import { valueOf } from '../basis-of.ts';
import { whyNot } from '../quantity/stated.ts';
import { basisOfText, september } from './straight-from-text.ts';

const TIERS = [
  '可用性低于99.9%的，赔偿当月服务费的10%。',
  'If uptime is below 99.9%, the credit is 10% of the monthly fee.',
];
const level = (promise: string) => september([promise, TIERS[/\p{Script=Han}/u.test(promise) ? 0 : 1] ?? ''], 600);

describe('an availability that is mostly kept is no promise', () => {
  test.each([
    ['月度可用性通常不低于99.9%。', '通常'],
    ['一般情况下，本服务的月度可用性不低于99.9%。', '一般情况下'],
    ['本服务的月度可用性一般可达到99.9%。', '一般可达到'],
    ['大多数情况下月度可用性为99.9%。', '大多数情况'],
    ['The monthly availability is usually at least 99.9%.', 'usually'],
    ['Normally, the monthly availability of the service is at least 99.9%.', 'Normally'],
    ['In general the monthly uptime is no less than 99.9%.', 'In general'],
    ['The service is generally available 99.9% of the time.', 'generally'],
    ['Monthly availability is typically at least 99.9%.', 'typically'],
    ['Typical monthly availability is 99.9%.', 'Typical'],
    ['Monthly availability is 99.9% in most cases.', 'most cases'],
    ['月度可用性通常不低于99.90%。', '通常'],
    ['The monthly availability is usually at least 99.90%.', 'usually'],
    ['月度可用性（通常）不低于99.9%。', '通常'],
    ['A monthly availability of 99.9% is typically achieved.', 'typically'],
  ])('and is told with its words: %s', (promise, words) => {
    const { promised, breach, credit } = level(promise);
    expect([promised.known, breach.known]).toEqual([false, false]);
    expect(whyNot(promised)).toContain('目标');
    expect(whyNot(promised)).toContain(words);
    expect(credit.known).toBe(false);
  });

  test.each([
    '服务通常每周维护一次，月度可用性不低于99.9%。',
    '在通常的工作时间内，月度可用性不低于99.9%。',
    '我们通常提前通知维护，并保证月度可用性不低于99.9%。',
    '本服务为一般商业用途提供，月度可用性不低于99.9%。',
    'Generally available services have a monthly availability of at least 99.9%.',
    'We usually announce maintenance and guarantee a monthly availability of at least 99.9%.',
    'During the hours that the service is normally used the monthly availability is at least 99.9%.',
    '通常情况下系统维护在凌晨进行，月度可用性不低于99.9%。',
    '月度可用性（通常以百分比表示）不低于99.9%。',
    'Monthly availability of at least 99.9% typically excludes maintenance.',
    '我们承诺服务一般可用性不低于99.9%。',
    'Downtime is the time in which the service does not work normally. Monthly availability is at least 99.9%.',
  ])('one beside something else that is usual is promised: %s', (promise) => {
    expect(valueOf(level(promise).promised)).toBe(99.9);
  });
});

describe('a time to respond that is mostly kept is no promise', () => {
  const times = (text: string) =>
    basisOfText(text).sources.flatMap(({ facts }) =>
      facts.filter(({ kind }) => kind === 'response' || kind === 'restore'),
    );

  test.each([
    '一级故障通常在30分钟内响应。',
    '一般情况下，一级故障30分钟内响应。',
    '一级故障一般可在30分钟内响应。',
    'Priority 1 incidents are usually answered within 30 minutes.',
    'Priority 1 incidents are generally responded to within 30 minutes.',
    'As a rule, we respond to Priority 1 incidents within 30 minutes.',
  ])('%s', (text) => {
    expect(times(text)).toEqual([]);
  });

  test.each([
    '一般故障在30分钟内响应。',
    '在通常工作时间内，一级故障30分钟内响应。',
    'We respond to Priority 1 incidents of generally available services within 30 minutes.',
  ])('one beside something else that is usual is promised: %s', (text) => {
    expect(times(text).length).toBe(1);
  });
});
