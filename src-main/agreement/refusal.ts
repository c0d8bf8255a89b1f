import { say, type Sentence } from './sentence.ts';

/**
 * The one error that a person is meant to read: what happened (and what became of their data), and what to do next.
 * Crosses the contract and the command line as `{ code, message, next }`; anything else that is thrown is a defect.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Stable, kebab-case: `file-too-large`, `wrong-password`. */
  readonly code: string;
  /** What happened and what it means for the person's data. */
  readonly sentence: Sentence;
  /** What to do next. */
  readonly next: Sentence;

  /** Path of the input's member that does not fit; absent where no one member is to blame. */
  readonly field: string | undefined;

  constructor(code: string, sentence: Sentence, next: Sentence, options?: { cause?: unknown; field?: string }) {
    super(`${code}: ${say(sentence, 'en')}`, options);
    this.code = code;
    this.sentence = sentence;
    this.next = next;
    this.field = options?.field;
  }
}
