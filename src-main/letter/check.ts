import {
  bankAccountFault,
  creditCodeFault,
  normaliseCode,
  identityCardHolds,
  type TaxNumberFault,
  taxNumberFault,
} from './credit-code.ts';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { error, type Problem, warning } from './problem.ts';
import type { FieldKind } from './template.ts';
import { readAmount } from './written.ts';

type Check = (value: string, field: string) => readonly Problem[];

const isIsoDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const dateIsReal = (text: string): boolean => {
  try {
    return isIsoDate(text);
  } catch {
    // toISOString throws on a date that does not exist at all
    return false;
  }
};

function codeProblem(fault: TaxNumberFault, field: string, name: Sentence): Problem {
  switch (fault) {
    case 'length':
      return error('code-length', field, sentence('letter.check.code-length', { name }));
    case 'character':
      return error('code-character', field, sentence('letter.check.code-character', { name }));
    case 'former':
      return error('code-former', field, sentence('letter.check.code-former', { name }));
    case 'check':
      return error('code-check', field, sentence('letter.check.code-check', { name }));
    case 'person':
      return error('code-person', field, sentence('letter.check.code-person', { name }));
    case 'organisation-check':
      return warning('organisation-check', field, sentence('letter.check.organisation-check', { name }));
  }
}

const CREDIT: Check = (value, field) => {
  const fault = creditCodeFault(value);
  return fault ? [codeProblem(fault, field, sentence('letter.check.name.credit-code'))] : [];
};

const TAX: Check = (value, field) => {
  const fault = taxNumberFault(value);
  return fault ? [codeProblem(fault, field, sentence('letter.check.name.tax-number'))] : [];
};

const BANK: Check = (value, field) => {
  const fault = bankAccountFault(value);
  if (fault === 'luhn') {
    return [warning('account-luhn', field, sentence('letter.check.account-luhn'))];
  }
  return fault ? [error('account-form', field, sentence('letter.check.account-form'))] : [];
};

/** Identity cards are checked; passports and permits come in too many forms to say more than that they are not empty. */
const IDENTITY: Check = (value, field) => {
  const number = normaliseCode(value);
  if (!/^\d{17}[\dX]$/.test(number) || identityCardHolds(number)) return [];
  return [error('identity-check', field, sentence('letter.check.identity-check'))];
};

/** The last four characters of an identity number, which is all that a paper needs of it. */
const IDENTITY_TAIL: Check = (value, field) =>
  /^\d{3}[\dX]$/.test(normaliseCode(value))
    ? []
    : [error('identity-tail', field, sentence('letter.check.identity-tail'))];

const PHONE: Check = (value, field) =>
  /^(?:\+?\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -]?)?\d{3,4}[ -]?\d{4}(?:[-转 ]\d{1,6})?$/u.test(
    value.normalize('NFKC').trim(),
  ) || /^1\d{10}$/.test(normaliseCode(value))
    ? []
    : [error('phone-form', field, sentence('letter.check.phone-form'))];

const EMAIL: Check = (value, field) =>
  /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(value.trim())
    ? []
    : [error('email-form', field, sentence('letter.check.email-form'))];

const DATE: Check = (value, field) =>
  dateIsReal(value) ? [] : [error('date-form', field, sentence('letter.check.date-form'))];

const MONTH: Check = (value, field) =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value) ? [] : [error('month-form', field, sentence('letter.check.month-form'))];

const AMOUNT: Check = (value, field) => {
  const amount = readAmount(value);
  if (!amount) return [error('amount-form', field, sentence('letter.check.amount-form'))];
  return amount.decimalPlaces() > 2 ? [error('amount-fen', field, sentence('letter.check.amount-fen'))] : [];
};

const PERCENT: Check = (value, field) => {
  const number = readAmount(value.replace(/%$/, ''));
  return number && number.gte(0) && number.lte(100)
    ? []
    : [error('percent-form', field, sentence('letter.check.percent-form'))];
};

const CHECKS: Partial<Record<FieldKind, Check>> = {
  'credit-code': CREDIT,
  'tax-number': TAX,
  'bank-account': BANK,
  identity: IDENTITY,
  'identity-tail': IDENTITY_TAIL,
  phone: PHONE,
  email: EMAIL,
  date: DATE,
  month: MONTH,
  amount: AMOUNT,
  percent: PERCENT,
};

/** What is wrong with one written value of this kind. An empty value is not looked at here. */
export function checkValue(kind: FieldKind, value: string, field: string): readonly Problem[] {
  return CHECKS[kind]?.(value, field) ?? [];
}
