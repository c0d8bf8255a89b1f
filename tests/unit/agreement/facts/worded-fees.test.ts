import { expect, test } from 'vitest';
import type { FactKind } from '../../../../src-main/agreement/fact.ts';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { documentOf } from '../meaning.ts';

const valuesOf = (kind: FactKind, ...clauses: readonly string[]) => {
  const document = documentOf(clauses);
  return facts(document, classify(document)).flatMap((fact) => (fact.kind === kind ? [fact.value] : []));
};
const rest = (amount: number) => [{ amount, unit: 'percent', of: 'remaining-term' }];

test.each([
  ['客户提前解约的，须支付剩余服务期费用的三分之一作为违约金。', rest(33.3333333333)],
  ['甲方提前终止合同的，应补足剩余期限服务费的半数。', rest(50)],
  ['甲方提前终止合同的，应补足剩余期限的服务费。', rest(100)],
  ['甲方提前终止合同的，应补足剩余期限服务费的适当比例。', []],
  ['On early termination Customer shall pay one half of the fees for the remainder of the term.', rest(50)],
  ['On early termination Customer shall pay the fees for the remainder of the term.', rest(100)],
  ['On early termination Customer shall pay a certain portion of the fees for the remainder of the term.', []],
])('what is paid for ending early, as a part of the rest: %s', (text, values) => {
  expect(valuesOf('early-termination-fee', text)).toEqual(values);
});
