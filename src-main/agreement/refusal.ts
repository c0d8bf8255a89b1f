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
  /** What does not fit either: each names its own member. */
  readonly others: readonly Refusal[];

  constructor(
    code: string,
    sentence: Sentence,
    next: Sentence,
    options?: { cause?: unknown; field?: string; others?: readonly Refusal[] },
  ) {
    super(`${code}: ${say(sentence, 'en')}`, options);
    this.code = code;
    this.sentence = sentence;
    this.next = next;
    this.field = options?.field;
    this.others = options?.others ?? [];
  }
}

/** What every check answers; of those that refuse, the first refusal, with the others beside it: a person mends all of them at once. */
export function allChecked<const Checks extends readonly (() => unknown)[]>(
  ...checks: Checks
): { readonly [At in keyof Checks]: ReturnType<Checks[At]> } {
  const refused: Refusal[] = [];
  const answers = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
      return undefined;
    }
  });
  const [first, ...others] = refused;
  if (!first) return answers as { readonly [At in keyof Checks]: ReturnType<Checks[At]> };
  const { code, sentence, next, field, cause } = first;
  throw new Refusal(code, sentence, next, {
    others,
    ...(cause === undefined ? {} : { cause }),
    ...(field === undefined ? {} : { field }),
  });
}

/** What a check of one member answers. @throws Refusal that names the member at `field`, where the check refuses */
export function namingField<Value>(field: string, check: () => Value): Value {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, error.sentence, error.next, { cause: error, field });
  }
}
