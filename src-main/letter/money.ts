import {
  amount,
  currencyCalled,
  currencyUnit,
  type Language,
  say,
  type Sentence,
  sentence,
} from '../agreement/sentence.ts';
import { FIELDS } from './fields.ts';
import type { LetterValues, Piece, TemplateField, Text } from './template.ts';

/** What the amounts of a letter are in: a code of `names.currency`, or the words that were typed for it. Absent: yuan. */
export type LetterCurrency = string | undefined;

/** What a letter says that its amounts are in; one that says nothing of it is in yuan, as every letter once was. */
export function currencyOfLetter(values: LetterValues): LetterCurrency {
  const typed = values[FIELDS.currency.key];
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  const code = currencyCalled(typed);
  return code === 'CNY' ? undefined : code;
}

/** A column of amounts is named with what they are in. */
export const inUnit = (label: Sentence): Sentence =>
  sentence('format.amount-label', { label, currency: currencyUnit() });

/** The same fields, their columns of amounts named with the letter's own currency. */
export function fieldsIn(fields: readonly TemplateField[], currency: LetterCurrency): readonly TemplateField[] {
  if (currency === undefined) return fields;
  return fields.map((field) => ({
    ...field,
    label: labelIn(field.label, currency),
    ...(field.columns ? { columns: fieldsIn(field.columns, currency) } : {}),
  }));
}

const labelIn = (label: Sentence, currency: string): Sentence =>
  'key' in label && label.key === 'format.amount-label'
    ? { ...label, params: { ...label.params, currency: currencyUnit(currency) } }
    : label;

/** How an amount in yuan is written: in figures, and in a Chinese letter in capitals as well. */
const YUAN: Readonly<Record<Language, (field: string) => Text>> = {
  zh: (field) => ['人民币', { field }, '元（大写：人民币', { field, as: 'capitals' }, '）'],
  en: (field) => ['CNY ', { field }],
};

const isMoney = (piece: Piece): piece is Extract<Piece, { field: string }> =>
  typeof piece === 'object' && 'field' in piece && piece.as === 'money';

/** A text whose amounts are in yuan, in its pieces: words side by side are one piece, as where they are written out. */
export function inYuan(text: Text, language: Language): Text {
  if (!text.some(isMoney)) return text;
  const pieces: Piece[] = [];
  for (const piece of text.flatMap((each) => (isMoney(each) ? YUAN[language](each.field) : [each]))) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** An amount as the letter writes it, with another currency than yuan. */
export const moneyIn = (written: string, currency: string, language: Language): string =>
  say(amount(written, currency), language);
