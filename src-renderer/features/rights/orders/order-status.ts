import { listed } from '../../../../assets/messages/say.ts';
import type { OrderFigureName, OrderView } from '../../../../src-main/contract/rights.ts';
import { daysFromToday, longDate, relativeDays } from '../../../kernel/dates.ts';
import { i, t } from '../../../kernel/preferences.svelte.ts';
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

/** Amounts added up, one sum a currency: those of different currencies make none. */
function added(amounts: readonly { readonly cents: number; readonly currency: string }[]): string {
  const sums = new Map<string, number>();
  for (const each of amounts) sums.set(each.currency, (sums.get(each.currency) ?? 0) + each.cents);
  const said = [...sums].map(([currency, sum]) => money((sum / 100).toFixed(2), currency));
  return listed(said, i.language, 'and');
}

/** What the text lets the provider ask for orders that were paid late; nothing where none was. */
function feeOfPaid(orders: readonly OrderView[]): string | undefined {
  const late = orders
    .filter(({ settledOn }) => settledOn !== undefined)
    .map((order) => ({ cents: cents(figure(order, 'lateFee') ?? '0'), currency: order.currency }))
    .filter((fee) => fee.cents > 0);
  return late.length === 0 ? undefined : added(late);
}

/** Where nothing is to be paid: that an order lapsed is told first, then what may be asked for one that was paid late. */
function noneToPay(orders: readonly OrderView[]): string {
  const [lapsed] = orders.flatMap((order) => order.lapsed ?? []).toSorted((a, b) => b.on.localeCompare(a.on));
  const fee = feeOfPaid(orders);
  if (lapsed) {
    const date = longDate(lapsed.on);
    return fee === undefined ? t('rights.due.lapsed', { date }) : t('rights.due.lapsedAndFee', { date, fee });
  }
  return fee === undefined ? t('rights.due.none') : t('rights.due.noneButFee', { fee });
}

/** What is to be paid first, in words and yuan: what is overdue before what is due. */
export function ordersAnswer(orders: readonly OrderView[]): string {
  const waiting = orders
    .filter(({ settledOn, lapsed }) => settledOn === undefined && lapsed === undefined)
    .map((order) => ({ order, by: figure(order, 'payBy') }))
    .toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
  const [first] = waiting;
  if (!first) return noneToPay(orders);
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
  const days = open.map(({ dates, vat, currency }) => ({
    currency,
    from: dates.ask.agreement.known
      ? dates.ask.agreement.value
      : dates.ask.guide.known
        ? dates.ask.guide.value
        : undefined,
    cents: vat.known ? Math.round(Number(vat.value.gross) * 100) : 0,
  }));
  const now = days.filter(({ from }) => from !== undefined && daysFromToday(from) <= 0);
  if (now.length > 0) return t('rights.due.invoicesNow', { count: now.length, amount: added(now) });
  const next = days.flatMap(({ from }) => from ?? []).toSorted()[0];
  if (next !== undefined) return t('rights.due.invoicesFrom', { date: longDate(next), relative: relativeDays(next) });
  return open.length === 0 ? t('rights.due.noInvoices') : t('rights.due.invoicesUnknown', { count: open.length });
}
