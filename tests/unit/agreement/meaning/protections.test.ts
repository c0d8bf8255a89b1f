import { describe, expect, test } from 'vitest';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { unrecognisedProtections } from '../../../../src-main/agreement/meaning/protections.ts';
import type { DocumentKind } from '../../../../src-main/agreement/model.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { documentOf } from '../meaning.ts';

/** What a text of these clauses is said to lack. */
function lacking(clauses: readonly string[], kind: DocumentKind = 'terms'): readonly string[] {
  const document = documentOf(clauses, kind);
  const tags = classify(document);
  const read = document.clauses.map((clause, at) => ({ ...clause, tags: tags[at] ?? [] }));
  return unrecognisedProtections({ kind, clauses: read, facts: [] }).map((each) => say(each, 'en'));
}

describe('usual protections that were not recognised in a text', () => {
  test('are all of them where the text is about something else, and none is asked of a guide', () => {
    expect(lacking(['服务商按月开具增值税普通发票。'])).toEqual([
      'Your liability cap',
      'Service credits',
      'Notice of changes',
      'Your right to terminate',
      'Return or export of data',
      'Notice of security incidents',
      'Confidentiality of your information',
    ]);
    expect(lacking(['服务商按月开具增值税普通发票。'], 'guide')).toEqual([]);
    expect(lacking(['服务商按月开具增值税普通发票。'], 'sla')).toEqual(['Service credits']);
    expect(lacking([], 'terms')).toEqual([]);
  });

  test.each([
    ['任何一方在本协议项下的累计赔偿责任不超过最近十二个月的服务费总额。', true],
    ['客户的累计赔偿责任不超过本协议的服务费总额。', true],
    ['In no event shall either party’s aggregate liability exceed the fees paid in the last twelve months.', true],
    ['Your total liability under this agreement will not exceed the fees paid.', true],
    ['服务商对客户的累计赔偿责任不超过最近一个月的服务费。', false],
    ['因服务中断给用户造成损失的，服务商的赔偿责任总额不超过当月服务费。', false],
    ['Our total liability to the customer shall not exceed the fees paid in the last month.', false],
  ])('a cap protects the customer only where it is of its own liability: %s', (clause, own) => {
    expect(lacking([clause]).includes('Your liability cap')).toBe(!own);
  });

  test.each<[readonly string[], boolean]>([
    [['甲方（客户）：某公司', '甲方的累计赔偿责任不超过合同金额。'], true],
    [['甲方（客户）：某公司', '乙方的累计赔偿责任不超过合同金额。'], false],
    // Who is who the document says: here 甲方 provides.
    [['甲方：某服务商', '乙方：某客户', '乙方的赔偿责任不超过合同金额。'], true],
    [['甲方：某服务商', '乙方：某客户', '甲方的赔偿责任不超过合同金额。'], false],
    [['甲乙双方的赔偿责任均不超过合同金额。'], true],
    [['甲方的累计赔偿责任不超过合同金额。'], true],
  ])('a cap in the words of the parties, whichever of them is the customer: %s', (clauses, own) => {
    expect(lacking(clauses, 'service-agreement').includes('Your liability cap')).toBe(!own);
  });

  test('a right to end of the provider’s alone is none of the customer', () => {
    const alone = lacking(['服务商有权随时终止本协议。']);
    expect(alone).toContain('Your right to terminate');
    const both = lacking(['任何一方均有权提前三十日书面通知对方终止本协议。']);
    expect(both).not.toContain('Your right to terminate');
  });

  test('a heading promises nothing', () => {
    const document = documentOf([['8', '保密']]);
    const headed = {
      kind: 'terms' as const,
      facts: [],
      clauses: document.clauses.map((clause) => ({
        ...clause,
        tags: [{ kind: 'confidentiality' as const, because: '保密', title: true as const }],
      })),
    };
    expect(unrecognisedProtections(headed).map((each) => say(each, 'en'))).toContain(
      'Confidentiality of your information',
    );
  });
});
