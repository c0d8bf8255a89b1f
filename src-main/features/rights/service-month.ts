import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Exclusion, leafExclusions } from '../../term/service/exclusions.ts';
import type { TierValue } from '../../agreement/fact.ts';
import { creditWords, factWords } from '../../agreement/fact-words.ts';
import type { CountingRule, ExclusionCheck, MonthView, OutageView } from '../../contract/rights.ts';
import { mapAnswer } from '../../term/answer.ts';
import { factsOf } from '../../term/basis.ts';
import { capitals } from '../../term/fees/capitals.ts';
import {
  addDays,
  civilDateAt,
  type Month,
  firstDayOf,
  instantSeconds,
  lastDayOf,
  startOfDaySeconds,
} from '../../term/calendar/civil-date.ts';
import { availabilityPercent, promisePeriod, serviceClasses } from '../../term/service/credit-tier.ts';
import { downRule } from '../../term/service/down-rule.ts';
import { daysOfPeriod, type Period, periodAround } from '../../term/service/period.ts';
import { inScope } from '../../term/pick-fact.ts';
import { cutOff } from '../../term/fees/exact.ts';
import { minuteCounting } from '../../term/service/minute-counting.ts';
import {
  type Counting,
  downIn,
  type DownTime,
  isAbout,
  type MinuteCounting,
  minutesUntil,
  monthMinutes,
  type Outage,
  periodStretch,
} from '../../term/service/outages.ts';
import { type ServiceLevel, serviceLevel } from '../../term/service/service-level.ts';
import { claimOf } from './claim-records.ts';
import { endOfDay, type ObligationBasis, obligationBases } from './basis.ts';
import { logPapers, type OutagePaper, outageLog } from './outage-records.ts';
import type { ServiceUnit } from './own-terms.ts';
import { todayOf } from '../../kernel/days/today.ts';
import { windowOf } from './claim-open.ts';
import { lawBeside } from './law-beside.ts';
import type { Ports } from '../../kernel/ports.ts';

/** Points of the drawn line: more than this and the days' ends do. */
const LINE_POINTS = 400;

/** How minutes count: the document's words, else the person's, else the way that claims the least. */
export function countingRule({ terms, own }: ObligationBasis): CountingRule {
  const stated = minuteCounting(terms.sources);
  const [step] = stated.steps;
  if (stated.known && step) return { value: stated.value, by: 'document', step };
  const words = {
    whole: sentence('rights.service-month.whole'),
    started: sentence('rights.service-month.started'),
  };
  if (own.counting) {
    return {
      value: own.counting,
      by: 'person',
      step: {
        text: sentence('rights.service-month.chosen', { way: words[own.counting] }),
        by: 'person',
      },
    };
  }
  return {
    value: 'whole',
    by: 'default',
    step: {
      text: sentence('rights.service-month.cautious', { way: words.whole }),
    },
  };
}

function matches(
  exclusion: { readonly clauseId: string; readonly number?: string; readonly text: string },
  said: string,
): boolean {
  const bare = (text: string): string => text.normalize('NFKC').replace(/[\s()（）.。、；;]/gu, '');
  const [wanted, number] = [bare(said), bare(exclusion.number ?? '')];
  return (
    exclusion.clauseId === said ||
    (number !== '' && wanted === number) ||
    (wanted.length > 1 && bare(exclusion.text).includes(wanted))
  );
}

/** The exclusion that words name, by clause id, by number or by words; words that fit none stay as they are. */
function exclusionMatcher(exclusions: readonly Exclusion[]): (said: string) => string {
  const known = new Map<string, string>();
  return (said) => {
    const before = known.get(said);
    if (before !== undefined) return before;
    const found = exclusions.find((each) => matches(each, said))?.clauseId ?? said;
    known.set(said, found);
    return found;
  };
}

/** The log as the calculation takes it. */
function outagesOf(log: readonly OutagePaper[]): readonly Outage[] {
  return log.map(({ body: { from, to, ongoing, cause, instances, exclusion } }) => ({
    from,
    to,
    ...(ongoing ? { ongoing } : {}),
    cause,
    instances,
    ...(exclusion === undefined ? {} : { exclusion: { item: exclusion } }),
  }));
}

function touches(outage: { readonly from: string; readonly to: string }, month: Month): boolean {
  const begin = startOfDaySeconds(firstDayOf(month));
  const end = startOfDaySeconds(addDays(lastDayOf(month), 1));
  return instantSeconds(outage.from) < end && instantSeconds(outage.to) > begin;
}

/** Months that have an outage, newest first. */
export function monthsOf(log: readonly OutagePaper[]): readonly Month[] {
  const months = new Set<Month>();
  for (const { body } of log) {
    const last = civilDateAt(new Date(instantSeconds(body.to) * 1000 - 1).toISOString());
    for (let day = civilDateAt(body.from); day <= last; day = addDays(lastDayOf(day.slice(0, 7)), 1)) {
      months.add(day.slice(0, 7));
    }
  }
  return [...months].sort().reverse();
}

