import { z } from 'zod';
import { asksWhether, partWords, type SuspicionAnswer, type SuspicionKind } from '../../agreement/coverage.ts';
import type { AgreementDocument, Reading } from '../../agreement/model.ts';
import { sentence, words, type Words } from '../../agreement/sentence.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import { PAPERS } from '../stored-names.ts';
import { frozenWords } from '../papers/members.ts';
import { type PaperKind, type Repository, repository } from '../papers/repository.ts';
import { shape } from '../papers/shape.ts';

/** What a person has to answer before a text becomes a version: a doubtful place, or a part that was not read. */
export interface Question {
  readonly id: string;
  readonly kind: SuspicionKind | 'part';
  /** Name of the part of the source. */
  readonly part: string;
  /** What was not read, in words; of a part only. */
  readonly what?: Words;
  readonly seen?: string;
  readonly read?: string;
  /** Index of the document in whose lines it stands; absent: it is asked of all. */
  readonly document?: number;
}

/** All that is asked of a reading, in the order of the source; parts come last. */
export function questionsOf({ documents, suspicions, coverage }: Reading): readonly Question[] {
  const places = suspicions.map(({ id, kind, part, lines, seen, read }): Question => {
    const document = documentAt(documents, Math.max(1, lines[0]));
    return {
      id,
      kind,
      part,
      ...(seen === undefined ? {} : { seen }),
      ...(read === undefined ? {} : { read }),
      ...(document === -1 ? {} : { document }),
    };
  });
  const parts = coverage.filter(asksWhether).map((own): Question => {
    return { id: `part-${own.part}`, kind: 'part', part: own.part, what: words(partWords(own)) };
  });
  return [...places, ...parts];
}

const documentAt = (documents: readonly AgreementDocument[], line: number): number =>
  documents.findIndex(({ lines }) => lines[0] <= line && line <= lines[1]);

/** A question with what a person answered, as it is kept with the version. */
export type Answered = Pick<Question, 'kind' | 'part' | 'what' | 'seen' | 'read'> & SuspicionAnswer;

export const ANSWERS: PaperKind<{ readonly answers: readonly Answered[] }, 'kept'> = {
  name: PAPERS.import.answers,
  noun: sentence('import.answers.noun'),
  feature: 'import',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      answers: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum([
            'invisible-character',
            'direction-override',
            'hidden-text',
            'covered-text',
            'drawn-differently',
            'struck',
            'inserted',
            'generated',
            'look-alike',
            'part',
          ]),
          part: z.string(),
          what: frozenWords.exactOptional(),
          seen: z.string().exactOptional(),
          read: z.string().exactOptional(),
          answer: z.enum(['as-seen', 'as-read', 'not-part']),
          reason: z.string().exactOptional(),
          said: z.string(),
          at: z.string(),
        }),
      ),
    }),
  ),
};

/** The subject is the version; one paper for each that anything was asked of. */
export const answerPapers = (store: Store): Repository<{ readonly answers: readonly Answered[] }, 'kept'> =>
  repository(store, ANSWERS);

/** What was answered before a version was saved. */
export const answersOf = (store: Store, versionId: string): readonly Answered[] =>
  answerPapers(store).about(versionId)?.body.answers ?? [];

/** What the entry of the saved version says of them. */
export const answersEntry = (answers: readonly Answered[]): JsonObject =>
  answers.length === 0
    ? {}
    : {
        answers: answers.map(({ id, kind, part, seen = '', read = '', answer, reason = '', said }) => ({
          id,
          kind,
          part,
          seen,
          read,
          answer,
          reason,
          said,
        })),
      };
