import { sentence } from '../agreement/sentence.ts';
import type { TermBasis } from '../term/basis.ts';
import { civilDateIn } from '../term/calendar/zone.ts';
import { dayClock } from '../term/day-clock.ts';
import { periodDays } from '../term/service/period.ts';
import { type Downtime, outageHours, type ServiceLevel } from '../term/service/service-level.ts';
import { endRightUntil, limitationOf } from '../term/statutes/law-dates.ts';
import { type ResultLine, twoDays } from './term-output.ts';

/** Days by law beside the month's figures: of damages beyond the credit, and of the right to end the service. */
export function lawLines(basis: TermBasis, level: ServiceLevel, downtime: Downtime): readonly ResultLine[] {
  const { first, last } = periodDays(level.period);
  const { zone } = dayClock(basis);
  const outages = 'outages' in downtime ? downtime.outages.filter(({ exclusion }) => exclusion === undefined) : [];
  const began = outages.map(({ from }) => civilDateIn(from, zone)).filter((day) => day >= first && day <= last);
  const hours = outageHours(basis);
  const ends = hours === undefined ? undefined : endRightUntil(basis, level.termination, hours);
  return [
    ...(level.breach.known && level.breach.value
      ? [
          {
            name: 'lawful.limitation',
            label: sentence('cli.sla.limitation'),
            answer: twoDays(limitationOf(basis, last, began)),
          },
        ]
      : []),
    ...(ends ? [{ name: 'lawful.endRight', label: sentence('cli.sla.end-right'), answer: twoDays(ends) }] : []),
  ];
}
