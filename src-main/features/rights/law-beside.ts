import type { LawBeside } from '../../contract/rights.ts';
import { statuteViews } from '../../kernel/papers/statutes.ts';
import type { Answer, Deadline } from '../../term/answer.ts';
import type { TermBasis } from '../../term/basis.ts';
import { latestBeside, safeDay } from '../../term/calendar/deadline.ts';
import { civilDaysIn } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import { endRightUntil, lateRepairs, limitationOf } from '../../term/statutes/law-dates.ts';
import { type Period, periodDays } from '../../term/service/period.ts';
import { outageHours, type ServiceLevel } from '../../term/service/service-level.ts';
import { type Outage, periodStretch, type Stretch, stretchOf, withStretches } from '../../term/service/outages.ts';

/** What the law gives beside the figures of a month: only where its promise was broken, or an outage was long. */
export function lawBeside(basis: TermBasis, month: Period, level: ServiceLevel, outages: readonly Outage[]): LawBeside {
  const broken = level.breach.known && level.breach.value;
  const { zone } = dayClock(basis);
  const days = periodStretch(month, zone);
  const begins = ({ from }: Stretch): boolean => from >= days.from && from < days.to;
  const inMonth = withStretches(outages).filter((row) => begins(stretchOf(row)));
  const counted = inMonth.filter(({ exclusion }) => exclusion === undefined);
  const began = civilDaysIn(
    counted.map((row) => stretchOf(row).from),
    zone,
  );
  const hours = outageHours(basis);
  const ends = hours === undefined ? undefined : endRightUntil(basis, level.termination, hours);
  return {
    days: [
      ...(broken ? [dayOf('limitation', limitationOf(basis, periodDays(month).last, began))] : []),
      ...(ends ? [dayOf('endRight', ends)] : []),
    ],
    repairs: lateRepairs(basis, inMonth).map(({ step }) => step.text),
    statutes: statuteViews(basis, [
      ...(level.tier.known || broken ? (['credit-tier', 'claim-closes'] as const) : []),
      ...(hours === undefined ? [] : (['outage-termination'] as const)),
      'availability',
    ]),
  };
}

function dayOf(name: LawBeside['days'][number]['name'], end: Answer<Deadline>): LawBeside['days'][number] {
  const latest = latestBeside(end);
  return { name, answer: safeDay(end), ...(latest ? { latest } : {}) };
}
