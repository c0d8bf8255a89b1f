import { describe, expect, test } from 'vitest';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import type { CourtByRule, Fact, FactKind } from '../../../../src-main/agreement/fact.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const of = (kind: FactKind, text: string): readonly Fact[] => {
  const document = documentOf([text]);
  return facts(document, classify(document)).filter((fact) => fact.kind === kind);
};

describe('a forum on a condition', () => {
  test.each<[string, FactKind, unknown]>([
    [
      'If you reside in the northern provinces, disputes are brought before the courts of Elm City, Freedonia.',
      'court',
      { case: 'If you reside in the northern provinces' },
    ],
    [
      'For customers outside Freedonia, this Agreement is governed by the laws of Sylvania.',
      'governing-law',
      { case: 'For customers outside Freedonia' },
    ],
    ['您注册于境外的，争议由青原市东港区人民法院管辖。', 'court', { case: '您注册于境外' }],
    [
      'If the parties cannot settle a dispute, it is brought before the courts of Elm City, Freedonia.',
      'court',
      undefined,
    ],
    ['协商不成的，提交青原市东港区人民法院诉讼解决。', 'court', undefined],
    ['For the avoidance of doubt, this Agreement is governed by the laws of Sylvania.', 'governing-law', undefined],
    ['在法律允许的范围内，争议由青原市东港区人民法院管辖。', 'court', undefined],
    ['在双方无法友好解决时，由青原市东港区人民法院管辖。', 'court', undefined],
  ])('%s', (text, kind, scope) => {
    const found = of(kind, text);
    expect(found).toHaveLength(1);
    expect(found[0]?.scope).toEqual(scope);
  });

  test.each<[string, readonly string[], string | undefined]>([
    [
      'the place that the text gives',
      ['本合同签订地：青原市东港区。', '协商不成的，提交本合同签订地人民法院诉讼。'],
      '青原市东港区',
    ],
    [
      'the place of a side',
      ['甲方住所地为青原市西湖路3号，电话如下。', '争议由甲方住所地人民法院管辖。'],
      '青原市西湖路3号',
    ],
    ['two places', ['本合同签订地为青原市。', '本合同签订地为白水市。', '争议由本合同签订地人民法院管辖。'], undefined],
    ['a blank', ['本合同签订地：＿＿＿＿。', '争议由本合同签订地人民法院管辖。'], undefined],
  ])('a court by a rule: %s', (_, texts, place) => {
    const document = documentOf(texts);
    const court = facts(document, classify(document)).find(({ kind }) => kind === 'court');
    expect(court?.value).toMatchObject({ rule: expect.any(String) as string });
    expect((court?.value as CourtByRule).place).toBe(place);
    if (place !== undefined) expect(court?.value).toHaveProperty('placeClause', document.clauses[0]?.id);
  });

  test('what is only said of a claim does not deny its court', () => {
    const text = 'Any claim that is not subject to arbitration must be filed in the courts of Elm County, Ohio.';
    expect(of('court', text).map(({ value }) => value)).toEqual(['courts of Elm County, Ohio']);
  });
});

describe('a venue without the word for a court', () => {
  test.each([
    ['You consent to the exclusive jurisdiction and venue of Elm County, Ohio.', ['Elm County, Ohio']],
    ['The place of jurisdiction is Elm City, Freedonia.', ['Elm City, Freedonia']],
    ['The cloud venue is our own.', []],
  ])('%s', (text, expected) => expect(of('court', text).map(({ value }) => value)).toEqual(expected));
});