/** The instances that a unit is measured by, as logs name them. */
const namesOf = ({ name, instances }: ServiceUnit): readonly string[] => (instances.length > 0 ? instances : [name]);

/** What is measured: the only unit there is, the one of that name, or the agreement as a whole. */
export function unitOf({ own }: Pick<ObligationBasis, 'own'>, name?: string): ServiceUnit | undefined {
  const units = own.units ?? [];
  return units.find((unit) => unit.name === name) ?? (units.length === 1 ? units[0] : undefined);
}

/** The figures of a month (or of the period that its text measures by) of one unit. */
function levelOf(
  basis: ObligationBasis,
  outages: readonly Outage[],
  period: Period,
  { month, unit }: { readonly month: Month; readonly unit: ServiceUnit | undefined },
): ServiceLevel {
  const { own, terms } = basis;
  const fee = own.fees[month] ?? unit?.fee;
  const scope = unit?.scope ?? own.scope;
  const downtime = {
    outages,
    counting: countingRule(basis).value,
    ...(unit ? { instances: namesOf(unit) } : {}),
    ...(own.complete?.[month] === undefined ? {} : { complete: true as const }),
  };
  return serviceLevel(scope === undefined ? terms : { ...terms, scope }, {
    month: period,
    downtime,
    ...(fee === undefined ? {} : { fee }),
  });
}

/** Days before and after a month in which an outage can be part of an unbroken one that reaches into it. */
const AROUND = 45;

/** Rows that say something of a month: those in it, and those around it that could run into it. */
function around(log: readonly OutagePaper[], month: Month): readonly OutagePaper[] {
  const begin = startOfDaySeconds(addDays(firstDayOf(month), -AROUND));
  const end = startOfDaySeconds(addDays(lastDayOf(month), AROUND));
  return log.filter(({ body }) => instantSeconds(body.from) < end && instantSeconds(body.to) > begin);
}

/**
 * The figures of one month, as the claim and the agenda take them too: of the unit that is named, else of the only one or of the first
 * that something is owed for; where there are none, of the agreement as a whole.
 */
export function monthLevel(
  basis: ObligationBasis,
  log: readonly OutagePaper[],
  month: Month,
  named?: string,
): ServiceLevel & { readonly unit?: string } {
  const outages = outagesOf(around(log, month));
  const of = (unit: ServiceUnit | undefined) => ({
    ...levelOf(basis, outages, month, { month, unit }),
    ...(unit ? { unit: unit.name } : {}),
  });
  const unit = unitOf(basis, named);
  if (unit) return of(unit);
  const levels = (basis.own.units ?? []).map(of);
  const owed = levels.find(({ tier }) => tier.known && tier.value !== undefined);
  return owed ?? levels[0] ?? of(undefined);
}

const isTier = (value: unknown): value is TierValue => typeof value === 'object' && value !== null && 'credit' in value;

/** The tier that applies, as the facts say it. */
function saidTier(basis: ObligationBasis, { tier }: ServiceLevel): Sentence | undefined {
  const value = tier.known ? tier.value : undefined;
  const fact = value && factsOf(basis.terms, 'credit-tier').find((each) => each.fact.value === value)?.fact;
  return fact && factWords(fact);
}

