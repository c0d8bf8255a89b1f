import { type Language, sentence } from '../agreement/sentence.ts';
import { type Problem, warning } from './problem.ts';
import type { LetterTemplate, LetterValues, TemplateField } from './template.ts';
import { writtenValue } from './written.ts';

/** What a field holds in a letter of this language unless something else is filled in. */
export const presetOf = ({ preset, presetEnglish }: TemplateField, language: Language): string | undefined =>
  language === 'en' ? (presetEnglish ?? preset) : preset;

const HAN = /\p{Script=Han}/u;

/** Chinese words that an English letter still has, but for names and quoted words: what was typed is not translated. */
export function chineseLeft(template: LetterTemplate, values: LetterValues): readonly Problem[] {
  return template.fields.flatMap((field) => {
    const value = values[field.key];
    if (typeof value === 'string') return left(field, value, field.key);
    return (value ?? []).flatMap((row, index) =>
      (field.columns ?? []).flatMap((column) =>
        left(column, row[column.key] ?? '', `${field.key}.${index + 1}.${column.key}`),
      ),
    );
  });
}

const left = ({ kind, label, asGiven }: TemplateField, value: string, path: string): readonly Problem[] =>
  !asGiven &&
  isTyped(kind) &&
  HAN.test(kind === 'clause' || kind === 'currency' ? writtenValue(kind, value, 'en') : value)
    ? [warning('chinese-left', path, sentence('letter.fill.chinese-left', { label }))]
    : [];

/** Kinds of field that hold words; a clause and a currency are looked at as the letter names them, for most are put into English. */
const isTyped = (kind: TemplateField['kind']): boolean => ['text', 'long-text', 'clause', 'currency'].includes(kind);

/** The values of a letter that is from now on written in another language: what was preset goes over to that one. */
export function valuesIn(
  template: LetterTemplate,
  values: LetterValues,
  { from, to }: { readonly from: Language; readonly to: Language },
): LetterValues {
  const moved = template.fields.flatMap((field): readonly (readonly [string, string])[] => {
    const preset = presetOf(field, to);
    const once = (field.formerPresets ?? []).map(([zh, en]) => (from === 'en' ? en : zh));
    const isPreset = [presetOf(field, from), ...once].some((words) => words === values[field.key]);
    return preset !== undefined && isPreset ? [[field.key, preset]] : [];
  });
  return { ...values, ...Object.fromEntries(moved) };
}
