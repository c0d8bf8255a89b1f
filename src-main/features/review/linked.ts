import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { LinkedItem } from '../../contract/library.ts';
import type { LinkSource } from '../../kernel/between-features.ts';
import { caseByOrigin } from '../../kernel/cases/cases.ts';
import type { CaseState } from '../../letter/case.ts';
import type { Store } from '../../store/store.ts';
import { EXPLANATION_CASES } from './explanation-cases.ts';
import { explanationsOf } from './explanation-records.ts';

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
      state: sentence(`letters.case.states.${explanationStateOf(store, request.id)}`),
      place: { screen: 'review', versionId: request.versionId, clauseId: request.clauseId },
    }));

/** How far a request got in the world. */
const explanationStateOf = (store: Store, id: string): CaseState =>
  caseByOrigin(store, [EXPLANATION_CASES], `explanation:${id}`)?.state ?? 'drafted';
