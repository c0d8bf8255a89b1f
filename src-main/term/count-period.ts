import type { Quantity } from '../agreement/fact.ts';
import { factWords } from '../agreement/fact-words.ts';
import { asWritten, type Param, sentence } from '../agreement/sentence.ts';
import { type Answer, type Deadline, known, type Missing, type TermStep, unknown } from './answer.ts';
import { type FactSource, type TermBasis, citation, factsOf } from './basis.ts';
import { dayClock } from './day-clock.ts';
import { addDays, type CivilDate, dateWords } from './calendar/civil-date.ts';
import { movedOffHolidays, onDay } from './calendar/deadline.ts';
import { CIVIL_CODE } from './calendar/statutes.ts';
import { type PeriodAgreement, type PeriodLength, earliestEnd, periodEnd } from './calendar/period.ts';

/** A length as periods are counted, in the text's own unit; absent for what is no length of days, months or hours. */
export function periodLength({ value, unit, calendar }: Quantity): PeriodLength | undefined {
  switch (unit) {
    case 'day':
      return { days: value };
    case 'working-day':
      return { workingDays: value, ...(calendar === undefined ? {} : { calendar }) };
    case 'month':
      return { months: value };
    case 'year':
      return { years: value };
    case 'hour':
      return { hours: value };
    default:
      return undefined;
  }
}

/** What a text says about places whose law it leaves out is no law that it chooses. */
const LEFT_OUT = /[（(]?\s*(?:不(?:包括|含|适用)|除|excluding|except|other than|not including)[^，。；;）)]*[）)]?/giu;
const OTHER_PART = /香港|澳门|台湾|hong ?kong|maca[ou]|taiwan/iu;
const MAINLAND = /中华人民共和国|中国|内地|大陆|people.?s republic of china|\bp\.? ?r\.? ?c\b|\bchin(?:a|ese)\b/iu;
/** Words that name no law: “the applicable law”, “the law of the place of the provider”. */
const UNNAMED =
  /^(?:相关|适用|有关|现行|当地|所在地|住所地|国家|the )*(?:法律|法规|法律法规|applicable laws?|relevant laws?|laws?)(?:法规)?$|所在地|住所地/iu;

/** The law of another place that the agreement chooses, with the clause; absent where it chooses the mainland's, or none. */
export function foreignLaw(
  basis: Pick<TermBasis, 'sources'>,
): { readonly name: string; readonly step: TermStep } | undefined {
  for (const { fact, step } of factsOf(basis, 'governing-law')) {
    if (typeof fact.value !== 'string') continue;
    const named = fact.value.replace(LEFT_OUT, '').trim();
    if (named === '' || UNNAMED.test(named)) continue;
    if (OTHER_PART.test(named) || !MAINLAND.test(named)) return { name: named, step };
  }
  return undefined;
}

/** What a place outside the mainland is told by where no law is chosen: the title, the provider, or a calendar of working days. */
function placeOutside([own]: readonly FactSource[]):
  { readonly words: Param; readonly step?: TermStep['clause'] } | undefined {
  if (!own) return undefined;
  const named = [own.title, own.provider].find((words) => words !== undefined && OTHER_PART.test(words));
  if (named !== undefined) return { words: asWritten(named) };
  const fact = own.facts.find(({ calendar }) => calendar !== undefined && calendar !== 'PRC');
  if (!fact) return undefined;
  return { words: factWords(fact), step: citation(own, fact.clause, fact.quote) };
}

/** The word that goes with a count by the Civil Code where no law is chosen and something speaks for another place. */
export function lawNotSaid(basis: Pick<TermBasis, 'sources'>): readonly TermStep[] {
  if (factsOf(basis, 'governing-law').length > 0) return [];
  const place = placeOutside(basis.sources);
  if (!place) return [];
  const text = sentence('term.count-period.law-not-said', { words: place.words });
  return [{ text, ...(place.step ? { clause: place.step } : {}) }];
}

