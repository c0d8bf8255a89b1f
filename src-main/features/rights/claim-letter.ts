import { BEIJING, offsetAt } from '../../term/calendar/zone.ts';
import { instantSeconds } from '../../term/calendar/civil-date.ts';
import {
  beside,
  asWritten,
  currencyName,
  inOneLine,
  type Language,
  listed,
  say,
  type Sentence,
  sentence,
} from '../../agreement/sentence.ts';
import { creditWords } from '../../agreement/fact-words.ts';
import type { AgreementDocument } from '../../agreement/model.ts';
import type { ExclusionCheck, MonthView, OutageView } from '../../contract/rights.ts';
import type { LetterValues, RowValue } from '../../letter/template.ts';
import { itemWords, wholeSentence, writtenAmount, writtenClause } from '../../letter/written.ts';
import type { Answer, TermStep } from '../../term/answer.ts';
import { periodKind, periodWords } from '../../term/service/period.ts';
import { lateMinutes } from '../../term/service/support/ticket-times.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import type { ObligationBasis } from './basis.ts';
import type { LogFile } from './log/log-files.ts';
import { REMEDY_WORDS, remedyOf } from './term/claim-remedy.ts';
import { inTime, periodOf } from './term/claim-time.ts';

/** In which language the letter is, how it names the text, and the files that its outages came in. */
interface LetterOf {
  readonly language: Language;
  /** Empty where the text says nothing of itself: the day on which it was obtained may be after the month that is claimed for. */
  readonly version: string;
  readonly logFiles: readonly LogFile[];
}

/** What the claim letter of a month says: every line of it is one of the figures, as they were worked out. */
export function claimLetterValues(
  { agreement, text }: ObligationBasis,
  level: ServiceLevel,
  view: MonthView,
  { language, version, logFiles }: LetterOf,
): LetterValues {
  const days = level.serviceDays.known ? level.serviceDays.value : undefined;
  const rows = rowsOfUnit(view);
  const instances = listed([...new Set(rows.flatMap((row) => row.instances))], language);
  const clauses = clauseRows(level, { ...view, rows }, text.document, language);
  const remedy = remedyOf(level, text.document);
  const foreign = view.currency === 'CNY' ? undefined : say(currencyWords(view), language);
  const log = rows.map((row) => outageRow(row, view, language));
  return {
    ...(agreement.provider === undefined ? {} : { addressee: agreement.provider }),
    agreementTitle: text.version.title,
    ...(version === '' ? {} : { agreementVersion: version }),
    service: serviceName(text.version.title),
    ...instanceOf(view.unit, instances, language),
    ...periodOf(level, view, language),
    ...(level.availability.known ? { availability: level.availability.value } : {}),
    ...(level.promised.known ? { promised: String(level.promised.value) } : {}),
    basis: basisWords(level, language),
    remedy,
    ...(days === undefined && level.credit.known && foreign !== undefined ? { currency: foreign } : {}),
    ...(view.moneyNotes.some(isTaxNote)
      ? { withoutTax: say(sentence('rights.claim-letter.without-tax'), language) }
      : {}),
    ...missedValues(view, language),
    ...(days === undefined ? {} : { serviceDays: String(days) }),
    ...(days === undefined && level.credit.known ? { amount: level.credit.value } : {}),
    clauses,
    steps: workingRows(level, view, { remedy: REMEDY_WORDS[remedy], language }),
    outages: log,
    excluded: excludedRows(rows, view, language),
    logFiles: logFiles.map(({ name, sha256 }) => ({ file: name, sha256 })),
    ...inTime(level),
  };
}

/** `云企业网服务等级协议` is about 云企业网: the name without what kind of paper it is. */
function serviceName(title: string): string {
  return (
    title
      .replace(
        /(?:服务)?(?:等级|水平)?(?:协议|条款|承诺)(?:书)?(?:（.*）|\(.*\))?\s*$|\s*(?:SLA|(?:(?:master|customer|standard)\s)?(?:service[\s-]level|(?:subscription\s)?services?|subscription)?\s?(?:agreement|terms|contract)(?:\sof\s(?:service|use))?(?:\s\(.*\))?)\s*$/iu,
        '',
      )
      .trim() || title
  );
}

/** The clauses of the promise and of its tier, as a sentence names them: `第 2.1 条、第 3.2 条`. */
function basisWords({ promised, tier }: ServiceLevel, language: Language): string {
  const numbers = [promised, tier].flatMap(({ steps }) => steps).flatMap(({ clause }) => clause?.number ?? []);
  const named = [...new Set(numbers)].map((number) => writtenClause(number, language));
  if (language === 'zh' || named.length < 2) return listed(named, language);
  const bare = named.map((name) => name.replace(/^clause /u, ''));
  return `clauses ${listed(bare, language, 'and')}`;
}

/** What the claim is about: the unit with its instances, else the instances that the log names. */
function instanceOf(unit: string | undefined, instances: string, language: Language): LetterValues {
  if (unit === undefined) return instances === '' ? {} : { instance: instances };
  return {
    instance: instances === '' || instances === unit ? unit : `${unit}${language === 'en' ? ': ' : '：'}${instances}`,
  };
}

