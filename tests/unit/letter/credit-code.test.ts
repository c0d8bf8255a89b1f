import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bankAccountFault,
  creditCheckCharacter,
  creditCodeFault,
  identityCardHolds,
  isIdentityNumber,
  luhnHolds,
  normaliseCode,
  organisationCheckCharacter,
  taxNumberFault,
} from '../../../src-main/letter/credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Codes of listed companies, as anyone can look them up. */
const REAL = ['91330100799655058B', '9144030071526726XG', '914403001922038216'];

const code = fc
  .tuple(
    fc.constantFrom('91', '92', '12', 'Y1'),
    fc.stringMatching(/^\d{6}$/),
    fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{8}$/),
  )
  .filter(([, , organisation]) => organisationCheckCharacter(organisation) !== '')
  .map(([kind, district, organisation]) => {
    const first17 = `${kind}${district}${organisation}${organisationCheckCharacter(organisation)}`;
    return first17 + creditCheckCharacter(first17);
  });

describe('unified social credit code', () => {
  it.each(REAL)('accepts %s', (real) => expect(creditCodeFault(real)).toBeUndefined());

  it('accepts every code built by the standard, however it is typed', () => {
    fc.assert(
      fc.property(code, (valid) => {
        const typed = [...valid.toLowerCase()].map((c, index) => (index % 4 === 0 ? ` ${c}` : c)).join('');
        expect(creditCodeFault(typed)).toBeUndefined();
        expect(normaliseCode(typed)).toBe(valid);
      }),
    );
  });

  it('finds every single mistyped character', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.constantFrom(...ALPHABET), (valid, at, wrong) => {
        fc.pre(valid[at] !== wrong);
        expect(creditCodeFault(valid.slice(0, at) + wrong + valid.slice(at + 1))).toBeDefined();
      }),
    );
  });

  it('tells length, forbidden letters and a wrong check character apart', () => {
    expect(creditCodeFault('91330100799655058')).toBe('length');
    expect(creditCodeFault('91330100799655O58B')).toBe('character');
    expect(creditCodeFault('91330100799655058C')).toBe('check');
  });
});

/** 17 digits with the check character of an identity number (GB 11643-1999). */
const withCheck = (digits: string): string =>
  [...'0123456789X'].map((check) => digits + check).find((number) => identityCardHolds(number)) ?? '';

describe('other numbers', () => {
  it('refuses a 15-digit taxpayer number, and a person’s identity number as a company’s', () => {
    const organisation = '79965505';
    const former = `330100${organisation}${organisationCheckCharacter(organisation)}`;
    expect(taxNumberFault(former)).toBe('former');
    expect(taxNumberFault('1234')).toBe('length');
    // The example of GB 11643-1999 itself.
    expect(taxNumberFault('11010519491231002X')).toBe('person');
    expect(creditCodeFault('11010519491231002X')).toBe('person');
    expect(taxNumberFault('110105194912310021')).toBe('check');
    // Of a day that no calendar has it is nobody's.
    expect(isIdentityNumber(withCheck('11010519490231002'))).toBe(false);
    expect(isIdentityNumber(withCheck('11010519490228002'))).toBe(true);
    expect(taxNumberFault('91330106MA2CFLDG4R')).toBeUndefined();
  });

  it('warns of a card number that does not hold Luhn, never of a company account', () => {
    expect(luhnHolds('6222020000000000002')).toBe(bankAccountFault('6222020000000000002') === undefined);
    expect(luhnHolds('79927398713')).toBe(true);
    expect(luhnHolds('79927398710')).toBe(false);
    expect(bankAccountFault('6222 0200 0000 0000 000')).toBe(luhnHolds('6222020000000000000') ? undefined : 'luhn');
    expect(bankAccountFault('1202020209900012345')).toBeUndefined();
    expect(bankAccountFault('1234')).toBe('length');
    expect(bankAccountFault('12A4567890')).toBe('character');
  });
});
