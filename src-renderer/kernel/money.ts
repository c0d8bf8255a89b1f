import { amount as inCurrency, currencyUnit } from '../../assets/messages/say.ts';
import { say, t } from './preferences.svelte.ts';

/**
 * An amount as the person's language writes it, never broken over lines: `1,800.00 元`, `CNY 1,800.00`.
 * @param currency a code of `names.currency`; yuan where it is absent
 */
export const money = (amount: string, currency?: string): string =>
  say(inCurrency(amount, currency)).replaceAll(' ', '\u00a0');

/** What stands beside an amount: `元`, `USD`. */
export const currencyWord = (currency?: string): string => say(currencyUnit(currency));

/** The label of a field for an amount, with what the amount is in: `金额（元）`, `Amount (USD)`. */
export const amountLabel = (label: string, currency?: string): string =>
  t('format.amount-label', { label, currency: currencyWord(currency) });
