import { say } from '../../../../src-main/agreement/sentence.ts';
import { describe, expect, test } from 'vitest';
import { FACT_KINDS, type Fact, type FactKind, UNITS, factLabel } from '../../../../src-main/agreement/fact.ts';
import { factWords } from '../../../../src-main/agreement/fact-words.ts';
import {
  asLegacy,
  formerShape,
  LEGACY_KINDS,
  type LegacyFact,
  type LegacyKind,
} from '../../../../src-main/agreement/legacy-fact.ts';
import { factFromLegacy } from '../../../../src-main/agreement/present-fact.ts';
import { factFromStored, factsFromStored } from '../../../../src-main/agreement/stored-fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { importSource } from '../../../../src-main/import/source.ts';
import { references } from '../../../fixtures/references.ts';
import { literalLists, sources } from '../literal-lists.ts';
import { documentOf } from '../meaning.ts';

const KINDS = Object.keys(FACT_KINDS) as FactKind[];
const LEGACY = Object.keys(LEGACY_KINDS) as LegacyKind[];

const factsIn = (text: string): readonly Fact[] => {
  const document = documentOf([text]);
  return facts(document, classify(document));
};

describe('the table of facts', () => {
  test.each(KINDS)('%s has a shape, units and a name in both languages', (kind) => {
    const { shape, units } = FACT_KINDS[kind];
    expect(shape).not.toBe('');
    expect(units.length).toBeGreaterThan(0);
    expect(units.filter((unit) => !UNITS.includes(unit))).toEqual([]);
    expect(say(factLabel(kind), 'zh')).toMatch(/\p{Script=Han}/u);
    expect(say(factLabel(kind), 'en')).toMatch(/^[A-Z]/u);
  });

  test('names no two kinds alike', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(KINDS.map((kind) => say(factLabel(kind), language))).size).toBe(KINDS.length);
  });

  test('and no second table of names stands in the product', () => {
    const only = new Set(KINDS.filter((kind) => !(kind in LEGACY_KINDS)));
    const known: ReadonlySet<string> = new Set([...only, ...LEGACY.filter((kind) => LEGACY_KINDS[kind].kind !== kind)]);
    // What the calculators ask by the former kinds, their sentences about each, and which clauses are about them: no names.
    const asks =
      /^src-main\/(?:agreement\/(?:fact|legacy-fact|present-fact)\.ts|agreement\/tag-kinds\.ts|term\/(?:fact-words|unrecognised)\.ts|contract\/notices\.ts|cli\/|features\/rights\/handlers\.ts)/u;
    const listed = sources(['src-main', 'src-renderer'])
      .filter(({ path }) => !asks.test(path))
      .flatMap(({ path, text }) =>
        literalLists(text, known).map(({ line, words }) => `${path}:${line} ${words.join()}`),
      );
    expect(listed).toEqual([]);
    const planted = `const names = { 'claim-opens': '索赔开始', 'claim-closes': '索赔截止', 'late-fee-per-day': '违约金' };`;
    expect(literalLists(planted, known)).toHaveLength(1);
  });
});

const former = (kind: LegacyKind, value: LegacyFact['value'], quote: string, unit: string = LEGACY_KINDS[kind].unit) =>
  ({ kind, value, unit, clause: 'c', quote }) satisfies LegacyFact;

/** One fact of each former kind, with the unit and anchor that were meant. */
const MEANT: readonly LegacyFact[] = [
  former('change-notice-days', 30, '提前 30 天公告'),
  former('termination-notice-days', 30, '提前 30 天通知'),
  former('termination-notice-months', 1, '提前 1 个月通知'),
  former('assignment-notice-days', 30, '提前 30 天通知'),
  former('payment-due-days', 7, '下单后 7 天内付款'),
  former('renewal-lead-days', 7, '期满前 7 天'),
  former('outage-termination-hours', 72, '连续 72 小时'),
  former('liability-cap', '当月费用', '不超过当月费用'),
  former('court', '示例市法院', '由示例市法院管辖'),
  former('governing-law', '中国法律', '适用中国法律'),
  former('availability', 99.95, '不低于 99.95%'),
  former('credit-tier', { below: 99.95, from: 99, credit: 15 }, '低于 99.95%\t月费 15%'),
  former('claim-opens-working-day', 5, '次月第五个工作日后'),
  former('claim-closes-months', 2, '当月结束后 2 个月内'),
  former('late-fee-per-day', 3, '每日 3‰'),
  former('overdue-termination-days', 30, '逾期 30 天'),
  former('damages-multiple', 2, '已付费用的 2 倍'),
  former('paper-delivery-days', 5, '交邮后第五个自然日'),
  former('electronic-delivery', '发送即视为送达', '短信发送即视为送达'),
  former('vat-rate', 6, '税率 6%'),
  former('invoice-ordinary-day', { months: 1, day: 5, plan: 'prepaid' }, '次月 5 日'),
  former('invoice-special-day', { months: 2, day: 10, plan: 'postpaid' }, '次次月 10 日'),
  former('hotline', '400-000-0000', '热线 400-000-0000'),
  former('effective-date', '2026-01-01', '自 2026 年 1 月 1 日起'),
];

