import { describe, test } from 'vitest';
import { expectProved, type Proof } from './proved.ts';

/**
 * What is asked of every date and every yuan, line by line, each with the tests that hold it. What was once wrong of them stands in
 * `figures.test.ts`.
 */
const LINES: Readonly<Record<string, Readonly<Record<string, readonly Proof[]>>>> = {
  'a fact is a quantity': {
    'no unit is dropped; what a calculator does not understand is unknown, with its quote': [
      ['term/quantity/properties.test.ts', 'it counts in that unit, or quotes the words and counts nothing'],
      ['agreement/facts/fact-kinds.test.ts', 'and no second table of names stands in the product'],
    ],
    'a person corrects or adds any fact; the old value, who and when are kept, and figures say so': [
      ['features/rights/corrections.test.ts', 'counts in the figures, which say whose it is and what the text said'],
      ['features/rights/corrections.test.ts', 'anew is used as it was said last'],
      ['features/rights/corrections.test.ts', 'is taken back with its entry'],
      ['features/rights/corrections.test.ts', 'a corrected notice counts in the clock of a notice'],
      ['term/quantity/own-and-help.test.ts', 'takes the place of a fact with another start'],
    ],
    'a refund is told with whose end it is of, and with the clause that forbids it': [
      ['term/fees/refund-agreed.test.ts', 'by the customer where the text forbids it'],
      ['term/fees/refund-agreed.test.ts', 'by the provider where only an end by the customer pays back'],
      ['term/fees/refund-agreed.test.ts', 'no charge for an early end by the customer is taken off'],
    ],
    'what is charged while suspended, or resumes a service, is no late fee and no time to pay': [
      ['agreement/facts/guards.test.ts', 'but its price: %s'],
      ['agreement/facts/guards.test.ts', 'or is one: %s'],
    ],
    'half a month’s fee; the next business day': [
      ['agreement/facts/prose-credit.test.ts', 'is half of it: %s'],
      [
        'agreement/facts/support-times.test.ts',
        'Provider will respond to critical incidents on the next business day.',
      ],
    ],
  },
  'the text in force': {
    'months, orders, notices and claims go by the text that stood then': [
      ['features/rights/then.test.ts', 'is not turned into nothing by accepting another text in November'],
      ['features/rights/then.test.ts', 'the claim and its letter go by the text of the month'],
      ['features/rights/then.test.ts', 'goes by the one of its day, invoices too'],
      ['features/rights/then.test.ts', 'where a text %s'],
    ],
    'the effective day that is stated, and a person’s correction of it': [
      ['acceptance/standing.test.ts', 'it stands from the stated effective day where that is later'],
      ['acceptance/standing.test.ts', 'a correction concerns what was recorded by then'],
    ],
    'later acceptance changes no earlier month': [
      ['acceptance/text-then.test.ts', 'a later acceptance, decision or import changes nothing of an earlier time'],
      ['features/rights/then.test.ts', 'counts for the version it was said of'],
    ],
    'another’s terms by choice alone; contradictions are shown, none is picked': [
      ['features/rights/then.test.ts', 'counts only by the person’s choice, whoever its provider is'],
      ['features/rights/then.test.ts', 'is offered where the provider states it elsewhere'],
      [
        'term/quantity/companions.test.ts',
        'what they state differently is shown with its agreement, and none is first',
      ],
    ],
    'a company for each agreement and order, never the first of several': [
      ['features/rights/payments.test.ts', 'is not known of two companies until a person says so'],
      ['features/rights/payments.test.ts', 'goes into a letter that is started: never the first in the list'],
      ['features/notices/objection-letter.test.ts', 'the company that the person chose for the agreement writes it'],
      ['features/rights/invoices.test.ts', 'of two buyers each must use and pay'],
    ],
  },
  'service levels': {
    'instances with their own fee and class': [
      ['features/rights/units.test.ts', 'has its own instances and its own fee'],
      ['features/rights/units.test.ts', 'two that are owed the same have a claim each'],
      ['term/service/classes-as-items.test.ts', 'nothing is claimed before one is chosen'],
      ['term/service/classes-as-items.test.ts', 'a bound of one class alone is a promise of that class'],
    ],
    'down by the document’s own definition; without one, that is said': [
      ['term/service/definition.test.ts', 'two that failed one after the other are no breach'],
      ['term/service/definition.test.ts', 'errors are no outages'],
      ['term/service/definition.test.ts', 'a text that does not say how several are counted'],
      ['term/service/definition.test.ts', 'are one unit, and that nothing in the text says so is told'],
    ],
    'month, quarter, year; business hours; months of thirty days': [
      ['term/service/definition.test.ts', 'are not judged by a month, nor a month by a year'],
      ['term/service/definition.test.ts', 'are measured over their own minutes'],
      ['term/service/definition.test.ts', 'a month of thirty days has 43 200 minutes'],
    ],
    'caps: of the month, of a longer time with what was credited already, of a sum': [
      ['term/service/cap-over-time.test.ts', 'what is left of it depends on the other months'],
      ['term/service/cap-over-time.test.ts', 'leaves of the cap what is left'],
      ['term/service/cap-over-time.test.ts', 'is asked for, with the year’s fee'],
      ['features/rights/claim-letter.test.ts', 'of a cap that counts a whole year says what is left of it'],
      ['renderer/features/rights/capped-together.test.ts', 'is asked for where a figure lacks it'],
    ],
    'forms of credit, currencies, tax': [
      ['term/service/credit-forms.test.ts', 'the currency of the agreement itself is its amounts'],
      ['term/service/credit-forms.test.ts', ': time of service, and no sum of money'],
      ['features/rights/claim-letter.test.ts', 'is in the currency of the agreement'],
    ],
    'times to respond and restore, against what is logged': [
      ['features/rights/claim-letter.test.ts', 'lists the tickets that were late'],
      ['term/service/support/support.test.ts', 'in a year without a table is late only where'],
    ],
    'logs of monitors: shown, mapped once, nothing kept before yes; one reader': [
      ['features/rights/import-log.test.ts', 'nothing of it is kept before the person says so'],
      ['features/rights/import-log.test.ts', 'is mapped once for a tool'],
      ['features/rights/import-log.test.ts', 'asks how dates are written where that is open'],
      ['term/service/log/log-figures.test.ts', 'the minutes of the month: %s'],
      ['term/log-command.test.ts', 'says how each row was read'],
      ['features/rights/units.test.ts', 'an outage that goes on is kept without an end'],
      ['features/rights/many-outages.test.ts', 'none of which handles more rows than one paper holds'],
    ],
    'seventy-two hours in a row of one instance, and what broke them': [
      ['term/service/definition.test.ts', 'are broken where service came back, and that is said'],
      ['term/service/definition.test.ts', 'are one instance’s: two one after the other are none'],
    ],
  },
  'two dates': {
    'the counted day drives agenda, reminders, calendar and paper; the latest stands beside it': [
      ['features/agenda/two-days.test.ts', 'is what agenda, calendar and reminders go by'],
      ['features/agenda/two-days.test.ts', 'stands first on paper, too'],
      ['term/agenda/agenda-items.test.ts', 'how late one could still argue stands beside the day, with its article'],
    ],
    'a late fee by a day that is moved is told by the latest arguable one, too': [
      ['term/command-words.test.ts', 'is told by the latest arguable day as well'],
      ['term/command-words.test.ts', 'is not late on that day, which may itself be in time'],
    ],
    'unknown keeps its bounds': [
      ['term/agenda/agenda-items.test.ts', 'without the year’s table it stands on its safe day'],
      ['term/agenda/agenda-items.test.ts', 'working days without the year’s table'],
      ['term/calendar/period.test.ts', 'keep the bound that holds were every day worked'],
      ['term/fees/late-fee-limits.test.ts', 'is none on the days that no days off can bring behind their end'],
      ['term/agenda/ics.test.ts', 'what has only a bound stands on it and says so'],
      ['term/renewal/no-such-day.test.ts', 'the day to cancel keeps the earlier reading as its bound'],
    ],
    'tables of 2020 to 2026; a person gives the next, with its hash; differences are shown': [
      ['term/calendar/calendar.test.ts', 'are shipped for 2020 to 2026'],
      ['features/settings/holidays.test.ts', 'are shown before anything is kept'],
      ['features/settings/holidays.test.ts', 'stand in the ledger with the hash of what they were read from'],
      ['features/settings/holidays.test.ts', 'and the differences are told'],
      ['term/calendar/holiday-notice.test.ts', 'gives its year, number, days off and make-up workdays'],
    ],
    'one clock of days; close of business where the text says so': [
      ['kernel/day-clock.test.ts', 'nothing that counts days asks for the device’s offset'],
      ['features/rights/claims.test.ts', 'stands in its window by the clock of its agreement'],
      ['term/close-of-business.test.ts', 'a payment by its own hour'],
    ],
    'one calendar builder: stable UIDs, one set of alarms, what is done is called off': [
      ['term/agenda/ics.test.ts', 'keeps the UID when the date or the words change'],
      ['term/agenda/ics.test.ts', 'sounds alarms at nine in the morning'],
      ['term/agenda/ics.test.ts', 'a later file calls off what is done or no longer there'],
      ['features/agenda/calendar-readers.test.ts', 'a second file has the same UIDs'],
    ],
  },
  cases: {
    'sent with day, way and proof; arrived, answered, settled; every step can be taken back': [
      ['features/rights/claims.test.ts', 'is sent when a person says so, with day, way and proof'],
      ['features/rights/claims.test.ts', 'goes its whole way by what a person says'],
      ['features/rights/claims.test.ts', 'is settled by what came in for it'],
      ['features/rights/claims.test.ts', 'exported and sealed by themselves, never sent'],
    ],
    'only what was sent closes a deadline; drafting and removing a draft close none': [
      ['kernel/cases.test.ts', 'of a %s, whatever is said of it and taken back'],
      ['features/rights/claims.test.ts', 'is a draft when its letter is made: no deadline closes'],
      ['features/rights/term.test.ts', 'drafted it closes nothing, and is not drafted twice'],
      ['features/notices/objection-window.test.ts', 'only an objection that was sent closes it'],
    ],
    'the ledger says what happened; former kinds keep their words': [
      ['features/rights/claims.test.ts', 'the ledger says drafted'],
      ['kernel/stored-names.test.ts', 'stand as they were first written'],
    ],
    'windows are kept, unless with a reason': [
      ['features/rights/claims.test.ts', 'is not sent before its window opens or after its last day but with a reason'],
      ['features/rights/claim-letter.test.ts', 'is not drafted after the last day but with a reason'],
    ],
    'the claim letter is true line by line, asks for what the text gives, lists what was left out': [
      ['features/rights/claim-letter.test.ts', 'is true line by line where the cap is lower'],
      ['features/rights/claim-letter.test.ts', 'asks for vouchers where the text gives vouchers'],
      ['features/rights/claim-letter.test.ts', 'asks for days where the text gives days of service'],
      ['features/rights/claim-letter.test.ts', 'lists what was left out of the count, and by which exclusion'],
    ],
  },
  'term and renewal': {
    'start, length, end, renewal, day to cancel': [
      ['term/renewal/renewal.test.ts', 'a year from New Year’s Day ends on its eve'],
      ['term/renewal/renewal.test.ts', 'after the end the term that runs is the renewal'],
      ['features/rights/term.test.ts', 'the entered first day gives the end, the day to cancel and the renewal'],
      ['term/renewal/term-command.test.ts', 'silence that renews is told as notice against it'],
    ],
    'price of the next term and its ceiling; minimum; early end; data; sunset': [
      ['term/renewal/renewal.test.ts', 'the price of the next term'],
      ['term/renewal/commitment.test.ts', 'in the currency of the agreement is its amount'],
      ['term/renewal/renewal.test.ts', 'an early end: the share of what the text names'],
      ['term/renewal/renewal.test.ts', 'data can be taken out after the end'],
      ['term/quantity/notices.test.ts', 'how long before a feature goes is no notice of termination'],
    ],
    'owner, department, amount, tags; one table with filters, outliers, files': [
      ['features/library/table.test.ts', 'shows what a person keeps of an agreement, which is recorded'],
      ['features/library/table.test.ts', 'are marked beyond the fences'],
      ['features/library/table.test.ts', 'CSV keeps commas, quotes and line ends in their field'],
      ['features/library/table.test.ts', 'a workbook has its parts'],
      ['renderer/features/library/table.test.ts', 'is narrowed to one tag, one provider'],
    ],
    'letters against renewal and of objection': [
      ['features/rights/term.test.ts', 'the letter is filled with what is known'],
      ['features/notices/objection-letter.test.ts', 'names every change that matters'],
    ],
    'a position for each kind of clause, and which protections are lacking': [
      ['features/settings/positions.test.ts', 'a position is kept with an entry'],
      ['features/settings/positions.test.ts', 'reader, import review and table show where an agreement departs'],
      ['agreement/meaning/protections.test.ts', 'are all of them where the text is about something else'],
    ],
  },
  'one notice from mail to record, in the real app': {
    'registered, delivered, dated, compared, objected, accepted, used on, and what stands afterwards': [
      ['../e2e/notice-job.test.ts', 'a change comes by mail: delivered that day'],
      ['../e2e/notice-job.test.ts', 'its new text is imported for it and compared'],
      ['../e2e/notice-job.test.ts', 'sent by EMS with number and proof: only now is the day closed'],
      ['../e2e/notice-job.test.ts', 'its text stands from that day, not before'],
      ['../e2e/notice-job.test.ts', 'a third change: a person says that the service was used on'],
      ['../e2e/notice-job.test.ts', 'the record and the bundle verify'],
    ],
  },
  properties: {
    'a document without a fact yields no figure; safe is never behind latest': [
      ['term/silence.test.ts', 'stays silent: without any fact there is no figure anywhere'],
      ['term/renewal/renewal.test.ts', 'a text that states nothing yields no figure'],
      ['term/calendar/period.test.ts', 'the last day is a day that counts, never before the count'],
      ['term/renewal/renewal.test.ts', 'no day to cancel that is safe after it is latest'],
    ],
    'tiers rise, and no credit is above its cap': [
      ['term/quantity/credits.test.ts', 'the credit of a longer outage is never smaller, and never above the cap'],
    ],
  },
};

describe.each(Object.entries(LINES))('%s', (_, lines) => {
  test.each(Object.entries(lines))('%s', (_line, proofs) => {
    expectProved(proofs);
  });
});
