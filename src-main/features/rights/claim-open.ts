import type { MonthView, ServiceLevel } from '../../contract/rights.ts';
import type { SendingWindow } from '../../kernel/cases/cases.ts';
import { lastDayOf } from '../../term/calendar/deadline.ts';

/** The days on which a claim can be sent, as far as its text says them. */
export function claimDays({ claim: { opens, closes } }: Pick<ServiceLevel, 'claim'>): SendingWindow {
  const day = lastDayOf(closes);
  const safe = day.known ? day.value : undefined;
  // Where nobody knows how late it can still be argued, only the safe day is in time; a day that it is not before closes nothing.
  const last = closes.known ? closes.value.latest : (closes.notAfter ?? safe);
  return {
    ...(opens.known ? { opens: opens.value } : {}),
    ...(last === undefined ? {} : { closes: last }),
    ...(safe === undefined ? {} : { safe }),
  };
}

/** Whether a claim can be handed in today. Until the bound that holds in any case, an end that is not known does not matter. */
export function windowOf(level: Pick<ServiceLevel, 'claim'>, today: string): MonthView['window'] {
  const { opens, closes } = level.claim;
  const { closes: over } = claimDays(level);
  if (over !== undefined && today > over) return 'closed';
  if (!opens.known) return 'unknown';
  if (today < opens.value) return 'before';
  const last = closes.known ? closes.value.latest : closes.notBefore;
  return last !== undefined && today <= last ? 'open' : 'unknown';
}