describe('whose liability a cap limits', () => {
  test.each<[string, Fact['party'] | undefined]>([
    ['Our total liability shall not exceed the fees paid in the twelve months before the claim.', 'provider'],
    ['Your liability to us shall not exceed the fees paid in the twelve months before the claim.', 'customer'],
    ['Neither party’s liability shall exceed the fees paid in the twelve months before the claim.', 'both'],
    [
      'Except for Customer’s payment obligations, Starbridge’s aggregate liability shall not exceed the fees paid in the last year.',
      undefined,
    ],
    [
      'Except for Customer’s payment obligations, the Provider’s aggregate liability shall not exceed the fees paid in the last year.',
      'provider',
    ],
    ['除我们的保密责任外，您对我们承担的赔偿责任不超过人民币10万元。', 'customer'],
    ['The liability of the Customer shall not exceed $5,000.', 'customer'],
    ['我们的赔偿责任总额不超过您已支付的服务费。', 'provider'],
    ['任何一方的赔偿责任总额不超过已支付的服务费。', 'both'],
    ['You agree that the liability of Starbridge shall not exceed $5,000.', undefined],
    ['Total liability shall not exceed $5,000.', undefined],
  ])('%s', (text, party) => expect(of('liability-cap', text).map((fact) => fact.party)).toEqual([party]));

  test('two caps in one sentence are two', () => {
    const text = 'Our liability shall not exceed $5,000; your liability shall not exceed $1,000.';
    expect(of('liability-cap', text).map(({ value, party }) => [value, party])).toEqual([
      ['$5,000', 'provider'],
      ['$1,000', 'customer'],
    ]);
  });

  test.each([
    [
      'The total liability shall not exceed the greater of $500 and the fees paid in that year.',
      'the greater of $500 and the fees paid in that year',
    ],
    [
      '赔偿责任总额不超过人民币1000元，或当年服务费的10%，以较高者为准。',
      '人民币1000元，或当年服务费的10%，以较高者为准',
    ],
  ])('keeps both bounds: %s', (text, value) =>
    expect(of('liability-cap', text).map((fact) => fact.value)).toEqual([value]),
  );

  test('is none where the bound is denied', () => {
    expect(of('liability-cap', 'These limits do not restrict liability to $500.')).toEqual([]);
  });
});

describe('a notice of the price', () => {
  const notices = (text: string): readonly unknown[] =>
    (['change-notice', 'price-notice'] as const).flatMap((kind) => of(kind, text).map(({ value }) => [kind, value]));

  test.each([
    ['Fee changes take effect fourteen days after posting.', [['price-notice', 14]]],
    ['If we change this Agreement, such as price changes, we will give 30 days’ notice.', [['change-notice', 30]]],
    ['We may amend these Terms on 30 days’ notice.', [['change-notice', 30]]],
  ])('%s', (text, expected) => expect(notices(text)).toEqual(expected));
});

describe('what paying late costs, delivery and terms', () => {
  test('the lesser of a rate and what the law allows is the rate', () => {
    const [fee] = of(
      'late-fee',
      'Late payments bear interest at the lesser of 1.5% per month or the most that the law allows.',
    );
    expect(fee?.value).toMatchObject({ rate: { amount: 1.5 }, per: 'month' });
  });

  test('the day after it went out is one day, and a list of ways has its times', () => {
    expect(
      of('delivery', 'A notice is deemed received the business day after it is sent by email.')[0]?.value,
    ).toMatchObject({
      delay: { value: 1, unit: 'working-day' },
    });
    const list =
      'Notices are deemed given: (a) one business day after sending by courier; (b) three business days after mailing.';
    expect(of('delivery', list).map(({ value }) => (value as { readonly delay: unknown }).delay)).toEqual([
      { value: 1, unit: 'working-day' },
      { value: 3, unit: 'working-day' },
    ]);
  });

  test('a plan that goes on for another month, a contract that continues for two years', () => {
    expect(of('auto-renewal', 'Unless you cancel, your plan renews for another month.')).toMatchObject([
      { value: 1, unit: 'month' },
    ]);
    expect(
      of('term', 'This Agreement commences on the Effective Date and continues for a period of two years.'),
    ).toMatchObject([{ value: 2, unit: 'year' }]);
  });
});

describe('a time that is no time to claim', () => {
  test.each([
    'You agree to update your account information within 48 hours of any change, or we may dispute it.',
    'A claim may be brought for no more than the amount paid by you during the 12 months before.',
  ])('%s', (text) => expect(of('claim-closes', text)).toEqual([]));

  test('and one that is', () => {
    expect(of('claim-closes', 'You must dispute any charge within 60 days, or it is waived.')).toMatchObject([
      { value: 60 },
    ]);
  });
});

describe('an answer to a request', () => {
  test('is a response of the provider, and says that it is of no ticket', () => {
    expect(of('response', '您提出删除请求的，我们将在12个工作日内予以回复。')).toMatchObject([
      { value: 12, unit: 'working-day', party: 'provider', scope: { matter: '请求' } },
    ]);
  });

  test.each(['您应在收到问题通知后3天内答复我们。', '我们收到退款申请后7天内将款项退还，并反馈结果。'])(
    'is not: %s',
    (text) => expect(of('response', text)).toEqual([]),
  );

  test('a time to look at a change is no notice of it', () => {
    expect(of('change-notice', 'Customer will have 14 days from the notice to review the changes.')).toEqual([]);
  });

  test('a number in three groups is a number to call', () => {
    expect(of('hotline', '客服电话：4006-555-010').map(({ value }) => value)).toEqual(['4006-555-010']);
  });
});
