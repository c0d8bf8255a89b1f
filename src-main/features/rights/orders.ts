import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Handlers } from '../../contract/call.ts';
import type { orderCalls, OrderInput } from '../../contract/rights/orders.ts';
import { formatYuan, parseYuan } from '../../term/fees/money.ts';
import { unknownThing } from '../../kernel/failure.ts';
import { typed } from '../../../assets/typed/typed-words.ts';
import { decimal } from '../../term/fees/exact.ts';
import { type DatedAmount, total } from '../../term/fees/instalments.ts';
import {
  invoiceMonths,
  type KeptInvoice,
  ORDER,
  orderEntry,
  type OrderPaper,
  orderPapers,
  type StoredOrder,
} from './order-records.ts';
import { obligationBases } from './basis.ts';
import { lapseByText } from './lapsed-order.ts';
import { paymentRulesOf } from './order-view.ts';
import { invoicesOf } from './invoices/invoice-records.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { removePaper } from '../../kernel/papers/removal.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';

const CHANGED = ['rights', 'agenda'] as const;

/** Orders and resource packages, and the invoices asked for them. */
export function orderHandlers(ports: Ports): Handlers<typeof orderCalls> {
  const { store } = ports;
  const at = (): string => ports.now().toISOString();

  return {
    'rights.saveOrder': ({ agreementId, orderId, order }) => {
      const body = checked(order);
      const id = orderId ?? ports.newId();
      record(ports, {
        entry: {
          kind: 'order-recorded',
          subject: `agreement:${agreementId}`,
          payload: { order: id, how: orderId === undefined ? 'added' : 'changed', ...orderEntry(body) },
        },
        write: () => {
          const before = orderId === undefined ? { invoices: {} } : orderOf(id).body;
          orderPapers(store).put({ id, subject: agreementId, state: 'kept', body: { ...before, order: body } }, at());
        },
        changed: CHANGED,
      });
      return { orderId: id };
    },

    'rights.orderLapse': ({ agreementId, ...order }) => lapseByText(obligationBases(store, agreementId), order),

    'rights.pickPaymentRule': ({ orderId, rule }) => {
      const { subject = '', body } = orderOf(orderId);
      const { paymentRule: _before, ...rest } = body.order;
      const found = paymentRulesOf(obligationBases(store, subject), rest).find((each) => each.rule === rule);
      if (rule !== undefined && !found) throw unknownThing(sentence('rights.orders.payment-rule'));
      const order = found ? { ...rest, paymentRule: { rule: found.rule, quote: found.clause.quote } } : rest;
      record(ports, {
        entry: {
          kind: 'order-recorded',
          subject: `agreement:${subject}`,
          payload: { order: orderId, how: 'changed', ...orderEntry(order) },
        },
        write: () => orderPapers(store).put({ id: orderId, state: 'kept', body: { ...body, order } }, at()),
        changed: CHANGED,
      });
      return undefined;
    },

    'rights.removeOrder': ({ orderId }) => {
      const order = orderOf(orderId);
      const kept = invoicesOf(store, order.subject ?? '').some(({ body }) => body.orderId === orderId);
      if (kept || Object.values(order.body.invoices).some(({ state }) => state !== 'none')) throw invoicedAlready();
      return removePaper(ports, ORDER, order);
    },

    'rights.addInvoice': ({ orderId, month }) => {
      keepInvoice(orderId, month, {});
      tellChanged(ports, CHANGED);
      return undefined;
    },

    'rights.tickInvoice': ({ orderId, month, clauseId, done }) => {
      const { ticked } = invoiceOf(orderId, month);
      const others = ticked.filter((id) => id !== clauseId);
      keepInvoice(orderId, month, { ticked: done ? [...others, clauseId] : others });
      tellChanged(ports, CHANGED);
      return undefined;
    },

    'rights.setInvoiceState': ({ orderId, month, state, on }) => {
      const before = invoiceOf(orderId, month);
      const change = { state, since: { ...before.since, [state]: on } };
      record(ports, {
        entry: {
          kind: 'invoice-recorded',
          subject: `agreement:${orderOf(orderId).subject ?? ''}`,
          payload: { order: orderId, month, state, on },
        },
        write: () => keepInvoice(orderId, month, change),
        changed: CHANGED,
      });
      return undefined;
    },
  };

  function orderOf(id: string): OrderPaper {
    const row = orderPapers(store).get(id);
    if (!row) throw unknownThing(sentence('rights.orders.order-of'));
    return row;
  }

  function invoiceOf(orderId: string, month: string): KeptInvoice {
    return orderOf(orderId).body.invoices[month] ?? { state: 'none', since: {}, ticked: [] };
  }

  function keepInvoice(orderId: string, month: string, change: Partial<KeptInvoice>): void {
    const { body } = orderOf(orderId);
    if (!invoiceMonths(body).includes(month) && Object.keys(change).length > 0) {
      throw unknownThing(sentence('rights.orders.keep-invoice'));
    }
    const invoices = { ...body.invoices, [month]: { ...invoiceOf(orderId, month), ...change } };
    orderPapers(store).put({ id: orderId, state: 'kept', body: { ...body, invoices } }, at());
  }
}

/** The order as kept: amounts in one writing, days that fit together, nothing undefined. */
function checked({ payments = [], dues = [], ...order }: OrderInput): StoredOrder {
  const { starts, ends, referenceRate, settlementDay, yearFee } = order;
  if (starts !== undefined && ends !== undefined && ends < starts) throw endsBeforeStart();
  const amount = formatYuan(parseYuan(order.amount));
  if (dues.length > 0 && total(dues) !== parseYuan(amount)) throw otherSum(amount, formatYuan(total(dues)));
  if (dues.length > 0 && settlementDay !== undefined) throw twoDays();
  if (referenceRate !== undefined) decimal(referenceRate);
  return {
    ...withoutAbsent({ ...order, amount }),
    ...(referenceRate === undefined ? {} : { referenceRate: typed(referenceRate) }),
    ...(yearFee === undefined ? {} : { yearFee: formatYuan(parseYuan(yearFee)) }),
    payments: written(payments),
    ...(dues.length === 0 ? {} : { dues: written(dues) }),
  };
}

/** Oldest first, amounts in one writing. */
const written = (all: readonly DatedAmount[]): readonly DatedAmount[] =>
  all
    .map(({ on, amount }) => ({ on, amount: formatYuan(parseYuan(amount)) }))
    .toSorted((a, b) => a.on.localeCompare(b.on));

const otherSum = (amount: string, sum: string): Refusal =>
  new Refusal(
    'order-dues-sum',
    sentence('rights.orders.order-dues-sum', { amount, sum }),
    sentence('rights.orders.order-dues-sum.next'),
    { field: 'order.dues' },
  );

const twoDays = (): Refusal =>
  new Refusal(
    'order-two-days',
    sentence('rights.orders.order-two-days'),
    sentence('rights.orders.order-two-days.next'),
    { field: 'order.dues' },
  );

function endsBeforeStart(): Refusal {
  return new Refusal(
    'order-inverted',
    sentence('rights.orders.order-inverted'),
    sentence('rights.orders.order-inverted.next'),
  );
}

function invoicedAlready(): Refusal {
  return new Refusal(
    'order-invoiced',
    sentence('rights.orders.order-invoiced'),
    sentence('rights.orders.order-invoiced.next'),
  );
}
