import type { Clause } from '../../../agreement/model.ts';
import type { InvoiceTitle, InvoiceView, OrderInput } from '../../../contract/rights.ts';
import { civilDateAt, lastDayOf, type Month, monthOf } from '../../../term/calendar/civil-date.ts';
import { currencyCode, inCurrency } from '../../../term/fees/currency.ts';
import { invoiceDates, vatSplit } from '../../../term/fees/invoices.ts';
import { basisOn, type ObligationBases, type ObligationBasis } from '../basis.ts';
import { type KeptInvoice, type OrderPaper, settledOn, type StoredOrder } from '../order-records.ts';
import { type InvoicePaper, ofRequest } from './invoice-records.ts';
import { type Held, invoiceRecords } from './invoice-view.ts';

/** The text that an invoice goes by: a prepaid charge arose on the day of the order, what was used in a month at its end. */
export function invoiceBasis(bases: ObligationBases, { plan, orderedOn }: OrderInput, month: Month): ObligationBasis {
  const once = plan === 'prepaid' && month === monthOf(orderedOn);
  return basisOn(bases, once ? orderedOn : lastDayOf(month));
}

/** When one invoice can be asked for and comes, by the agreement and by the guide. */
export function datesOf(basis: ObligationBasis, order: StoredOrder, month: Month) {
  const charged = month === monthOf(order.orderedOn) ? { charged: order.orderedOn } : {};
  const paid = order.plan === 'prepaid' ? { paid: settledOn(order) ?? null } : {};
  const wish = { plan: order.plan, month, type: order.invoiceType, ...charged, ...paid };
  return invoiceDates(basis.text.document, basis.guide?.document, wish);
}

/** What one request is shown with beside its order. */
export interface RequestGround {
  readonly basis: ObligationBasis;
  /** Title of the order's invoices, where it is known. */
  readonly title: InvoiceTitle | undefined;
  /** Invoices under the agreement, and those of every agreement. */
  readonly invoices: readonly InvoicePaper[];
  readonly everywhere: readonly InvoicePaper[];
  /** UTC ISO. */
  readonly now: string;
}

/** One request with everything that came of it. */
export function requestView(ground: RequestGround, { id, body }: OrderPaper, month: Month): InvoiceView {
  const { basis, invoices, now } = ground;
  const kept = body.invoices[month];
  const ticked = new Set(kept?.ticked);
  const came = ofRequest(invoices, id, month);
  const vat = vatSplit(basis.terms, body.order.amount);
  const { state, since } = requestState(kept, came);
  return {
    orderId: id,
    month,
    type: body.order.invoiceType,
    dates: datesOf(basis, body.order, month),
    vat: inCurrency(basis.terms, vat),
    currency: currencyCode(basis.terms),
    state,
    since,
    kept: invoiceRecords(came, ground.everywhere, heldAgainst(ground, body.order, vat), now),
    steps: guideSteps(basis.guide?.document.clauses ?? []).map(({ id: clauseId, text }) => ({
      clauseId,
      text,
      done: ticked.has(clauseId),
    })),
    ...(kept?.file ? { file: kept.file } : {}),
  };
}

/** How far a request is: an invoice that is kept was received, whatever was said before. */
export function requestState(
  kept: KeptInvoice | undefined,
  came: readonly InvoicePaper[],
): Pick<InvoiceView, 'state' | 'since'> {
  const { state = 'none', since = {} } = kept ?? {};
  const first = came.map(({ createdAt }) => civilDateAt(createdAt)).toSorted()[0];
  if (state === 'received' || first === undefined) return { state, since };
  return { state: 'received', since: { ...since, received: first } };
}

function heldAgainst({ basis, title }: RequestGround, order: StoredOrder, vat: ReturnType<typeof vatSplit>): Held {
  const { provider } = basis.agreement;
  return {
    type: order.invoiceType,
    amount: order.amount,
    ...(title ? { buyer: { name: title.name, taxNumber: title.taxNumber } } : {}),
    ...(provider === undefined ? {} : { seller: provider }),
    ...(vat.known ? { rate: vat.value.rate } : {}),
  };
}

/** Something a person does at a screen: go, choose, click, fill in, send. */
const DOING =
  /^(?:请)?(?:先|再|然后)?(?:登录|进入|打开|前往|返回|在|选择|单击|点击|填写|勾选|确认|确定|提交|核对|下载|查看|服务商选择|收到)|^(?:please\s+)?(?:log|sign|go|open|on|in|from|select|choose|click|fill|enter|check|confirm|submit|return|download|view)\b/iu;

/** The steps of a guide: its sentences that tell what to do, in order. A heading or a rule about time is no step. */
function guideSteps(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(({ role, text }) => (role === 'clause' || role === 'item') && DOING.test(text.trim()));
}
