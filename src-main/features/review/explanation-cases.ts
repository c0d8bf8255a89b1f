import { type ExplanationRequest, explanationState, markAnswered, markSent } from '../../acceptance/explanation.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { asWritten, sentence } from '../../agreement/sentence.ts';
import type { CaseFrom, CaseSource } from '../../kernel/cases/cases.ts';
import type { Store } from '../../store/store.ts';
import type { CaseStep } from '../../letter/case.ts';
import { letterOfQuestion } from './explanation-letter.ts';
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

function explanationFrom(store: Store, paper: ExplanationPaper): CaseFrom {
  const { id, body } = paper;
  const { versionId, clauseId, question } = body;
  const agreementId = store.agreements.version(versionId)?.agreementId;
  const without = (member: 'sent' | 'answer') => (at: string) => {
    const { [member]: _taken, ...rest } = body;
    keep(store, id, rest, at);
  };
  return {
    origin: `explanation:${id}`,
    kind: 'explanation',
    ...(agreementId === undefined ? {} : { agreementId }),
    steps: explanationCase(body).history,
    name: asWritten(question),
    place: { screen: 'review', versionId, clauseId },
    subject: `explanation:${id}`,
    entries: { sent: 'explanation-sent', answered: 'explanation-answered' },
    together: () => othersInLetter(store, paper),
    take: {
      sent: (step, at) => keep(store, id, markSent(body, sentBy(store, id, step)), at),
      answered: (step, at) => keep(store, id, markAnswered(body, answeredBy(store, versionId, step)), at),
    },
    takeBack: { sent: without('sent'), answered: without('answer') },
  };
}

function keep(store: Store, id: string, body: ExplanationRequest, at: string): void {
  explanationPapers(store).put({ id, state: explanationState(body), body }, at);
}

/** The other questions of the letter that a question goes out in. */
function othersInLetter(store: Store, { id, subject }: ExplanationPaper): readonly CaseFrom[] {
  const letter = letterOfQuestion(store, id);
  if (!letter) return [];
  return explanationPapers(store)
    .list(subject === undefined ? {} : { about: subject })
    .filter((other) => other.id !== id && letterOfQuestion(store, other.id)?.id === letter.id)
    .map((other) => explanationFrom(store, other));
}

/** A sending as the question keeps it: to whom its letter is addressed, and under which number it went. */
function sentBy(
  store: Store,
  id: string,
  { at, channel = 'post', number, proof }: CaseStep,
): NonNullable<ExplanationRequest['sent']> {
  const addressee = letterOfQuestion(store, id)?.body.values['addressee'];
  const to = [typeof addressee === 'string' ? addressee : '', number ?? ''].filter((each) => each !== '').join(' · ');
  return { at, channel, to, ...(proof ? { proof } : {}) };
}

/** An answer to the whole letter as each question keeps it. @throws Refusal `explanation-answer-empty` without words or a file. */
function answeredBy(
  store: Store,
  versionId: string,
  { at, channel = 'post', note, proof }: CaseStep,
): NonNullable<ExplanationRequest['answer']> {
  const text = note ?? proof?.name;
  if (text === undefined) throw answerEmpty();
  const agreementId = store.agreements.version(versionId)?.agreementId;
  const by = (agreementId === undefined ? undefined : store.agreements.agreement(agreementId)?.provider) ?? '';
  return { at, channel, by, text, ...(proof ? { file: proof } : {}) };
}

const answerEmpty = (): Refusal =>
  new Refusal(
    'explanation-answer-empty',
    sentence('review.explanation-cases.answer-empty'),
    sentence('review.explanation-cases.answer-empty.next'),
    { field: 'note' },
  );
