import { asWritten, sentence } from '../../agreement/sentence.ts';
import { explanationState } from '../../acceptance/explanation.ts';
import type { LinkedItem } from '../../contract/library.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import { explanationsOf } from './explanations.ts';

/** The requests for explanation about the versions of an agreement, newest first. */
export const linkedExplanations: LinkSource = ({ store }, agreementId) =>
  store.agreements
    .versionsOf(agreementId)
    .flatMap(({ id }) => explanationsOf(store, id))
    .toReversed()
    .map((request): LinkedItem => ({
      id: request.id,
      what: 'explanation',
      title: sentence('library.linked.explanation', { question: asWritten(request.question) }),
      state: sentence(`review.explanations.states.${explanationState(request)}`),
      place: { screen: 'review', versionId: request.versionId, clauseId: request.clauseId },
    }));
