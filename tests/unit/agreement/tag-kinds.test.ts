import { say } from '../../../src-main/agreement/sentence.ts';
import { describe, expect, test } from 'vitest';
import { conspicuousTags } from '../../../src-main/agreement/meaning/emphasise.ts';
import {
  TAG_FAMILIES,
  TAG_KIND_NAMES,
  type TagKind,
  tagKind,
  tagLabel,
} from '../../../src-main/agreement/tag-kinds.ts';
import { literalLists, sources } from './literal-lists.ts';

const KINDS: ReadonlySet<string> = new Set(TAG_KIND_NAMES);

/** The table itself, and the rules of the reading, which say what makes a clause of a kind. */
const MAY_LIST = /^src-main\/agreement\/(?:tag-kinds\.ts|rules\/|meaning\/)/u;

describe('the table of kinds', () => {
  test('names every kind in both languages, no two alike', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = TAG_KIND_NAMES.map((kind) => say(tagLabel(kind), language));
      expect(names.filter((name) => name.trim() === '')).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('makes these kinds key clauses, two of them only as the provider’s right', () => {
    const always = TAG_KIND_NAMES.filter((kind) => tagKind(kind)?.conspicuous === 'always');
    expect(always.toSorted()).toEqual(
      [
        ...['breach', 'continued-use', 'damages-exclusion', 'indemnity', 'jurisdiction', 'liability-cap'],
        ...['liability-exclusion', 'liquidated-damages', 'sla-exclusion', 'warranty-disclaimer'],
        ...['claim-window', 'notice-delivery', 'change-notice', 'assignment', 'arbitration', 'auto-renewal'],
        ...['price-increase', 'minimum-commitment', 'early-termination-fee', 'non-refundable', 'uncapped-liability'],
        'exclusivity',
      ].toSorted(),
    );
    const theirs = TAG_KIND_NAMES.filter((kind) => tagKind(kind)?.conspicuous === 'provider');
    expect(theirs.toSorted()).toEqual(['suspension', 'termination']);
  });

  test('puts every key kind in one family, and no other kind in any', () => {
    const familyOf = (kind: TagKind) => tagKind(kind)?.family;
    const members = TAG_FAMILIES.map((family) => TAG_KIND_NAMES.filter((kind) => familyOf(kind) === family));
    expect(members).toEqual([
      [
        ...['liability-cap', 'liability-exclusion', 'damages-exclusion', 'warranty-disclaimer', 'sla-exclusion'],
        'uncapped-liability',
      ],
      ['suspension', 'termination', 'change-notice', 'continued-use', 'assignment', 'exclusivity'],
      ['breach', 'liquidated-damages', 'indemnity'],
      ['auto-renewal', 'price-increase', 'minimum-commitment', 'early-termination-fee', 'non-refundable'],
      ['claim-window', 'notice-delivery'],
      ['jurisdiction', 'arbitration'],
    ]);
    const key = TAG_KIND_NAMES.filter((kind) => tagKind(kind)?.conspicuous);
    expect(members.flat().toSorted()).toEqual(key.toSorted());
  });

  test('gives every key kind a part of a comparison, so that no change of its words goes unsaid', () => {
    const silent = TAG_KIND_NAMES.filter((kind) => tagKind(kind)?.conspicuous && !tagKind(kind)?.material);
    expect(silent).toEqual([]);
  });

  test('knows no kind by the name of an object’s own parts, nor one from elsewhere', () => {
    expect(tagKind('constructor')).toBeUndefined();
    const foreign = JSON.parse('[{ "kind": "astrology", "because": "x" }]') as Parameters<typeof conspicuousTags>[0];
    expect(conspicuousTags(foreign)).toEqual([]);
  });
});

describe('no second table of kinds', () => {
  test('stands in the product', () => {
    const listed = sources(['src-main', 'src-renderer'])
      .filter(({ path }) => !MAY_LIST.test(path))
      .flatMap(({ path, text }) =>
        literalLists(text, KINDS).map(({ line, words }) => `${path}:${line} ${words.join()}`),
      );
    expect(listed).toEqual([]);
  });

  test.each([
    ['a set', `const LOUD = new Set(['liability-cap', 'breach', 'jurisdiction']);`],
    ['a record of names', `const names = { 'liability-cap': '上限', breach: '违约', suspension: '中止' };`],
    ['a type', `type Loud = 'liability-cap' | 'breach' | 'suspension';`],
  ])('would pass unseen: %s', (_what, planted) => {
    expect(literalLists(planted, KINDS)).toHaveLength(1);
  });

  test('and what only mentions a kind or two is none', () => {
    const mentions = `if (kind === 'breach') go(['breach', 'fee']); const order = { fee: 1, plan: 2, ends: 3, renewal: 4, day: 5 };`;
    expect(literalLists(mentions, KINDS)).toEqual([]);
  });
});
