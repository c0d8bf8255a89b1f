import { explanationState } from '../../acceptance/explanation.ts';
import { asWritten } from '../../agreement/sentence.ts';
import type { CaseFrom, CaseSource } from '../../kernel/cases/cases.ts';
import type { Store } from '../../store/store.ts';
import { explanationCase, type ExplanationPaper, explanationPapers } from './explanation-records.ts';

/** Requests for explanation as cases: their sending and their answer are kept with them. */
export const EXPLANATION_CASES: CaseSource = {
  word: 'explanation',
  of: (store, id) => {
    const request = explanationPapers(store).get(id);
    return request && explanationFrom(store, request);
  },
  all: (store) =>
    explanationPapers(store)
      .list()
      .map((request) => explanationFrom(store, request)),
};

function explanationFrom(store: Store, { id, body }: ExplanationPaper): CaseFrom {
  const { versionId, clauseId, question } = body;
  const agreementId = store.agreements.version(versionId)?.agreementId;
  const without = (member: 'sent' | 'answer') => (at: string) => {
    const { [member]: _taken, ...rest } = body;
    explanationPapers(store).put({ id, state: explanationState(rest), body: rest }, at);
  };
  return {
    origin: `explanation:${id}`,
    kind: 'explanation',
    ...(agreementId === undefined ? {} : { agreementId }),
    steps: explanationCase(body).history,
    name: asWritten(question),
    place: { screen: 'review', versionId, clauseId },
    subject: `explanation:${id}`,
    takeBack: { sent: without('sent'), answered: without('answer') },
  };
}
