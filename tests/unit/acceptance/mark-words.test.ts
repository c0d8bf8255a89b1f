import { expect, test } from 'vitest';
import { LANGUAGES, say } from '../../../src-main/agreement/sentence.ts';
import { markWords } from '../../../src-main/acceptance/statement.ts';

const none = { whole: 0, part: 0, rule: 0 };

test('of one clause nothing is said as of several', () => {
  for (const mark of ['whole', 'part', 'rule'] as const)
    for (const language of LANGUAGES) {
      const [one, two] = [1, 2].map((count) => say(markWords({ ...none, [mark]: count }), language));
      expect([mark, one]).not.toEqual([mark, two]);
      expect(one).not.toMatch(/\b(?:all|none|are)\b|全部|都|各有/u);
    }
});
