import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase, sentenceOf, wordsAt } from '../../../../src-main/agreement/meaning/phrases.ts';
import { gramsOf, requirementsOf } from '../../../../src-main/agreement/meaning/phrase-grams.ts';
import { FACT_RULES } from '../../../../src-main/agreement/rules/facts.ts';
import { HEADING_RULES } from '../../../../src-main/agreement/rules/headings.ts';
import { TAG_RULES } from '../../../../src-main/agreement/rules/index.ts';

const whole = (text: string) => sentenceOf(text, { start: 0, end: text.length });
const found = (text: string, phrase: string): string[] =>
  findPhrase(whole(text), phrase).map((match) => wordsAt(text, whole(text), match));

describe('phrases of the rule files', () => {
  test('… stands for words between, not for another sentence’s length', () => {
    expect(found('本公司不承担任何责任', '不承担…责任')).toEqual(['不承担任何责任']);
    expect(found(`不承担${'甲'.repeat(80)}责任`, '不承担…责任')).toEqual([]);
  });

  test('a slot gives the quantity in any notation', () => {
    const sentence = whole('应提前三十（30）日通知');
    expect(findPhrase(sentence, '提前 {day}…通知')[0]?.quantity?.value).toBe(30);
  });

  test('words between may not run over another quantity of the same kind', () => {
    const sentence = whole('逾期十日暂停服务，逾期三十日终止服务');
    const [match] = findPhrase(sentence, '{day}…终止');
    expect(match?.quantity?.value).toBe(30);
  });

  test('an English phrase starts at the start of a word, in any case', () => {
    expect(found('THE PROVIDER MAY TERMINATE', 'may terminate')).toEqual(['MAY TERMINATE']);
    expect(found('dismay terminate', 'may terminate')).toEqual([]);
  });

  test('every phrase of every rule can be read', () => {
    const rules: readonly {
      chinese?: readonly string[];
      english?: readonly string[];
      also?: readonly string[];
      unless?: readonly string[];
    }[] = [...TAG_RULES, ...HEADING_RULES, ...FACT_RULES];
    const everything = whole('责任 30天 不 the may not 服务 fees 99% 3‰ 两倍 第五个工作日 2024年1月1日');
    for (const rule of rules)
      for (const phrase of [
        ...(rule.chinese ?? []),
        ...(rule.english ?? []),
        ...(rule.also ?? []),
        ...(rule.unless ?? []),
      ])
        expect(() =>
          findPhrase({ ...everything, grams: { has: () => true } as unknown as ReadonlySet<string> }, phrase),
        ).not.toThrow();
  });

  test.each([
    ['(不|均不)(对|就)?(承担|负)(任何)?(责任)', ['不', '均不', '对', '承担', '任何', '责任']],
    ['(shall|will) not (be )?liable', ['shall ', 'will ', 'not ', 'be ', 'liable']],
    ['(?<!不)保证.{0,4}可用', ['不', '保证', '服务', '可用']],
    ['(提前|至少) ?通知', ['提前', '至少', ' ', '通知']],
    ['a(bc|de)*f+g?', ['a', 'bc', 'de', 'f', 'g']],
  ])('the quick look never rules out what %s would find', (source, pieces) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 7 }), (parts) => {
        const text = parts.join('');
        const grams = gramsOf(text);
        const possible = requirementsOf(source).every((each) => each.some((gram) => grams.has(gram)));
        return possible || !new RegExp(source, 'iu').test(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('time grows with the text, not faster', () => {
    const time = (length: number): number => {
      const text = '不承担终止赔偿责任超过三十日'.repeat(length);
      const sentence = whole(text);
      // The machine's own work, not the time that other programs took meanwhile.
      const start = process.cpuUsage();
      for (const rule of TAG_RULES)
        for (const phrase of [...(rule.chinese ?? []), ...(rule.unless ?? [])]) findPhrase(sentence, phrase);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(200);
    const small = Math.min(time(400), time(400), time(400));
    const large = Math.min(time(3200), time(3200));
    expect(large / small).toBeLessThan(40);
  });
});
