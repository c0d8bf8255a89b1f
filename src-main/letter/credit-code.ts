/**
 * Numbers that Chinese authorities and banks issue, and what can be told from the digits alone.
 * A check digit finds a slip of the hand; it does not prove that a company or account exists.
 */

/** GB 32100-2015, table 1: digits and letters without I, O, Z, S, V. */
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** GB 11714-1997: the organisation code inside, positions 9 to 17. */
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** As typed or pasted, to the form that is printed: half-width, upper case, without spaces and hyphens. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/gu, '');
}

const weightedSum = (code: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(code[index] ?? ''), 0);

/** Check character of the first 17 characters of a unified social credit code (GB 32100-2015, 5.6). */
export function creditCheckCharacter(first17: string): string {
  const remainder = weightedSum(first17, CREDIT_ALPHABET, CREDIT_WEIGHTS) % 31;
  return CREDIT_ALPHABET[(31 - remainder) % 31] ?? '';
}

/** Check character of the first 8 characters of an organisation code (GB 11714-1997, 3.3). */
export function organisationCheckCharacter(first8: string): string {
  const check = 11 - (weightedSum(first8, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  return check === 11 ? '0' : check === 10 ? 'X' : String(check);
}

export type CreditCodeFault = 'length' | 'character' | 'check' | 'organisation-check' | 'person';

/**
 * What is wrong with a unified social credit code (统一社会信用代码), if anything. `check` is certain to be an error, and `person` is a natural
 * person's identity number, which no company has;
 * `organisation-check` concerns the organisation code inside and is rare but possible for codes assigned without one.
 */
export function creditCodeFault(text: string): CreditCodeFault | undefined {
  const code = normaliseCode(text);
  if (code.length !== 18) return 'length';
  if ([...code].some((character) => !CREDIT_ALPHABET.includes(character)) || !/^\d{6}$/.test(code.slice(2, 8))) {
    return isIdentityNumber(code) ? 'person' : 'character';
  }
  if (creditCheckCharacter(code.slice(0, 17)) !== code[17]) return isIdentityNumber(code) ? 'person' : 'check';
  return organisationCheckCharacter(code.slice(8, 16)) === code[16] ? undefined : 'organisation-check';
}

export type TaxNumberFault = CreditCodeFault | 'former';

const IDENTITY_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Resident identity card, GB 11643-1999 (ISO 7064 MOD 11-2). */
export function identityCardHolds(number: string): boolean {
  const sum = IDENTITY_WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/**
 * Whether 18 characters are a natural person's identity number: region, a day of birth that there is, and the check digit. A credit code
 * bears its region two places later and letters after it, so that hardly any code is both; one that holds as a code counts as a code.
 */
export function isIdentityNumber(text: string): boolean {
  const match = /^[1-8]\d{5}((?:18|19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/u.exec(text);
  if (!match || !identityCardHolds(text)) return false;
  const [, year, month, day] = match.map(Number);
  const born = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day));
  return born.getUTCMonth() + 1 === month && born.getUTCDate() === day;
}

/**
 * Taxpayer number (纳税人识别号) of a company: 18 characters are a unified social credit code, and no person's identity number; 17 and 20 are
 * personal registrations without a check digit that could be told from outside. The 15 of the former tax registration are no more since
 * 2018, and no invoice is issued to one.
 */
export function taxNumberFault(text: string): TaxNumberFault | undefined {
  const number = normaliseCode(text);
  if (number.length === 18) return creditCodeFault(number);
  if (number.length === 17 || number.length === 20) return /^[0-9A-Z]+$/.test(number) ? undefined : 'character';
  return number.length === 15 ? 'former' : 'length';
}

/** The Luhn sum of bank cards (ISO/IEC 7812-1, annex B). */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const value = index % 2 === 1 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

export type BankAccountFault = 'length' | 'character' | 'luhn';

/**
 * Bank account. Company accounts follow each bank's own scheme, so only their length and digits can be told; a number that looks
 * like a UnionPay card (62…, 16 to 19 digits) should hold Luhn, and one that does not deserves a warning, no more.
 */
export function bankAccountFault(text: string): BankAccountFault | undefined {
  const account = normaliseCode(text);
  if (!/^\d+$/.test(account)) return 'character';
  if (account.length < 8 || account.length > 30) return 'length';
  return /^62\d{14,17}$/.test(account) && !luhnHolds(account) ? 'luhn' : undefined;
}
