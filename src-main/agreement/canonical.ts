import type { Clause } from './model.ts';

/** Number of the canonical form that texts are saved in; raised when what it leaves out changes. */
export const CANONICAL_FORM = 1;

/** A text as one canonical form has it: a version keeps the form that it was saved in. */
export interface KnownText {
  readonly form: number;
  /** SHA-256 (hex) of the canonical text in that form. */
  readonly fingerprint: string;
}

/** A text in every canonical form there was, so that it is known again whenever it was saved. There is one form so far. */
export const inEveryForm = ({ fingerprint }: { readonly fingerprint: string }): readonly KnownText[] => [
  { form: CANONICAL_FORM, fingerprint },
];

/** Words of one clause as they count: composed characters, one blank for many, no blank at a line's end. */
export function canonicalWords(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) => cell.replace(/\s+/gu, ' ').trim())
        .join('\t'),
    )
    .join('\n');
}

/**
 * The text that a version is: one line per clause in document order, its number as written before its words, rows of
 * tables with tabs between the cells, line feeds as line ends, one at the end. Emphasis, layout and source format leave no trace.
 */
export function canonicalText(document: { readonly clauses: readonly Pick<Clause, 'number' | 'text'>[] }): string {
  const lines = document.clauses.map(({ number, text }) => {
    const words = canonicalWords(text);
    return number === undefined ? words : `${canonicalWords(number)} ${words}`.trim();
  });
  return `${lines.join('\n')}\n`;
}
