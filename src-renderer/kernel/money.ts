import { t } from './preferences.svelte.ts';

/** An amount in yuan as the person's language writes it, never broken over lines: `1,800.00 元`, `CNY 1,800.00`. */
export const money = (amount: string): string => t('format.quantity.money', { n: amount }).replaceAll(' ', '\u00a0');
