import { beforeAll, describe, expect, test } from 'vitest';
import { isConspicuous } from '../../../src-main/agreement/meaning/emphasise.ts';
import { formerShape } from '../../../src-main/agreement/legacy-fact.ts';
import type { AgreementDocument, Reading } from '../../../src-main/agreement/model.ts';
import { read } from '../../../src-main/agreement/read.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { references } from '../../fixtures/references.ts';

describe.each(references)('the meaning of $name', ({ text, court }) => {
  let reading: Reading;
  beforeAll(() => {
    reading = read(readText(text, 'utf-8'));
  });
  const document = (index: number): AgreementDocument => reading.documents[index]!;
  const factsOf = (index: number): string[] =>
    document(index).facts.flatMap((each) => {
      const fact = formerShape(each);
      if (!fact) return [];
      const number = document(index).clauses.find((clause) => clause.id === fact.clause)?.number;
      return `${fact.kind} ${typeof fact.value === 'object' ? JSON.stringify(fact.value) : fact.value}${number === undefined ? '' : ` @${number}`}`;
    });
  const clause = (index: number, number: string) => document(index).clauses.find((each) => each.number === number)!;

  test('the terms state their notices, periods, cap, law and court', () => {
    const found = factsOf(0);
    for (const fact of [
      'change-notice-days 30 @3.1.1',
      'termination-notice-days 30 @6.2.4',
      'assignment-notice-days 30 @10.2',
      'payment-due-days 7 @2.2',
      'renewal-lead-days 7 @2.3',
      'outage-termination-hours 72 @7.3',
      'governing-law 中华人民共和国法律 @9.1',
    ])
      expect(found).toContain(fact);
    expect(document(0).facts.find((fact) => fact.kind === 'liability-cap')?.clause).toBe(clause(0, '7.5').id);
    expect(document(0).facts.find((fact) => fact.kind === 'court')?.value).toSatisfy((value) =>
      String(value).endsWith(court),
    );
  });

  test('the service level states availability, three tiers and the window of claims', () => {
    expect(factsOf(1)).toEqual(
      expect.arrayContaining([
        'availability 99.95',
        'credit-tier {"below":99.95,"from":99,"credit":15}',
        'credit-tier {"below":99,"from":95,"credit":30}',
        'credit-tier {"below":95,"credit":100}',
        'claim-opens-working-day 5',
        'claim-closes-months 2',
        'change-notice-days 30',
      ]),
    );
    expect(document(1).facts.filter((fact) => fact.kind === 'credit-tier')).toHaveLength(3);
  });

  test.each([2, 5])(
    'the line agreement (document %i) states its figures, and neither a cap nor a named court',
    (index) => {
      const found = factsOf(index);
      for (const fact of [
        'payment-due-days 7 @3.2.1',
        'late-fee-per-day 3 @10.1',
        'overdue-termination-days 30 @10.1',
        'termination-notice-months 1 @10.2',
        'damages-multiple 2 @10.3',
        'damages-multiple 2 @10.4',
        'paper-delivery-days 5 @11.3',
        'vat-rate 6 @3.4.1',
        'invoice-ordinary-day {"months":1,"day":5,"plan":"prepaid"} @3.4.2',
        'invoice-special-day {"months":1,"day":10,"plan":"prepaid"} @3.4.2',
        'invoice-ordinary-day {"months":2,"day":5,"plan":"postpaid"} @3.4.3',
        'invoice-special-day {"months":2,"day":10,"plan":"postpaid"} @3.4.3',
        'change-notice-days 30 @14.2',
      ])
        expect(found).toContain(fact);
      expect(found.some((fact) => /^(?:liability-cap|court) /u.test(fact))).toBe(false);
      expect(found.some((fact) => fact.startsWith('electronic-delivery '))).toBe(true);
      expect(found.some((fact) => fact.startsWith('hotline '))).toBe(true);
    },
  );

  test('liability, breach, jurisdiction and the provider’s right to end are conspicuous, the customer’s is not', () => {
    for (const number of ['6.2.2', '6.2.4', '7.1', '7.4', '7.5', '9.2'])
      expect(isConspicuous(clause(0, number).tags), number).toBe(true);
    expect(isConspicuous(clause(0, '7.3').tags)).toBe(false);
  });

  test('the nine exclusions of the service level are conspicuous and bold by rule', () => {
    const items = document(1).clauses.filter((each) => /^\([1-9]\)$/u.test(each.number ?? ''));
    expect(items).toHaveLength(9);
    for (const item of items) {
      expect(item.tags.map((tag) => tag.kind)).toContain('sla-exclusion');
      expect(item.emphasis.some((span) => span.strong)).toBe(true);
    }
  });

  test('every quote stands in its clause, letter for letter', () => {
    for (const each of reading.documents)
      for (const fact of each.facts)
        expect(each.clauses.find((one) => one.id === fact.clause)?.text).toContain(fact.quote);
  });
});
