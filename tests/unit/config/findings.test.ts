import { describe, expect, test } from 'vitest';
import { expectProved, type Proof } from './proved.ts';

/**
 * What a lawyer of the accepting party found in such records, finding by finding, each with the tests that prove it mended: by the file
 * and the words of the test's name. A finding whose test was renamed, skipped or taken away fails here.
 */
const PROOFS: Readonly<Record<string, readonly Proof[]>> = {
  'A1 the statement does not hand the provider its proof': [
    [
      'acceptance/decision-words.test.ts',
      'an acceptance counts apart what the provider marked and what only the rule shows bold',
    ],
    ['acceptance/decision-words.test.ts', 'no right is waived'],
  ],
  'A2 a decision is no acceptance': [
    ['acceptance/standing.test.ts', 'a decision inside the company never stands'],
    ['acceptance/decision-words.test.ts', 'an acceptance says nothing of whether it was made to the provider already'],
  ],
  'A3 a refusal declares no reading': [
    [
      'features/review/statements.test.ts',
      'a refusal without reading declares no reading, no noting and no acceptance',
    ],
  ],
  'A4 no holiday makes a notice too short': [
    ['term/notice/notice-clock.test.ts', 'a holiday on its last day makes no notice too short'],
  ],
  'A5 the agenda goes by the counted day': [
    ['term/notice/notice-clock.test.ts', 'no holiday moves the end of a notice, the effect after it or the eve'],
    ['features/agenda/two-days.test.ts', 'is what agenda, calendar and reminders go by'],
  ],
  'A6 only both parties’ seals govern, and no text bears one': [
    ['features/letters/sealed-copies.test.ts', '%s alone concludes nothing and governs nothing'],
    ['features/letters/sealed-copies.test.ts', '%s bears no seal'],
    ['acceptance/governing.test.ts', 'of a copy that %s it is said so'],
    [
      'features/review/conclusions.test.ts',
      'a paper that only one party sealed, or whose days are not told, concludes nothing',
    ],
  ],
  'A7 an unsigned ledger claims nothing of itself': [
    ['acceptance/certificate.test.ts', 'a ledger that is neither signed nor deposited claims nothing of itself'],
    ['acceptance/certificate.test.ts', 'says first that a demo is one'],
  ],
  'A8 each clause says whose bold it has': [
    ['acceptance/certificate.test.ts', 'times are those of Beijing, and each clause says whose bold it has'],
    ['acceptance/certificate.test.ts', 'names each clause, quotes its beginning, and says how it was seen'],
  ],
  'A9 only what was sent can go unanswered': [
    ['acceptance/certificate.test.ts', 'only what was sent can go unanswered'],
    ['features/review/explanations.test.ts', 'never as unanswered by the provider'],
  ],
  'A10 an announcement nobody agreed on has no known day': [
    ['term/notice/notice-clock.test.ts', 'an announcement that nobody agreed on has no known day of delivery'],
  ],
  'A11 damages outlast the claim window': [
    ['term/statutes/law-dates.test.ts', 'outlasts the claim window'],
    ['term/statutes/law-dates.test.ts', 'loses the credit of the agreement, and no right by law'],
  ],
  'A12 use is a fact; objected in writing, the earlier text goes on': [
    ['features/notices/kept-on.test.ts', 'only once the objection was sent'],
    ['acceptance/kept-on.test.ts', 'an objection in writing ends nothing'],
    ['acceptance/kept-on.test.ts', 'it is of the day on which it arrived'],
  ],
  'A13 arrears and repair by the telecommunications regulations': [
    ['term/fees/telecom-and-currency.test.ts', 'let it be suspended after thirty days, and ended after sixty more'],
    ['term/statutes/law-dates.test.ts', 'that took longer than 48 hours is told with the rent that is not due'],
  ],
  'A14 a penalty can be lowered': [['term/fees/late-fee-limits.test.ts', 'is told to be one that can be lowered']],
  'A15 a transfer needs consent': [
    ['letter/papers-of-law.test.ts', 'a refusal of an assignment says that silence is no consent'],
    ['kernel/case-clocks.test.ts', 'is not given by silence'],
  ],
  'A16 billing details need name and number alone': [
    ['letter/papers-of-law.test.ts', 'billing details require name and number alone'],
    ['letter/wordings.test.ts', 'the rate of an invoice is the statutory one of the day of issue'],
    ['letter/wordings.test.ts', 'an invoice already issued is reversed by a red letter'],
    ['term/invoice/invoice.test.ts', 'has 20 digits and no code where it is electronic'],
  ],
  'A17 several titles are those who use and pay': [
    ['letter/papers-of-law.test.ts', 'several titles are those who use and pay'],
  ],
  'A18 no paper says how it was made': [['letter/fill.test.ts', 'no paper says how it was made']],
  'A19 a picture of a seal is marked as one': [
    ['features/letters/letters.test.ts', 'an electronic copy is marked, and never made of nothing'],
    ['letter/papers-of-law.test.ts', 'makes no electronic seal of a picture'],
  ],
  'A20 only a trusted authority’s stamp counts as a deposit': [
    [
      'acceptance/certificate.test.ts',
      'only a stamp on national time shows since when the record was there, by the number that was stamped',
    ],
    ['acceptance/certificate.test.ts', 'a stamp of an authority that is %s counts for nothing, and says why'],
  ],
  'A21 no reliable signature is claimed': [
    [
      'acceptance/certificate.test.ts',
      'claims no reliable electronic signature, and cites no article that would need one',
    ],
    ['acceptance/certificate.test.ts', 'whatever was signed and stamped, some things are never proved by it'],
  ],
  'A22 courts stand beside courts': [
    ['term/statutes/statute-table.test.ts', 'beside a court it says whom it helps, whose domicile counts'],
    ['term/statutes/statute-table.test.ts', 'courts beside courts'],
  ],
  'A23 the classic surprises are key clauses': [['agreement/tag-kinds.test.ts', 'makes these kinds key clauses']],
  'A24 days off move what may be done, and no more is claimed of them': [
    ['term/calendar/period.test.ts', 'a Saturday is a day off, held by most to be one of article 203'],
    ['term/calendar/period.test.ts', 'a Saturday that is worked to make up for a holiday moves nothing'],
    ['term/calendar/period.test.ts', 'the last day is a day that counts'],
    ['term/calendar/zone.test.ts', 'must be done over a counter ends with its hours (203 II)'],
  ],
  'A25 seals have their size, and somebody signs beside them': [
    ['pdf/finish/seal.test.ts', 'stays exactly as large as the seal and on the page'],
    ['letter/fill.test.ts', 'bears the line of who deals with it beside its seal'],
  ],
  'A26 each authority has its own words': [['acceptance/decision-words.test.ts', 'each authority has its own words']],
  'A27 an amount in capitals has 人民币 before it': [
    ['letter/fill.test.ts', 'writes an amount in capitals with 人民币 before them'],
  ],
  'A28 smaller ones': [
    ['letter/credit-code.test.ts', 'refuses a 15-digit taxpayer number, and a person’s identity number as a company’s'],
    ['letter/papers-of-law.test.ts', 'an authorisation needs no identity number, and shows four characters at most'],
    ['features/evidence/adverse.test.ts', 'numbers and copies of identity documents that go along are told'],
    ['letter/papers-of-law.test.ts', 'asks for the concept, the content and the legal effect'],
    ['letter/wordings.test.ts', 'a bill is asked to be corrected, not to be approved of'],
    ['letter/wordings.test.ts', 'what did not verify is not fit to rest a finding on'],
    ['acceptance/standing.test.ts', 'until the day of its successor a version is not replaced yet'],
    ['renderer/features/library/sample-label.test.ts', 'is told to be one, with terms that are unfair on purpose'],
  ],
};

describe('every finding is proved by tests that run', () => {
  test('all twenty-eight, in their order', () => {
    expect(Object.keys(PROOFS).map((finding) => Number(/^A(\d+) /u.exec(finding)?.[1]))).toEqual(
      Array.from({ length: 28 }, (_, index) => index + 1),
    );
  });

  test.each(Object.entries(PROOFS))('%s', (_, proofs) => {
    expectProved(proofs);
  });
});