describe('a fact and its former kind', () => {
  test('every former kind is tried here', () => {
    expect(MEANT.map(({ kind }) => kind)).toEqual(LEGACY);
  });

  test.each(MEANT.map((one) => [one.kind, one] as const))('%s comes back letter for letter', (kind, one) => {
    const fact = factFromLegacy(one, 1);
    expect(fact).toMatchObject({ kind: LEGACY_KINDS[kind].kind, id: `c/${LEGACY_KINDS[kind].kind}/1`, legacy: kind });
    expect(FACT_KINDS[fact.kind].units).toContain(fact.unit);
    expect(asLegacy(fact)).toEqual(one);
    expect(say(factWords(fact), 'zh')).not.toMatch(/undefined|\[object/u);
    expect(factFromStored(JSON.parse(JSON.stringify(fact)), 1, '')).toEqual(fact);
    expect(factFromStored(JSON.parse(JSON.stringify(one)), 1, '')).toEqual(fact);
  });

  test.each<[LegacyFact, object]>([
    [former('change-notice-days', 10, '提前 10 个工作日', 'working day'), { unit: 'working-day', value: 10 }],
    [former('payment-due-days', 10, '收到账单后 10 天内'), { unit: 'day', anchor: 'invoice' }],
    [former('payment-due-days', 10, '10 天内付款'), { unit: 'day' }],
    [former('claim-closes-months', 1, '故障发生后 1 个月内'), { unit: 'month', anchor: 'incident' }],
    [former('credit-tier', { below: 99, credit: 3 }, '3 天', 'days of service'), { unit: 'service-day' }],
  ])('%o is no former one any more, and nothing is worked out from it', (one, form) => {
    const fact = factFromLegacy(one, 1);
    expect(fact).toMatchObject(form);
    expect(fact.legacy).toBeUndefined();
    expect(asLegacy(fact)).toBeUndefined();
    expect(formerShape(fact)).toEqual(one);
  });

  test.each([
    ['within two months after the end of the month in which the incident occurred', 'month-end'],
    ['应于故障月结束后的 2 个月内提交', 'month-end'],
    ['故障发生后 2 个月内', 'incident'],
    ['超过两个月未申请的', undefined],
  ])('a claim “%s” is counted from %s', (quote, anchor) => {
    expect(factFromLegacy(former('claim-closes-months', 2, quote), 1).anchor).toBe(anchor);
  });

  test('a payment that order and invoice both speak of has no anchor', () => {
    const quote = 'within the period stated in the order, or, if none is stated, within 30 days of invoice';
    expect(factFromLegacy(former('payment-due-days', 30, quote), 1).anchor).toBeUndefined();
  });

  test('units that turn into the former ones exactly are the text’s own, and still count', () => {
    const [outage] = factsIn('服务连续中断三天的，用户可以解除合同。');
    expect(outage).toMatchObject({ kind: 'outage-termination', value: 3, unit: 'day', anchor: 'incident' });
    expect(outage?.legacy).toBeUndefined();
    expect(outage && asLegacy(outage)).toMatchObject({ kind: 'outage-termination-hours', value: 72, unit: 'hour' });
    const [late] = factsIn('Overdue amounts bear interest at 0.05% per day.');
    expect(late).toMatchObject({
      kind: 'late-fee',
      value: { rate: { amount: 0.05, unit: 'percent', of: 'overdue' }, per: 'day' },
      unit: 'percent',
    });
    expect(late && asLegacy(late)).toMatchObject({ kind: 'late-fee-per-day', value: 0.5, unit: 'per-mille' });
  });
});

describe('stored facts', () => {
  const clauses = [{ id: 'c', text: '您应在下单后付款：7 天内付清。' }];

  test('of a former form are understood with the help of their clause, and numbered', () => {
    const stored = [former('payment-due-days', 7, '7 天内付清'), former('payment-due-days', 8, '8 天内付清')];
    expect(factsFromStored(stored, clauses).map(({ id, anchor, legacy }) => [id, anchor, legacy])).toEqual([
      ['c/payment-due/1', 'order', 'payment-due-days'],
      ['c/payment-due/2', 'order', 'payment-due-days'],
    ]);
  });

  test.each<[string, unknown]>([
    ['an unknown kind', { ...former('hotline', '1', '1'), kind: 'astrology' }],
    ['a value of another shape', { ...factFromLegacy(former('vat-rate', 6, '6%'), 1), value: { amount: 6 } }],
    ['a unit of another kind', { ...factFromLegacy(former('vat-rate', 6, '6%'), 1), unit: 'day' }],
    ['nothing', null],
  ])('%s states no value', (_what, stored) => {
    expect(factsFromStored([stored], clauses)).toEqual([]);
  });

  test.each(references)('what is read from $name is stored and read again as it was', async ({ text }) => {
    const { documents } = read(await importSource(new TextEncoder().encode(text), 'dump.txt'));
    for (const { facts: found, clauses: of } of documents) {
      expect(factsFromStored(JSON.parse(JSON.stringify(found)) as unknown[], of)).toEqual(found);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }
  });
});
