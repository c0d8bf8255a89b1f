import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

function read(...clauses: readonly string[]): readonly Fact[] {
  const document = documentOf(clauses, 'sla');
  return facts(document, classify(document));
}
const tiers = (...clauses: readonly string[]) =>
  read(...clauses)
    .filter(({ kind }) => kind === 'credit-tier')
    .map(({ value }) => value);

describe('a credit told in a sentence, for a promise that is not kept', () => {
  const PROMISE = 'We guarantee 99.95% availability in each calendar month.';

  test('is one tier below the one promise', () => {
    expect(
      tiers(PROMISE, 'If a service level failure occurs, you receive a credit equal to 15% of the monthly fee.'),
    ).toEqual([{ below: 99.95, credit: { amount: 15, unit: 'percent', of: 'month-fee' } }]);
    expect(tiers('月度可用性不低于99.9%。', '未达到上述承诺的，按当月服务费的20%赔偿。')).toEqual([
      { below: 99.9, credit: { amount: 20, unit: 'percent', of: 'month-fee' } },
    ]);
  });

  test('of something else than a fee keeps the words for what it is of', () => {
    const [tier] = tiers(PROMISE, 'If a service level failure occurs, you receive a credit of 15% of the port charge.');
    expect(tier).toMatchObject({ credit: { amount: 15, of: { words: 'the port charge' } } });
  });

  test.each<[string, readonly string[]]>([
    [
      'two promises',
      [
        PROMISE,
        'We guarantee 99.5% availability of the portal.',
        'If we fail to meet it, a credit of 15% of the monthly fee is due.',
      ],
    ],
    ['no promise', ['If a service level failure occurs, you receive a credit equal to 15% of the monthly fee.']],
    ['a cap', [PROMISE, 'If we fail to meet it, credits shall not exceed 15% of the monthly fee.']],
    ['no credit', [PROMISE, 'If we fail to meet it in 15% of the months, you may terminate.']],
  ])('is none where there is %s', (_name, clauses) => {
    expect(tiers(...clauses)).toEqual([]);
  });
});

describe('half of a month’s fee, without the word “of”', () => {
  const HALF = { amount: 50, unit: 'percent', of: 'month-fee' };
  test.each([
    "If uptime is below 99.9%, Customer receives a credit of half a month's fees.",
    'If uptime is below 99.9%, Customer receives a credit of half a month’s service charges.',
    "If uptime is below 99.9%, Customer receives a credit of half of a month's fee.",
    "If uptime is below 99.9%, Customer receives a credit of one half of one month's fee.",
  ])('is half of it: %s', (credit) => {
    expect(tiers('Monthly uptime is at least 99.9%.', credit)).toEqual([{ below: 99.9, credit: HALF }]);
  });

  test('and half a month is a time', () => {
    expect(
      tiers(
        'Monthly uptime is at least 99.9%.',
        'If uptime is below 99.9% for half a month, you may ask for a credit.',
      ),
    ).toEqual([]);
  });
});

describe('what credits come to at most', () => {
  test.each([
    ['赔偿总额不超过当月服务费的45%。', { amount: 45, unit: 'percent', of: 'month-fee' }],
    [
      'Total service credits shall not exceed 40% of the monthly fee.',
      { amount: 40, unit: 'percent', of: 'month-fee' },
    ],
  ])('is a cap of the credits, an expression, and none of the liability: %s', (text, value) => {
    const found = read('月度可用性不低于99.9%。', text);
    expect(found.filter(({ kind }) => kind === 'credit-cap').map((fact) => fact.value)).toEqual([value]);
    expect(found.some(({ kind }) => kind === 'liability-cap')).toBe(false);
  });

  test('a cap of the liability stays one', () => {
    const found = read('服务商在本协议项下的累计赔偿责任不超过客户已支付的服务费。');
    expect(found.map(({ kind }) => kind)).toContain('liability-cap');
  });
});

