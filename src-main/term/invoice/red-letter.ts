/** Hours in which the other party confirms; a form that it did not confirm by then is void. */
export const CONFIRM_HOURS = 72;

export const RED_STATES = ['raised', 'confirmed', 'refused', 'lapsed', 'issued'] as const;
export type RedState = (typeof RED_STATES)[number];

/**
 * The taking back of an invoice by a red-letter one (红字发票). Where it was neither stated to be used nor booked, the seller issues the red
 * one by itself; otherwise either party raises the 《红字发票信息确认单》, the other confirms it within 72 hours, and the seller issues.
 */
export interface RedLetter {
  readonly state: RedState;
  /** Who raised the form; absent where the seller issued without one. */
  readonly by?: 'us' | 'seller';
  /** Number of the form, as the tax platform gives it; empty where nobody noted it. */
  readonly form: string;
  readonly reason: string;
  /** UTC ISO. */
  readonly raisedAt?: string;
  readonly answeredAt?: string;
  /** The red-letter invoice. */
  readonly issued?: { readonly number: string; readonly on: string };
}

/** States in which the taking back goes on. */
const UNDER_WAY: ReadonlySet<RedState> = new Set(['raised', 'confirmed']);

/**
 * Whether the taking back is under way, or was done of all or a part, by every word about it, oldest first. A form that was refused or is
 * void takes nothing back.
 */
export function isTakenBack(red: readonly RedLetter[], now: string): boolean {
  const last = red.at(-1);
  return last !== undefined && (UNDER_WAY.has(redStateAt(last, now)) || red.some(({ issued }) => issued !== undefined));
}

/** When a form that was raised at this instant becomes void, if nobody confirms it: UTC ISO. */
export const voidFrom = (raisedAt: string): string =>
  new Date(Date.parse(raisedAt) + CONFIRM_HOURS * 60 * 60 * 1000).toISOString();

/** Where a red letter stands now: a form that was not answered in its 72 hours is void without anybody's word. */
export function redStateAt({ state, raisedAt }: RedLetter, now: string): RedState {
  return state === 'raised' && raisedAt !== undefined && now >= voidFrom(raisedAt) ? 'lapsed' : state;
}

/** What an invoice was stated to be used for (用途确认), or that it was booked: from then on its taking back needs the form. */
export const INVOICE_USES = ['deducted', 'not-deducted', 'booked'] as const;
export type InvoiceUse = (typeof INVOICE_USES)[number];
