import type { TierValue } from '../agreement/fact.ts';
import { tierWords } from '../agreement/fact-words.ts';
import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import { type Answer, known, mapAnswer, missingInput, unknown } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import type { CivilDate } from '../term/calendar/civil-date.ts';
import { isTableMissing } from '../term/calendar/deadline.ts';
import { amountUnit, inCapitals } from '../term/fees/currency.ts';
import { claimDays, claimWindowOn } from '../term/service/claim/claim-days.ts';
import { cycleOf, periodKind, periodWords } from '../term/service/period.ts';
import type { ServiceLevel } from '../term/service/service-level.ts';
import type { CommandContext } from './command.ts';
import { type ResultLine, twoDays } from './term-output.ts';

/** Figures that each class of service has of its own. */
export const OF_CLASS: ReadonlySet<string> = new Set([
  'promised',
  'breach',
  'tier',
  'creditPercent',
  'credit',
  'creditInCapitals',
  'serviceDays',
]);

/** Figures that each instance has of its own, where the text does not count several together. */
export const OF_INSTANCE: ReadonlySet<string> = new Set([
  ...OF_CLASS,
  'unavailableMinutes',
  'excludedMinutes',
  'availability',
]);

/** The longest unbroken outage with whose it was and what broke it, for scripts; a person finds it in the working. */
export function longestOutage({ termination }: ServiceLevel, { language }: CommandContext) {
  if (!termination.known || termination.value.began === undefined) return {};
  const { longestHours, instance, began, ended, brokenBy } = termination.value;
  const broken = brokenBy.map((each) => say(each, language));
  return {
    longestOutage: {
      hours: longestHours,
      ...(instance === undefined ? {} : { instance }),
      began,
      ended,
      brokenBy: broken,
    },
  };
}

/** A tier as it always was where it is a share of the month's fee; else with what its credit is. */
function tierLine(tier: TierValue | undefined): unknown {
  if (tier === undefined) return 'none';
  const { credit } = tier;
  return 'amount' in credit && credit.unit === 'percent' && credit.of === 'month-fee'
    ? { below: tier.below, ...(tier.from === undefined ? {} : { from: tier.from }), credit: credit.amount }
    : tier;
}

/** A tier in words where its parts alone do not say it. */
function saidTier({ tier }: ServiceLevel): Pick<ResultLine, 'words'> {
  if (!tier.known) return {};
  const { value } = tier;
  if (value === undefined) return { words: sentence('cli.sla.no-tier') };
  return tierLine(value) === value ? { words: tierWords(value) } : {};
}

/** Minutes of which nothing is known: of an availability that the provider gives nobody was told any. */
const minutesUntold = ({ availability }: ServiceLevel): Answer<number> =>
  unknown(
    availability.known ? [missingInput('outages', sentence('cli.sla.minutes-untold'))] : availability.missing,
    [],
  );

