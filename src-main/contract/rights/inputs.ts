import { z } from 'zod';
import type { MonthFee } from '../../term/service/month-fee.ts';
import { filled, words } from '../call.ts';

export const monthOf = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A month, or the quarter or year that a text measures by: `2026-03`, `2026-Q1`, `2026`. */
export const periodOf = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/);

/** What was paid for a month, in yuan; or at once for several months. */
const besideFee = {
  vouchers: words(30).optional(),
  /** Where the agreement counts by it. */
  yearFee: filled(30).optional(),
  /** What the credit is a share of, where the text names another fee, or none. */
  base: filled(30).optional(),
  /** Credits of other months that one cap counts together with this one's. */
  taken: filled(30).optional(),
};
/** An amount that was left empty comes too: it is refused with its field named. */
export const monthFee = z.union([
  z.strictObject({ fee: words(30), ...besideFee }),
  z.strictObject({ total: words(30), months: z.int().min(1).max(1200), ...besideFee }),
]);

export const clauseId = filled(80);

/** `2026-03-01 09:30` (Beijing time) or an instant with an offset. */
const moment = filled(40);

export const outageInput = z.strictObject({
  from: moment,
  /** Empty while it goes on. */
  to: words(40),
  cause: words(500),
  instances: z.array(words(100)).max(200),
  exclusion: clauseId.optional(),
});
export type OutageInput = z.infer<typeof outageInput>;

/** Something that is measured and paid for by itself. */
export interface ServiceUnitView {
  readonly name: string;
  readonly instances: readonly string[];
  readonly scope?: string;
  readonly fee?: MonthFee;
}
