import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DECISION_WORDS } from '../../../src-main/acceptance/certificate.ts';
import { say } from '../../../src-main/agreement/sentence.ts';

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
