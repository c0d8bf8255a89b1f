import type { TermBasis } from '../basis.ts';
import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { type ChangeNotice, noticeClock } from './notice-clock.ts';

/** Days after sending on which a notice is taken to have arrived, to see whether that changes anything. */
const LATER = 3;

/** Whether any day of a notice hangs on when it arrived: only then is it to be asked for. */
export function arrivalMatters(basis: TermBasis, notice: ChangeNotice): boolean {
  const days = (received?: CivilDate): string => {
    const clock = noticeClock(basis, received === undefined ? notice : { ...notice, received });
    const { delivered, periodEnds, earliestEffective, lastDayToAct, objectBy } = clock;
    return JSON.stringify(
      [delivered, periodEnds, earliestEffective, lastDayToAct, ...(objectBy ? [objectBy] : [])].map((answer) =>
        answer.known ? answer.value : [answer.notBefore, answer.notAfter],
      ),
    );
  };
  return days() !== days(addDays(notice.sent, LATER));
}
