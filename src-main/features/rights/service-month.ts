import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { type Exclusion, leafExclusions } from '../../term/service/exclusions.ts';
import type { TierValue } from '../../agreement/fact.ts';
import { creditWords, factWords } from '../../agreement/fact-words.ts';
import type { CountingRule, ExclusionCheck, MonthView, OutageView } from '../../contract/rights.ts';
import { factsOf } from '../../term/basis.ts';
import { currencyCode, inCapitals, inCurrency, moneyNotes } from '../../term/fees/currency.ts';
import {
  addDays,
  type Month,
  firstDayOf,
  instantSeconds,
  lastDayOf,
  startOfDaySeconds,
} from '../../term/calendar/civil-date.ts';
import { availabilityPercent, promisePeriod, serviceClasses } from '../../term/service/credit-tier.ts';
import { downRule } from '../../term/service/down-rule.ts';
import {
  daysOfPeriod,
  type Period,
  periodAround,
  periodDays,
  periodMonths,
  monthsIn,
} from '../../term/service/period.ts';
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
  type Stretch,
} from '../../term/service/outages.ts';
import { serviceTime } from '../../term/service/service-time.ts';
import { lengthOf } from '../../term/service/stretches.ts';
import { type ServiceLevel, serviceLevel, type ServiceMonth } from '../../term/service/service-level.ts';
import { claimOf } from './claim-records.ts';
import { endOfDay, type ObligationBases, type ObligationBasis, obligationBases } from './basis.ts';
import { logPapers, type OutagePaper, outageLog } from './outage-records.ts';
import type { OwnTerms, ServiceUnit } from './own-terms.ts';
import { supportOf, supportView } from './tickets/support-view.ts';
import { keptTickets } from './tickets/ticket-records.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
import type { Ports } from '../../kernel/ports.ts';

/** Points of the drawn line: more than this and the days' ends do. */
const LINE_POINTS = 400;

/** Rows of a month that a screen shows: of more it says how many there are. */
const SHOWN_ROWS = 500;

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
  const scope = unit?.scope ?? own.scope;
  const downtime = {
    outages,
    counting: countingRule(basis).value,
    ...(unit ? { instances: namesOf(unit) } : {}),
    ...(isComplete(own, period) ? { complete: true as const } : {}),
  };
  return inCurrency(
    terms,
    serviceLevel(scope === undefined ? terms : { ...terms, scope }, {
      downtime,
      ...paidFor(own, period, { month, unit }),
    }),
  );
}

/** Whether the person said of every month of a period that nothing else was down. */
const isComplete = ({ complete }: OwnTerms, period: Period): boolean =>
  monthsIn(period).every((month) => complete?.[month] !== undefined);

/** What was paid for a period: of a month, for it or for the unit; of a quarter or a year, what was said of it alone. */
function paidFor(
  own: OwnTerms,
  period: Period,
  { month, unit }: { readonly month: Month; readonly unit: ServiceUnit | undefined },
): Omit<ServiceMonth, 'downtime'> {
  const fee = own.fees[month] ?? unit?.fee;
  const periodFee = period === month ? undefined : own.fees[period];
  return {
    month: period,
    ...(fee === undefined ? {} : { fee }),
    ...(periodFee === undefined ? {} : { periodFee }),
  };
}

/** The period that the text of a month measures by, with what stood at its end. */
export function periodOf(
  bases: ObligationBases,
  month: Month,
): { readonly period: Period; readonly basis: ObligationBasis } {
  const basis = bases(endOfDay(lastDayOf(month)));
  const period = periodAround(month, promisePeriod(basis.terms));
  return period === month ? { period, basis } : { period, basis: bases(endOfDay(periodDays(period).last)) };
}

/** Days before and after a period in which an outage can be part of an unbroken one that reaches into it. */
const AROUND = 45;

/** The time in which rows say something of a period: itself, and so much around it that an outage could run into it. */
export function timeAround(period: Period): Stretch {
  const { first, last } = periodDays(period);
  return { from: startOfDaySeconds(addDays(first, -AROUND)), to: startOfDaySeconds(addDays(last, AROUND)) };
}

function around(log: readonly OutagePaper[], period: Period): readonly OutagePaper[] {
  const { from, to } = timeAround(period);
  return log.filter(({ body }) => instantSeconds(body.from) < to && instantSeconds(body.to) > from);
}

/**
 * The figures of one period, as the claim and the agenda take them too: of the unit that is named, else of the only one or of the first
 * that something is owed for; where there are none, of the agreement as a whole.
 */
