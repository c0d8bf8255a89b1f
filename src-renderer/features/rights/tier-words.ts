import type { CreditTier } from '../../../src-main/contract/views.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** A tier of the service credit in words: `低于 99.95%、不低于 99%：月费的 15%`. */
export function tierWords({ below, from, credit }: CreditTier): string {
  return from === undefined ? t('names.tier', { below, credit }) : t('names.tierBetween', { below, from, credit });
}
