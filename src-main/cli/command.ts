import { say, type Language, type Sentence } from '../agreement/sentence.ts';

/** What a command is given: its own arguments, the wish for JSON, and where to print. */
export interface CommandContext {
  /** Arguments after the command's name, `--json` and `--lang` already taken out. */
  readonly args: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  readonly now: () => Date;
  /** Prints to standard output, with a line end. */
  readonly print: (text: string) => void;
}

/** How a command is called: one line, and what each option is for. */
export interface Usage {
  readonly synopsis: string;
  readonly options?: readonly (readonly [option: string, what: Sentence])[];
}

/** The help of a command, its options in a column of their own. */
export function usageText({ synopsis, options = [] }: Usage, language: Language): string {
  const width = Math.max(0, ...options.map(([option]) => option.length));
  return [synopsis, ...options.map(([option, what]) => `  ${option.padEnd(width)}  ${say(what, language)}`)].join('\n');
}

/** A command: `run` prints for a person, or one JSON document when asked; refuses by throwing `Refusal`. */
export interface Command {
  readonly usage: Usage;
  /** Exit code: 0 done, 1 the answer is no (a failed verification). */
  readonly run: (context: CommandContext) => Promise<number>;
}

/** Thrown for arguments that do not fit: exit code 2. What is wrong is the argument itself, or a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly wrong: string | Sentence;

  constructor(wrong: string | Sentence) {
    super(typeof wrong === 'string' ? wrong : say(wrong, 'en'));
    this.wrong = wrong;
  }
}