export function periodLevel(
  basis: ObligationBasis,
  log: readonly OutagePaper[],
  period: Period,
  named?: string,
): ServiceLevel & { readonly unit?: string } {
  const outages = outagesOf(around(log, period));
  const month = periodMonths(period).last;
  const of = (unit: ServiceUnit | undefined) => ({
    ...levelOf(basis, outages, period, { month, unit }),
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
  const { period, basis } = periodOf(obligationBases(store, agreementId), month);
  const whole = outageLog(ports, agreementId, timeAround(period));
  const unit = unitOf(basis, named) ?? basis.own.units?.[0];
  const outages = outagesOf(around(whole, period));
  const level = levelOf(basis, outages, period, { month, unit });
  const counting = countingRule(basis);
  const rule = countingOf(basis, outages, counting.value, unit, month);
  const down = downIn(month, ofUnit(outages, unit), rule);
  const total = rule.hours ? lengthOf(rule.hours) / 60 : daysOfPeriod(month) * 1440;
  const percent = (minutes: number): string => cutOff(availabilityPercent(total, minutes), 6);
  const checks = basis.own.checks[month] ?? {};
  const exclusions = leafExclusions(basis.terms.sources);
  const matcher = exclusionMatcher(exclusions);
  const ofRow: Counting = { minutes: counting.value, ...(rule.hours ? { hours: rule.hours } : {}) };
  const inMonth = whole.filter(({ body }) => touches(body, month));
  const rows = inMonth.map((paper) => rowView(paper, month, ofRow, matcher));
  const under = new Map<string, Outage[]>();
  for (const { exclusion, from, to } of rows) {
    if (exclusion === undefined) continue;
    const others = under.get(exclusion);
    if (others) others.push({ from, to });
    else under.set(exclusion, [{ from, to }]);
  }
  const claim = claimOf(store, agreementId, period, { units: basis.own.units, unit });
  const service = paidFor(basis.own, period, { month, unit });
  const fee = period === month ? service.fee : service.periodFee;
  const tierSaid = saidTier(basis, level);
  const scope = unit?.scope ?? basis.own.scope;
  const complete = basis.own.complete?.[month];
  return {
    month,
    period,
    basis: basis.text.version,
    level,
    counting,
    rows: rows.slice(0, SHOWN_ROWS),
    rowCount: rows.length,
    exclusions: exclusions.map((exclusion): ExclusionCheck => {
      const check = checks[exclusion.clauseId];
      return {
        ...exclusion,
        verdict: check?.verdict ?? 'open',
        note: check?.note ?? '',
        minutes: monthMinutes(month, under.get(exclusion.clauseId) ?? [], ofRow).all,
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
    creditInCapitals: inCapitals(basis.terms, level.credit),
    currency: currencyCode(basis.terms),
    moneyNotes: moneyNotes(basis.terms),
    support: supportView(
      basis.terms,
      inCurrency(basis.terms, supportOf(basis.terms, service, keptTickets(store, agreementId))),
    ),
    ...(tierSaid ? { tierSaid } : {}),
    tiers: inScope(factsOf(basis.terms, 'credit-tier'), scope).flatMap(({ fact }): MonthView['tiers'] =>
      isTier(fact.value) ? [{ below: fact.value.below, given: creditWords(fact.value.credit) }] : [],
    ),
    line: lineOf(month, down, total),
    days: daysOf(month, down, percent),
    window: windowOf(level, beijingToday(ports.now())),
    ...(claim ? { claim } : {}),
  };
}

/** How a month of a unit is counted, for what is drawn of it. */
function countingOf(
  { terms }: ObligationBasis,
  outages: readonly Outage[],
  minutes: MinuteCounting,
  unit: ServiceUnit | undefined,
  month: Month,
): Counting {
  const rule = downRule(terms.sources);
  const { all, interval, atLeast } = rule;
  const time = serviceTime(terms, month, rule);
  const names = unit ? namesOf(unit) : [...new Set(outages.flatMap(({ instances = [] }) => instances))];
  return {
    minutes,
    ...(all && names.length > 0 ? { allOf: names } : {}),
    ...(interval ? { interval: interval.minutes } : {}),
    ...(atLeast ? { atLeast: atLeast.seconds } : {}),
    ...(time?.known === true ? { hours: time.value.most } : {}),
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
  counting: Counting,
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
  const daily = Array.from({ length: daysOfPeriod(month) }, (_, day) => begin + (day + 1) * 86_400);
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

/** Whether a claim can be handed in today. Until the bound that holds in any case, an end that is not known does not matter. */
function windowOf({ claim: { opens, closes } }: ServiceLevel, today: string): MonthView['window'] {
  if (closes.known && today > closes.value.latest) return 'closed';
  if (!opens.known) return 'unknown';
  if (today < opens.value) return 'before';
  const last = closes.known ? closes.value.latest : closes.notBefore;
  return last !== undefined && today <= last ? 'open' : 'unknown';
}
