import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What was once wrong of days and yuan, and what is promised of them, each with the tests that show it: by the file and the words of the
 * test's name. A line whose test was renamed, skipped or taken away fails here.
 */
const SHOWN: Readonly<Record<string, readonly (readonly [file: string, name: string])[]>> = {
  'fifteen working days are no fifteen days': [
    ['term/quantity/notices.test.ts', 'a notice that is four days short is said to be'],
  ],
  'delivery on the third working day, in hours, of one channel alone': [
    ['term/quantity/commands.test.ts', 'clock: delivery by the rule of the channel'],
    ['term/quantity/notices.test.ts', 'one channel’s rule says nothing about another channel'],
  ],
  'ten business days of another place': [['term/quantity/notices.test.ts', 'of another place is not counted by']],
  'days of service are no yuan': [['term/quantity/credits.test.ts', 'are days, never yuan']],
  'a share of the year’s fee is not taken of the month’s': [
    ['term/quantity/credits.test.ts', 'is not taken of the month’s fee'],
  ],
  'a multiple of the outage’s fee is a credit': [
    ['term/quantity/credits.test.ts', 'ten times the part of the fee that fell on the outage'],
    ['term/quantity/payments.test.ts', 'is a credit to the customer, no damages that the customer owes'],
  ],
  'a cap of half is half, and none is made up': [
    ['term/quantity/credits.test.ts', 'of half the fee is half the fee'],
    ['term/quantity/credits.test.ts', 'is not made up for a document that states none'],
    ['term/quantity/credits.test.ts', 'leaves out what vouchers paid only where the document says so'],
  ],
  'tiers of several classes, and two promises': [
    ['term/quantity/credits.test.ts', 'no credit without a class, and each class its own'],
    ['term/quantity/credits.test.ts', 'two of them are both shown'],
    ['agreement/facts/credits-by-class.test.ts', 'two rates of two classes in one sentence'],
    ['agreement/facts/credits-by-class.test.ts', 'a tier of a class that its promise alone has named'],
  ],
  'an invoice’s day is of its own plan and month': [
    ['agreement/facts/facts.test.ts', 'each day is of the plan and the month of its own words'],
  ],
  'figures of full width': [
    ['agreement/quantity/full-width.test.ts', 'whatever the number is, every reader of numbers reads it alike'],
    ['agreement/quantity/full-width.test.ts', 'a number, an amount, a month’s day and what a person types'],
  ],
  'data is fetched, and a site is no letter box': [
    ['agreement/facts/guards.test.ts', 'a time to fetch what is stored is no time to pay, and a site is no letter box'],
  ],
  'classes by headings, and those that get no credits': [
    ['agreement/facts/named-classes.test.ts', 'a heading is the class of the tiers below it'],
    ['term/service/left-out.test.ts', 'a class that the text leaves out of the credits gets none'],
  ],
  'a red letter takes back, whatever sign it prints': [
    ['term/invoice/signed-yuan.test.ts', 'what a red letter takes back is less than nothing'],
    ['term/invoice/invoice.test.ts', 'a red letter is what it is, whatever sign its total was told with'],
  ],
  'saying nothing renews or ends, and a notice has two ends': [
    ['agreement/facts/term-facts.test.ts', 'what comes of saying nothing'],
    ['agreement/facts/term-facts.test.ts', 'of a time with two ends the nearer one is the notice'],
  ],
  'a minimum in another currency': [
    ['term/renewal/commitment.test.ts', 'in another currency is told in it and never converted'],
  ],
  'two caps, a conditional law, lost time': [
    ['agreement/facts/further-facts.test.ts', 'what is said of two things or of two cases'],
  ],
  'parts of a second': [
    ['term/service/log/read-log.test.ts', 'make no outage longer than it was, and none shorter by a whole second'],
    ['term/service/log/read-log.test.ts', 'of samples count alike, and two outages that touch have no gap'],
  ],
  'several rules of payment, each to pick from': [
    ['term/fees/payment-rules.test.ts', 'bounds the day by both of them until one is picked'],
    ['term/fees/payment-rules.test.ts', 'takes neither the time for orders nor that for bills'],
    [
      'features/rights/post-paid.test.ts',
      'both are offered with their words, and the one that is picked gives the day',
    ],
  ],
  'days of a decision, as the desk of terms tells them': [
    ['features/rights/term-from-acceptance.test.ts', 'the decision tells the days of its term'],
  ],
  'another agreement answers only by choice': [
    ['features/rights/then.test.ts', 'is offered where the provider states it elsewhere'],
  ],
  'too early or too late to claim, and what is late of each part': [
    ['term/command-words.test.ts', 'before its window opens, or after it closed'],
    ['term/command-words.test.ts', 'tells how late each part is'],
  ],
  'a renewal paid for in time, by the clause that says so': [
    ['term/command-words.test.ts', 'until when its renewal is paid for'],
    ['term/unrecognised.test.ts', 'is no clause in which a fact was missed'],
  ],
  'arrival is asked for where something hangs on it': [
    ['term/notice/display-and-login.test.ts', 'the day of arrival is asked for only where something hangs on it'],
  ],
  'a target is no promise': [['term/quantity/credits.test.ts', 'a target is none']],
  'the window to claim from the incident, in days': [
    ['term/quantity/credits.test.ts', 'of two months after the incident runs from the incident'],
  ],
  'a bill’s time to pay is no lapse of an order': [
    ['term/quantity/commands.test.ts', 'a bill’s time to pay is no lapse of an order'],
  ],
  'late fees by the month and at a published rate': [
    ['term/quantity/payments.test.ts', 'by the month is sure for whole months'],
    ['features/rights/payments.test.ts', 'a late fee at a published rate is counted by the rate that is typed'],
  ],
  'a refund beside the clause that forbids an early end': [
    ['term/quantity/commands.test.ts', 'a refund stands beside the clause that forbids an early end'],
  ],
  'a month without records is not recorded': [['term/quantity/credits.test.ts', 'is not recorded, never kept']],
  'payments in part and by instalments': [
    ['term/quantity/payments.test.ts', 'runs on what is left after a payment in part'],
    ['features/rights/payments.test.ts', 'each have their own day; what is paid goes on what fell due first'],
  ],
  'days and digits as people type them': [
    ['agreement/said-fact.test.ts', 'days that are typed'],
    ['renderer/ui/as-typed.test.ts', 'what is written in a usual form'],
    ['term/quantity/commands.test.ts', 'payments in part, and digits in full width'],
  ],
  'a phrase with two readings shows both': [
    ['term/notice/notice-readings.test.ts', 'nothing is picked, and nothing is sooner than by the shorter reading'],
  ],
  'Hong Kong law is said': [['term/quantity/commands.test.ts', 'another law is said, and nothing is counted by']],
  'a change of prices has a notice of its own': [
    ['term/quantity/notices.test.ts', 'a change of prices has its own notice'],
  ],
  'a person corrects any fact, and no value of one’s own is lost': [
    ['features/rights/corrections.test.ts', 'counts in the figures, which say whose it is and what the text said'],
    ['term/quantity/commands.test.ts', 'a value of one’s own stands in the place of the text and says so'],
  ],
  'what stood then': [
    ['features/rights/then.test.ts', 'is not turned into nothing by accepting another text in November'],
    ['features/rights/then.test.ts', 'counts only by the person’s choice, whoever its provider is'],
    ['features/rights/payments.test.ts', 'goes into a letter that is started: never the first in the list'],
  ],
  'instances, intervals, fixed months, hours, errors': [
    ['features/rights/units.test.ts', 'has its own instances and its own fee'],
    ['term/service/definition.test.ts', 'a month of thirty days has 43 200 minutes'],
    ['term/service/definition.test.ts', 'errors are no outages'],
    ['term/service/definition.test.ts', 'are measured over their own minutes'],
  ],
  'the day on which a billing month begins, and by whose clock': [
    ['term/service/billing-cycle.test.ts', 'the bounds hold for every such day together with every zone'],
  ],
  'logs of monitors': [
    ['features/rights/import-log.test.ts', 'nothing of it is kept before the person says so'],
    ['features/rights/import-log.test.ts', 'is mapped once for a tool'],
    ['term/service/log/log-figures.test.ts', 'the minutes of the month: %s'],
    ['features/rights/many-outages.test.ts', 'none of which handles more rows than one paper holds'],
    ['features/rights/many-outages.test.ts', 'the agenda’s claims of them are worked out in slices'],
    ['features/rights/many-outages.test.ts', 'what is written between its slices begins them anew'],
    ['term/service/row-slices.test.ts', 'each look at all rows of a log is a slice'],
    ['features/rights/units.test.ts', 'an outage that goes on is kept without an end'],
  ],
  'seventy-two hours of one instance': [
    ['term/log-command.test.ts', 'of two that failed one after the other is no seventy-two hours, and says why'],
  ],
  'support times by severity, and their credits': [
    ['term/service/support/support-credit.test.ts', 'of a severity are owed for its own tickets alone'],
  ],
  'days by a clock that nobody knows': [
    [
      'term/notice/open-clock.test.ts',
      'nobody who keeps to its day by Beijing’s clock is late by the clock of any zone',
    ],
    [
      'term/service/billing-cycle.test.ts',
      'the bounds hold for a log of which some rows say their zone and others do not',
    ],
    ['term/service/billing-cycle.test.ts', 'a log that says no zone moves with the clock'],
    ['term/notice/open-clock.test.ts', 'lacks it as well where the text names two zones'],
    ['term/notice/open-clock.test.ts', 'has a day by which it is over by every clock as well'],
  ],
  'which way a figure is better stands in the table of kinds': [
    ['agreement/facts/fact-kinds.test.ts', 'and no second table of names stands in the product'],
  ],
  'a ceiling of late fees is none of the liability': [
    ['agreement/facts/further-facts.test.ts', 'is theirs, and no cap of the liability'],
    ['agreement/facts/further-facts.test.ts', 'of two that differ none holds for sure'],
  ],
  'console, e-mail and post in one clause': [
    ['agreement/facts/delivery-rules.test.ts', 'when a notice counts as delivered'],
  ],
  'tiers below the promise, and between two levels': [
    ['agreement/facts/prose-credit.test.ts', 'tiers that are bounded by the promise without its figure'],
    ['agreement/facts/prose-credit.test.ts', 'are in doubt where the text promises two things'],
  ],
  'so many times the fee of the lost time': [['agreement/facts/prose-credit.test.ts', 'is a credit: %s']],
  'two dates': [
    ['features/agenda/two-days.test.ts', 'is what agenda, calendar and reminders go by'],
    ['features/settings/holidays.test.ts', 'stand in the ledger with the hash of what they were read from'],
    ['features/settings/holidays.test.ts', 'and the differences are told'],
  ],
  'one calendar file, as strangers read it': [
    ['features/agenda/calendar-readers.test.ts', 'a second file has the same UIDs'],
  ],
  'only what was sent closes a deadline': [
    ['features/rights/claims.test.ts', 'is a draft when its letter is made: no deadline closes'],
    ['features/rights/claims.test.ts', 'is not sent before its window opens or after its last day but with a reason'],
    ['features/rights/term.test.ts', 'its sending closes the last day; by its arrival the term ends'],
    ['features/notices/objection-window.test.ts', 'only an objection that was sent closes it'],
  ],
  'a time to object, and what silence means': [
    ['agreement/facts/objection-windows.test.ts', 'silence that counts as consent'],
    ['term/notice/objection.test.ts', 'is the sooner of the time to object and the eve of effect'],
    ['term/notice/objection.test.ts', 'so long after it takes effect is counted on from that day'],
  ],
  'a fee that the text states': [
    ['agreement/facts/stated-fees.test.ts', 'is a fact with its amount, currency and period'],
    ['features/rights/stated-fee.test.ts', 'is none of several: all are offered'],
    ['renderer/features/rights/order-form.test.ts', 'fills in the amount with its words'],
  ],
  'lost time given back, and a credit without the word': [
    ['agreement/facts/lost-time.test.ts', 'is a credit of the provider, under its own name'],
    ['agreement/facts/lost-time.test.ts', 'is a credit without the word'],
  ],
  'a log on paper, by the clock of its rows': [['features/rights/outage-paper.test.ts', 'names the clock of its rows']],
  'what is shown, and what counts once somebody logs in': [
    ['term/notice/display-and-login.test.ts', 'is delivered on the day it is shown'],
    ['term/notice/display-and-login.test.ts', 'has no day before somebody says when that was'],
  ],
  'term and renewal': [
    ['term/renewal/renewal.test.ts', 'a day that is counted backwards falls on a Sunday or a holiday and stays there'],
    ['term/renewal/renewal.test.ts', 'the price of the next term'],
    ['features/rights/term.test.ts', 'the letter is filled with what is known'],
    ['features/library/table.test.ts', 'has a row for each own agreement with what its text says'],
    ['features/settings/positions.test.ts', 'reader, import review and table show where an agreement departs'],
  ],
  properties: [
    ['term/quantity/properties.test.ts', 'it counts in that unit, or quotes the words and counts nothing'],
    ['term/quantity/credits.test.ts', 'the credit of a longer outage is never smaller, and never above the cap'],
    ['term/silence.test.ts', 'stays silent: without any fact there is no figure anywhere'],
  ],
};

const UNIT = join(import.meta.dirname, '..');

test.each(Object.entries(SHOWN))('%s', (_line, proofs) => {
  for (const [file, name] of proofs) {
    const line = readFileSync(join(UNIT, file), 'utf8')
      .split('\n')
      .find((each) => each.includes(name) && /^\s*(?:(?:test|it|inEach|describe)\b|\]\)\(|['"`])/u.test(each));
    expect([file, name, line === undefined ? 'missing' : 'there']).toEqual([file, name, 'there']);
    expect(line).not.toMatch(/\.(?:skip|todo|fails|only)\b/u);
  }
});
