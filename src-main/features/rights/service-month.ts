import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { leafExclusions } from '../../term/service/exclusions.ts';
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
import { availabilityPercent } from '../../term/service/credit-tier.ts';
import { cutOff } from '../../term/fees/exact.ts';
import { minuteCounting } from '../../term/service/minute-counting.ts';
import { type MinuteCounting, type MonthMinutes, monthMinutes, type Outage } from '../../term/service/outages.ts';
import { type ServiceLevel, serviceLevel } from '../../term/service/service-level.ts';
import { claimOf } from './claim-records.ts';
import { endOfDay, type ObligationBasis, obligationBases } from './basis.ts';
import { type OutagePaper, outageLog } from './outage-records.ts';
import { beijingToday } from '../../kernel/beijing-today.ts';
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

/** The exclusion a row names, by clause id, by number or by words; words that fit none stay as they are. */
function exclusionOf(
  said: string,
  exclusions: readonly { readonly clauseId: string; readonly text: string }[],
): string {
  return exclusions.find((each) => matches(each, said))?.clauseId ?? said;
}

/** The log as the calculation takes it. */
function outagesOf(log: readonly OutagePaper[]): readonly Outage[] {
  return log.map(({ body: { from, to, cause, instances, exclusion } }) => ({
    from,
    to,
    cause,
    instances,
    ...(exclusion === undefined ? {} : { exclusion: { item: exclusion } }),
  }));
}

/** The outages up to a moment (seconds since 1970), cut off there. */
function until(outages: readonly Outage[], seconds: number): readonly Outage[] {
  return outages
    .filter(({ from }) => instantSeconds(from) < seconds)
    .map((outage) =>
      instantSeconds(outage.to) <= seconds ? outage : { ...outage, to: new Date(seconds * 1000).toISOString() },
    );
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

/** The figures of one month, as the claim and the agenda take them too. */
export function monthLevel(basis: ObligationBasis, log: readonly OutagePaper[], month: Month): ServiceLevel {
  const fee = basis.own.fees[month];
  const downtime = {
    outages: outagesOf(log).filter((outage) => touches(outage, month)),
    counting: countingRule(basis).value,
  };
  return serviceLevel(basis.terms, { month, downtime, ...(fee === undefined ? {} : { fee }) });
}

const isTier = (value: unknown): value is TierValue => typeof value === 'object' && value !== null && 'credit' in value;

/** The tier that applies, as the facts say it. */
function saidTier(basis: ObligationBasis, { tier }: ServiceLevel): Sentence | undefined {
  const value = tier.known ? tier.value : undefined;
  const fact = value && factsOf(basis.terms, 'credit-tier').find((each) => each.fact.value === value)?.fact;
  return fact && factWords(fact);
}

/** Everything about one month of service. */
export function serviceMonth(ports: Ports, agreementId: string, month: Month): MonthView {
  const { store } = ports;
  const basis = obligationBases(store, agreementId)(endOfDay(lastDayOf(month)));
  const log = outageLog(store, agreementId).filter(({ body }) => touches(body, month));
  const level = monthLevel(basis, log, month);
  const counting = countingRule(basis);
  const outages = outagesOf(log);
  const percent = (down: number): string => cutOff(availabilityPercent(level.totalMinutes, down), 6);
  const checks = basis.own.checks[month] ?? {};
  const exclusions = leafExclusions(basis.terms.sources);
  const rows = log.map((paper) => rowView(paper, month, counting.value, exclusions));
  const claim = claimOf(store, agreementId, month);
  const fee = basis.own.fees[month];
  const tierSaid = saidTier(basis, level);
  return {
    month,
    basis: basis.text.version,
    level,
    counting,
    rows,
    exclusions: exclusions.map((exclusion): ExclusionCheck => {
      const under = outages.filter((_, index) => rows[index]?.exclusion === exclusion.clauseId);
      const check = checks[exclusion.clauseId];
      return {
        ...exclusion,
        verdict: check?.verdict ?? 'open',
        note: check?.note ?? '',
        minutes: monthMinutes(month, under, counting.value).all,
        ...(check?.evidence ? { evidence: check.evidence } : {}),
      };
    }),
    ...(fee === undefined ? {} : { fee }),
    creditInCapitals: mapAnswer(level.credit, capitals),
    ...(tierSaid ? { tierSaid } : {}),
    tiers: factsOf(basis.terms, 'credit-tier').flatMap(({ fact }): MonthView['tiers'] =>
      isTier(fact.value) ? [{ below: fact.value.below, given: creditWords(fact.value.credit) }] : [],
    ),
    line: lineOf(month, outages, counting.value, level.totalMinutes),
    days: daysOf(month, outages, counting.value, percent),
    window: windowOf(level, beijingToday(ports.now())),
    ...(claim ? { claim } : {}),
  };
}

function rowView(
  { id, body }: OutagePaper,
  month: Month,
  counting: MinuteCounting,
  exclusions: readonly { readonly clauseId: string; readonly text: string }[],
): OutageView {
  const { from, to, cause, instances, origin, exclusion } = body;
  const minutes = monthMinutes(month, [{ from, to }], counting).all;
  const said = exclusion === undefined ? {} : { exclusion: exclusionOf(exclusion, exclusions) };
  return { id, from, to, minutes, cause, instances, origin, ...said };
}

function lineOf(month: Month, outages: readonly Outage[], counting: MinuteCounting, total: number): MonthView['line'] {
  const begin = startOfDaySeconds(firstDayOf(month));
  const end = startOfDaySeconds(addDays(lastDayOf(month), 1));
  const edges = outages.flatMap(({ from, to }) => [instantSeconds(from), instantSeconds(to)]);
  const inside = [...new Set(edges)].filter((edge) => edge > begin && edge < end).sort((a, b) => a - b);
  const daily = Array.from({ length: total / 1440 }, (_, day) => begin + (day + 1) * 86_400);
  const moments = [begin, ...(inside.length > LINE_POINTS ? daily : inside), end];
  return moments.map((moment) => {
    const { all, counted } = monthMinutes(month, until(outages, moment), counting);
    const share = (down: number): number => (100 * (total - down)) / total;
    return { at: (moment - begin) / 86_400, counted: share(counted), all: share(all) };
  });
}

function daysOf(
  month: Month,
  outages: readonly Outage[],
  counting: MinuteCounting,
  percent: (down: number) => string,
): MonthView['days'] {
  const days: MonthView['days'][number][] = [];
  let before: MonthMinutes = { all: 0, counted: 0, excluded: 0 };
  for (let date = firstDayOf(month); date <= lastDayOf(month); date = addDays(date, 1)) {
    const now = monthMinutes(month, until(outages, startOfDaySeconds(addDays(date, 1))), counting);
    const [counted, excluded] = [now.counted - before.counted, now.excluded - before.excluded];
    if (counted !== 0 || excluded !== 0) days.push({ date, counted, excluded, availability: percent(now.counted) });
    before = now;
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
