import type { Sentence } from '../agreement/sentence.ts';

/** Something about a filled-in value that a person should see before the paper is sealed. */
export interface Problem {
  /** Stable, kebab-case. */
  readonly code: string;
  /** Field key, with row and column for a table: `titles.2.amount` (rows from 1). */
  readonly field: string;
  /** An error stops the export; a warning is shown and may stand. */
  readonly severity: 'error' | 'warning';
  readonly message: Sentence;
}

/** Something wrong with the field; `code` and `field` as in `Problem`. */
export const error = (code: string, field: string, message: Sentence): Problem => ({
  code,
  field,
  severity: 'error',
  message,
});

/** Something doubtful about the field; `code` and `field` as in `Problem`. */
export const warning = (code: string, field: string, message: Sentence): Problem => ({
  code,
  field,
  severity: 'warning',
  message,
});

/** May the letter be exported as finished? */
export const isReady = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning');
