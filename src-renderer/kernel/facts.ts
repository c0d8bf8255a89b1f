import type { CreditTier, Fact, InvoiceDay } from '../../src-main/contract/views.ts';
import { CATALOGUES } from '../../assets/messages/catalogue.ts';
import type { MessageKey } from '../../assets/messages/say.ts';
import { t } from './preferences.svelte.ts';

/** A fact's value in words: `30 天`, `低于 99.95%、不低于 99%：月费的 15%`. */
export function factWords({ kind, value, unit }: Fact): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object')
    return kind === 'credit-tier' ? tierWords(value as CreditTier) : invoiceDayWords(value as InvoiceDay);
  if (kind === 'claim-opens-working-day') return t('names.workingDay', { n: value });
  if (kind === 'claim-closes-months') return t('names.monthsAfter', { n: value });
  const key = `names.amount.${unit}`;
  return isAmount(key) ? t(key, { value }) : `${value} ${unit}`;
}

/** A tier of the service credit: `低于 99.95%、不低于 99%：月费的 15%`. */
export function tierWords({ below, from, credit }: CreditTier): string {
  return from === undefined ? t('names.tier', { below, credit }) : t('names.tierBetween', { below, from, credit });
}

/** The name of a unit beside a field; a unit that has no name stands as it is. */
export const unitWord = (unit: string): string => nameUnder('unit', unit) ?? unit;

/** The name of a kind of fact; a kind that has no name stands as it is. */
export const nameOfKind = (kind: string): string => nameUnder('fact', kind) ?? kind;

function invoiceDayWords({ months, day, plan }: InvoiceDay): string {
  const given = { plan: t(`names.plan.${plan}`), day };
  if (months === 1) return t('names.invoiceDay.nextMonth', given);
  return months === 2 ? t('names.invoiceDay.secondMonth', given) : t('names.invoiceDay.later', { ...given, months });
}

type AmountKey = Extract<MessageKey, `names.amount.${string}`>;
type NameKey = Extract<MessageKey, `names.unit.${string}` | `names.fact.${string}`>;

const isKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGUES.zh, key);
const isAmount = (key: string): key is AmountKey => isKey(key);
const isName = (key: string): key is NameKey => isKey(key);

function nameUnder(group: 'unit' | 'fact', name: string): string | undefined {
  const key = `names.${group}.${name}`;
  return isName(key) ? t(key) : undefined;
}
