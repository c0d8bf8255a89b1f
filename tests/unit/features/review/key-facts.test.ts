import { expect, test } from 'vitest';
import { facts } from '../../../../src-main/agreement/facts/facts.ts';
import { classify } from '../../../../src-main/agreement/meaning/classify.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { keyFacts } from '../../../../src-main/features/review/key-facts.ts';
import { documentOf } from '../../agreement/meaning.ts';

function told(...clauses: readonly string[]): readonly string[] {
  const document = documentOf(clauses);
  const read = { ...document, facts: facts(document, classify(document)) };
  return keyFacts(read, undefined).map(({ label, words }) => `${say(label, 'zh')} ${say(words, 'zh')}`);
}

test('how the agreement is paid goes before what a further service is paid by, and the day to cancel is among what weighs most', () => {
  const all = told(
    '客户须在每月8日前付清上月租费。',
    '客户加购的增值服务，须在收到账单之日起20日内付款。',
    '期满前45日内未书面通知不续约的，合同自动续期两年。',
  );
  expect(all[0]).toContain('每月8日前');
  expect(all.join()).not.toContain('20 天');
  expect(all.join()).toContain('45 天');
});
