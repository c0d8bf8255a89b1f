import type { ObligationsView } from '../../../src-main/contract/rights.ts';

/** Parts of the screen, in its order. */
export const PARTS = ['service', 'orders', 'invoices', 'facts'] as const;
export type Part = (typeof PARTS)[number];

type Fact = ObligationsView['facts'][number]['kind'];
const OF_SERVICE: ReadonlySet<Fact> = new Set<Fact>([
  'availability',
  'credit-tier',
  'claim-opens-working-day',
  'claim-closes-months',
  'outage-termination-hours',
]);
const OF_FEES: ReadonlySet<Fact> = new Set<Fact>([
  'payment-due-days',
  'renewal-lead-days',
  'late-fee-per-day',
  'overdue-termination-days',
  'damages-multiple',
]);

/** What an agreement has: what its text speaks of or a person entered. Its facts it always has. */
export function partsOf({
  facts,
  months,
  orders,
}: Pick<ObligationsView, 'facts' | 'months' | 'orders'>): readonly Part[] {
  const says = (kinds: ReadonlySet<Fact>): boolean =>
    facts.some(({ kind, values }) => kinds.has(kind) && values.length > 0);
  const has: Readonly<Record<Part, boolean>> = {
    service: months.length > 0 || says(OF_SERVICE),
    orders: orders.length > 0 || says(OF_FEES),
    invoices: orders.length > 0,
    facts: true,
  };
  return PARTS.filter((part) => has[part]);
}
