import type { OrderFigureName, OrderView } from '../../../../src-main/contract/rights.ts';
import { daysFromToday, longDate, relativeDays } from '../../../kernel/dates.ts';
import { t } from '../../../kernel/preferences.svelte.ts';
import { money } from '../../../kernel/money.ts';

function figure({ figures }: OrderView, name: OrderFigureName): string | undefined {
  const answer = figures.find((each) => each.name === name)?.answer;
  return answer?.known ? answer.value : undefined;
}

const cents = (yuan: string): number => Math.round(Number(yuan) * 100);

/** What is still to be paid of an order; of one that is overdue, what of it is. */
function unpaid(order: OrderView): string {
  const [total, fee] = [figure(order, 'lateTotal'), figure(order, 'lateFee')];
  const overdue = Number(figure(order, 'lateDays') ?? 0) > 0 && total !== undefined && fee !== undefined;
  if (!overdue && cents(order.paid) === 0) return money(order.amount, order.currency);
  const left = overdue ? cents(total) - cents(fee) : cents(order.amount) - cents(order.paid);
  return money((left / 100).toFixed(2), order.currency);
}

/** What the text lets the provider ask for orders that were paid late, in the currency of the first of them; nothing where none was. */
function feeOfPaid(orders: readonly OrderView[]): string | undefined {
  const late = orders.filter((order) => order.settledOn !== undefined && cents(figure(order, 'lateFee') ?? '0') > 0);
  const currency = late[0]?.currency;
  const sum = late
    .filter((order) => order.currency === currency)
    .reduce((total, order) => total + cents(figure(order, 'lateFee') ?? '0'), 0);
  return currency === undefined ? undefined : money((sum / 100).toFixed(2), currency);
}

/** What is to be paid first, in words and yuan: what is overdue before what is due. */
export function ordersAnswer(orders: readonly OrderView[]): string {
  const waiting = orders
    .filter(({ settledOn, lapsed }) => settledOn === undefined && lapsed === undefined)
    .map((order) => ({ order, by: figure(order, 'payBy') }))
    .toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
  const [first] = waiting;
  const [lapsed] = orders.flatMap((order) => order.lapsed ?? []).toSorted((a, b) => b.on.localeCompare(a.on));
  if (!first) {
    const fee = feeOfPaid(orders);
    if (fee !== undefined) return t('rights.due.noneButFee', { fee });
    return lapsed ? t('rights.due.lapsed', { date: longDate(lapsed.on) }) : t('rights.due.none');
  }
  const late = Number(figure(first.order, 'lateDays') ?? 0);
  const fee = figure(first.order, 'lateFee');
  const amount = unpaid(first.order);
  if (late > 0)
    return fee === undefined
      ? t('rights.due.overdue', { amount, days: late })
      : t('rights.due.overdueFee', { amount, days: late, fee: money(fee, first.order.currency) });
  if (first.by === undefined) return t('rights.due.unpaid', { amount });
  const past = -daysFromToday(first.by);
  if (past > 0) return t('rights.due.payPast', { amount, date: longDate(first.by), days: past });
  return t('rights.due.pay', { amount, date: longDate(first.by), relative: relativeDays(first.by) });
}

/** Which invoices can be had, in words and yuan. */
export function invoicesAnswer(orders: readonly OrderView[]): string {
  const open = orders
    .filter(({ lapsed }) => lapsed === undefined)
    .flatMap(({ invoices }) => invoices)
    .filter(({ state }) => state !== 'received');
  const days = open.map(({ dates, vat }) => ({
    from: dates.ask.agreement.known
      ? dates.ask.agreement.value
      : dates.ask.guide.known
        ? dates.ask.guide.value
        : undefined,
    cents: vat.known ? Math.round(Number(vat.value.gross) * 100) : 0,
  }));
  const now = days.filter(({ from }) => from !== undefined && daysFromToday(from) <= 0);
  const total = now.reduce((sum, { cents }) => sum + cents, 0);
  if (now.length > 0)
    return t('rights.due.invoicesNow', {
      count: now.length,
      amount: money((total / 100).toFixed(2), open[0]?.currency),
    });
  const next = days.flatMap(({ from }) => from ?? []).toSorted()[0];
  if (next !== undefined) return t('rights.due.invoicesFrom', { date: longDate(next), relative: relativeDays(next) });
  return open.length === 0 ? t('rights.due.noInvoices') : t('rights.due.invoicesUnknown', { count: open.length });
}
