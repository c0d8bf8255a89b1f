import type { ImpactLine } from '../../../src-main/contract/compare.ts';
import { t } from '../../kernel/preferences.svelte.ts';

const EXCERPT = 8;

/** Where a change stands: the number of its clause, else its first words. */
export function placeWords({ number, excerpt }: Pick<ImpactLine, 'number' | 'excerpt'>): string {
  if (number !== undefined) return t('compare.clause', { number });
  const letters = [...excerpt];
  return t('compare.unnumbered', {
    words: letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : excerpt,
  });
}
