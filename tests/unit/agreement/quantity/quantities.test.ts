import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gramsOf } from '../../../../src-main/agreement/meaning/phrase-grams.ts';
import { quantities } from '../../../../src-main/agreement/quantity/quantities.ts';
import { plain } from '../../../../src-main/agreement/meaning/sentences.ts';

const read = (written: string): string[] => {
  const text = plain(written);
  return quantities(text, gramsOf(text)).map(({ measure, value, upTo, text: words }) =>
    [measure, words ?? value, ...(upTo === undefined ? [] : [upTo])].join(' '),
  );
};

describe('quantities in a text', () => {
  test.each([
    ['提前三十日通知', ['day 30']],
    ['提前三十（30）天', ['day 30']],
    ['提前３０日', ['day 30']],
    ['不少于15个工作日', ['workday 15']],
    ['两个月内', ['month 2']],
    ['半年内', ['month 6']],
    ['两周前', ['day 14']],
    ['连续72小时', ['hour 72']],
    ['15至30日', ['day 15 30']],
    ['第五（5）个工作日', ['nth-workday 5']],
    ['第5个自然日', ['nth-day 5']],
    ['次月5日起', ['day-of-month 5']],
    ['每日3‰', ['permille 3']],
    ['每日３‰', ['permille 3']],
    ['日千分之三', ['permille 3']],
    ['日万分之五', ['permille 0.5']],
    ['税率为百分之六', ['percent 6']],
    ['百分之九十九点九五', ['percent 99.95']],
    ['两倍', ['times 2']],
    ['双倍返还', ['times 2']],
    ['自2024年6月1日起', ['date 2024-06-01']],
    ['effective March 15, 2024', ['date 2024-03-15']],
    ["thirty (30) days' notice", ['day 30']],
    ['a 30-day period', ['day 30']],
    ['5 business days', ['workday 5']],
    ['the fifth business day', ['nth-workday 5']],
    ['the 10th of the following month', ['day-of-month 10']],
    ['72 consecutive hours', ['hour 72']],
    ['three times the fees', ['times 3']],
    ['热线：0571-88886666', ['phone 0571-88886666']],
  ])('%s', (written, expected) => {
    expect(read(written)).toEqual(expected);
  });

  test.each(['7×24小时服务', '24x7 support', '24/7', '3月份账单', '第3条', '版本 2.3.1'])(
    '%s states no period',
    (written) => {
      expect(read(written).filter((each) => /day|hour|month|year/u.test(each))).toEqual([]);
    },
  );

  test('quantities stand in order and never overlap, whatever the text', () => {
    const pieces = fc.constantFrom(
      '三十',
      '30',
      '日',
      '天',
      '%',
      '个月',
      ' days',
      '第',
      '-',
      '至',
      '（',
      '5',
      '）',
      '小时',
      '×',
      '年',
      'thirty ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = plain(parts.join(''));
        let end = 0;
        return quantities(text, gramsOf(text)).every((each) => {
          const ordered = each.start >= end && each.end > each.start;
          end = each.end;
          return ordered;
        });
      }),
    );
  });
});
