import { amount as inCurrency } from '../../assets/messages/say.ts';
import { say } from './preferences.svelte.ts';

/**
 * An amount as the person's language writes it, never broken over lines: `1,800.00 元`, `CNY 1,800.00`.
 * @param currency a code of `names.currency`; yuan where it is absent
 */
export const money = (amount: string, currency?: string): string =>
  say(inCurrency(amount, currency)).replaceAll(' ', '\u00a0');
