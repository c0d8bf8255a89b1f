import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Deadline, type TermStep, known, mapAnswer, restingOn, unknown } from '../answer.ts';
import type { TermBasis } from '../basis.ts';
import { type CivilDate, dateWords, type Instant, instantSeconds } from '../calendar/civil-date.ts';
import { safeDay } from '../calendar/deadline.ts';
import { civilDateIn } from '../calendar/zone.ts';
import { countPeriod, foreignLaw, otherLaw } from '../count-period.ts';
import { dayClock } from '../day-clock.ts';
import { isTelecom } from '../fees/telecom.ts';
import { type Stretch, stretchOf } from '../service/outages.ts';
import type { TerminationRight } from '../service/service-level.ts';
import { statuteArticle, statuteFigure } from './statute-table.ts';

/**
 * Until when damages beyond the credit can be claimed: three years from the day on which one knows of the loss, here the first outage of
 * the month, or the month's last day where none is recorded. A written claim that arrives interrupts it. Source: Civil Code, 188, 195.
 */
export function limitationOf(basis: TermBasis, lastDay: CivilDate, incidents?: readonly CivilDate[]): Answer<Deadline> {
  const law = foreignLaw(basis);
  if (law) return unknown([otherLaw(law.name)], [law.step]);
  const [first] = [...(incidents ?? [])].sort();
  const from = first ?? lastDay;
  const years = statuteFigure(basis.statutes, 'limitation', 'limitationYears');
  const step: TermStep = {
    text: sentence('term.statutes.limitation', { from: dateWords(from), years }),
    statute: statuteArticle(basis.statutes, 'limitation'),
  };
  const end = countPeriod(basis, from, { years });
  return { ...end, steps: [step, ...end.steps] };
}

/**
 * Until when the contract can be ended for an outage that allows it: one year from the hour at which it was long enough. Absent where none
 * allows it. Source: Civil Code, 564, 565.
 * @param hours how long an unbroken outage has to be
 */
export function endRightUntil(
  basis: TermBasis,
  right: Answer<TerminationRight>,
  hours: number,
): Answer<Deadline> | undefined {
  if (!right.known || !right.value.allowed || right.value.began === undefined) return undefined;
  const law = foreignLaw(basis);
  if (law) return unknown([otherLaw(law.name)], [law.step]);
  const arose = new Date((instantSeconds(right.value.began) + hours * 3600) * 1000).toISOString();
  const day = civilDateIn(arose, dayClock(basis).zone);
  const years = statuteFigure(basis.statutes, 'end-by-notice', 'endRightYears');
  const step: TermStep = {
    text: sentence('term.statutes.end-right', { day: dateWords(day), years }),
    statute: statuteArticle(basis.statutes, 'end-by-notice'),
  };
  const end = countPeriod(basis, day, { years });
  // It is no time to act in but the life of a right: no holiday prolongs it (article 199).
  const fixed = mapAnswer(safeDay(end), (last): Deadline => ({ safe: last, latest: last }));
  return restingOn([known('', [step])], fixed);
}

/** One outage as far as repair is concerned. */
interface Fault {
  readonly from: Instant;
  readonly to: Instant;
  readonly at?: Stretch;
  readonly exclusion?: unknown;
}

/** An outage of a telecom line that was longer than the regulation gives for repair. */
export interface LateRepair {
  readonly from: CivilDate;
  /** Hours, cut off. */
  readonly hours: number;
  /** Beyond the time in the country as well, not only in towns. */
  readonly everywhere: boolean;
  readonly step: TermStep;
}

/**
 * The outages of a telecom line that lasted longer than repair may take: for their time no monthly rent is due. The time runs from the
 * report of the fault, which is not in a log; it is told of the outage. It regulates the operator, whatever law the contract chooses. Source: Telecommunications Regulations (2016), art. 32.
 */
export function lateRepairs(basis: TermBasis, faults: readonly Fault[]): readonly LateRepair[] {
  if (!isTelecom(basis.sources)) return [];
  const town = statuteFigure(basis.statutes, 'telecom-repair', 'townHours');
  const country = statuteFigure(basis.statutes, 'telecom-repair', 'countryHours');
  const { zone } = dayClock(basis);
  return faults.flatMap(({ from, exclusion, ...fault }): readonly LateRepair[] => {
    const at = stretchOf({ from, ...fault });
    const hours = Math.floor((at.to - at.from) / 3600);
    if (exclusion !== undefined || hours <= town) return [];
    const day = civilDateIn(from, zone);
    const text = sentence('term.statutes.late-repair', { day: dateWords(day), hours, town, country });
    const step: TermStep = { text, statute: statuteArticle(basis.statutes, 'telecom-repair') };
    return [{ from: day, hours, everywhere: hours > country, step }];
  });
}
