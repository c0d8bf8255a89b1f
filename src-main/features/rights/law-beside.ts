import type { LawBeside } from '../../contract/rights.ts';
import { statuteViews } from '../../kernel/papers/statutes.ts';
import type { Answer, Deadline } from '../../term/answer.ts';
import type { TermBasis } from '../../term/basis.ts';
import { latestBeside, safeDay } from '../../term/calendar/deadline.ts';
import type { Month } from '../../term/calendar/civil-date.ts';
import { civilDateIn } from '../../term/calendar/zone.ts';
import { dayClock } from '../../term/day-clock.ts';
import { endRightUntil, lateRepairs, limitationOf } from '../../term/statutes/law-dates.ts';
import { outageHours, type ServiceLevel } from '../../term/service/service-level.ts';
import type { Outage } from '../../term/service/outages.ts';

/** What the law gives beside the figures of a month: only where its promise was broken, or an outage was long. */
export function lawBeside(basis: TermBasis, month: Month, level: ServiceLevel, outages: readonly Outage[]): LawBeside {
  const broken = level.breach.known && level.breach.value;
  const { zone } = dayClock(basis);
  const began = outages
    .filter(({ exclusion }) => exclusion === undefined)
    .map(({ from }) => civilDateIn(from, zone))
    .filter((day) => day.startsWith(month));
  const hours = outageHours(basis);
  const ends = hours === undefined ? undefined : endRightUntil(basis, level.termination, hours);
  const inMonth = outages.filter(({ from }) => civilDateIn(from, zone).startsWith(month));
  return {
    days: [
      ...(broken ? [dayOf('limitation', limitationOf(basis, month, began))] : []),
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
