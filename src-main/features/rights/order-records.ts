import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import {
  type InvoiceState,
  invoiceStates,
  type InvoiceView,
  type OrderFigure,
  type OrderInput,
  type OrderView,
} from '../../contract/rights.ts';
import type { Clause } from '../../agreement/model.ts';
import type { Store } from '../../store/store.ts';
import { type Answer, type Deadline, mapAnswer } from '../../term/answer.ts';
import { latestBeside, safeDay } from '../../term/calendar/deadline.ts';
import { capitals } from '../../term/fees/capitals.ts';
import { type CivilDate, lastDayOf, type Month, monthOf } from '../../term/calendar/civil-date.ts';
import { earlyEndBan } from '../../term/fees/early-end.ts';
import { damages, refundOfUnused } from '../../term/fees/fees.ts';
import { invoiceDates, vatSplit } from '../../term/fees/invoices.ts';
import { lateFee } from '../../term/fees/late-fee.ts';
import { formatYuan, parseYuan } from '../../term/fees/money.ts';
import { overdueTermination, paymentDue, renewalDue } from '../../term/fees/orders.ts';
import { withoutAbsent } from '../../kernel/without-absent.ts';
import type { TermBasis } from '../../term/basis.ts';
import { endOfDay, type ObligationBases, type ObligationBasis } from './basis.ts';
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

export interface KeptOrder {
  readonly order: OrderInput;
  readonly invoices: Readonly<Record<Month, KeptInvoice>>;
}

export type OrderPaper = Paper<KeptOrder, 'kept'>;

