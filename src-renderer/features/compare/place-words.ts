import type { ImpactLine } from '../../../src-main/contract/compare.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** Numbers that a clause is called by alone; others name what they are (附件一, (2)). */
const BARE = /^(?:[\d.]+|第?[〇零一二两三四五六七八九十百千]+条?)$/u;
const EXCERPT = 8;

/** Where a change stands: the number of its clause, else its first words. */
export function placeWords({ number, excerpt }: Pick<ImpactLine, 'number' | 'excerpt'>): string {
  if (number !== undefined) return BARE.test(number) ? t('compare.clause', { number }) : number;
  const letters = [...excerpt];
  return t('compare.unnumbered', {
    words: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : excerpt,
  });
}
