import type { Answer } from '../../answer.ts';
import type { CivilDate } from '../../calendar/civil-date.ts';
import { lastDayOf, latestBeside, type LatestDay } from '../../calendar/deadline.ts';
import type { ClaimWindow } from './claim-window.ts';

/** The days on which a claim can be handed in, as far as its text says them: page, letter, agenda and command line tell these. */
export interface ClaimDays {
  readonly opens?: CivilDate;
  /** The last day on which it can still be argued to be in time: after it the window is closed. */
  readonly closes?: CivilDate;
  /** The last day by the count alone, to keep to. */
  readonly safe?: CivilDate;
}

/** The same with how they are worked out, and what is told beside the last day. */
export interface ClaimDaysTold extends ClaimDays {
  readonly last: Answer<CivilDate>;
  readonly latest?: LatestDay;
}

type Window = Pick<ClaimWindow, 'opens' | 'closes'>;

/** The days of a window; a bound of a day that is not known is a day of none of them, but for the one after which it is over in any case. */
export function claimDays({ opens, closes }: Window): ClaimDays {
  const day = lastDayOf(closes);
  const safe = day.known ? day.value : undefined;
  // Where nobody knows how late it can still be argued, only the safe day is in time for certain, and nothing closes it.
  const last = closes.known ? closes.value.latest : closes.notAfter;
  return {
    ...(opens.known ? { opens: opens.value } : {}),
    ...(last === undefined ? {} : { closes: last }),
    ...(safe === undefined ? {} : { safe }),
  };
}

/** The days of a window as a page tells them. */
export function claimDaysTold(window: Window): ClaimDaysTold {
  const latest = latestBeside(window.closes);
  return { ...claimDays(window), last: lastDayOf(window.closes), ...(latest ? { latest } : {}) };
}

/** Whether a claim can be handed in on a day. Until the bound that holds in any case, an end that is not known does not matter. */
export function claimWindowOn(window: Window, today: CivilDate): 'before' | 'open' | 'closed' | 'unknown' {
  const { opens, closes: over } = claimDays(window);
  if (over !== undefined && today > over) return 'closed';
  if (opens === undefined) return 'unknown';
  if (today < opens) return 'before';
  const { closes } = window;
  const last = closes.known ? closes.value.latest : closes.notBefore;
  return last !== undefined && today <= last ? 'open' : 'unknown';
}
