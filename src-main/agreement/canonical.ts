import type { Clause } from './model.ts';

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
