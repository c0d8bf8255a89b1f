import type { MarkedLine } from '../../agreement/model.ts';
import type { Run, Words } from '../runs.ts';

/** Lines of one cell as one: joined by a space, item numbers in front of their items. */
export function joinLines(parts: readonly MarkedLine[]): Words {
  let text = '';
  const emphasis: MarkedLine['emphasis'][number][] = [];
  for (const part of parts) {
    if (text !== '') text += ' ';
    if (part.list !== undefined) text += part.list.ordered ? `${part.list.marker} ` : '';
    for (const span of part.emphasis)
      emphasis.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    text += part.text.replaceAll('\t', ' ');
  }
  return { text, emphasis };
}

/** Preformatted text keeps its inner spaces; only its end is trimmed. */
export function verbatim(runs: readonly Run[]): Words {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trimEnd();
  return text.trim() === '' ? { text: '', emphasis: [] } : { text, emphasis: [] };
}
