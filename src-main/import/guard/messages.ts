import type { Sentence } from '../../agreement/sentence.ts';
import type { MarkedText } from '../../agreement/model.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Outcome } from './job-queue.ts';

/** What the parser process is asked. */
export interface ImportRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Chosen by the person; absent: detected. */
  readonly encoding?: string;
  /** Read as an invoice. */
  readonly invoice?: boolean;
  /** Folder with pdf.js's `cmaps/` and `standard_fonts/`. */
  readonly resources?: string;
}

/** A refusal as it crosses between processes. */
export interface RefusalMessage {
  readonly code: string;
  readonly sentence: Sentence;
  readonly next: Sentence;
  /** For the log: what was thrown. */
  readonly cause?: string;
}

/** What the parser process says: any number of `progress` (0…1), then one answer. */
export type ImportAnswer =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly ok: true; readonly marked: MarkedText }
  | { readonly id: number; readonly ok: false; readonly refusal: RefusalMessage };

export function toMessage(refusal: Refusal): RefusalMessage {
  const { code, sentence, next } = refusal;
  if (refusal.cause === undefined) return { code, sentence, next };
  const cause =
    refusal.cause instanceof Error ? (refusal.cause.stack ?? refusal.cause.message) : JSON.stringify(refusal.cause);
  return { code, sentence, next, cause };
}

export function fromMessage({ code, sentence, next, cause }: RefusalMessage): Refusal {
  return new Refusal(code, sentence, next, cause === undefined ? undefined : { cause });
}

/** How the parser's messages end a reading; progress (0…1) is passed on. */
export function outcomeOf(
  progress?: (share: number) => void,
): (message: unknown, id: number) => Outcome<MarkedText> | undefined {
  return (message, id) => {
    const answer = message as ImportAnswer;
    if (answer.id !== id) return undefined;
    if (!('progress' in answer)) {
      return answer.ok ? { result: answer.marked } : { refusal: fromMessage(answer.refusal) };
    }
    progress?.(answer.progress);
    return undefined;
  };
}