describe('the form of a credit', () => {
  test.each([
    ['达不到承诺的，按下表用代金券补偿。', 'voucher'],
    ['达不到承诺的，以代金券的形式赔偿。', 'voucher'],
    ['达不到承诺的，按下表赔偿；以代金券支付的费用不计入。', undefined],
  ])('is that of the sentence before the table: %s', (words, form) => {
    const document = documentOf([words, '表'], 'sla');
    const [, table] = document.clauses;
    const of = {
      ...document,
      tables: [{ clause: table?.id ?? '', header: ['可用性', '赔偿'], rows: [['低于99.9%', '月服务费的10%']] }],
    };
    const [tier] = facts(of, classify(of)).filter(({ kind }) => kind === 'credit-tier');
    expect((tier?.value as { form?: string } | undefined)?.form).toBe(form);
  });
});

describe('a service that is given up', () => {
  test('is a sunset with its notice, neither a transfer nor an end of the contract', () => {
    const found = read('我们不再提供某种产品时，提前45天在官网通告您转移业务。');
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([['sunset-notice', 45]]);
  });
});

describe('what a credit is a share of', () => {
  const CREDIT: readonly (readonly [string, unknown])[] = [
    ['可用性低于99.9%的，赔偿当日服务费的20%。', { words: '当日服务费' }],
    [
      'Below 99.9% uptime you get a credit of 20% of the charges for the affected days.',
      { words: 'the charges for the affected days' },
    ],
    ['可用性低于99.9%的，赔偿20%。', { words: '' }],
    ['可用性低于99.9%的，赔偿月服务费的20%。', 'month-fee'],
    ['可用性低于99.9%的，赔偿三个月服务费的20%。', { words: '三个月服务费' }],
  ];
  test.each(CREDIT)('is what the words of “%s” say, and nothing else', (text, of) => {
    expect(tiers(text)).toEqual([{ below: 99.9, credit: { amount: 20, unit: 'percent', of } }]);
  });

  test('a promise and its tier stand in one sentence', () => {
    const found = read('月度可用性不低于99.8%，低于99.8%的，赔偿月服务费的20%。');
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['availability', 'credit-tier']));
    expect(found.find(({ kind }) => kind === 'availability')?.value).toMatchObject({ promise: 99.8 });
    expect(found.find(({ kind }) => kind === 'credit-tier')?.value).toMatchObject({
      below: 99.8,
      credit: { amount: 20 },
    });
  });

  test.each([
    '可用性低于99.9%的，赔偿月服务费的20%；试用客户为5%。',
    'Below 99.9% uptime, a credit of twenty percent (25%) of the monthly fee is due.',
  ])('a figure that no tier accounts for makes “%s” uncertain', (text) => {
    const [tier] = read(text).filter(({ kind }) => kind === 'credit-tier');
    expect(tier?.doubt).toMatch(/5%/u);
  });

  test('a figure written twice alike is certain', () => {
    const [tier] = read('Below 99.9% uptime, a credit of twenty percent (20%) of the monthly fee is due.').filter(
      ({ kind }) => kind === 'credit-tier',
    );
    expect(tier?.doubt).toBeUndefined();
  });

  test('a target is no promise, and the promise beside it is one', () => {
    const found = read('月度可用性目标为99.98%，承诺值为99.5%。').filter(({ kind }) => kind === 'availability');
    expect(found.map(({ value }) => value)).toEqual([
      expect.objectContaining({ promise: 99.98, target: true }),
      expect.not.objectContaining({ target: true }),
    ]);
  });

  test.each([
    ['超过月费40%的部分不予赔偿。', 40],
    ['最高赔付金额为当月服务费的4成。', 40],
    ['未达标的，按故障费用赔偿，但不超过当月服务费。', 100],
  ])('%s caps the credits', (text, amount) => {
    const caps = read('月度可用性不低于99.9%。', text).filter(({ kind }) => kind === 'credit-cap');
    expect(caps.map(({ value }) => value)).toEqual([{ amount, unit: 'percent', of: 'month-fee' }]);
  });

  test('a multiple of a fee is a credit, a multiple of time is none', () => {
    expect(tiers('月度可用性不低于99.9%。', '未达到的，按故障时间对应服务费的6倍赔偿。')).toEqual([
      { below: 99.9, credit: { amount: 6, unit: 'times', of: 'outage-fee' } },
    ]);
    expect(tiers('月度可用性不低于99.9%。', '未达到的，按不可用时间的60倍赔偿。')).toEqual([]);
  });

  test('how often is no cap in money', () => {
    const found = read('可用性低于99.9%的，赔偿月费的20%，每年累计赔偿次数不超过4次。');
    expect(found.some(({ kind }) => kind === 'credit-cap' || kind === 'liability-cap')).toBe(false);
  });
});

