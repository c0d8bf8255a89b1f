import type { ImpactLine } from '../../../src-main/contract/compare.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** How much of a clause is its first words: in half-width letters, of which a Chinese one takes two. */
const ROOM = 14;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\p{Script=Han}，。；：、（）《》]/u.test(letter) ? 2 : 1), 0);

/** As many whole words as have room, and one at least. */
function firstWords(excerpt: string): string {
  let end = 0;
  for (const { segment, index } of words.segment(excerpt)) {
    if (end > 0 && widthOf(excerpt.slice(0, index + segment.length).trimEnd()) > ROOM)
      return `${excerpt.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
  }
  return excerpt;
}

/** Where a change stands: the number of its clause, else its first words. */
export function placeWords({ number, excerpt }: Pick<ImpactLine, 'number' | 'excerpt'>): string {
  if (number !== undefined) return t('compare.clause', { number });
  return t('compare.unnumbered', { words: firstWords(excerpt) });
}
