import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conspicuousTags } from '../../../../src-main/agreement/meaning/emphasise.ts';
import type { Clause, ClauseTag, TagKind } from '../../../../src-main/agreement/model.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { features } from '../../../../src-main/agreement/scorer/features.ts';
import { judged } from '../../../../src-main/agreement/scorer/judge.ts';
import { kept, type LanguageModel, type Linear, linear, score } from '../../../../src-main/agreement/scorer/model.ts';
import { SHIPPED } from '../../../../src-main/agreement/scorer/shipped.ts';
import { filledSlots } from '../../../../src-main/agreement/scorer/slots.ts';
import type { StructuredDocument } from '../../../../src-main/agreement/structure/structured.ts';
import { readText } from '../../../../src-main/import/text/text.ts';
import { train } from '../../../reading/train.ts';

const TEXT = '仓库于每日八时开放。本店对逾期货物不承担任何责任。';
const clause: Clause = { id: 'a', level: 1, role: 'clause', text: TEXT, emphasis: [], tags: [], lines: [1, 1] };
const document = (...clauses: readonly Clause[]): StructuredDocument => ({
  ...{ title: '仓储条款', kind: 'terms', language: 'zh', clauses, tables: [] },
});
const flat = (bias: number): Linear => ({ bias, weights: new Float32Array(8) });
const model = (weight: number, kinds: Readonly<Partial<Record<TagKind, number>>>): LanguageModel => ({
  ...{ conspicuous: flat(weight), certain: 1, possible: -1 },
  kinds: new Map(Object.entries(kinds).map(([kind, bias]) => [kind as TagKind, flat(bias)])),
  useful: new Map(),
});
const tagsOf = (weight: number, kinds: Partial<Record<TagKind, number>>, ...own: ClauseTag[]): readonly ClauseTag[] => {
  const scorer = { zh: model(weight, kinds), en: model(9, {}) };
  return judged(document(clause), [own], scorer)[0] ?? [];
};
const rule: ClauseTag = { kind: 'liability-exclusion', because: '不承担任何责任' };

describe('what was learnt, laid over what the rules found', () => {
  test('a clause that certainly matters keeps the findings of rules, and gets the kinds that they missed', () => {
    expect(tagsOf(2, { 'liability-exclusion': 1, breach: 1, jurisdiction: -2 }, rule)).toEqual([
      rule,
      { kind: 'breach', because: expect.stringContaining('') },
    ]);
  });

  test('where no kind is likely, the likeliest stands', () => {
    expect(tagsOf(2, { breach: -2, jurisdiction: -5 }).map(({ kind }) => kind)).toEqual(['breach']);
    expect(tagsOf(2, { breach: -2, 'liability-exclusion': -5 }, rule)).toEqual([rule]);
  });

  test('a clause that may matter is never bold, and says that it may', () => {
    const tags = tagsOf(0, { 'liability-exclusion': 1 }, rule);
    expect(tags).toEqual([{ ...rule, certainty: 'possible' }]);
    expect(conspicuousTags(tags)).toEqual([]);
    expect(conspicuousTags([rule])).toEqual([rule]);
  });

  test('a clause that does not matter loses such kinds, and no others', () => {
    const fee: ClauseTag = { kind: 'fee', because: '逾期' };
    expect(tagsOf(-2, { 'liability-exclusion': 5 }, rule, fee)).toEqual([fee]);
  });

  test('what a heading alone says is no more certain than its clause', () => {
    const title: ClauseTag = { kind: 'termination', because: '终止', title: true };
    expect(tagsOf(2, { termination: 1 }, title)[0]).toEqual(title);
    for (const weight of [0, -2])
      expect(tagsOf(weight, { termination: -9, breach: -1 }, title)[0]).toEqual({ ...title, certainty: 'possible' });
  });

  test('a right that nobody found a side for is the provider’s', () => {
    expect(tagsOf(2, { termination: 1 })).toMatchObject([{ kind: 'termination', by: 'provider' }]);
  });

  test('headings stay as they are', () => {
    const heading: Clause = { ...clause, role: 'heading' };
    const scorer = { zh: model(-9, { breach: 1 }), en: model(9, {}) };
    expect(judged(document(heading), [[rule]], scorer)).toEqual([[rule]]);
  });

  test('the words that a kind is said for are the heaviest', () => {
    const [looks] = features(document(clause), [[]]);
    const weights = new Float32Array(1 << 17);
    const [heavy] = features(document({ ...clause, text: '本店对逾期货物不承担任何责任。' }), [[]]);
    const [light] = features(document({ ...clause, text: '仓库于每日八时开放。' }), [[]]);
    for (const place of heavy?.places ?? []) weights[place] = 1;
    for (const place of light?.places ?? []) weights[place] = -1;
    expect(looks?.places.length).toBeGreaterThan(20);
    const scorer = {
      zh: { ...model(2, {}), kinds: new Map([['breach' as const, { bias: 0, weights }]]) },
      en: model(9, {}),
    };
    expect(judged(document(clause), [[]], scorer)[0]).toEqual([
      { kind: 'breach', because: '本店对逾期货物不承担任何责任。' },
    ]);
  });
});

