import { describe, expect, test } from 'vitest';
import { plain } from '../../../../src-main/agreement/meaning/sentences.ts';
import { proseTiers, tableTiers } from '../../../../src-main/agreement/facts/tiers.ts';

const tiers = (header: string[], rows: string[][]) =>
  tableTiers(header, rows).map(({ tier, unit }) => ({ ...tier, ...(unit === '%-of-monthly-fee' ? {} : { unit }) }));

describe('credit tiers of a table', () => {
  const middle = { below: 99.95, from: 99, credit: 10 };
  test.each([
    ['低于99.95%但等于或高于99.00%'],
    ['低于 99.95% 但不低于 99.0%'],
    ['<99.95% ≥99%'],
    ['≥99% 且 <99.95%'],
    ['99% ≤ x < 99.95%'],
    ['99.95%>可用性≥99.0%'],
    ['大于等于99.0%，小于99.95%'],
    ['99.00%（含）-99.95%（不含）'],
    ['99.0% - < 99.95%'],
    ['99.0%~99.95%'],
    ['９９．９５％以下，９９％以上'.replaceAll('．', '.')],
    ['Less than 99.95% but equal to or greater than 99.0%'],
    ['at least 99% but below 99.95%'],
    ['lower than 99.95%, no less than 99%'],
  ])('%s', (cell) => {
    expect(
      tiers(
        ['可用性', '赔偿比例'],
        [
          [cell, '月度服务费的10%'],
          ['低于95%', '30%'],
        ],
      )[0],
    ).toEqual(middle);
  });

  test('columns stand in either order', () => {
    expect(
      tiers(
        ['Service credit', 'Uptime'],
        [
          ['10%', '< 99.9%'],
          ['25%', '< 99%'],
        ],
      ),
    ).toEqual([
      { below: 99.9, credit: 10 },
      { below: 99, credit: 25 },
    ]);
  });

  test('a lower bound that the text does not state is absent', () => {
    expect(tiers(['Uptime', 'Credit'], [['< 99.9%', '10%']])).toEqual([{ below: 99.9, credit: 10 }]);
  });

  test('the comparison may stand in the header', () => {
    expect(
      tiers(
        ['可用性低于', '代金券比例'],
        [
          ['99.9%', '10%'],
          ['99%', '25%'],
        ],
      ),
    ).toEqual([
      { below: 99.9, credit: 10 },
      { below: 99, credit: 25 },
    ]);
  });

  test('days and hours of service keep their unit and are not turned into money', () => {
    expect(
      tiers(
        ['可用性', '补偿'],
        [
          ['低于99.9%', '3天'],
          ['低于99%', '72小时'],
        ],
      ),
    ).toEqual([
      { below: 99.9, credit: 3, unit: 'days of service' },
      { below: 99, credit: 72, unit: 'hours of service' },
    ]);
  });

  test('a table of anything else has no tiers', () => {
    expect(tiers(['文件', '地址'], [['授权书', '下载']])).toEqual([]);
    expect(
      tiers(
        ['Plan', 'Discount'],
        [
          ['Basic', '10%'],
          ['Pro', '20%'],
        ],
      ),
    ).toEqual([]);
  });
});

describe('credit tiers told in a sentence', () => {
  const read = (text: string) => proseTiers(plain(text)).map(({ tier }) => tier);

  test('bounds first', () => {
    expect(read('可用性低于99.9%但不低于99%的，赔偿月费的10%；低于99%的，赔偿25%')).toEqual([
      { below: 99.9, from: 99, credit: 10 },
      { below: 99, credit: 25 },
    ]);
  });

  test('credit first', () => {
    expect(read('Credits are 10% of the fee if uptime is less than 99.9% and 25% if it is less than 99%.')).toEqual([
      { below: 99.9, credit: 10 },
      { below: 99, credit: 25 },
    ]);
  });

  test.each([
    '可用性不低于99.95%，未达到的可获赔偿，赔偿总额不超过月费的100%',
    '可用性低于99.9%的，每低0.1%，延长服务1天',
    '可用性不低于99.9%',
  ])('%s tells no tier', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('tiers told in one breath', () => {
  test.each([
    [
      'With uptime below 99.8% but at least 99%, the credit is 5% of the monthly fee; below 99% but at least 96%, 20%; below 96%, 60%.',
      [
        { below: 99.8, from: 99, credit: 5 },
        { below: 99, from: 96, credit: 20 },
        { below: 96, credit: 60 },
      ],
    ],
    [
      '可用率低于99.8%但不低于99%，赔偿月费的5%；低于99%但不低于96%，20%；低于96%，60%。',
      [
        { below: 99.8, from: 99, credit: 5 },
        { below: 99, from: 96, credit: 20 },
        { below: 96, credit: 60 },
      ],
    ],
  ])('%s', (words, ladder) => {
    expect(proseTiers(plain(words)).map(({ tier }) => tier)).toEqual(ladder);
  });
});
