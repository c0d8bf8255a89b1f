import type { FactKind, Quantity } from '../agreement/fact.ts';
import { creditWords, quantityWords, shareWords } from '../agreement/fact-words.ts';
import type { AgreementDocument } from '../agreement/model.ts';
import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import { allSteps, type Answer, type Deadline, known, mapAnswer } from '../term/answer.ts';
import { LIABILITY_CAP, liabilityCap, liabilityCapSaid } from '../term/fees/liability-cap.ts';
import { civilDateIn } from '../term/calendar/zone.ts';
import { periodLength } from '../term/count-period.ts';
import type { TermBasis } from '../term/basis.ts';
import { dayClock } from '../term/day-clock.ts';
import { amountIn, amountUnit, inCurrency } from '../term/fees/currency.ts';
import {
  DATA_RETURN,
  EARLY_END,
  END_DATE,
  NON_RENEWAL,
  RENEWAL_LENGTH,
  START_DATE,
  TERM_LENGTH,
  TERM_QUESTIONS,
} from '../term/renewal/questions.ts';
import { type Renewal, renewalOf, type TermGiven, type TermPeriod } from '../term/renewal/renewal.ts';
import type { Command, CommandContext, Usage } from './command.ts';
import { statedKinds, statutesBeside } from '../term/statutes/beside.ts';
import { basisOf, type PickedDocument, pickDocument } from './term-document.ts';
import { dateGiven, flags, oneNeeded, printResult, type ResultLine, twoDays } from './term-output.ts';

const USAGE: Usage = {
  synopsis: 'assent term [--starts DATE] [--document FILE[:N]] [OPTION…] [--json] [--lang=zh|en]',
  options: [
    ['--starts DATE', sentence('cli.term.usage.starts')],
    ['--ends DATE', sentence('cli.term.usage.ends')],
    ['--on DATE', sentence('cli.term.usage.on')],
    ['--document FILE[:N]', sentence('cli.fees.usage.document')],
    ['--price YUAN', sentence('cli.term.usage.price')],
    ['--remaining | --month-fee | --year-fee | --paid-total YUAN', sentence('cli.term.usage.early')],
    ['--own KIND=VALUE', sentence('cli.fees.usage.own')],
    ['--scope CLASS', sentence('cli.term-output.usage.scope')],
    ['--statutes FILE', sentence('cli.term-output.usage.statutes')],
  ],
};

const OPTIONS = {
  starts: { type: 'string' },
  ends: { type: 'string' },
  on: { type: 'string' },
  document: { type: 'string' },
  price: { type: 'string' },
  remaining: { type: 'string' },
  'month-fee': { type: 'string' },
  'year-fee': { type: 'string' },
  'paid-total': { type: 'string' },
  own: { type: 'string', multiple: true },
  scope: { type: 'string' },
  statutes: { type: 'string' },
} as const;

/** Facts that tell which document of a file is meant. */
const NEEDED: readonly FactKind[] = [
  TERM_LENGTH,
  START_DATE,
  END_DATE,
  RENEWAL_LENGTH,
  NON_RENEWAL,
  EARLY_END,
  DATA_RETURN,
].flatMap(({ understands }) => understands.kinds);

/** No text at all: only what the person gives. */
const NO_TEXT: AgreementDocument = {
  title: '',
  kind: 'other',
  language: 'zh',
  fingerprint: '',
  clauses: [],
  tables: [],
  facts: [],
  blanks: [],
  repairs: [],
  lines: [0, 0],
};

const dayLine = (name: string, label: Sentence, answer: Answer<Deadline>): ResultLine => ({
  name,
  label,
  answer: twoDays(answer),
});

const lastDayLine = (name: string, label: Sentence, answer: Answer<Deadline>): ResultLine => ({
  ...dayLine(name, label, answer),
  lastDay: true,
});

function lengthLine(name: string, label: Sentence, answer: Answer<Quantity>): ResultLine {
  const words = answer.known ? { words: quantityWords(answer.value) } : {};
  return { name, label, answer: mapAnswer(answer, (quantity) => periodLength(quantity) ?? quantity), ...words };
}

/** No day, as nothing is renewed: `none` in JSON, the reason in words. */
const noDay = (name: string, label: Sentence, words: Sentence): ResultLine => ({
  name,
  label,
  answer: known('none', [{ text: words }]),
  words,
});