/** Another place's law says how it runs; nothing here counts by it. */
export function otherLaw(name: string): Missing {
  return { what: 'law', name, text: sentence('term.count-period.other-law', { law: asWritten(name) }) };
}

/** That the last day of a period stays where it is though it is a day off, said of periods in general. */
const LAST_DAY_STAYS =
  /(?:期间|期限|期日|最后一[日天])[^。；;]{0,30}(?:节|假|休息)[^。；;]{0,14}不(?:予|再|作|往后)?(?:顺延|延期|延长|推迟)[^。；;]{0,4}|\b(?:periods?|deadlines?|last\sday|time\slimits?)\b[^.;]{0,80}\bholidays?\b[^.;]{0,40}\bnot\s(?:be\s)?(?:extend|mov|postpon)\w*|\b(?:periods?|deadlines?)\b[^.;]{0,40}\bnot\s(?:be\s)?extended\b[^.;]{0,60}\bholidays?\b/iu;

/** What the agreement itself says of the last day of a period, with the clause. */
function saidOfLastDay({ sources: [own] }: Pick<TermBasis, 'sources'>): PeriodAgreement {
  for (const clause of own?.clauses ?? []) {
    const quote = LAST_DAY_STAYS.exec(clause.text)?.[0];
    if (own && quote !== undefined) return { lastDayStays: true, clause: citation(own, clause.id, quote) };
  }
  return {};
}

/**
 * The end of a period of the agreement. Under another law than the mainland's it is not counted by the Civil Code: unknown, with
 * the clause, and no sooner than the plain count of days. Where no law is chosen and something speaks for another place, it is
 * counted with a word about that.
 */
export function countPeriod(
  basis: TermBasis,
  start: CivilDate,
  length: PeriodLength,
  agreement: PeriodAgreement = {},
): Answer<Deadline> {
  const law = foreignLaw(basis);
  if (!law) {
    const { zone, steps } = dayClock(basis);
    const end = periodEnd(start, length, basis.calendar, {
      zone,
      ...agreement,
      ...(agreement.lastDayStays === true ? {} : saidOfLastDay(basis)),
    });
    return { ...end, steps: [...steps, ...end.steps, ...lawNotSaid(basis)] };
  }
  return unknown([otherLaw(law.name)], [law.step], earliestEnd(start, length, agreement));
}

/**
 * What is to be done “before” a day, in words that leave open whether the day itself is in time: safe on the day before it, and no later
 * than the day itself may be argued. Source: Civil Code, article 1259, which says nothing of it.
 * @param itself by the day itself
 */
export function beforeOrOn(day: CivilDate, itself: Answer<Deadline>): Answer<Deadline> {
  const safe = addDays(day, -1);
  const text = sentence('term.period.before-or-on', { day: dateWords(day), safe: dateWords(safe) });
  const why: TermStep = { text, statute: CIVIL_CODE.inclusion };
  if (!itself.known) return unknown(itself.missing, [...itself.steps, why], safe);
  const { latest } = itself.value;
  return known({ ...itself.value, safe, latest, why }, [...itself.steps, why]);
}

/** The day that something is to be done “before”, where it may itself be in time; undefined of any other deadline. */
export const namedDay = (end: Answer<Deadline>): CivilDate | undefined =>
  end.known && end.value.why?.statute === CIVIL_CODE.inclusion ? addDays(end.value.safe, 1) : undefined;

/**
 * A day that the text itself names as a last one: it is not counted, and may only move off a holiday, where the mainland's law holds and
 * the text does not leave it where it is.
 */
export function fixedDay(basis: TermBasis, day: CivilDate): Answer<Deadline> {
  const law = foreignLaw(basis);
  if (law) return known(onDay(day), [law.step]);
  const { lastDayStays, clause } = saidOfLastDay(basis);
  if (lastDayStays === true) {
    const text = sentence('term.period.last-day-stays', { words: dateWords(day) });
    return known(onDay(day), [{ text, ...(clause ? { clause } : {}) }]);
  }
  const end = movedOffHolidays(day, basis.calendar);
  return { ...end, steps: [...end.steps, ...lawNotSaid(basis)] };
}
