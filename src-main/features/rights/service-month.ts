import type { Sentence } from '../../agreement/sentence.ts';
import { type Exclusion, leafExclusions } from '../../term/service/exclusions.ts';
import type { TierValue } from '../../agreement/fact.ts';
import { creditWords, factWords } from '../../agreement/fact-words.ts';
import { say } from '../../agreement/sentence.ts';
import { capFacts } from '../../term/service/credit-cap.ts';
import type { ExclusionCheck, MonthView, OutageView } from '../../contract/rights.ts';
import { factsOf } from '../../term/basis.ts';
import { currencyCode, inCapitals, inCurrency, moneyNotes } from '../../term/fees/currency.ts';
import type { Month } from '../../term/calendar/civil-date.ts';
import { availabilityPercent, serviceClasses } from '../../term/service/credit-tier.ts';
import { downRule } from '../../term/service/down-rule.ts';
import { countedPeriod } from '../../term/service/billing-cycle.ts';
import { type Period, periodDays } from '../../term/service/period.ts';
import { inScope } from '../../term/pick-fact.ts';
import { cutOff } from '../../term/fees/exact.ts';
import {
  type Counting,
  downByRows,
  downInSlices,
  downMinutes,
  isAboutAny,
  type MinuteCounting,
  monthMinutes,
  type Outage,
  periodMinutes,
  periodStretch,
} from '../../term/service/outages.ts';
import { serviceTime } from '../../term/service/service-time.ts';
import { lengthOf, type Stretch } from '../../term/service/stretches.ts';
import type { ServiceLevel } from '../../term/service/service-level.ts';
import { whyNotCounted } from './not-counted.ts';
import { claimOf } from './claim-records.ts';
import { daysOf, lineOf } from './month-chart.ts';
import {
  around,
  countingRule,
  levelInSlicesOf,
  namesOf,
  outagesOf,
  paidFor,
  periodOf,
  timeAround,
  unitOf,
} from './period-level.ts';
import { type ObligationBasis, obligationBases } from './basis.ts';
import { atOnce, givenByEach } from '../../agreement/at-once.ts';
import { logPapers, type OutagePaper, outageLog, unpackingOutages } from './outage-records.ts';
import type { ServiceUnit } from './own-terms.ts';
import { supportOf, supportView } from './tickets/support-view.ts';
import { keptTickets } from './tickets/ticket-records.ts';
import { dayClock } from '../../term/day-clock.ts';
import { otherZone, todayOf } from '../../kernel/days/today.ts';
import { claimDaysTold, claimWindowOn } from '../../term/service/claim/claim-days.ts';
import { zoneWords } from '../../term/calendar/zone.ts';
import { asItStands } from './term/running-period.ts';
import { lawBeside } from './law-beside.ts';
import type { Ports } from '../../kernel/ports.ts';

/** Rows of a month that a screen shows: of more it says how many there are. */
const SHOWN_ROWS = 500;

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

const isTier = (value: unknown): value is TierValue => typeof value === 'object' && value !== null && 'credit' in value;

/** The tier that applies, as the facts say it. */
function saidTier(basis: ObligationBasis, { tier }: ServiceLevel): Sentence | undefined {
  const value = tier.known ? tier.value : undefined;
  const fact = value && factsOf(basis.terms, 'credit-tier').find((each) => each.fact.value === value)?.fact;
  return fact && factWords(fact);
}

/** The cap as the text states it, where it states one: what is known of it before any amount is. */
function saidCap({ terms }: ObligationBasis, scope: string | undefined): Sentence | undefined {
  const said = inScope(capFacts(terms), scope).map(({ fact }) => factWords(fact));
  const [first] = said;
  return first && said.every((each) => say(each, 'zh') === say(first, 'zh')) ? first : undefined;
}

/** Everything about one month of service, of one unit where there are several. */
export const serviceMonth = (ports: Ports, agreementId: string, month: Month, named?: string): MonthView =>
  atOnce(monthInSlices(ports, agreementId, month, named));

