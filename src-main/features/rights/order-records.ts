import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { type InvoiceState, invoiceStates, type OrderInput } from '../../contract/rights/orders.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import { type CivilDate, type Month, monthOf } from '../../term/calendar/civil-date.ts';
import { type DatedAmount, reachedOn, total } from '../../term/fees/instalments.ts';
import { formatYuan, parseYuan } from '../../term/fees/money.ts';
import { rulesForService } from '../../term/fees/payment-day.ts';
import { byPaymentRule } from '../../term/fees/payment-rules.ts';
import type { TermBasis } from '../../term/basis.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import { keptFile } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';

export interface KeptInvoice {
  readonly state: InvoiceState;
  readonly since: Partial<Readonly<Record<InvoiceState, CivilDate>>>;
  readonly file?: { readonly name: string; readonly sha256: string };
  /** Steps of the guide that are done, by clause id. */
  readonly ticked: readonly string[];
}

/** An order as it is kept: the list of its payments in part is never absent. */
export type StoredOrder = OrderInput & { readonly payments: readonly DatedAmount[] };

export interface KeptOrder {
  readonly order: StoredOrder;
  readonly invoices: Readonly<Record<Month, KeptInvoice>>;
}

export type OrderPaper = Paper<KeptOrder, 'kept'>;

const datedAmount = z.strictObject({ on: z.string(), amount: z.string() });

const order = z.strictObject({
  service: z.string(),
  number: z.string(),
  plan: z.enum(['prepaid', 'postpaid']),
  orderedOn: z.string(),
  amount: z.string(),
  stated: z
    .strictObject({ clauseId: z.string(), number: z.string().exactOptional(), quote: z.string() })
    .exactOptional(),
  months: z.number().exactOptional(),
  starts: z.string().exactOptional(),
  ends: z.string().exactOptional(),
  settlementDay: z.string().exactOptional(),
  dues: z.array(datedAmount).readonly().exactOptional(),
  billedOn: z.string().exactOptional(),
  payments: z.array(datedAmount).readonly(),
  paymentRule: z.strictObject({ rule: z.string(), quote: z.string() }).exactOptional(),
  paidOn: z.string().exactOptional(),
  referenceRate: z.string().exactOptional(),
  companyId: z.string().exactOptional(),
  yearFee: z.string().exactOptional(),
  servedAnyway: z.literal(true).exactOptional(),
  endedOn: z.string().exactOptional(),
  endedBy: z.enum(['provider', 'customer']).exactOptional(),
  invoiceType: z.enum(['ordinary', 'special']),
  note: z.string(),
  remindOn: z.string().exactOptional(),
});

const invoice = z.strictObject({
  state: z.enum(invoiceStates),
  since: z.partialRecord(z.enum(invoiceStates), z.string()),
  file: keptFile.exactOptional(),
  ticked: z.array(z.string()),
});

/** What an entry says of an order; lists as the text of their JSON. */
export const orderEntry = ({ dues, payments, stated, paymentRule, ...order }: StoredOrder): JsonObject => ({
  ...withoutAbsent(order),
  ...(stated ? { stated: stated.quote } : {}),
  ...(paymentRule ? { paymentRule: paymentRule.quote } : {}),
  ...(dues ? { dues: JSON.stringify(dues) } : {}),
  ...(payments.length > 0 ? { payments: JSON.stringify(payments) } : {}),
});

export const ORDER: PaperKind<KeptOrder, 'kept'> = {
  name: PAPERS.rights.order,
  noun: sentence('rights.order-records.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(z.strictObject({ order, invoices: z.record(z.string(), invoice) }), ({ order: before, ...body }) => ({
    ...body,
    order: { ...(before as object), payments: [] },
  })),
  called: ({ body }) => `${body.order.service} ${body.order.number}`.trim(),
  removal: {
    what: 'order',
    entries: { removed: 'order-removed', restored: 'order-restored' },
    entry: ({ id, subject, body }) => ({
      subject: `agreement:${subject ?? ''}`,
      payload: { order: id, ...orderEntry(body.order) },
    }),
    changed: ['rights', 'agenda'],
  },
};

export const orderPapers = (store: Store): Repository<KeptOrder, 'kept'> => repository(store, ORDER);

/** The orders under an agreement, oldest first. */
export function orderRecords(store: Store, agreementId: string): readonly OrderPaper[] {
  return orderPapers(store).list({ about: agreementId });
}

/** Months an invoice is asked for: that of the order, and those the person added. */
export function invoiceMonths({ order, invoices }: KeptOrder): readonly Month[] {
  return [...new Set([monthOf(order.orderedOn), ...Object.keys(invoices)])].sort();
}

/** What an order is paid by: the rules of its service, of which a person may have picked one. */
export const rulesForOrder = (basis: TermBasis, { service, paymentRule }: RuledOrder): TermBasis =>
  byPaymentRule(rulesForService(basis, service), paymentRule?.rule);

export type RuledOrder = Pick<StoredOrder, 'service' | 'paymentRule'>;

/** What falls due of an order and when; absent where no day is known. */
export const duesOf = ({ dues, settlementDay, amount }: StoredOrder): readonly DatedAmount[] =>
  dues ?? (settlementDay === undefined ? [] : [{ on: settlementDay, amount }]);

/** Every payment of an order: those in part, and all that was left. */
export function paymentsOf({ amount, payments, paidOn }: StoredOrder): readonly DatedAmount[] {
  const rest = parseYuan(amount) - total(payments);
  return paidOn === undefined || rest <= 0n ? payments : [...payments, { on: paidOn, amount: formatYuan(rest) }];
}

/** The day on which nothing was left to pay of an order; absent while something is. */
export const settledOn = (order: StoredOrder): CivilDate | undefined =>
  reachedOn(parseYuan(order.amount), paymentsOf(order));
