import { z } from 'zod';
import { call, id, words } from './call.ts';
import { monthFee, monthOf } from './rights-inputs.ts';

/** Something that is measured and paid for by itself: an instance, a bandwidth package, a region. */
export const serviceUnit = z.strictObject({
  name: words(100).min(1),
  instances: z.array(words(100)).max(500),
  scope: words(100).optional(),
  fee: monthFee.optional(),
});
export type ServiceUnitInput = z.infer<typeof serviceUnit>;

/** What is measured, in which class, and what is said of a month. */
export const serviceCalls = {
  /** A new unit, or what becomes of the one that was called `before`. */
  'rights.saveUnit': call<undefined>()(
    z.strictObject({ agreementId: id, before: words(100).optional(), unit: serviceUnit }),
  ),
  'rights.removeUnit': call<undefined>()(z.strictObject({ agreementId: id, name: words(100).min(1) })),
  /** The class of the service where the text tells several; absent takes the choice back. */
  'rights.setScope': call<undefined>()(z.strictObject({ agreementId: id, scope: words(100).min(1).optional() })),
  /** The person says that nothing was down in the month but what is recorded, or takes that back. */
  'rights.sayComplete': call<undefined>()(z.strictObject({ agreementId: id, month: monthOf, complete: z.boolean() })),
};
