import type { ExclusionCheck } from '../../../src-main/contract/rights.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What an exclusion is called: by its number, beneath that of the clause above where it is told apart by it; empty where there is none. */
export function exclusionName({ number, above }: Pick<ExclusionCheck, 'number' | 'above'>): string {
  if (number !== undefined && above !== undefined) return t('rights.exclusions.item', { above, number });
  const only = number ?? above;
  return only === undefined ? '' : t('rights.exclusions.clause', { number: only });
}
