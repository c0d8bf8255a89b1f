import { z } from 'zod';
import type { ExplanationRequest, ExplanationState } from '../acceptance/explanation.ts';
import { CHANNEL_NAMES } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import { call, date, filled, id, nothing, sha256 } from './call.ts';

/** A request that the provider explain a clause, with how far it got. */
export interface ExplanationView extends ExplanationRequest {
  readonly state: ExplanationState;
  /** The letter that it goes out in. */
  readonly letterId?: string;
}

const channel = z.enum(CHANNEL_NAMES);

export const explanationCalls = {
  'review.explanations': call<readonly ExplanationView[]>()(z.strictObject({ versionId: id })),
  'review.askExplanation': call<ExplanationView>()(
    z.strictObject({
      versionId: id,
      clauseId: filled(80),
      question: filled(2000),
      askedBy: filled(100),
    }),
  ),
  'review.explanationSent': call<ExplanationView>()(
    z.strictObject({ id, on: date, channel, to: filled(200), proof: sha256.optional() }),
  ),
  'review.explanationAnswered': call<ExplanationView>()(
    z.strictObject({
      id,
      on: date,
      channel,
      by: filled(200),
      text: filled(20_000),
      file: sha256.optional(),
    }),
  ),
  /** A file that proves a sending or holds an answer, chosen in the dialog and kept. */
  'review.keepExplanationFile': call<KeptFile | undefined>()(nothing),
  /** Drafts the one letter of the questions that no letter holds yet, or opens the one that was begun with those asked since. */
  'review.draftExplanationLetter': call<{ readonly letterId: string }>()(
    z.strictObject({ versionId: id, companyId: id.optional() }),
  ),
};