function linesOf(basis: TermBasis, renewal: Renewal, cap: Answer<string>): readonly ResultLine[] {
  const inUnit = (what: Sentence): Sentence => sentence('cli.fees.in-unit', { what, unit: amountUnit(basis) });
  const { length, renews, notice, end, cancelBy, cancelFrom, nothingToCancel, renewBy, next, price, exit } = renewal;
  const { cap: rise, ceiling, announcedBy } = price;
  const said = liabilityCapSaid(basis);
  return [
    lengthLine('length', sentence('cli.term.length'), length),
    dayLine('end', sentence('cli.term.end'), end),
    nothingToCancel
      ? noDay('cancelBy', sentence('cli.term.cancel-by'), nothingToCancel)
      : lastDayLine('cancelBy', sentence('cli.term.cancel-by'), cancelBy),
    ...(cancelFrom === undefined
      ? []
      : [{ name: 'cancelFrom', label: sentence('cli.term.cancel-from'), answer: known(cancelFrom, []) }]),
    ...(renewBy === undefined ? [] : [lastDayLine('renewal.payBy', sentence('cli.fees.renew-by'), renewBy)]),
    lengthLine('renewal.length', sentence('cli.term.renewal-length'), renews),
    lengthLine('renewal.notice', sentence('cli.term.renewal-notice'), notice),
    nothingToCancel
      ? noDay('renewal.next', sentence('cli.term.renewal-next'), nothingToCancel)
      : dayLine('renewal.next', sentence('cli.term.renewal-next'), next),
    dayLine('price.announcedBy', sentence('cli.term.price-announced'), announcedBy),
    {
      name: 'price.cap',
      label: sentence('cli.term.price-cap'),
      answer: rise,
      ...(rise.known ? { words: shareWords(rise.value) } : {}),
    },
    { name: 'price.ceiling', label: inUnit(sentence('cli.term.price-ceiling')), answer: ceiling },
    exit.commitmentElsewhere
      ? {
          name: 'exit.commitment',
          label: sentence('cli.term.commitment'),
          answer: known(
            `${exit.commitmentElsewhere.currency} ${exit.commitmentElsewhere.amount}`,
            exit.commitment.steps,
          ),
          words: amountIn(exit.commitmentElsewhere),
        }
      : { name: 'exit.commitment', label: inUnit(sentence('cli.term.commitment')), answer: exit.commitment },
    {
      name: 'exit.feeShare',
      label: sentence('cli.term.fee-share'),
      answer: exit.feeShare,
      ...(exit.feeShare.known ? { words: creditWords(exit.feeShare.value) } : {}),
    },
    { name: 'exit.fee', label: inUnit(sentence('cli.term.fee')), answer: exit.fee },
    lastDayLine('exit.dataUntil', sentence('cli.term.data-until'), exit.dataUntil),
    lengthLine('exit.sunsetNotice', sentence('cli.term.sunset-notice'), exit.sunsetNotice),
    lengthLine('exit.terminationNotice', sentence('cli.term.termination-notice'), exit.terminationNotice),
    {
      name: 'liabilityCapSaid',
      label: sentence('cli.term.liability-cap-said'),
      answer: mapAnswer(said, (words) => say(words, 'zh')),
      ...(said.known ? { words: said.value } : {}),
    },
    { name: 'liabilityCap', label: inUnit(sentence('cli.term.liability-cap')), answer: cap },
  ];
}

const twoDaysOf = (end: Deadline): Pick<Deadline, 'safe' | 'latest'> => ({ safe: end.safe, latest: end.latest });

const renewalIn = ({ starts, ends, cancelBy, cancelFrom }: TermPeriod) => ({
  starts,
  end: twoDaysOf(ends),
  ...(cancelFrom === undefined ? {} : { cancelFrom }),
  cancelBy: cancelBy.known ? twoDaysOf(cancelBy.value) : 'unknown',
});

async function run(context: CommandContext): Promise<number> {
  const given = flags(context.args, OPTIONS);
  const { starts, ends, on, price, remaining } = given;
  const picked: PickedDocument =
    given.document === undefined
      ? { index: 0, document: NO_TEXT, others: [] }
      : await pickDocument(given.document, NEEDED);
  const named = picked.document.facts.some(({ kind }) => kind === 'end-date' || kind === 'start-date');
  if (starts === undefined && ends === undefined && !named) throw oneNeeded(['--starts', '--ends']);
  const basis = basisOf([picked.document], { ...given, now: context.now });
  const term: TermGiven = {
    on: on === undefined ? civilDateIn(context.now().toISOString(), dayClock(basis).zone) : dateGiven(on, 'on'),
    ...(starts === undefined ? {} : { starts: dateGiven(starts, 'starts') }),
    ...(ends === undefined ? {} : { ends: dateGiven(ends, 'ends') }),
    ...(price === undefined ? {} : { price }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(given['month-fee'] === undefined ? {} : { monthFee: given['month-fee'] }),
    ...(given['year-fee'] === undefined ? {} : { yearFee: given['year-fee'] }),
    ...(given['paid-total'] === undefined ? {} : { paid: given['paid-total'] }),
  };
  const renewal = inCurrency(basis, renewalOf(basis, term));
  const { current, upcoming, cancelPassed, steps } = renewal;
  const cap = inCurrency(basis, liabilityCap(basis, term));
  const stated = statedKinds(basis, [...TERM_QUESTIONS, LIABILITY_CAP]);
  printResult(context, {
    document: { index: picked.index, title: picked.document.title },
    fields: {
      ...(term.starts === undefined ? {} : { starts: term.starts }),
      on: term.on,
      ...(current.known ? { current: { nth: current.value.nth, starts: current.value.starts } } : {}),
      ...(cancelPassed === undefined ? {} : { cancelPassed }),
      renewals: upcoming.map(renewalIn),
    },
    lines: linesOf(basis, renewal, cap),
    listed: upcoming.map(({ cancelBy }, index) =>
      lastDayLine(`renewals.${index}.cancelBy`, sentence('cli.term.cancel-by'), cancelBy),
    ),
    statutes: statutesBeside(basis, stated),
    steps: allSteps([known('', steps), cap]),
  });
  return 0;
}

export const command: Command = { usage: USAGE, run };