describe('the features of a clause', () => {
  test('do not depend on what the sides are called', () => {
    const named = (short: string): string =>
      [
        '仓储服务条款',
        `一、东港仓储有限公司（以下简称“${short}”）向您提供仓储服务。`,
        `二、${short}有权终止服务。`,
      ].join('\n');
    const looks = (short: string): unknown => {
      const [found] = read(readText(named(short), 'utf-8'), {}, null).documents;
      if (!found) return undefined;
      const all = features(
        found,
        found.clauses.map(() => []),
      );
      return all.at(-1)?.places;
    };
    expect(looks('东港')).toEqual(looks('海潮'));
  });

  test('hold the words that introduce an item', () => {
    const lead: Clause = { ...clause, id: 'l', text: '停电时本店不承担责任：' };
    const item: Clause = { ...clause, id: 'i', number: '1', parent: 'l', text: '停电；' };
    const size = (introduction: string, text: string): number =>
      features(document({ ...lead, text: introduction }, { ...item, text }), [[], []])[1]?.places.length ?? 0;
    const without = size('停电时本店不承担责任。', '停电。');
    expect(size('停电时本店不承担责任：', '停电。')).toBeGreaterThan(without);
    // Wherever the introduction speaks of its list, and where the item is part of a sentence that others go on.
    expect(size('有下列情形时本店不承担责任。另行通知。', '停电。')).toBeGreaterThan(without);
    expect(size('停电时本店不承担责任。', '停电；')).toBeGreaterThan(without);
  });

  test('fill slots in either language, a ban before a right', () => {
    expect(filledSlots('您不得转让', 'zh').map(({ name }) => name)).toEqual(['ban', 'assign']);
    expect(filledSlots('you may not assign it', 'en').map(({ name }) => name)).toEqual(['ban', 'assign']);
  });
});

describe('weights', () => {
  test('are kept in a byte each, the small ones too', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 }), (values) => {
        const most = Math.max(...values.map(Math.abs));
        const back = linear(kept({ bias: 0.5, weights: Float32Array.from(values) }));
        expect(back.bias).toBe(0.5);
        values.forEach((value, at) => {
          expect(Math.abs((back.weights[at] ?? 0) - value)).toBeLessThanOrEqual(most / 60 + 1e-4);
        });
      }),
    );
  });

  test('a kind that is no alarm is said from its own line on, doubted near below it and dropped farther below', () => {
    const rule: ClauseTag = { kind: 'audit', because: 'may audit' };
    const audited = (bias: number, own: readonly ClauseTag[]): readonly ClauseTag[] => {
      const useful = new Map([['audit' as const, { linear: flat(bias), certain: 1 }]]);
      const scorer = { zh: { ...model(-9, {}), useful }, en: model(-9, {}) };
      return judged(document(clause), [own], scorer)[0] ?? [];
    };
    expect(audited(1.5, [rule])).toEqual([rule]);
    expect(audited(1.5, []).map(({ kind, certainty }) => [kind, certainty])).toEqual([['audit', undefined]]);
    expect(audited(0.5, [rule])).toEqual([{ ...rule, certainty: 'possible' }]);
    expect(audited(0.5, [])).toEqual([]);
    expect(audited(-2, [rule])).toEqual([]);
  });

  test('shipped are of both languages, with a line for certain above the one for possible', () => {
    for (const language of [SHIPPED.zh, SHIPPED.en]) {
      expect(language.certain).toBeGreaterThan(language.possible);
      expect(language.kinds.size).toBeGreaterThan(12);
      expect(language.conspicuous.weights.some((weight) => weight !== 0)).toBe(true);
    }
  });

  test('learnt twice from the same rows are the same, and tell what was taught', () => {
    const [looks] = features(document(clause), [[]]);
    const [plain] = features(document({ ...clause, text: '仓库于每日八时开放。' }), [[]]);
    if (!looks || !plain) throw new Error('no features');
    const base = { language: 'zh' as const, provider: 'p', unit: 'u', alone: true };
    const rows = Array.from({ length: 40 }, (_, at) =>
      at % 2 === 0
        ? { ...base, looks, kinds: new Set(['breach']), conspicuous: true }
        : { ...base, looks: plain, kinds: new Set<string>(), conspicuous: false },
    );
    const lines = { zh: { certain: 0, possible: -1 }, en: { certain: 0, possible: -1 } };
    const useful = { zh: new Map([['audit' as const, 1]]), en: new Map<TagKind, number>() };
    const [first, second] = [train(rows, lines, useful), train(rows, lines, useful)];
    expect(first.zh).toEqual(second.zh);
    expect([...first.zh.useful.keys()]).toEqual(['audit']);
    expect(score(first.zh.conspicuous, looks)).toBeGreaterThan(1);
    expect(score(first.zh.conspicuous, plain)).toBeLessThan(-1);
    expect([...first.zh.kinds.keys()]).toEqual(['breach']);
  });
});