/** Outages of the unit that the claim is about: those of another are no matter of it. */
function rowsOfUnit({ rows, units, unit: named }: MonthView): readonly OutageView[] {
  const unit = units.find(({ name }) => name === named);
  if (!unit) return rows;
  const names = unit.instances.length > 0 ? unit.instances : [unit.name];
  return rows.filter(({ instances }) => instances.length === 0 || instances.some((name) => names.includes(name)));
}

/** A moment to the minute by the agreement's clock, which is named where it is not Beijing's: `2026-10-03 09:00`. */
function moment(instant: string, { zone, zoneName }: MonthView, language: Language): string {
  const seconds = instantSeconds(instant);
  const wall = new Date((seconds + offsetAt(zone ?? BEIJING, seconds) * 60) * 1000).toISOString();
  const written = `${wall.slice(0, 10)} ${wall.slice(11, 16)}`;
  return zone === undefined ? written : beside(language, written, say(zoneName, language));
}

const isExcluded = ({ exclusion }: OutageView, { exclusions }: MonthView): boolean =>
  exclusions.some(({ clauseId }) => clauseId === exclusion);

function outageRow(row: OutageView, view: MonthView, language: Language): RowValue {
  const { from, minutes, instances, cause } = row;
  const counted = isExcluded(row, view)
    ? sentence('rights.claim-letter.left-out')
    : (row.notCounted?.text ?? sentence('rights.claim-letter.counted'));
  return {
    from: moment(from, view, language),
    to: endOf(row, view, language),
    minutes: counts(minutes),
    on: listed(instances, language),
    cause,
    counted: say(counted, language),
  };
}

const endOf = ({ ongoing, to }: OutageView, view: MonthView, language: Language): string =>
  ongoing ? say(sentence('rights.claim-letter.ongoing'), language) : moment(to, view, language);

/** `44640` → `44,640` */
const counts = (number: number): string => number.toLocaleString('en-US');

/** An exclusion by its number, beneath that of the clause above where it is told apart by it; empty where there is none. */
function exclusionCalled({ number, above }: Pick<ExclusionCheck, 'number' | 'above'>, language: Language): string {
  const over = above === undefined ? '' : writtenClause(above, language);
  if (number === undefined || over === '') return number === undefined ? over : writtenClause(number, language);
  return `${over} ${number}`;
}

/** What was left out of the count, and by which exclusion. */
function excludedRows(rows: readonly OutageView[], view: MonthView, language: Language): readonly RowValue[] {
  return rows.flatMap((row): readonly RowValue[] => {
    const exclusion = view.exclusions.find(({ clauseId }) => clauseId === row.exclusion);
    if (!exclusion) return [];
    const { text } = exclusion;
    const said = { from: moment(row.from, view, language), to: endOf(row, view, language) };
    const clause = exclusionCalled(exclusion, language);
    const words = itemWords(text);
    return [
      {
        when: say(sentence('rights.claim-letter.from-to', said), language),
        minutes: counts(row.minutes),
        why: clause === '' ? words : say(sentence('rights.claim-letter.excluded-by', { clause, words }), language),
      },
    ];
  });
}

/** The working, each line with its own result: the tier's share, then the cap where it is lower and there alone, then what is claimed. */
function workingRows(
  level: ServiceLevel,
  view: MonthView,
  { remedy, language }: { readonly remedy: Sentence; readonly language: Language },
): readonly RowValue[] {
  const { totalMinutes, unavailableMinutes, excludedMinutes, availability, counted } = level;
  const tier = level.tier.known ? level.tier.value : undefined;
  const given = tier && creditWords(tier.credit);
  const capped = level.cap.known && level.fullCredit.known && level.credit.known;
  const lowered = capped && level.credit.value !== level.fullCredit.value;
  const minutes = (number: number): Sentence => sentence('rights.claim-letter.minutes', { minutes: counts(number) });
  const money = (answer: Answer<string>): Sentence =>
    answer.known ? amountOf(answer.value, view) : sentence('rights.claim-letter.not-recorded');
  const whole = { total: counts(totalMinutes), down: counts(unavailableMinutes) };
  const rows: readonly (readonly [Sentence, Sentence])[] = [
    [totalWords(level), minutes(totalMinutes)],
    ...(counted ? ([[sentence('rights.claim-letter.down'), minutes(unavailableMinutes)]] as const) : []),
    ...(counted && excludedMinutes > 0
      ? ([[sentence('rights.claim-letter.excluded'), minutes(excludedMinutes)]] as const)
      : []),
    [
      counted
        ? sentence('rights.claim-letter.availability-counted', whole)
        : sentence('rights.claim-letter.availability'),
      availability.known ? asWritten(`${availability.value}%`) : sentence('rights.claim-letter.not-recorded'),
    ],
    ...(tier ? ([[sentence('rights.claim-letter.tier'), tierWords(tier)]] as const) : []),
    ...(level.monthlyFee.known ? ([[FEE_OF[periodKind(level.month)], money(level.monthlyFee)]] as const) : []),
    ...(given !== undefined && level.fullCredit.known ? ([[given, money(level.fullCredit)]] as const) : []),
    ...(given !== undefined && level.serviceDays.known
      ? ([[sentence('rights.claim-letter.given'), given]] as const)
      : []),
    ...(lowered ? ([[capWords(level), money(level.cap)]] as const) : []),
    ...(level.credit.known
      ? ([
          [
            lowered
              ? sentence('rights.claim-letter.claimed-capped', { remedy })
              : sentence('rights.claim-letter.claimed', { remedy }),
            money(level.credit),
          ],
        ] as const)
      : []),
  ];
  return rows.map(([step, value]) => ({ step: say(step, language), value: say(value, language) }));
}