/** The figures of a period as lines. */
export function linesOf(basis: TermBasis, level: ServiceLevel, today?: CivilDate): readonly ResultLine[] {
  const inUnit = (what: Sentence): Sentence => sentence('cli.fees.in-unit', { what, unit: amountUnit(basis) });
  const ofRecord = (minutes: number): Answer<number> =>
    level.counted && level.recorded ? known(minutes, []) : minutesUntold(level);
  const { minutesAtMost, unavailableMinutes } = level;
  const down: Answer<number> = minutesAtMost
    ? {
        ...unknown([minutesAtMost], []),
        atLeast: String(level.minutesAtLeast ?? 0),
        atMost: String(unavailableMinutes),
      }
    : ofRecord(unavailableMinutes);
  const inVouchers = level.tier.known && level.tier.value?.form === 'voucher';
  return [
    {
      name: 'totalMinutes',
      label:
        level.inHours === true
          ? sentence('cli.sla.total-minutes-in-hours', { name: periodWords(level.period) })
          : periodKind(level.month) === 'month' && cycleOf(level.period) === undefined
            ? sentence('cli.sla.total-minutes')
            : sentence('cli.sla.total-minutes-of', { name: periodWords(level.period) }),
      answer: level.totalAtMost
        ? {
            ...unknown([level.totalAtMost], []),
            atLeast: String(level.totalAtLeast ?? 0),
            atMost: String(level.totalMinutes),
          }
        : known(level.totalMinutes, []),
    },
    {
      name: 'unavailableMinutes',
      label: sentence('cli.sla.unavailable-minutes'),
      answer: down,
    },
    {
      name: 'excludedMinutes',
      label: sentence('cli.sla.excluded-minutes'),
      answer: ofRecord(level.excludedMinutes),
    },
    { name: 'availability', label: sentence('cli.sla.availability'), answer: level.availability },
    {
      name: 'availabilityWithoutExclusions',
      label: sentence('cli.sla.availability-without-exclusions'),
      answer: level.availabilityWithoutExclusions,
    },
    { name: 'promised', label: sentence('cli.sla.promised'), answer: level.promised },
    { name: 'breach', label: sentence('cli.sla.breach'), answer: level.breach },
    {
      name: 'tier',
      label: sentence('cli.sla.tier'),
      answer: mapAnswer(level.tier, tierLine),
      ...saidTier(level),
    },
    { name: 'creditPercent', label: sentence('cli.sla.credit-percent'), answer: level.creditPercent },
    { name: 'monthlyFee', label: inUnit(sentence(`cli.sla.${periodKind(level.month)}-fee`)), answer: level.monthlyFee },
    { name: 'cap', label: inUnit(sentence('cli.sla.cap')), answer: level.cap },
    {
      name: 'credit',
      label: inUnit(inVouchers ? sentence('cli.sla.credit-vouchers') : sentence('cli.sla.credit')),
      answer: level.credit,
    },
    {
      name: 'creditInCapitals',
      label: sentence('cli.sla.credit-in-capitals'),
      answer: level.credit.known ? inCapitals(basis, level.credit) : unknown(level.credit.missing, []),
    },
    ...(level.serviceDays.known
      ? [{ name: 'serviceDays', label: sentence('cli.sla.service-days'), answer: level.serviceDays }]
      : []),
    { name: 'claimOpens', label: sentence('cli.sla.claims-open'), answer: level.claim.opens },
    {
      name: 'claimCloses',
      label: sentence('cli.sla.claims-close'),
      answer: twoDays(level.claim.closes),
      lastDay: true,
    },
    ...(today === undefined ? [] : claimToday(level, today)),
    {
      name: 'termination',
      label: sentence('cli.sla.termination'),
      answer: mapAnswer(level.termination, ({ allowed, longestHours }) => ({ allowed, longestHours })),
    },
  ];
}

/** Whether a claim would be too early or too late today, or only past the day that is safe; nothing while it is none of these. */
function claimToday({ claim }: ServiceLevel, today: CivilDate): readonly ResultLine[] {
  const label = sentence('cli.sla.claim-today', { today });
  const { opens, closes } = claimDays(claim);
  const place = claimWindowOn(claim, today);
  if (place === 'before' && opens !== undefined) {
    const words = sentence('cli.sla.claim-too-early', { day: opens });
    return [{ name: 'claimToday', label, answer: known('too-early', []), words }];
  }
  const end = claim.closes;
  if (isTableMissing(end) && end.notAfter === undefined && today > end.notBefore) {
    const text = sentence('cli.sla.claim-latest-unknown', { day: end.notBefore });
    const missing = end.missing.slice(0, 1).map((each) => ({ ...each, text }));
    return [{ name: 'claimToday', label, answer: unknown(missing, []) }];
  }
  if (place !== 'closed' || closes === undefined) return [];
  const words = sentence('cli.sla.claim-too-late', { day: closes });
  return [{ name: 'claimToday', label, answer: known('too-late', []), words }];
}
