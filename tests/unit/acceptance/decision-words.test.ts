import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DECISION_WORDS } from '../../../src-main/acceptance/certificate.ts';
import { decisionWords } from '../../../src-main/acceptance/statement.ts';
import { say } from '../../../src-main/agreement/sentence.ts';

test.each([
  ['zh', /另行作出|尚未|已于/u],
  ['en', /made separately|not yet|already/u],
] as const)('the statement says nothing of whether it was made to the provider already: %s', (language, pattern) => {
  const of = { company: '远航', title: '示例条款', ordinal: 1, fingerprint: 'f'.repeat(64), conspicuous: 3 };
  for (const provider of [undefined, '示例云'])
    expect(decisionWords({ ...of, provider }, language).statement).not.toMatch(pattern);
});

test.each(['zh', 'en'] as const)(
  'the offline verifier calls decisions what certificate and log call them: %s',
  (language) => {
    const verifier = JSON.parse(readFileSync(`assets/messages/${language}/verifier.json`, 'utf8')) as Record<
      string,
      string
    >;
    for (const decision of ['accepted', 'declined', 'set-aside'] as const)
      expect(verifier[decision]).toBe(say(DECISION_WORDS[decision], language));
  },
);
