import { describe, expect, test } from 'vitest';
import { compare } from '../../../../src-main/compare/compare.ts';
import { plainNumber, referencesIn } from '../../../../src-main/compare/impact/references.ts';
import { agreement } from '../agreement-builder.ts';

describe('references of a text', () => {
  test.each([
    ['违反第4.3条、4.4条和4.5条的', ['4.3', '4.4', '4.5']],
    ['第3.1、3.2和3.3条', ['3.1', '3.2', '3.3']],
    ['按第九条第（2）项办理', ['9/2']],
    ['见附件1及附录A', ['1', 'A']],
    ['under Section 4.2(a)(ii) and Schedule 1', ['4.2/a/ii', '1']],
    ['Sections 5.1, 5.2 and 5.3', ['5.1', '5.2', '5.3']],
    ['《民法典》第203条、民法典第五百条', []],
    ['Article 5 of the Regulation', []],
    ['第三方、第一次', []],
  ])('%s', (text, paths) => {
    const found = referencesIn(text);
    expect(found.map(({ path }) => path.join('/'))).toEqual(paths);
    for (const { start, end, quote } of found) expect(text.slice(start, end)).toBe(quote);
  });

  test('numbers are equal however they are written', () => {
    expect(['第九条', '九', '（9）', '9.'].map(plainNumber)).toEqual(['9', '9', '9', '9']);
  });
});

describe('where a reference leads', () => {
  const clauses = ['1 客户按月支付费用。', '2 客户不得转租线路。', '3 违反第2条的，平台停止服务。'];

  test('one that follows the numbering is renumbered, not changed', () => {
    const next = agreement([
      '1 双方友好合作。',
      '2 客户按月支付费用。',
      '3 客户不得转租线路。',
      '4 违反第3条的，平台停止服务。',
    ]);
    const { changes } = compare(agreement(clauses), next);
    const change = changes.at(-1);
    expect([change?.kind, change?.material, change?.reasons[0]?.kind]).toEqual([
      'renumbered',
      false,
      'reference-follows',
    ]);
  });

  test('one that stayed as written but leads to another clause is material', () => {
    const next = agreement(['1 客户不得转租线路。', '2 客户按月支付费用。', '3 违反第2条的，平台停止服务。']);
    const change = compare(agreement(clauses), next).changes.at(-1);
    expect([change?.kind, change?.material, change?.reasons[0]?.kind]).toEqual(['renumbered', true, 'reference']);
  });

  test('one whose clause is gone is material', () => {
    const next = agreement(['1 客户按月支付费用。', '3 违反第2条的，平台停止服务。']);
    const change = compare(agreement(clauses), next).changes.at(-1);
    expect(change?.because).toContain('不存在的条款');
  });

  test('one that was rewritten to another clause, or to another article of a statute, is material', () => {
    const next = agreement([...clauses.slice(0, 2), '3 违反第1条的，平台停止服务。']);
    expect(compare(agreement(clauses), next).changes[0]?.reasons[0]?.kind).toBe('reference');
    const statute = (article: number) => agreement([`1 期间依《民法典》第${article}条计算。`]);
    expect(compare(statute(201), statute(202)).changes[0]).toMatchObject({ kind: 'changed', material: true });
  });
});
