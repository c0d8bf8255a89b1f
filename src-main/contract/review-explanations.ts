import { z } from 'zod';
import type { ExplanationRequest, ExplanationState } from '../acceptance/explanation.ts';
import { CHANNEL_NAMES } from '../agreement/channel.ts';
import type { KeptFile } from '../agreement/kept-file.ts';
import { call, date, id, language, nothing, sha256, words } from './call.ts';
import type { LetterValues } from './letters.ts';

/** A request that the provider explain a clause, with how far it got. */
export interface ExplanationView extends ExplanationRequest {
  readonly state: ExplanationState;
}

const channel = z.enum(CHANNEL_NAMES);

export const explanationCalls = {
  'review.explanations': call<readonly ExplanationView[]>()(z.strictObject({ versionId: id })),
  'review.askExplanation': call<ExplanationView>()(
    z.strictObject({
      versionId: id,
      clauseId: words(80).min(1),
      question: words(2000).min(1),
      askedBy: words(100).min(1),
    }),
  ),
  'review.explanationSent': call<ExplanationView>()(
    z.strictObject({ id, on: date, channel, to: words(200).min(1), proof: sha256.optional() }),
  ),
  'review.explanationAnswered': call<ExplanationView>()(
    z.strictObject({
      id,
      on: date,
      channel,
      by: words(200).min(1),
      text: words(20_000).min(1),
      file: sha256.optional(),
    }),
  ),
  /** A file that proves a sending or holds an answer, chosen in the dialog and kept. */
  'review.keepExplanationFile': call<KeptFile | undefined>()(nothing),
  /** The requests not answered yet as a letter, saved or printed. */
  'review.explanationLetter': call<{ readonly fileName: string } | undefined>()(
    z.strictObject({ versionId: id, companyId: id, person: words(100), as: z.enum(['pdf', 'print']), language }),
  ),
  /** What the sealed form of that letter is filled with. */
  'review.explanationLetterValues': call<LetterValues>()(z.strictObject({ versionId: id })),
};
