import { countCharacters, type Coverage } from '../agreement/coverage.ts';
import type { MarkedLine } from '../agreement/model.ts';

/** The words that became lines, as the part that was read. */
export function bodyOf(lines: readonly MarkedLine[]): Coverage {
  const words = lines.reduce((sum, { text }) => sum + countCharacters(text), 0);
  return { part: 'body', kind: 'body', state: 'text', words };
}
