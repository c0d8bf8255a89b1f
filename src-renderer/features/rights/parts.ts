import type { ObligationsView } from '../../../src-main/contract/rights.ts';

/** Parts of the screen, in its order. */
export const PARTS = ['service', 'orders', 'invoices', 'term', 'facts'] as const;
export type Part = (typeof PARTS)[number];

/** Parts that a person can begin although the text does not speak of them. */
export const ADDED = ['service', 'orders', 'term'] as const;
export type AddedPart = (typeof ADDED)[number];

/** What an agreement has: what its text speaks of or a person entered. Its facts it always has. */
export function partsOf({
  facts,
  months,
  orders,
  term,
}: Pick<ObligationsView, 'facts' | 'months' | 'orders' | 'term'>): readonly Part[] {
  const says = (of: Part): boolean => facts.some(({ part, values }) => part === of && values.length > 0);
  const has: Readonly<Record<Part, boolean>> = {
    service: months.length > 0 || says('service'),
    orders: orders.length > 0 || says('orders'),
    invoices: orders.length > 0,
    term,
    facts: true,
  };
  return PARTS.filter((part) => has[part]);
}
