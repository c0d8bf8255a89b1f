import {
  bankAccountFault,
  creditCodeFault,
  normaliseCode,
  type TaxNumberFault,
  taxNumberFault,
} from './credit-code.ts';
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

function codeProblem(fault: TaxNumberFault, field: string, zhName: string, enName: string): Problem {
  switch (fault) {
    case 'length':
      return error('code-length', field, `${zhName}位数不对。`, `The ${enName} has the wrong number of characters.`);
    case 'character':
      return error(
        'code-character',
        field,
        `${zhName}含有不允许的字符（不使用 I、O、Z、S、V）。`,
        `The ${enName} has a character that cannot stand there (I, O, Z, S and V are never used).`,
      );
    case 'check':
      return error(
        'code-check',
        field,
        `${zhName}校验位不符，很可能录错了一位。`,
        `The check character of the ${enName} does not fit; one character is probably mistyped.`,
      );
    case 'organisation-check':
      return warning(
        'organisation-check',
        field,
        `${zhName}中的组织机构代码校验位不符，请对照营业执照核对。`,
        `The organisation code inside the ${enName} does not check; compare it with the business licence.`,
      );
  }
}

const CREDIT: Check = (value, field) => {
  const fault = creditCodeFault(value);
  return fault ? [codeProblem(fault, field, '统一社会信用代码', 'unified social credit code')] : [];
};

const TAX: Check = (value, field) => {
  const fault = taxNumberFault(value);
  return fault ? [codeProblem(fault, field, '纳税人识别号', 'taxpayer number')] : [];
};

const BANK: Check = (value, field) => {
  const fault = bankAccountFault(value);
  if (fault === 'luhn') {
    return [
      warning(
        'account-luhn',
        field,
        '账号形似银行卡号，但校验位不符，请核对。',
        'The account looks like a card number but its check digit does not fit; compare it.',
      ),
    ];
  }
  return fault
    ? [error('account-form', field, '银行账号应为 8 至 30 位数字。', 'A bank account has 8 to 30 digits.')]
    : [];
};

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Resident identity card, GB 11643-1999 (ISO 7064 MOD 11-2). */
function identityCardHolds(number: string): boolean {
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** Identity cards are checked; passports and permits come in too many forms to say more than that they are not empty. */
const IDENTITY: Check = (value, field) => {
  const number = normaliseCode(value);
  if (!/^\d{17}[\dX]$/.test(number) || identityCardHolds(number)) return [];
  return [
    error(
      'identity-check',
      field,
      '身份证号码校验位不符，请核对。',
      'The check digit of the identity card number does not fit.',
    ),
  ];
};

const PHONE: Check = (value, field) =>
  /^(?:\+?\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -]?)?\d{3,4}[ -]?\d{4}(?:[-转 ]\d{1,6})?$/u.test(
    value.normalize('NFKC').trim(),
  ) || /^1\d{10}$/.test(normaliseCode(value))
    ? []
    : [
        error(
          'phone-form',
          field,
          '电话号码格式不对，例如 0571-88880000 或 13800000000。',
          'Not a telephone number, e.g. 0571-88880000 or 13800000000.',
        ),
      ];

const EMAIL: Check = (value, field) =>
  /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(value.trim())
    ? []
    : [error('email-form', field, '电子邮箱格式不对。', 'Not an e-mail address.')];

const DATE: Check = (value, field) =>
  dateIsReal(value)
    ? []
    : [error('date-form', field, '日期不存在或格式不对，应为 2026-03-01。', 'No such date; write it as 2026-03-01.')];

const MONTH: Check = (value, field) =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)
    ? []
    : [error('month-form', field, '月份格式不对，应为 2026-03。', 'Not a month; write it as 2026-03.')];

const AMOUNT: Check = (value, field) => {
  const amount = readAmount(value);
  if (!amount)
    return [error('amount-form', field, '金额应为数字，例如 1234.50。', 'An amount is a number, e.g. 1234.50.')];
  return amount.decimalPlaces() > 2
    ? [error('amount-fen', field, '金额最多精确到分。', 'An amount has at most two decimals.')]
    : [];
};

const PERCENT: Check = (value, field) => {
  const number = readAmount(value.replace(/%$/, ''));
  return number && number.gte(0) && number.lte(100)
    ? []
    : [error('percent-form', field, '百分比应在 0 至 100 之间。', 'A percentage lies between 0 and 100.')];
};

const CHECKS: Partial<Record<FieldKind, Check>> = {
  'credit-code': CREDIT,
  'tax-number': TAX,
  'bank-account': BANK,
  identity: IDENTITY,
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