describe('so many times the fee of the lost time', () => {
  const lost = (below: number, amount: number) => [{ below, credit: { amount, unit: 'times', of: 'outage-fee' } }];
  test.each<[string, readonly string[], number, number]>([
    ['for every outage', ['月度可用性不低于99.9%。', '服务中断的，按中断时间对应服务费的8倍补偿。'], 100, 8],
    [
      'in words',
      ['Availability is at least 99.9%.', 'For each outage a credit of four times the fee for the lost time is due.'],
      100,
      4,
    ],
    [
      'below the promise that the sentence before speaks of',
      ['月度可用性不低于99.9%。', '月度可用性未达到承诺的，应予补偿。补偿金额为不可用时间对应费用的六倍。'],
      99.9,
      6,
    ],
  ])('is a credit: %s', (_name, clauses, below, amount) => {
    expect(tiers(...clauses)).toEqual(lost(below, amount));
  });
});

describe('tiers that are bounded by the promise without its figure', () => {
  const month = (amount: number) => ({ amount, unit: 'percent', of: 'month-fee' });
  const ladder = [
    { below: 99.95, from: 98, credit: month(12) },
    { below: 98, from: 90, credit: month(35) },
    { below: 90, credit: month(80) },
  ];
  const PROMISES = [
    '承诺月度可用性不低于99.95%。',
    'We guarantee 99.95% availability in each calendar month.',
  ] as const;
  test.each([
    [PROMISES[0], '低于承诺值但不低于98%的，赔偿月费的12%；低于98%但不低于90%的，赔偿35%；低于90%的，赔偿80%。'],
    [
      PROMISES[0],
      '在98%与承诺值之间的，赔偿月费的12%；在90%（含）与98%之间的，赔偿月费的35%；未达到90%的，赔偿月费的80%。',
    ],
    [
      PROMISES[0],
      '未达到前述承诺但高于或等于98%的，赔偿月费的12%；90%至98%之间的，赔偿月费的35%；达不到90%的，赔偿月费的80%。',
    ],
    [
      PROMISES[1],
      'Below the promise but at least 98%: a credit of 12% of the monthly fee; between 90% and 98%: 35%; below 90%: 80%.',
    ],
    [
      PROMISES[1],
      'A credit is due for availability: between 98% and the promised level, 12% of the monthly fee; between 90% and 98%, 35%; under 90%, 80%.',
    ],
  ])('%s %s', (promise, text) => {
    const found = read(promise, text);
    expect(found.filter(({ kind }) => kind === 'credit-tier').map(({ value }) => value)).toEqual(ladder);
    expect(found.filter(({ kind }) => kind === 'availability')).toHaveLength(1);
    expect(found.some(({ doubt }) => doubt !== undefined)).toBe(false);
  });

  test('are in doubt where the text promises two things', () => {
    const found = read(
      'Compute: at least 99.9% monthly availability. Storage: at least 99.99% monthly availability.',
      'Below the promise but at least 99%, the credit is 10% of the monthly fee; below 99%, 25% of the monthly fee.',
    );
    const known = found.filter(({ kind, doubt }) => kind === 'credit-tier' && doubt === undefined);
    expect(known).toEqual([]);
  });
});
