import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../src-main/agreement/sentence.ts';
import { fill } from '../../../../src-main/letter/fill.ts';
import { FORMS } from '../../../../src-main/letter/forms.ts';
import { prefill } from '../../../../src-main/letter/profile.ts';
import type { LetterTemplate, LetterValues } from '../../../../src-main/letter/template.ts';
import type { Paper } from '../../../../src-main/pdf/paper.ts';
import { capitals } from '../../../../src-main/term/fees/capitals.ts';
import { COMPANY, CONTACT, SIGNATORY, VALUES } from '../../letter/example.ts';
import { ENGLISH, OF_FORM } from '../../letter/example-english.ts';
import { CHROMIUM } from '../paper-tools.ts';
import { faultsOnPages } from './set-in-chromium.ts';

const WRITER = { company: COMPANY, contact: CONTACT, signatory: SIGNATORY, today: '2026-11-23' };

const paperOf = (form: LetterTemplate, values: LetterValues, language: Language): Paper => ({
  ...fill(form, values, { inCapitals: capitals, language }),
  title: form.id,
});

/** A form filled in, and as a draft that has its blanks. */
const papersOf = (form: LetterTemplate, language: Language): readonly Paper[] => {
  const english = language === 'en' ? { ...ENGLISH, ...OF_FORM[form.id] } : {};
  return [
    paperOf(form, { ...prefill(form, WRITER, language), ...VALUES, ...english }, language),
    paperOf(form, prefill(form, WRITER, language), language),
  ];
};

describe.skipIf(CHROMIUM === undefined)(
  'no line of a letter or form leaves the printed area, and there is room to sign',
  () => {
    it.each(['zh', 'en'] as const)(
      '%s, filled in or with its blanks',
      (language) => {
        expect(faultsOnPages(FORMS.flatMap((form) => papersOf(form, language)))).toEqual([]);
      },
      120_000,
    );
  },
);
