import type { InvoiceRecord, RedMove } from '../../../../src-main/contract/rights/invoices.ts';

/** Whether its use can be stated: not while it is being taken back, and not after; a form that came to nothing changes nothing. */
export const canSayUse = ({ red }: Pick<InvoiceRecord, 'red'>): boolean =>
  red === undefined || (red.earlier.length === 0 && (red.state === 'refused' || red.state === 'lapsed'));

/** What can be told next of an invoice's taking back; none once all of it was taken back. */
export function nextMoves({ red, use }: Pick<InvoiceRecord, 'red' | 'use'>): readonly RedMove['move'][] {
  switch (red?.state) {
    case 'raised':
      return ['confirmed', 'refused'];
    case 'confirmed':
      return ['issued'];
    default:
      if (red?.state === 'issued' && red.rest === undefined) return [];
      // Neither used nor booked: the seller issues it by itself.
      return use ? ['raised'] : ['issued', 'raised'];
  }
}