const order = z.strictObject({
  service: z.string(),
  number: z.string(),
  plan: z.enum(['prepaid', 'postpaid']),
  orderedOn: z.string(),
  amount: z.string(),
  months: z.number().exactOptional(),
  starts: z.string().exactOptional(),
  ends: z.string().exactOptional(),
  settlementDay: z.string().exactOptional(),
  paidOn: z.string().exactOptional(),
  endedOn: z.string().exactOptional(),
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

export const ORDER: PaperKind<KeptOrder, 'kept'> = {
  name: PAPERS.rights.order,
  noun: sentence('rights.order-records.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(z.strictObject({ order, invoices: z.record(z.string(), invoice) })),
  called: ({ body }) => `${body.order.service} ${body.order.number}`.trim(),
  removal: {
    what: 'order',
    entries: { removed: 'order-removed', restored: 'order-restored' },
    entry: ({ id, subject, body }) => ({
      subject: `agreement:${subject ?? ''}`,
      payload: { order: id, ...withoutAbsent(body.order) },
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

/** One order with everything that follows from it, each figure by the text that stands on its day. */
export function orderView(
  bases: ObligationBases,
  paper: OrderPaper,
  all: readonly OrderPaper[],
  today: CivilDate,
): OrderView {
  const { order } = paper.body;
  const ban = order.plan === 'prepaid' ? earlyEndBan(bases(endOfDay(order.endedOn ?? today)).terms.sources) : undefined;
  return {
    id: paper.id,
    ...order,
    basis: bases(endOfDay(order.orderedOn)).text.version,
    capitals: capitals(order.amount),
    figures: orderFigures(bases, order, paidSoFar(all), today),
    ...(ban ? { earlyEnd: ban } : {}),
    invoices: invoiceMonths(paper.body).map((month) => invoiceView(invoiceBasis(bases, order, month), paper, month)),
  };
}

/** Everything paid under the agreement, in yuan. */
function paidSoFar(all: readonly OrderPaper[]): string {
  const paid = all.filter(({ body }) => body.order.paidOn !== undefined);
  return formatYuan(paid.reduce((sum, { body }) => sum + parseYuan(body.order.amount), 0n));
}

function orderFigures(
  bases: ObligationBases,
  order: OrderInput,
  paid: string,
  today: CivilDate,
): readonly OrderFigure[] {
  const { orderedOn, amount, plan, starts, ends, months, settlementDay, paidOn, endedOn } = order;
  const figures: OrderFigure[] = [];
  const termsOn = (day: CivilDate): TermBasis => bases(endOfDay(day)).terms;
  const add = (name: OrderFigure['name'], as: OrderFigure['as'], answer: Answer<string>): void => {
    const written = as === 'money' && answer.known ? { capitals: capitals(answer.value) } : {};
    figures.push({ name, as, answer, ...written });
  };
  const addDay = (name: OrderFigure['name'], end: Answer<Deadline>): void => {
    const latest = latestBeside(end);
    figures.push({ name, as: 'date', answer: safeDay(end), ...(latest ? { latest } : {}) });
  };
  if (plan === 'prepaid' && paidOn === undefined) {
    const { due, lapses } = paymentDue(termsOn(orderedOn), orderedOn);
    addDay('payBy', due);
    addDay('lapses', lapses);
  }
  if (ends !== undefined && endedOn === undefined) add('renewBy', 'date', renewalDue(termsOn(ends), ends));
  if (settlementDay !== undefined) {
    const late = lateFee(termsOn(settlementDay), amount, settlementDay, paidOn ?? today);
    add(
      'lateDays',
      'number',
      mapAnswer(late, ({ daysOverdue }) => String(daysOverdue)),
    );
    add(
      'lateFee',
      'money',
      mapAnswer(late, ({ fee }) => fee),
    );
    add(
      'lateTotal',
      'money',
      mapAnswer(late, ({ total }) => total),
    );
    if (paidOn === undefined) {
      const overdue = overdueTermination(termsOn(settlementDay), settlementDay);
      addDay('overdueLast', overdue.lastDayToPay);
      addDay('terminationFrom', overdue.from);
    }
  }
  if (plan === 'prepaid' && endedOn !== undefined && starts !== undefined && months !== undefined) {
    const { own } = bases(endOfDay(endedOn));
    const partMonth = own.partMonth === undefined ? {} : { partMonth: { value: own.partMonth, by: 'person' } as const };
    const back = refundOfUnused(termsOn(endedOn), { total: amount, months, starts, ends: endedOn, ...partMonth });
    add(
      'usedMonths',
      'number',
      mapAnswer(back, ({ usedMonths }) => String(usedMonths)),
    );
    add(
      'refund',
      'money',
      mapAnswer(back, ({ refund }) => refund),
    );
  }
  add('damages', 'money', damages(termsOn(today), paid));
  return figures;
}

/** The text that an invoice goes by: a prepaid charge arose on the day of the order, what was used in a month at its end. */
export function invoiceBasis(bases: ObligationBases, { plan, orderedOn }: OrderInput, month: Month): ObligationBasis {
  const once = plan === 'prepaid' && month === monthOf(orderedOn);
  return bases(endOfDay(once ? orderedOn : lastDayOf(month)));
}

/** When one invoice can be asked for and comes, by the agreement and by the guide. */
export function datesOf(basis: ObligationBasis, order: OrderInput, month: Month) {
  const charged = month === monthOf(order.orderedOn) ? { charged: order.orderedOn } : {};
  const wish = { plan: order.plan, month, type: order.invoiceType, ...charged };
  return invoiceDates(basis.text.document, basis.guide?.document, wish);
}

function invoiceView(basis: ObligationBasis, { id, body }: OrderPaper, month: Month): InvoiceView {
  const kept = body.invoices[month];
  const ticked = new Set(kept?.ticked);
  return {
    orderId: id,
    month,
    type: body.order.invoiceType,
    dates: datesOf(basis, body.order, month),
    vat: vatSplit(basis.terms, body.order.amount),
    state: kept?.state ?? 'none',
    since: kept?.since ?? {},
    steps: guideSteps(basis.guide?.document.clauses ?? []).map(({ id: clauseId, text }) => ({
      clauseId,
      text,
      done: ticked.has(clauseId),
    })),
    ...(kept?.file ? { file: kept.file } : {}),
  };
}

/** Something a person does at a screen: go, choose, click, fill in, send. */
const DOING =
  /^(?:请)?(?:先|再|然后)?(?:登录|进入|打开|前往|返回|在|选择|单击|点击|填写|勾选|确认|确定|提交|核对|下载|查看|服务商选择|收到)|^(?:please\s+)?(?:log|sign|go|open|on|in|from|select|choose|click|fill|enter|check|confirm|submit|return|download|view)\b/iu;

/** The steps of a guide: its sentences that tell what to do, in order. A heading or a rule about time is no step. */
function guideSteps(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(({ role, text }) => (role === 'clause' || role === 'item') && DOING.test(text.trim()));
}