/** What is left of a cap that counts other months’ credits together with this one’s is called so. */
const capWords = ({ cap }: ServiceLevel): Sentence =>
  cap.steps.some(({ text }) => 'key' in text && text.key === 'term.service-level.cap-left')
    ? sentence('rights.claim-letter.cap-left')
    : sentence('rights.claim-letter.cap');

const amountOf = (value: string, view: MonthView): Sentence =>
  sentence('rights.claim-letter.amount', { amount: writtenAmount(value), currency: currencyWords(view) });

/** What all the minutes of a period are called, with how many days they are of. */
function totalWords({ month, inHours, totalMinutes }: ServiceLevel): Sentence {
  const period = periodWords(month);
  return inHours === true
    ? sentence('rights.claim-letter.total-in-hours', { period })
    : sentence('rights.claim-letter.total', { period, days: totalMinutes / 1440 });
}

/** What the fee of a period is called. */
const FEE_OF = {
  month: sentence('rights.claim-letter.fee-month'),
  quarter: sentence('rights.claim-letter.fee-quarter'),
  year: sentence('rights.claim-letter.fee-year'),
} as const;

const currencyWords = ({ currency }: MonthView): Sentence => currencyName(currency);

const isTaxNote = ({ text }: TermStep): boolean => 'key' in text && text.key === 'term.currency.without-tax';

const WHAT = {
  response: sentence('rights.claim-letter.response'),
  restore: sentence('rights.claim-letter.restore'),
} as const;

/** Tickets whose promised times were missed, where the text gives something for it. */
function missedValues(view: MonthView, language: Language): LetterValues {
  const { credit, tickets } = view.support;
  if (credit?.known !== true) return {};
  const rows = tickets.flatMap((ticket) =>
    ticket.times.flatMap(({ kind, answer }): readonly RowValue[] => {
      const late = answer.known ? answer.value.late : undefined;
      const done = kind === 'response' ? ticket.responded : ticket.restored;
      if (!answer.known || !late || done === undefined) return [];
      return [
        {
          ticket:
            ticket.severity === undefined
              ? ticket.name
              : say(sentence('rights.claim-letter.ticket', { name: ticket.name, severity: ticket.severity }), language),
          opened: moment(ticket.opened, view, language),
          what: say(WHAT[kind], language),
          due: moment(answer.value.due, view, language),
          done: moment(done, view, language),
          late: say(sentence('rights.claim-letter.minutes', { minutes: counts(lateMinutes(late.least)) }), language),
        },
      ];
    }),
  );
  const clause = credit.steps.find(({ clause: cited }) => cited !== undefined)?.clause;
  const basis =
    clause?.number === undefined
      ? say(sentence('rights.claim-letter.as-agreed'), language)
      : writtenClause(clause.number, language);
  return {
    missed: rows,
    supportAmount: say(amountOf(credit.value, view), language),
    supportBasis: basis,
  };
}

function tierWords({ below, from }: { readonly below: number; readonly from?: number }): Sentence {
  return from === undefined
    ? sentence('rights.claim-letter.below', { below })
    : sentence('rights.claim-letter.below-from', { below, from });
}

/**
 * Every clause that gives what is claimed or that an outage does not count by, once, in whole sentences. A cap stands among them only
 * where the amount rests on it, and the time to claim never: what limits the provider's liability is for the provider to invoke.
 */
function clauseRows(
  level: ServiceLevel,
  { support, rows: outages }: MonthView,
  document: AgreementDocument,
  language: Language,
): readonly RowValue[] {
  const isLowered =
    level.cap.known && level.fullCredit.known && level.credit.known && level.credit.value !== level.fullCredit.value;
  const answers: readonly Answer<unknown>[] = [
    level.promised,
    level.tier,
    ...(isLowered ? [level.cap] : []),
    ...(support.credit?.known === true ? [support.credit] : []),
  ];
  const cited = [
    ...answers.flatMap(({ steps }) => steps),
    ...outages.flatMap(({ notCounted }) => notCounted ?? []),
  ].flatMap(({ clause }: TermStep) => (clause ? [clause] : []));
  const rows = cited.map(({ id, number, quote = '' }) => ({
    clause: number ?? say(sentence('rights.claim-letter.unnumbered'), language),
    quote: inOneLine(wholeSentence(document.clauses.find((clause) => clause.id === id)?.text, quote)),
  }));
  return [...new Map(rows.map((row) => [`${row.clause} ${row.quote}`, row])).values()];
}
