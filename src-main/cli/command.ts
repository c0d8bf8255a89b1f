import type { Language } from '../agreement/sentence.ts';

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

/** A command: `run` prints for a person, or one JSON document when asked; refuses by throwing `Refusal`. */
export interface Command {
  readonly usage: string;
  /** Exit code: 0 done, 1 the answer is no (a failed verification). */
  readonly run: (context: CommandContext) => Promise<number>;
}

/** Thrown for arguments that do not fit: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
