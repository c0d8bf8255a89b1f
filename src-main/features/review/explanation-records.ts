import { textNamed } from '../../store/agreements.ts';
import { z } from 'zod';
import { type ExplanationRequest, explanationState, type ExplanationState } from '../../acceptance/explanation.ts';
import { sentence } from '../../agreement/sentence.ts';
import { channel, keptFile } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import { type Case, caseStateOf, type CaseStep } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';

export type ExplanationPaper = Paper<ExplanationRequest, ExplanationState>;

export const EXPLANATION: PaperKind<ExplanationRequest, ExplanationState> = {
  name: PAPERS.review.explanation,
  noun: sentence('review.explanation-records.noun'),
  feature: 'review',
  states: ['asked', 'sent', 'answered'],
  shape: shape(
    z.strictObject({
      id: z.string(),
      versionId: z.string(),
      clauseId: z.string(),
      number: z.string().exactOptional(),
      quote: z.string(),
      question: z.string(),
      askedAt: z.string(),
      askedBy: z.string(),
      sent: z
        .strictObject({ at: z.string(), channel, to: z.string(), proof: keptFile.exactOptional() })
        .exactOptional(),
      answer: z
        .strictObject({
          at: z.string(),
          channel,
          by: z.string(),
          text: z.string(),
          file: keptFile.exactOptional(),
        })
        .exactOptional(),
    }),
  ),
  called: ({ body }, store) => {
    const version = store.agreements.version(body.versionId);
    return version && `${textNamed(version)} ${body.number ?? ''}`.trim();
  },
};

/** Requests for explanation; the subject is the version. */
export const explanationPapers = (store: Store): Repository<ExplanationRequest, ExplanationState> =>
  repository(store, EXPLANATION);

/** Requests for explanation about one version, oldest first. */
export function explanationsOf(store: Store, versionId: string): readonly ExplanationRequest[] {
  return explanationPapers(store)
    .list({ about: versionId })
    .map(({ body }) => body);
}

/** A request as a case: asking drafts it; who noted the sending and the answer was not asked. */
export function explanationCase(request: ExplanationRequest): Case {
  const { id, askedAt, askedBy, sent, answer } = request;
  const history: readonly CaseStep[] = [
    { state: 'drafted', at: askedAt, said: askedBy },
    ...(sent ? [sentStep(sent)] : []),
    ...(answer ? [answeredStep(answer)] : []),
  ];
  return {
    id,
    kind: 'explanation',
    state: caseStateOf('explanation', explanationState(request)) ?? 'drafted',
    history,
  };
}

/** The sending of a request as a step of its case. */
export const sentStep = ({ at, channel, proof }: NonNullable<ExplanationRequest['sent']>): CaseStep => ({
  state: 'sent',
  at,
  said: '',
  channel,
  ...(proof ? { proof } : {}),
});

/** The answer to a request as a step of its case. */
export const answeredStep = ({ at, channel, file }: NonNullable<ExplanationRequest['answer']>): CaseStep => ({
  state: 'answered',
  at,
  said: '',
  channel,
  ...(file ? { proof: file } : {}),
});
