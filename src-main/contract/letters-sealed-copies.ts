import { z } from 'zod';
import type { ClauseReference, GoverningText, SealedCopy, SealKind } from '../acceptance/governing.ts';
import { call, date, filled, id, words } from './call.ts';

/** A sealed copy as the reader shows it. */
export interface SealedCopyView extends SealedCopy {
  readonly name: string;
  /** Its text could be read and was compared; otherwise a person compares by eye. */
  readonly compared: boolean;
  readonly reason?: string;
  readonly by?: string;
}

/** Which text of a version governs, the sealed copies, and what replaces or is replaced. */
export interface TextsView {
  readonly copies: readonly SealedCopyView[];
  readonly governing: GoverningText;
  /** The clause of this text by which it replaces an earlier agreement. */
  readonly supersedes?: ClauseReference;
  /** Accepted versions of other agreements that this one could replace. */
  readonly candidates: readonly { readonly versionId: string; readonly title: string; readonly ordinal: number }[];
  /** What it replaces by a person's word. */
  readonly replaced: readonly { readonly versionId: string; readonly title: string; readonly ordinal: number }[];
}

const by = filled(100);

/** What a party puts on a paper. */
const SEAL_KINDS = [
  'company',
  'contract',
  'legal-representative',
  'electronic',
  'signature-only',
  'other',
] as const satisfies readonly SealKind[];

/** One party's seal, as a person says. */
export const partySeal = z.strictObject({
  kind: z.enum(SEAL_KINDS).optional(),
  signatory: filled(100).optional(),
  datedOn: date.optional(),
});
const parties = z.strictObject({ ours: partySeal.optional(), theirs: partySeal.optional() }).optional();

/** Whose seals a copy bears; the day of the last one where both are there: the agreement stands from it. */
export const sealsInput = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('both'), datedOn: date, parties }),
  z.strictObject({ on: z.enum(['ours', 'theirs']), datedOn: date.optional(), parties }),
]);
export type SealsInput = z.infer<typeof sealsInput>;

export const sealedCopyCalls = {
  'letters.governingTexts': call<TextsView>()(z.strictObject({ versionId: id })),
  /** The scan of a sealed print, chosen in the dialog, kept and compared as far as its text can be read. */
  'letters.addSealedCopy': call<TextsView | undefined>()(z.strictObject({ versionId: id })),
  'letters.judgeSealedCopy': call<TextsView>()(
    z.strictObject({
      copyId: id,
      as: z.enum(['confirmed', 'overruled', 'rejected']),
      by,
      reason: words(2000),
      /** Absent: not known yet, and asked later. */
      seals: sealsInput.optional(),
    }),
  ),
  /** Whose seals a copy bears that was judged already. */
  'letters.tellSeals': call<TextsView>()(z.strictObject({ copyId: id, seals: sealsInput, by })),
  'letters.resolveDifference': call<TextsView>()(
    z.strictObject({ copyId: id, differenceId: id, by, how: filled(2000) }),
  ),
  /** This version replaces that one, as its clause says; which one, the person says. */
  'letters.replaceAgreement': call<TextsView>()(z.strictObject({ versionId: id, replacedVersionId: id, by })),
};
