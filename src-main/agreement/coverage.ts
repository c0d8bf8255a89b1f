import type { PersonId } from './person.ts';
import { type Sentence, sentence } from './sentence.ts';

/**
 * How far one part of a source was read: a page, or what stands beside the words (headers, comments, pictures). `hidden`:
 * words that a person does not see and that were left out; `unread`: left out for what it is, or not readable.
 */
export interface Coverage {
  /** `page 2`, `body`, `comments`. */
  readonly part: string;
  /** 1-based, where the format has pages. */
  readonly page?: number;
  readonly kind:
    'page' | 'body' | 'notes' | 'header' | 'text-box' | 'picture' | 'attachment' | 'layer' | 'frame' | 'form';
  readonly state: 'text' | 'ocr' | 'picture-unread' | 'hidden' | 'unread';
  /** How long its words are, as far as they are known; see `countCharacters`. */
  readonly words: number;
  readonly why?: Sentence;
  /** Whether it may belong to the agreement, so that a person has to say whether it does; absent: as `asksWhether` tells. */
  readonly asks?: boolean;
}

/** A part that was not read and may belong to the agreement: pictures, and pages that could not be read. */
export function asksWhether({ state, page, asks }: Coverage): boolean {
  return asks ?? (state === 'picture-unread' || (state === 'unread' && page !== undefined));
}

/** What is said of a part of a source: why it was left out, or how it was read, with its page. */
export function partWords({ state, words, why, page }: Coverage): Sentence {
  const read =
    state === 'text'
      ? sentence('import.coverage.read', { count: words })
      : (why ?? sentence(`import.coverage.state.${state}`));
  return page === undefined ? read : sentence('import.coverage.page', { page, what: read });
}

/** What can be doubtful about words. Words left out are a suspicion and state `hidden`; words kept, a suspicion only. */
export type SuspicionKind =
  | 'invisible-character'
  | 'direction-override'
  | 'hidden-text'
  | 'covered-text'
  | 'drawn-differently'
  | 'struck'
  | 'inserted'
  | 'generated'
  | 'look-alike';

/** A place where what a person sees and what was read may not be the same. */
export interface Suspicion {
  /** Of its kind in this source: `hidden-text-1`. */
  readonly id: string;
  readonly kind: SuspicionKind;
  readonly part: string;
  /** Lines of the source as text beside which it stands; 0 before the first. */
  readonly lines: readonly [number, number];
  /** What a person sees there; absent: nothing. */
  readonly seen?: string;
  /** What the file holds there. */
  readonly read?: string;
  /** Why the two may differ. */
  readonly cause?: Sentence;
  /** Who made it so and when, where the file says so. */
  readonly who?: string;
  readonly when?: string;
}

/** A person's answer to a suspicion, kept with the version. */
export interface SuspicionAnswer {
  readonly id: string;
  readonly answer: 'as-seen' | 'as-read' | 'not-part';
  readonly reason?: string;
  readonly said: PersonId;
  /** UTC ISO. */
  readonly at: string;
}

const CHARACTER = /[\p{L}\p{N}]/gu;

/**
 * How long a text is, the one count that import, decision, comparison and command line tell: its letters and digits, each Chinese
 * character being one. Punctuation and white space are layout and are not counted; one that may be written as one character or as
 * several (`Ⅳ`, `IV`) counts as the several.
 */
export function countCharacters(text: string): number {
  return text.normalize('NFKC').match(CHARACTER)?.length ?? 0;
}
