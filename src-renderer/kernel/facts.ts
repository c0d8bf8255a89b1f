import type { CreditTier, Fact, InvoiceDay } from '../../src-main/contract/views.ts';
import type { Messages } from '../i18n/zh-CN.ts';

/** A fact's value in words: `30 天`, `低于 99.95%、不低于 99%：月费的 15%`. */
export function factWords({ kind, value, unit }: Fact, terms: Messages['terms']): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') {
    if (kind === 'credit-tier') {
      const { below, from, credit } = value as CreditTier;
      return terms.tier(below, from, credit);
    }
    const { months, day, plan } = value as InvoiceDay;
    return terms.invoiceDay(months, day, plan);
  }
  if (kind === 'claim-opens-working-day') return terms.workingDay(value);
  if (kind === 'claim-closes-months') return terms.monthsAfter(value);
  const known: Readonly<Record<string, string>> = terms.unit;
  const suffix = known[unit] ?? ` ${unit}`;
  return /^[A-Za-z\u4e00-\u9fff]/u.test(suffix) ? `${value} ${suffix}` : `${value}${suffix}`;
}
