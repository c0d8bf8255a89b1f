import type { Emphasis } from '../../src-main/contract/views.ts';

/** A stretch of text that looks the same throughout. */
export interface TextRun {
  readonly text: string;
  readonly strong?: 'source' | 'rule';
  readonly underline: boolean;
  readonly found: boolean;
}

/** Cuts a text at the borders of its emphasis and of what was found; source bold wins over bold by rule. */
export function runsOf(text: string, emphasis: readonly Emphasis[], find = ''): readonly TextRun[] {
  const matches = occurrences(text, find);
  const borders = new Set([0, text.length]);
  for (const { start, end } of emphasis) borders.add(start).add(end);
  for (const at of matches) borders.add(at).add(at + find.length);
  const cuts = [...borders].filter((at) => at >= 0 && at <= text.length).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index): TextRun => {
    const end = cuts[index + 1] ?? text.length;
    const over = emphasis.filter((span) => span.start <= start && span.end >= end);
    const strong = over.some((span) => span.strong && span.origin === 'source')
      ? 'source'
      : over.some((span) => span.strong)
        ? 'rule'
        : undefined;
    return {
      text: text.slice(start, end),
      underline: over.some((span) => span.underline),
      found: matches.some((at) => at <= start && at + find.length >= end),
      ...(strong ? { strong } : {}),
    };
  });
}

/** A text cut where any of the words occurs that were looked for, which white space sets apart. */
export function wordsFound(text: string, query: string): readonly { readonly text: string; readonly found: boolean }[] {
  const words = query.split(/\s+/u).filter(Boolean);
  const at = new Set(
    words.flatMap((word) =>
      occurrences(text, word).flatMap((start) => Array.from({ length: word.length }, (_, step) => start + step)),
    ),
  );
  const parts: { text: string; found: boolean }[] = [];
  for (const [index, character] of text.split('').entries()) {
    const found = at.has(index);
    const last = parts.at(-1);
    if (last?.found === found) last.text += character;
    else parts.push({ text: character, found });
  }
  return parts;
}

/** Where a text occurs in another, without regard to case; not overlapping. */
export function occurrences(text: string, find: string): readonly number[] {
  if (find === '') return [];
  const [where, what] = [text.toLowerCase(), find.toLowerCase()];
  const found: number[] = [];
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + what.length)) found.push(at);
  return found;
}
