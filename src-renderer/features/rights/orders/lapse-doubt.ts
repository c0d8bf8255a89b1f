import type { OrderLapse } from '../../../../src-main/contract/rights.ts';
import { longDate } from '../../../kernel/dates.ts';
import { t } from '../../../kernel/preferences.svelte.ts';

/** What is asked about the settlement day of an order that is void unpaid: from which day it is, with the words on both sides. */
export function settledDoubt({ on, kept, late }: OrderLapse): string {
  const said = ({ number, quote }: NonNullable<OrderLapse['kept']>): string =>
    number === undefined
      ? t('rights.order.settledKeptBare', { quote: quote ?? '' })
      : t('rights.order.settledKept', { number, quote: quote ?? '' });
  return t('rights.order.settledDoubt', {
    date: longDate(on),
    kept: kept?.quote ? said(kept) : '',
    late: late?.quote ? said(late) : '',
  }).trim();
}
