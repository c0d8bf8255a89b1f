import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Missing, type TermStep, known, unknown } from '../answer.ts';
import { type FactSource, citation } from '../basis.ts';
import type { MinuteCounting } from './outages.ts';

/** A minute counts only when it was down throughout: every attempt in it failed. */
const WHOLE =
  /一?分钟(?:之?内|中|里)[^。；]*?(?:均|全部|都|始终|持续)[^。；]{0,12}?(?:失败|未成功|未能|无法|不可用|不能|中断)|(?:all|every|each)\b[^.;]{0,60}\b(?:attempts?|requests?|connections?|instances?)\b[^.;]{0,60}\b(?:fail(?:s|ed)?|unsuccessful|unable|no\b|without)[^.;]{0,60}/iu;
const MINUTE = /分钟|minute/iu;
/** A begun minute counts as a whole one. */
const STARTED =
  /不足(?:一|1)\s*分钟[^。；]{0,4}(?:按|以|计|视为)[^。；]{0,4}(?:一|1)\s*分钟|(?:partial|part of a|any portion of a)\s+minute[^.;]{0,40}\b(?:whole|full|one|entire)\b/iu;

const WORDS = {
  whole: sentence('term.minute-counting.whole'),
  started: sentence('term.minute-counting.started'),
} as const;

/** The text does not say how part of a minute counts, and nobody chose. */
export const MINUTES_OPEN: Missing = {
  what: 'fact',
  name: 'minute-counting',
  text: sentence('term.minute-counting.missing'),
};

interface Stated {
  readonly value: MinuteCounting;
  readonly step: TermStep;
}

function statedIn(source: FactSource): Stated | undefined {
  for (const [value, pattern] of [
    ['started', STARTED],
    ['whole', WHOLE],
  ] as const) {
    for (const clause of source.clauses) {
      const found = MINUTE.test(clause.text) ? pattern.exec(clause.text) : null;
      if (!found) continue;
      const quote = sentenceAround(clause.text, found.index, found[0].length);
      const words = WORDS[value];
      const text = sentence('term.minute-counting.agreement-says', { words });
      return { value, step: { text, clause: citation(source, clause.id, quote) } };
    }
  }
  return undefined;
}

const ENDS = /[。；\n]|[.;](?:\s|$)/u;

/** The whole sentence that words stand in: cut shorter, it says something else. */
function sentenceAround(text: string, at: number, length: number): string {
  const before = text.slice(0, at).split(ENDS).at(-1) ?? '';
  const [after = ''] = text.slice(at + length).split(ENDS);
  return `${before}${text.slice(at, at + length)}${after}`.trim();
}

/**
 * How the agreement counts a minute, with the clause, or where it is silent the others that are asked, as far as they agree; unknown
 * where no words say.
 */
export function minuteCounting([own, ...others]: readonly FactSource[]): Answer<MinuteCounting> {
  const ours = own && statedIn(own);
  const stated = ours ? [ours] : others.flatMap((source) => statedIn(source) ?? []);
  const [first] = stated;
  if (first && stated.every(({ value }) => value === first.value)) return known(first.value, [first.step]);
  const text = sentence('term.minute-counting.missing');
  const steps = stated.map(({ step }) => step);
  return unknown([{ what: first ? 'conflict' : 'fact', name: 'minute-counting', text }], steps);
}
