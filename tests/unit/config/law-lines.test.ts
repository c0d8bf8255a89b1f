import { describe, test } from 'vitest';
import { expectProved, type Proof } from './proved.ts';

/** What the law says beside a contract, what papers say, and what persuades: line by line, each with the tests that hold it. */
const LINES: Readonly<Record<string, readonly Proof[]>> = {
  'silence is no consent to a change': [['term/statutes/statute-table.test.ts', 'silence beside changes']],
  'delivery by fiction is disputed': [
    ['term/statutes/statute-table.test.ts', 'says where lawyers disagree'],
    ['term/notice/notice-clock.test.ts', 'has no known day of delivery'],
  ],
  'late fees and multiples can be lowered': [
    ['term/fees/late-fee-limits.test.ts', 'can be lowered'],
    ['term/fees/late-fee-limits.test.ts', 'what the regulation itself provides'],
    ['term/statutes/statute-table.test.ts', 'for the party in breach to prove'],
  ],
  'telecom arrears: thirty days, then sixty': [['term/fees/telecom-and-currency.test.ts', 'ended after sixty more']],
  'telecom faults: 48 and 72 hours': [['term/statutes/law-dates.test.ts', 'longer than 48 hours']],
  'platform rules, and what is called irrevocable': [
    ['term/statutes/statute-table.test.ts', 'stands beside clauses without a figure'],
  ],
  'an agreement without a fixed term is ended on a day that the notice names': [
    ['letter/papers-of-law.test.ts', 'ends on a day that the notice names'],
    ['kernel/case-clocks.test.ts', 'ends it on the day that it names'],
  ],
  'only a principal obligation lets one end after a demand': [
    ['letter/papers-of-law.test.ts', 'only a principal obligation'],
  ],
  'no paper gives away when its ground was known': [['letter/papers-of-law.test.ts', 'was known']],
  'the right to end lives one year': [
    ['term/statutes/statute-table.test.ts', 'has the time that the agreement sets for it first'],
    ['term/statutes/law-dates.test.ts', 'no holiday prolongs it'],
    ['kernel/case-clocks.test.ts', 'lasts one year from the day on which the ground was known'],
  ],
  'limitation is three years, and begins anew by a claim that arrives': [
    ['term/statutes/law-dates.test.ts', 'limitation is three years to the day'],
    ['kernel/case-clocks.test.ts', 'is three years from the day of knowledge until the claim arrives'],
  ],
  'the line abroad, data abroad, true names and logs': [
    ['term/statutes/statute-table.test.ts', 'stands beside clauses without a figure'],
    ['term/statutes/statute-table.test.ts', 'tells what regulates in the mainland anyway'],
  ],
  'under the law of another place the mainland’s is not told as if it held': [
    ['features/review/reading-place.test.ts', 'chooses the law of another place says so'],
    ['renderer/features/review/explanations.test.ts', 'under the law of another place'],
    ['features/letters/letter-tie.test.ts', 'says on screen whether it cites the mainland’s'],
  ],
  'what is printed is what is exported': [['features/letters/letters.test.ts', 'what is printed is what is exported']],
  'a transfer needs consent': [['kernel/case-clocks.test.ts', 'is not given by silence']],
  'the table is dated, cited, importable, and no advice': [
    ['term/statutes/statute-table.test.ts', 'is dated, cites every row in both languages'],
    ['term/statutes/statute-table.test.ts', 'is what the dates by law are counted by'],
    ['term/statutes/law-command.test.ts', 'changes none of them'],
  ],
  'statements: acceptance': [
    ['acceptance/decision-words.test.ts', 'counts apart what the provider marked'],
    ['acceptance/decision-words.test.ts', 'no right is waived'],
    ['features/review/statements.test.ts', 'what is recorded is what was on screen'],
  ],
  'statements: refusal and putting off': [
    ['features/review/statements.test.ts', 'declares no reading, no noting and no acceptance'],
    ['acceptance/decision-words.test.ts', 'what is put off says until when'],
    ['acceptance/decision-words.test.ts', 'recorded by a button of its own'],
  ],
  'acceptance in the world: how, when, by whom, with proof': [
    ['features/review/conclusions.test.ts', 'record and conclusion in one act'],
    ['features/review/conclusions.test.ts', 'can be added later'],
    ['features/review/conclusions.test.ts', 'nothing the first time'],
  ],
  'the record of a refusal, and of what is put off': [
    ['acceptance/certificate.test.ts', 'of a text that was not read says so, and tells of no seconds on screen'],
    ['acceptance/certificate.test.ts', 'until when and for what a decision is put off'],
    ['acceptance/certificate-closing.test.ts', 'rests on nothing in the world, and says so'],
  ],
  'citations: one table of laws with dates, in both languages': [
    ['config/citations.test.ts', 'stands in the one table of laws'],
    ['config/citations.test.ts', 'cites the same articles in English'],
  ],
  'who signs is named in print, and the other party’s line is empty': [
    ['letter/fill.test.ts', 'names in print who signs for us beside the line'],
    ['pdf/typeset/letters-together.test.ts', 'is printed beside the line, which stays free'],
  ],
  'the record: two lines for signatures, and what it does not prove': [
    ['features/evidence/handed-out.test.ts', 'each with a day'],
    ['features/evidence/handed-out.test.ts', 'a line of its own for who made it and for who is in charge'],
    ['acceptance/certificate.test.ts', 'some things are never proved by it'],
    ['acceptance/certificate.test.ts', 'claims nothing of itself'],
  ],
  'the one letter on standard terms': [
    ['features/review/explanations.test.ts', 'holds every question that is not answered'],
    ['letter/papers-of-law.test.ts', 'says nothing of a trial'],
    ['letter/papers-of-law.test.ts', 'is called a request wherever its name stands'],
  ],
  'the claim': [
    ['letter/papers-of-law.test.ts', 'says that it interrupts limitation'],
    ['letter/fill.test.ts', 'writes an amount in capitals with 人民币'],
  ],
  'the objection': [
    ['letter/papers-of-law.test.ts', 'going on with the service is no consent'],
    ['letter/papers-of-law.test.ts', 'asks for an exit unless something else is asked'],
    ['features/notices/objection-letter.test.ts', 'an exit without liability'],
  ],
  'the authorisation and its withdrawal': [['letter/papers-of-law.test.ts', 'shows four characters at most']],
  'the four forms': [
    ['letter/papers-of-law.test.ts', 'billing details require name and number alone'],
    ['letter/papers-of-law.test.ts', 'nothing is vouched for beyond that'],
    ['letter/fill.test.ts', 'no paper says how it was made'],
  ],
  'a commitment that calls itself irrevocable: what may be claimed at once, and five things to check before it is signed':
    [
      ['letter/commitment.test.ts', 'calls itself irrevocable'],
      ['renderer/features/letters/letter-editor.test.ts', 'says what to check before it is sealed'],
    ],
  'samples are for practice, and say so wherever they are read': [
    ['features/review/reading-place.test.ts', 'came with the sample set'],
    ['renderer/features/review/reader.test.ts', 'is for practice and has faults on purpose'],
  ],
  'a picture of a seal is marked': [['features/letters/letters.test.ts', 'an electronic copy is marked']],
  'the seal that a company of its form usually has': [
    ['features/letters/letters.test.ts', 'the usual seal of %s is %s'],
    ['features/letters/letters.test.ts', 'which only the letter names'],
  ],
  'small seals are seals': [['pdf/scan/parts.test.ts', 'small as that is']],
  'a capture: sheet, files as saved, checks': [
    ['features/evidence/court/capture.test.ts', 'byte for byte'],
    ['features/evidence/court/capture.test.ts', 'counts only captures whose sheet is enclosed'],
    ['features/evidence/court/capture.test.ts', 'the certificate of the site is named'],
  ],
  'the deposit of the ledger’s hash, and whose receipts count': [
    ['features/evidence/court/deposit.test.ts', 'deposits the newest hash'],
    ['features/evidence/court/papers.test.ts', 'a platform signs and seals nothing'],
    ['features/evidence/court/deposit.test.ts', 'neutral only with the number of its deed'],
    ['features/evidence/court/deposit.test.ts', 'names no mainland'],
    ['features/evidence/court/deposit.test.ts', 'a sheet that proves none'],
  ],
  'the statement on electronic data': [
    ['features/evidence/court/statement.test.ts', 'every criterion of the four articles'],
    ['features/evidence/court/tampered-pack.test.ts', 'is signed by who made it and who is in charge'],
    ['features/evidence/court/statement.test.ts', 'are named by their places; where they are missing'],
    ['features/evidence/court/keeping-papers.test.ts', 'sealed they are exhibits by their own names'],
    ['features/evidence/court/keeping-papers.test.ts', 'has its rules among the exhibits, before any decision'],
  ],
  'the list of evidence and its pack': [
    ['features/evidence/court/court.test.ts', 'is composed of what the record holds'],
    ['features/evidence/court/tampered-pack.test.ts', 'one byte of any file'],
    ['features/evidence/court/tampered-pack.test.ts', 'any file taken away is named'],
    ['features/evidence/court/tampered-pack.test.ts', 'one added is named'],
    ['features/evidence/court/tampered-pack.test.ts', 'another order of the list’s rows'],
  ],
  'what a seal would admit is worded or told before': [
    ['letter/papers-of-law.test.ts', 'the provider’s bill'],
    ['letter/papers-of-law.test.ts', 'arrival is no consent'],
    ['letter/papers-of-law.test.ts', 'which own use alone does not allow'],
    ['letter/papers-of-law.test.ts', 'its clock runs anew from its arrival'],
    ['renderer/features/letters/letter-editor.test.ts', 'what to check before it is sealed is said on screen'],
  ],
  'an internal decision to accept is handed in only where it is wanted': [
    ['features/evidence/court/court.test.ts', 'the main side refuses what nobody confirmed'],
  ],
  'nothing is said more surely than the law says it': [
    ['term/statutes/law-dates.test.ts', 'a ban leaves the right by law'],
    ['term/statutes/law-dates.test.ts', 'keeps the point that it did not arrive'],
  ],
  'rules for keeping the ledger': [
    ['letter/fill.test.ts', 'the rules for the ledger say who keeps it'],
    ['letter/papers-of-law.test.ts', 'promise nothing that a record may be without'],
  ],
  'the way that both parties agreed to keep and extract data': [
    ['letter/fill.test.ts', 'names both mailboxes, the hash'],
  ],
  'who approves a contract, and a seal': [
    ['letter/fill.test.ts', 'a contract is approved by six'],
    ['letter/fill.test.ts', 'stay in it: no step of a case is asked of them'],
  ],
  'a record of performance, and commitments broken down to their owners': [
    ['features/letters/letter-tie.test.ts', 'has every undertaking in its own words'],
    ['features/letters/letter-tie.test.ts', 'has what is to be done by a day'],
  ],
  'instructions for a lawyer’s letter': [
    ['letter/fill.test.ts', 'list what is enclosed, the last day and what is adverse'],
  ],
  'accounts are compared without admitting anything, and the reply has its own page': [
    ['letter/papers-of-law.test.ts', 'a reconciliation admits nothing'],
    ['features/letters/former-wording.test.ts', 'keeps the words it went out with'],
  ],
  'a letter goes out whole: in its area, with its fonts, in one language': [
    ['pdf/typeset/printed-area.test.ts', 'filled in or with its blanks'],
    ['pdf/typeset/letters-together.test.ts', 'names every font before its words'],
    ['features/letters/drafted.test.ts', 'goes over to English says month, basis, working and outages in English'],
    ['features/letters/drafted.test.ts', 'an objection that goes over to English asks in English'],
  ],
  'a company’s English name on English papers': [
    ['letter/english.test.ts', 'has the company’s English name where its profile has one'],
    ['features/letters/letter-tie.test.ts', 'takes the company’s English name along'],
    ['features/evidence/court/pack-company.test.ts', 'stands beside the recorded one'],
  ],
  'what is adverse is told before it leaves': [
    ['features/evidence/adverse.test.ts', 'nothing leaves in any way before'],
    ['features/evidence/handed-out.test.ts', 'has to be seen before the next'],
    ['features/evidence/adverse.test.ts', 'a letter of former times that has the day'],
    ['features/letters/printed-values.test.ts', 'nor into what is recorded of it'],
  ],
  'identity documents that go along are told first, with the consent that they need': [
    ['features/evidence/adverse.test.ts', 'numbers and copies of identity documents'],
    ['renderer/frame/leaving.test.ts', 'of a bundle it is told with what the law asks'],
  ],
  'every letter has its way, and no deadline closes without a sending': [
    ['letter/case.test.ts', 'closes by its sending alone'],
    ['kernel/cases.test.ts', 'of a %s, whatever is said of it and taken back'],
    ['kernel/case-clocks.test.ts', 'ends the agreement by its arrival'],
  ],
  'objected in writing, going on as agreed': [['features/notices/kept-on.test.ts', 'only once the objection was sent']],
  'an objection is of the day on which it arrived': [
    ['acceptance/kept-on.test.ts', 'it is of the day on which it arrived'],
    ['features/notices/kept-on.test.ts', 'it is of the day on which it arrived'],
    ['renderer/features/notices/objection.test.ts', 'is of the day on which it arrived'],
  ],
  'no holiday moves a provider’s notice or its effect': [
    ['term/notice/notice-clock.test.ts', 'no holiday moves the end of a notice'],
    ['term/agenda/agenda-items.test.ts', 'on one day each, holiday or not'],
  ],
  'what stood on the button is kept with the click': [
    ['features/review/conclusions.test.ts', 'what stood on the button is kept'],
  ],
  'invoices as they are now': [
    ['term/invoice/invoice.test.ts', 'has 20 digits and no code where it is electronic'],
    ['term/invoice/invoice.test.ts', 'is void after 72 hours'],
    ['term/invoice/invoice.test.ts', 'is no difference but told as a part'],
    ['features/rights/invoice-evidence.test.ts', 'are in a bundle of everything'],
    ['features/rights/invoice-evidence.test.ts', 'come back from a backup'],
    ['features/rights/invoice-evidence.test.ts', 'an old library has none'],
  ],
  'a demo says so, in the language of its user': [
    ['kernel/demo.test.ts', 'writes no paper in Chinese'],
    ['kernel/demo-marks.test.ts', 'a text as a file, a calendar and a provider’s own forms bear it'],
  ],
};

describe('every line of the law has tests that run', () => {
  test.each(Object.entries(LINES))('%s', (_, proofs) => {
    expectProved(proofs);
  });
});