/** Everything about one month of service, of one unit where there are several. */
export function serviceMonth(ports: Ports, agreementId: string, month: Month, named?: string): MonthView {
  const { store } = ports;
  const basis = obligationBases(store, agreementId)(endOfDay(lastDayOf(month)));
  const whole = outageLog(ports, agreementId);
  const unit = unitOf(basis, named) ?? basis.own.units?.[0];
  const period = periodAround(month, promisePeriod(basis.terms));
  const outages = outagesOf(period === month ? around(whole, month) : whole);
  const level = levelOf(basis, outages, period, { month, unit });
  const counting = countingRule(basis);
  const rule = countingOf(basis, outages, counting.value, unit);
  const down = downIn(month, ofUnit(outages, unit), rule);
  const total = daysOfPeriod(month) * 1440;
  const percent = (minutes: number): string => cutOff(availabilityPercent(total, minutes), 6);
  const checks = basis.own.checks[month] ?? {};
  const exclusions = leafExclusions(basis.terms.sources);
  const matcher = exclusionMatcher(exclusions);
  const rows = whole
    .filter(({ body }) => touches(body, month))
    .map((paper) => rowView(paper, month, counting.value, matcher));
  const under = new Map<string, Outage[]>();
  for (const { exclusion, from, to } of rows) {
    if (exclusion === undefined) continue;
    const others = under.get(exclusion);
    if (others) others.push({ from, to });
    else under.set(exclusion, [{ from, to }]);
  }
  const claim = claimOf(store, agreementId, month, { units: basis.own.units, unit });
  const fee = basis.own.fees[month] ?? unit?.fee;
  const tierSaid = saidTier(basis, level);
  const scope = unit?.scope ?? basis.own.scope;
  const complete = basis.own.complete?.[month];
  return {
    month,
    period,
    basis: basis.text.version,
    level,
    law: lawBeside(basis.terms, month, level, ofUnit(outages, unit)),
    counting,
    rows,
    exclusions: exclusions.map((exclusion): ExclusionCheck => {
      const check = checks[exclusion.clauseId];
      return {
        ...exclusion,
        verdict: check?.verdict ?? 'open',
        note: check?.note ?? '',
        minutes: monthMinutes(month, under.get(exclusion.clauseId) ?? [], counting.value).all,
        ...(check?.evidence ? { evidence: check.evidence } : {}),
      };
    }),
    ...(fee === undefined ? {} : { fee }),
    units: basis.own.units ?? [],
    ...(unit ? { unit: unit.name } : {}),
    classes: serviceClasses(basis.terms),
    ...(scope === undefined ? {} : { scope }),
    ...(complete === undefined ? {} : { complete }),
    logs: logPapers(store)
      .list({ about: agreementId })
      .toReversed()
      .map(({ id, createdAt, body: { name, rows: count } }) => ({
        id,
        rows: count,
        at: createdAt,
        ...(name === undefined ? {} : { name }),
      })),
    named: [...new Set(whole.flatMap(({ body }) => body.instances))].sort(),
    creditInCapitals: mapAnswer(level.credit, capitals),
    ...(tierSaid ? { tierSaid } : {}),
    tiers: inScope(factsOf(basis.terms, 'credit-tier'), scope).flatMap(({ fact }): MonthView['tiers'] =>
      isTier(fact.value) ? [{ below: fact.value.below, given: creditWords(fact.value.credit) }] : [],
    ),
    line: lineOf(month, down, total),
    days: daysOf(month, down, percent),
    window: windowOf(level, todayOf(ports.now(), basis.terms)),
    ...(claim ? { claim } : {}),
  };
}

/** How a month of a unit is counted, for what is drawn of it. */
function countingOf(
  { terms }: ObligationBasis,
  outages: readonly Outage[],
  minutes: MinuteCounting,
  unit: ServiceUnit | undefined,
): Counting {
  const { all, interval, atLeast } = downRule(terms.sources);
  const names = unit ? namesOf(unit) : [...new Set(outages.flatMap(({ instances = [] }) => instances))];
  return {
    minutes,
    ...(all && names.length > 0 ? { allOf: names } : {}),
    ...(interval ? { interval: interval.minutes } : {}),
    ...(atLeast ? { atLeast: atLeast.seconds } : {}),
  };
}

function ofUnit(outages: readonly Outage[], unit: ServiceUnit | undefined): readonly Outage[] {
  if (!unit) return outages;
  const names = namesOf(unit);
  return outages.filter((row) => names.some((name) => isAbout(row, name)));
}

function rowView(
  { id, body }: OutagePaper,
  month: Month,
  counting: MinuteCounting,
  matcher: (said: string) => string,
): OutageView {
  const { from, to, ongoing, cause, instances, origin, exclusion } = body;
  const minutes = monthMinutes(month, [{ from, to }], counting).all;
  const said = exclusion === undefined ? {} : { exclusion: matcher(exclusion) };
  return { id, from, to, minutes, cause, instances, origin, ...said, ...(ongoing ? { ongoing } : {}) };
}

function lineOf(month: Month, { all, counted }: DownTime, total: number): MonthView['line'] {
  const { from: begin, to: end } = periodStretch(month);
  const edges = [...all, ...counted].flatMap(({ from, to }) => [from, to]);
  const inside = [...new Set(edges)].filter((edge) => edge > begin && edge < end).sort((a, b) => a - b);
  const daily = Array.from({ length: total / 1440 }, (_, day) => begin + (day + 1) * 86_400);
  const moments = [begin, ...(inside.length > LINE_POINTS ? daily : inside), end];
  const [allUntil, countedUntil] = [minutesUntil(all), minutesUntil(counted)];
  const share = (down: number): number => (100 * (total - down)) / total;
  return moments.map((moment) => ({
    at: (moment - begin) / 86_400,
    counted: share(countedUntil(moment)),
    all: share(allUntil(moment)),
  }));
}

function daysOf(month: Month, down: DownTime, percent: (minutes: number) => string): MonthView['days'] {
  const days: MonthView['days'][number][] = [];
  const [allUntil, countedUntil] = [minutesUntil(down.all), minutesUntil(down.counted)];
  for (let date = firstDayOf(month); date <= lastDayOf(month); date = addDays(date, 1)) {
    const [begin, end] = [startOfDaySeconds(date), startOfDaySeconds(addDays(date, 1))];
    const counted = countedUntil(end) - countedUntil(begin);
    const excluded = allUntil(end) - allUntil(begin) - counted;
    if (counted > 0 || excluded > 0) {
      days.push({ date, counted, excluded, availability: percent(Math.ceil(countedUntil(end))) });
    }
  }
  return days;
}
