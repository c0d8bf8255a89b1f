import { z } from 'zod';
import { partySeal } from './letters-sealed-copies.ts';
import { call, date, filled, id, nothing, sha256 } from './call.ts';

/** How a version was accepted in the world. */
export const CONCLUDED_HOW = ['clicked-at-provider', 'ordered', 'sealed', 'used'] as const;
export type ConcludedHow = (typeof CONCLUDED_HOW)[number];

/**
 * `page`: whether the text that the provider's page showed was the version kept here. `handledBy`: who did it there. `button`: what stood
 * on the button that was clicked there.
 */
export const conclusionDetails = {
  account: filled(200).optional(),
  order: filled(200).optional(),
  button: filled(200).optional(),
  handledBy: filled(100).optional(),
  page: z.enum(['same', 'not-checked']).optional(),
};
/** The seals of a paper that both sealed, each with the day on the paper: it is concluded from the later one. */
export const sealsOfBoth = z.strictObject({ ours: partySeal, theirs: partySeal });

const details = { ...conclusionDetails, proof: sha256.optional() };

/**
 * What became of a decision in the world: clicked on the provider's page just now; made on a day, and how; clicked there
 * on the day of the decision; or not made yet.
 */
export const conclusionInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('just-clicked'), ...details }),
  z.strictObject({
    kind: z.literal('made'),
    how: z.enum(CONCLUDED_HOW),
    on: date,
    parties: sealsOfBoth.optional(),
    ...details,
  }),
  z.strictObject({ kind: z.literal('decision-day'), ...details }),
  /** `remind`: the day on which the agenda asks for it. */
  z.strictObject({ kind: z.literal('not-yet'), remind: date.optional() }),
]);
export type ConclusionInput = z.infer<typeof conclusionInput>;

/** What was last answered for this provider. */
export interface LastConclusion {
  readonly kind: 'just-clicked' | 'made' | 'not-yet';
  readonly how?: ConcludedHow;
  readonly account?: string;
}

const by = filled(100);
const byPerson = { versionId: id, by, proof: sha256.optional() };

export const conclusionCalls = {
  /** What happened in the world to versions that were decided on: one of them, or several at once. */
  'review.conclude': call<undefined>()(
    z.strictObject({
      by,
      answers: z
        .array(z.strictObject({ versionId: id, conclusion: conclusionInput }))
        .min(1)
        .max(1000),
    }),
  ),
  /** A proof or a detail of an acceptance in the world that was told before; what was told stays. */
  'review.completeConclusion': call<undefined>()(z.strictObject({ versionId: id, by, ...details })),
  /** It holds no more from a day on. */
  'review.endStanding': call<undefined>()(
    z.strictObject({
      ...byPerson,
      from: date,
      why: z.enum(['terminated', 'expired']),
      reason: filled(2000).optional(),
    }),
  ),
  /** It stands from, or stood until, another day than was worked out. */
  'review.correctStanding': call<undefined>()(
    z.strictObject({ ...byPerson, what: z.enum(['from', 'until']), date, reason: filled(2000) }),
  ),
  /** A proof chosen in the dialog: a screenshot, a saved page, an order. */
  'review.keepProof': call<{ readonly sha256: string; readonly name: string } | undefined>()(nothing),
};
