import { type Sentence, sentence } from '../agreement/sentence.ts';
import { normaliseCode } from './credit-code.ts';
import { FIELDS } from './fields.ts';
import type { FilledLetter } from './filled.ts';
import { error, type Problem, warning } from './problem.ts';

/** What must be the same on every paper of a set; a difference in the lower group is only doubtful. */
const MUST_AGREE = ['companyName', 'creditCode', 'legalRepresentative', 'agreementFingerprint'] as const;
const SHOULD_AGREE = ['address', 'agreementTitle', 'agreementVersion', 'contactName', 'contactPhone', 'date'] as const;

/** Brackets, spaces and widths: the same name for a reader, a different one for a registry. */
const loosely = (value: string): string => normaliseCode(value).replace(/[()（）·・.,，]/gu, '');

interface Written {
  readonly letter: FilledLetter;
  readonly value: string;
}

function written(letters: readonly FilledLetter[], key: string): readonly Written[] {
  return letters.flatMap((letter) => {
    const value = letter.values[key];
    return typeof value === 'string' && value.trim() !== '' ? [{ letter, value: value.trim() }] : [];
  });
}

const listed = (values: readonly Written[]): readonly Sentence[] =>
  [...new Map(values.map(({ letter, value }) => [value, letter.title]))].map(([value, title]) =>
    sentence('letter.consistency.value', { title, value }),
  );

function difference(letters: readonly FilledLetter[], key: keyof typeof FIELDS, must: boolean): readonly Problem[] {
  const values = written(letters, key);
  const same = key === 'creditCode' ? normaliseCode : (value: string): string => value;
  if (new Set(values.map(({ value }) => same(value))).size < 2) return [];
  const { label } = FIELDS[key];
  const formOnly = new Set(values.map(({ value }) => loosely(value))).size === 1;
  const said = { label, values: listed(values) };
  const message = formOnly
    ? sentence('letter.consistency.differs-in-form', said)
    : sentence('letter.consistency.differs', said);
  const make = must ? error : warning;
  return [make('set-differs', key, message)];
}

/** Compares the papers of one set: the same company, code, representative and agreement must stand on each. */
export function setProblems(letters: readonly FilledLetter[]): readonly Problem[] {
  return [
    ...MUST_AGREE.flatMap((key) => difference(letters, key, true)),
    ...SHOULD_AGREE.flatMap((key) => difference(letters, key, false)),
  ];
}