/** The same in slices: rows are unpacked paper by paper, and each look at all of them is a slice of its own. */
export function* monthInSlices(
  ports: Ports,
  agreementId: string,
  month: Month,
  named?: string,
): Generator<void, MonthView> {
  const { store } = ports;
  const { period, basis } = periodOf(obligationBases(store, agreementId), month);
  const { zone, missing: clockMissing } = dayClock(basis.terms);
  yield* unpackingOutages(store, agreementId, timeAround(basis, period));
  const whole = yield* around(basis, outageLog(ports, agreementId), period);
  yield;
  const unit = unitOf(basis, named) ?? basis.own.units?.[0];
  const outages = yield* outagesOf(whole);
  yield;
  const level = yield* levelInSlicesOf(basis, outages, period, { month, unit });
  yield;
  const counting = countingRule(basis);
  const days = countedPeriod(basis.terms, month);
  const instances = yield* namesIn(outages);
  const rule = countingOf(basis, instances, counting.value, unit, days);
  const measuredRows = yield* ofUnit(outages, unit);
  const down = yield* downInSlices(days, measuredRows, rule);
  yield;
  const total = rule.hours ? lengthOf(rule.hours) / 60 : periodMinutes(days, zone);
  const percent = (minutes: number): string => cutOff(availabilityPercent(total, minutes), 6);
  const checks = basis.own.checks[month] ?? {};
  const exclusions = leafExclusions(basis.terms.sources);
  const matcher = exclusionMatcher(exclusions);
  const lasted = yield* downByRows(measuredRows, { ...rule, atLeast: 0 });
  yield;
  const isOurs = unit ? isAboutAny(namesOf(unit)) : () => true;
  const reckoned = {
    rule: downRule(basis.terms.sources),
    counting: rule,
    lasted: lasted.counted,
    counted: down.counted,
  };
  const whyNot = ({ body, at }: OutagePaper): Pick<OutageView, 'notCounted'> => {
    const why = level.counted && body.exclusion === undefined && isOurs(body) ? whyNotCounted(at, reckoned) : undefined;
    return why ? { notCounted: why } : {};
  };
  const ofRow: Counting = { minutes: counting.value, zone, ...(rule.hours ? { hours: rule.hours } : {}) };
  const span = periodStretch(days, zone);
  const inMonth = yield* givenByEach(whole, (row) =>
    row.at.from < span.to && row.at.to > span.from ? row : undefined,
  );
  const rows = inMonth.slice(0, SHOWN_ROWS).map((paper) => ({
    ...rowView(paper, { days, span }, ofRow, matcher, clockMissing !== undefined),
    ...whyNot(paper),
  }));
  yield;
  const under = new Map<string, Outage[]>();
  yield* givenByEach(inMonth, ({ body, at }) => {
    if (body.exclusion === undefined) return undefined;
    const clause = matcher(body.exclusion);
    const row = { from: body.from, to: body.to, at };
    const others = under.get(clause);
    if (others) others.push(row);
    else under.set(clause, [row]);
    return undefined;
  });
  const minutesUnder = new Map<string, number>();
  for (const [clause, each] of under) {
    minutesUnder.set(clause, downMinutes(yield* downInSlices(days, each, ofRow)).all);
    yield;
  }
  const law = lawBeside(basis.terms, days, level, measuredRows);
  yield;
  const today = todayOf(ports.now(), basis.terms);
  const claim = claimOf(store, agreementId, period, { units: basis.own.units, unit });
  const service = paidFor(basis.own, period, { month, unit });
  const fee = period === month ? service.fee : service.periodFee;
  const tierSaid = saidTier(basis, level);
  const scope = unit?.scope ?? basis.own.scope;
  const capSaid = saidCap(basis, scope);
  const complete = basis.own.complete?.[month];
  const drawn = { month: days, zone };
  const line = lineOf(drawn, down, total);
  const byDay = daysOf(drawn, down, percent);
  yield;
  return {
    month,
    ...periodDays(days),
    period,
    basis: basis.text.version,
    level,
    law,
    counting,
    rows,
    rowCount: inMonth.length,
    exclusions: exclusions.map((exclusion): ExclusionCheck => {
      const check = checks[exclusion.clauseId];
      return {
        ...exclusion,
        verdict: check?.verdict ?? 'open',
        note: check?.note ?? '',
        minutes: minutesUnder.get(exclusion.clauseId) ?? 0,
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
    named: [...instances].sort(),
    creditInCapitals: inCapitals(basis.terms, level.credit),
    currency: currencyCode(basis.terms),
    ...otherZone(basis.terms),
    zoneName: zoneWords(zone),
    moneyNotes: moneyNotes(basis.terms),
    support: supportView(
      basis.terms,
      inCurrency(basis.terms, supportOf(basis.terms, service, keptTickets(store, agreementId))),
    ),
    ...(tierSaid ? { tierSaid } : {}),
    ...(capSaid ? { capSaid } : {}),
    tiers: inScope(factsOf(basis.terms, 'credit-tier'), scope).flatMap(({ fact }): MonthView['tiers'] =>
      isTier(fact.value) ? [{ below: fact.value.below, given: creditWords(fact.value.credit) }] : [],
    ),
    line,
    days: byDay,
    claimDays: claimDaysTold(level.claim),
    window: claimWindowOn(level.claim, today),
    ...asItStands(claim, period, { today, terms: basis.terms }),
  };
}

/** How a month of a unit is counted, for what is drawn of it. */
function countingOf(
  { terms }: ObligationBasis,
  named: readonly string[],
  minutes: MinuteCounting,
  unit: ServiceUnit | undefined,
  month: Period,
): Counting {
  const rule = downRule(terms.sources);
  const { all, interval, atLeast } = rule;
  const time = serviceTime(terms, month, rule);
  const names = unit ? namesOf(unit) : named;
  return {
    minutes,
    zone: dayClock(terms).zone,
    ...(all && names.length > 0 ? { allOf: names } : {}),
    ...(interval ? { interval: interval.minutes } : {}),
    ...(atLeast ? { atLeast: atLeast.seconds } : {}),
    ...(time?.known === true ? { hours: time.value.most } : {}),
  };
}

function* ofUnit(outages: readonly Outage[], unit: ServiceUnit | undefined): Generator<void, readonly Outage[]> {
  if (!unit) return outages;
  const isOurs = isAboutAny(namesOf(unit));
  return yield* givenByEach(outages, (row) => (isOurs(row) ? row : undefined));
}

/** The instances that rows name, each once. */
function* namesIn(outages: readonly Outage[]): Generator<void, readonly string[]> {
  const names = new Set<string>();
  yield* givenByEach(outages, ({ instances = [] }) => {
    for (const name of instances) names.add(name);
    return undefined;
  });
  return [...names];
}

function rowView(
  { id, body, at }: OutagePaper,
  { days, span }: { readonly days: Period; readonly span: Stretch },
  counting: Counting,
  matcher: (said: string) => string,
  /** By whose clock the agreement's days are counted is not known: only there it matters who said a row's zone. */
  clockOpen: boolean,
): OutageView {
  const { from, to, ongoing, cause, instances, origin, exclusion, zoned } = body;
  const minutes = monthMinutes(days, [{ from, to, at }], counting).all;
  const seconds = Math.max(0, Math.min(at.to, span.to) - Math.max(at.from, span.from));
  const said = exclusion === undefined ? {} : { exclusion: matcher(exclusion) };
  return {
    id,
    from,
    to,
    minutes,
    seconds,
    cause,
    instances,
    origin,
    ...said,
    ...(ongoing ? { ongoing } : {}),
    ...(zoned === false && clockOpen ? { unzoned: true as const } : {}),
  };
}
