import type { KeptFile } from '../../agreement/kept-file.ts';
import { sentence } from '../../agreement/sentence.ts';
import { numbersIn } from '../../agreement/structure/number-above.ts';
import { explanationState, type ExplanationRequest, markAnswered, markSent } from '../../acceptance/explanation.ts';
import type { ExplanationView } from '../../contract/review-explanations.ts';
import type { Handlers } from '../../contract/call.ts';
import type { explanationCalls } from '../../contract/review-explanations.ts';
import { IMPORTABLE_EXTENSIONS, MAIL_EXTENSIONS, PICTURE_EXTENSIONS } from '../../import/formats.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Store } from '../../store/store.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { keepChosen, keptFile } from '../../kernel/kept-files.ts';
import { matterOf } from '../../kernel/version-in-review.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record } from '../../kernel/record.ts';
import { instantOf } from '../../kernel/papers/case-steps.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { type CaseStep, moveCase } from '../../letter/case.ts';
import { draftExplanationLetter, type ExplanationTies, letterOfQuestion } from './explanation-letter.ts';
import { answeredStep, explanationCase, explanationPapers, explanationsOf, sentStep } from './explanation-records.ts';

/** Words of a clause that a letter quotes at most. */
const LONGEST_QUOTE = 600;

/** Asking the provider to explain clauses (Civil Code 496), from the question to the answer. */
export function explanationHandlers(ports: Ports, ties: ExplanationTies): Handlers<typeof explanationCalls> {
  const { store } = ports;

  return {
    'review.explanations': ({ versionId }) => explanationsOf(store, versionId).map((request) => view(store, request)),

    'review.askExplanation': ({ versionId, clauseId, question, askedBy }) => {
      const { document } = matterOf(ports, versionId);
      const clause = document.clauses.find(({ id }) => id === clauseId);
      if (!clause) throw unknownThing(sentence('review.explanations.explanation-handlers.review-ask-explanation'));
      const at = ports.now().toISOString();
      const request: ExplanationRequest = {
        id: ports.newId(),
        versionId,
        clauseId,
        quote: [clause.heading, clause.text].filter(Boolean).join(' ').slice(0, LONGEST_QUOTE),
        question,
        askedAt: at,
        askedBy,
        ...numbersIn(document.clauses)(clauseId),
      };
      const paper = { id: request.id, subject: versionId, state: 'asked', body: request } as const;
      return note('explanation-requested', request, { versionId, clauseId, question, askedBy }, () =>
        explanationPapers(store).put(paper, at),
      );
    },

    'review.explanationSent': ({ id, on, channel, to, proof }) => {
      const sent = { at: instantOf(ports, on), channel, to, ...fileMember(store, 'proof', proof) };
      return step(id, 'explanation-sent', sentStep(sent), (request) => markSent(request, sent), plain(sent));
    },

    'review.explanationAnswered': ({ id, on, channel, by, text, file }) => {
      const answer = { at: instantOf(ports, on), channel, by, text, ...fileMember(store, 'file', file) };
      return step(
        id,
        'explanation-answered',
        answeredStep(answer),
        (request) => markAnswered(request, answer),
        plain(answer),
      );
    },

    'review.keepExplanationFile': () =>
      keepChosen(ports, {
        title: sentence('review.explanations.explanation-handlers.review-keep-explanation-file.title'),
        extensions: [...IMPORTABLE_EXTENSIONS, ...PICTURE_EXTENSIONS, ...MAIL_EXTENSIONS],
      }),

    'review.draftExplanationLetter': ({ versionId, companyId }) => ({
      letterId: draftExplanationLetter(ports, ties, matterOf(ports, versionId), companyId),
    }),
  };

  function step(
    id: string,
    kind: EntryKind,
    next: CaseStep,
    mark: (request: ExplanationRequest) => ExplanationRequest,
    payload: JsonObject,
  ): ExplanationView {
    const row = explanationPapers(store).get(id);
    if (!row) throw unknownThing(sentence('review.explanations.step'));
    const after = mark(row.body);
    moveCase(explanationCase(row.body), next);
    return note(kind, after, payload, () =>
      explanationPapers(store).put({ id, state: explanationState(after), body: after }, ports.now().toISOString()),
    );
  }

  function note(kind: EntryKind, request: ExplanationRequest, payload: JsonObject, write: () => void): ExplanationView {
    record(ports, { entry: { kind, subject: `explanation:${request.id}`, payload }, write, changed: ['review'] });
    return view(store, request);
  }
}

/** Plain data as the ledger takes it. */
const plain = (value: object): JsonObject => ({ ...withoutAbsent(value) });

function view(store: Store, request: ExplanationRequest): ExplanationView {
  const letter = letterOfQuestion(store, request.id);
  return { ...request, state: explanationState(request), ...(letter ? { letterId: letter.id } : {}) };
}

function fileMember<Name extends string>(store: Store, name: Name, sha256: string | undefined) {
  const file = sha256 === undefined ? undefined : keptFile(store, sha256);
  return (file ? { [name]: file } : {}) as { readonly [Key in Name]?: KeptFile };
}
