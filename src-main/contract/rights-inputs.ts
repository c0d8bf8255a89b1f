import { z } from 'zod';
import { words } from './call.ts';

export const monthOf = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What was paid for a month, in yuan; or at once for several months. */
export const monthFee = z.union([
  z.strictObject({ fee: words(30).min(1), vouchers: words(30).optional() }),
  z.strictObject({
    total: words(30).min(1),
    months: z.int().min(1).max(1200),
    vouchers: words(30).optional(),
  }),
]);
