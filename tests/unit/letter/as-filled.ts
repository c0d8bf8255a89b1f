import type { Language } from '../../../src-main/agreement/sentence.ts';
import { fill } from '../../../src-main/letter/fill.ts';
import type { FilledBlock, FilledLetter } from '../../../src-main/letter/filled.ts';
import { prefill } from '../../../src-main/letter/profile.ts';
import type { LetterTemplate, LetterValues } from '../../../src-main/letter/template.ts';
import { capitals } from '../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from './example.ts';

/** A form with all that the profile and the person give, and what a test gives instead. */
export const filled = (template: LetterTemplate, more: LetterValues = {}, language: Language = 'zh'): FilledLetter => {
  const known = prefill(template, { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' });
  return fill(template, { ...known, ...VALUES, ...more }, { inCapitals: capitals, language });
};

export const words = (blocks: readonly FilledBlock[]): string => JSON.stringify(blocks);
/** With every citation in full: a second item is cited without the article of the first. */
export const citedInFull = (text: string): string =>
  text.replace(/(第[^条]+条第[^款]+款)(第[^项]+项)、(?=第[^项条款]+项)/gu, '$1$2、$1');
/** What a reader reads, without where values begin and end. */
export const spoken = (letter: FilledLetter): string =>
  letter.blocks.map((block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')).join('\n');
export const codes = (letter: FilledLetter): readonly string[] =>
  letter.problems.map(({ code, field }) => `${code} ${field}`);
