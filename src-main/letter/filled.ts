import type { Language } from '../agreement/sentence.ts';
import type { Problem } from './problem.ts';
import type { LetterValues, Standing } from './template.ts';

/** A stretch of written text; `underline` marks a blank left to be filled in by hand. */
export interface FilledRun {
  readonly text: string;
  readonly strong?: 'source' | 'rule' | undefined;
  readonly underline?: boolean | undefined;
}

/** What stands on the paper, in order. The page setters take these blocks as they are. */
export type FilledBlock =
  | { readonly kind: 'title'; readonly text: string; readonly subtitle?: string | undefined }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'addressee'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly FilledRun[]; readonly indent?: boolean | undefined }
  | {
      readonly kind: 'item';
      readonly number: string;
      readonly runs: readonly FilledRun[];
      readonly depth?: number | undefined;
    }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly align?: readonly ('left' | 'right' | 'center')[] | undefined;
      readonly widths?: readonly number[] | undefined;
    }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'closing'; readonly text: string }
  | {
      readonly kind: 'signature';
      /** Empty: of the other party, no seal of ours goes here. */
      readonly zone: string;
      readonly label: string;
      readonly name: string;
      readonly mark?: string;
      readonly date: string;
      readonly signatory?: { readonly label: string; readonly name?: string | undefined } | undefined;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'page-break' };

/** A template with its values: ready to be typeset, kept, fingerprinted and entered in the ledger. */
export interface FilledLetter {
  readonly template: string;
  readonly standing: Standing;
  readonly title: string;
  /** Letters are set as letters: see the page setter's styles. */
  readonly style: 'letter' | 'english-letter';
  readonly language: Language;
  readonly blocks: readonly FilledBlock[];
  readonly values: LetterValues;
  readonly problems: readonly Problem[];
  /** SHA-256 (hex) over template, title and blocks: what the paper says. Not over problems. */
  readonly fingerprint: string;
}
