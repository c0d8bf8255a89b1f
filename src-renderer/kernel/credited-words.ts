import type { CaseStep } from '../../src-main/contract/letters-cases.ts';
import { money } from './money.ts';
import { t } from './preferences.svelte.ts';

/** What came in for a claim, in what, and how much that is more or less than was claimed. */
export function creditedWords({ amount, paidIn, currency, difference }: NonNullable<CaseStep['credited']>): string {
  const came = t(`letters.case.credited.came.${paidIn}`, { amount: money(amount, currency) });
  if (Number(difference) === 0) return t('letters.case.credited.whole', { came });
  return difference.startsWith('-')
    ? t('letters.case.credited.less', { came, difference: money(difference.slice(1), currency) })
    : t('letters.case.credited.more', { came, difference: money(difference, currency) });
}
