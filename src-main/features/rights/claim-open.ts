import type { MonthView, ServiceLevel } from '../../contract/rights.ts';

/** Whether a claim can be handed in today. Until the bound that holds in any case, an end that is not known does not matter. */
export function windowOf({ claim: { opens, closes } }: ServiceLevel, today: string): MonthView['window'] {
  if (closes.known && today > closes.value.latest) return 'closed';
  if (!opens.known) return 'unknown';
  if (today < opens.value) return 'before';
  const last = closes.known ? closes.value.latest : closes.notBefore;
  return last !== undefined && today <= last ? 'open' : 'unknown';
}
