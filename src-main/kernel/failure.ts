import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import type { Failure } from '../contract/call.ts';
import { databaseRefusal } from '../store/sqlite-refusals.ts';
import { DATABASE } from './files/data-folder.ts';

/**
 * Any thrown value as a failure that crosses: a refusal in its own words, what the database or its disk refuses in words
 * for it, anything else as a defect with copyable details.
 */
export function failureOf(thrown: unknown): Failure {
  const error = databaseRefusal(thrown, DATABASE) ?? thrown;
  if (error instanceof Refusal) {
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    return {
      code: error.code,
      sentence: error.sentence,
      next: error.next,
      ...(error.field === undefined ? {} : { field: error.field }),
      ...(cause === undefined ? {} : { details: cause }),
      ...(error.others.length === 0 ? {} : { others: error.others.map(failureOf) }),
    };
  }
  return {
    code: 'defect',
    sentence: sentence('kernel.failure.failure-of'),
    next: sentence('kernel.failure.failure-of.next'),
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Refuses because something named does not exist (any more). */
export function unknownThing(what: Sentence): Refusal {
  return new Refusal(
    'not-found',
    sentence('kernel.failure.not-found', { what }),
    sentence('kernel.failure.not-found.next'),
  );
}
