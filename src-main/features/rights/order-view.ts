import { sentence } from '../../agreement/sentence.ts';
import { factWords } from '../../agreement/fact-words.ts';
import type { InvoiceTitle, OrderFigure, OrderView, PaymentRuleView } from '../../contract/rights.ts';
import type { CompanyFor } from '../../kernel/companies.ts';
import type { Store } from '../../store/store.ts';
import { type Answer, type Deadline, known, mapAnswer, unknown } from '../../term/answer.ts';
import type { TermBasis } from '../../term/basis.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';
import { lastDayOf, latestBeside, safeDay } from '../../term/calendar/deadline.ts';
import { namedDay } from '../../term/count-period.ts';
import { currencyCode, inCapitals, inCurrency, moneyNotes } from '../../term/fees/currency.ts';
import { earlyEndBan } from '../../term/fees/early-end.ts';
import { damages } from '../../term/fees/fees.ts';
import { type DatedAmount, instalments, total } from '../../term/fees/instalments.ts';
import {
  type LateFeeFigures,
  lateFeeFigures,
  lateFeeOf,
  lateFeesTogether,
  type OverdueAmount,
} from '../../term/fees/late-fee.ts';
import { formatYuan, parseYuan } from '../../term/fees/money.ts';
import {
  duePicks,
  isPaidOnBill,
  keptOrderDue,
  overdueTermination,
  type PaymentDue,
  renewalDue,
} from '../../term/fees/orders.ts';
import { rulesForService } from '../../term/fees/payment-day.ts';
import { telecomArrears } from '../../term/fees/telecom.ts';
import { earlyEnd } from '../../term/fees/refund-agreed.ts';
import { companyOf, basisOn, type ObligationBases } from './basis.ts';
import { lapseOf, lapseSteps } from './lapsed-order.ts';
import type { InvoicePaper } from './invoices/invoice-records.ts';
import { invoiceBasis, requestView } from './invoices/request-view.ts';
import {
  duesOf,
  invoiceMonths,
  type OrderPaper,
  paymentsOf,
  rulesForOrder,
  settledOn,
  type StoredOrder,
} from './order-records.ts';

interface Ground {
  readonly bases: ObligationBases;
  readonly paper: OrderPaper;
  /** Every order under the agreement. */
  readonly all: readonly OrderPaper[];
  readonly today: CivilDate;
  /** Invoices under the agreement, and those of every agreement. */
  readonly invoices: readonly InvoicePaper[];
  readonly everywhere: readonly InvoicePaper[];
  /** UTC ISO. */
  readonly now: string;
}

/** One order with everything that follows from it, each figure by the text that stands on its day. */
export function orderView(store: Store, { bases, paper, all, today, ...came }: Ground): OrderView {
  const { order } = paper.body;
  const basis = basisOn(bases, order.orderedOn);
  const ban = order.plan === 'prepaid' ? earlyEndBan(basisOn(bases, order.endedOn ?? today).terms.sources) : undefined;
  const settled = settledOn(order);
  const lapse = lapseOf(bases, order, today);
  const title = invoiceTitle(companyOf(store, basis, order.companyId));
  return {
    id: paper.id,
    ...order,
    basis: basis.text.version,
    capitals: yuanWords(basis.terms, order.amount),
    currency: currencyCode(basis.terms),
    moneyNotes: moneyNotes(basis.terms),
    paid: paidBy([order], today),
    ...(settled === undefined ? {} : { settledOn: settled }),
    ...(title ? { invoiceTitle: title } : {}),
    figures: inCurrency(
      basis.terms,
      orderFigures(
        bases,
        order,
        paidBy(
          all.map(({ body }) => body.order),
          today,
        ),
        today,
      ).filter(({ name }) => lapse === undefined || OF_VOID.has(name)),
    ),
    paymentRules: settled === undefined ? paymentRulesOf(bases, order) : [],
    ...(lapse ? { lapsed: { on: lapse.on, steps: lapseSteps(lapse, order) } } : {}),
    ...(ban ? { earlyEnd: ban } : {}),
    invoices: invoiceMonths(paper.body).map((month) =>
      requestView({ basis: invoiceBasis(bases, order, month), title, ...came }, paper, month),
    ),
  };
}

/** An amount in Chinese capitals; empty where the agreement does not charge in yuan. */
function yuanWords(terms: TermBasis, amount: string): string {
  const written = inCapitals(terms, known(amount, []));
  return written.known ? written.value : '';
}

/** Title and tax particulars for invoices of a company, and why it is this one. */
export function invoiceTitle(of: CompanyFor | undefined): InvoiceTitle | undefined {
  if (!of) return undefined;
  const { name, creditCode, address, phone, bank, bankAccount } = of.company.company;
  return { companyId: of.company.id, by: of.by, name, taxNumber: creditCode, address, phone, bank, bankAccount };
}

/** Everything paid for these orders by a day, in yuan. */
function paidBy(orders: readonly StoredOrder[], today: CivilDate): string {
  return formatYuan(total(orders.flatMap(paymentsOf).filter(({ on }) => on <= today)));
}

/**
 * Until when a post-paid order is to be paid by its text, since that a month was settled makes nothing due: where it was billed, and where
 * the text counts from the bill or names a day of the month. Absent where the person gave the days, and where the text says nothing of it.
 */
export function dueByText(bases: ObligationBases, order: StoredOrder): PaymentDue | undefined {
  const { plan, dues, orderedOn, billedOn, settlementDay } = order;
  if (plan !== 'postpaid' || dues !== undefined) return undefined;
  const terms = rulesForOrder(basisOn(bases, orderedOn).terms, order);
  if (billedOn === undefined && (settlementDay === undefined || !isPaidOnBill(terms))) return undefined;
  return keptOrderDue(terms, orderedOn, billedOn, settlementDay);
}

/** The rules that an order can be paid by, where its text states several, each with its clause and the day that it gives. */
export function paymentRulesOf(bases: ObligationBases, order: StoredOrder): readonly PaymentRuleView[] {
  const { plan, dues, orderedOn, billedOn, settlementDay, paymentRule } = order;
  if (dues !== undefined) return [];
  const terms = rulesForService(basisOn(bases, orderedOn).terms, order.service);
  const settled = plan === 'postpaid' ? settlementDay : undefined;
  return duePicks(terms, orderedOn, billedOn, settled).map(({ rule, found: { fact, step }, due }) => ({
    ...{ rule, words: factWords(fact), due: safeDay(due), picked: paymentRule?.rule === rule },
    clause: {
      ...(step.clause?.number === undefined ? {} : { number: step.clause.number }),
      quote: step.clause?.quote ?? '',
    },
  }));
}

/** An order with the day on which it falls due by its text; on none while that is not known. As it is, where the text says nothing of it. */
export function withDue(bases: ObligationBases, order: StoredOrder): StoredOrder {
  const said = dueByText(bases, order);
  if (!said) return order;
  const due = lastDayOf(said.due);
  // Nothing is late on a day that may itself be in time.
  const on = due.known ? (namedDay(said.due) ?? due.value) : undefined;
  return { ...order, dues: on === undefined ? [] : [{ on, amount: order.amount }] };
}

/**
 * The late fee of an order that falls due on a day which is not known: none yet for certain, and no more than from the day before which it
 * is not due.
 */
function lateFeeUnknown(
  bases: ObligationBases,
  { amount, payments, paidOn, referenceRate }: StoredOrder,
  { due }: PaymentDue,
  today: CivilDate,
): LateFeeFigures | undefined {
  if (due.known || due.notBefore === undefined) return undefined;
  const { missing, notBefore, steps } = due;
  const until = paidOn ?? today;
  if (until <= notBefore) return undefined;
  const overdue: OverdueAmount = {
    ...{ amount, settlementDay: notBefore, until, payments },
    ...(referenceRate === undefined ? {} : { referenceRate }),
  };
  const { fee, total: all } = lateFeeFigures(lateFeeOf(basisOn(bases, notBefore).terms, overdue), [overdue]);
  const most = (answer: Answer<string>): string | undefined => (answer.known ? answer.value : answer.atMost);
  const between = (least: string, answer: Answer<string>): Answer<string> => {
    const atMost = most(answer);
    return unknown(missing, steps, { atLeast: least, ...(atMost === undefined ? {} : { atMost }) });
  };
  const left = total(payments.filter(({ on }) => on <= until));
  const open = parseYuan(amount) > left ? formatYuan(parseYuan(amount) - left) : '0.00';
  return { days: unknown(missing, steps), fee: between('0.00', fee), total: between(open, all) };
}

/** The late fee of an order: of each sum that fell due by the text of its day, on what was left after each payment. */
function lateFeeOfOrder(bases: ObligationBases, order: StoredOrder, today: CivilDate): LateFeeFigures | undefined {
  const { payments, paidOn, referenceRate } = order;
  const until = paidOn ?? today;
  const said = dueByText(bases, order);
  if (said && !lastDayOf(said.due).known) return lateFeeUnknown(bases, order, said, today);
  const dues = instalments(duesOf(withDue(bases, order)), payments);
  const fallen = dues.filter(({ due }) => due.on <= until);
  const counted = fallen.length > 0 ? fallen : dues.slice(0, 1);
  if (counted.length === 0) return undefined;
  const latest = said?.due.known === true ? { latestDay: said.due.value.latest } : {};
  const overdue = counted.map(({ due, payments: paid }): OverdueAmount => ({
    ...{ amount: due.amount, settlementDay: due.on, until, payments: paid },
    ...latest,
    ...(referenceRate === undefined ? {} : { referenceRate }),
  }));
  const late = lateFeesTogether(overdue.map((each) => lateFeeOf(basisOn(bases, each.settlementDay).terms, each)));
  return lateFeeFigures(late, overdue);
}

/**
 * What was paid for an order beyond its amount, less the late fee that it goes on first (Civil Code, article 561): the credit balance to
 * have back or to set off. Absent where nothing was overpaid; with bounds where the late fee is not known.
 */
function creditBalance(order: StoredOrder, late: LateFeeFigures | undefined): Answer<string> | undefined {
  const over = total(paymentsOf(order)) - parseYuan(order.amount);
  if (over <= 0n) return undefined;
  const [paid, all] = [formatYuan(total(paymentsOf(order))), formatYuan(over)];
  const step = { text: sentence('rights.order-view.overpaid', { paid, amount: order.amount, over: all }) };
  const fee = late?.fee;
  // A text without a late fee has nothing for it to go on.
  if (!fee || (!fee.known && fee.missing.every(({ what }) => what === 'fact') && fee.atMost === undefined))
    return known(all, [step]);
  const left = (off: string): string => formatYuan(over > parseYuan(off) ? over - parseYuan(off) : 0n);
  if (!fee.known) {
    const { atMost } = fee;
    return unknown(fee.missing, [step], { atLeast: atMost === undefined ? '0.00' : left(atMost), atMost: all });
  }
  const rest = left(fee.value);
  if (parseYuan(fee.value) === 0n) return known(rest, [step]);
  const onFee = sentence('rights.order-view.overpaid-on-fee', { fee: fee.value, rest });
  return known(rest, [step, { text: onFee, statute: sentence('term.fees.article-561') }]);
}

/** The first sum that fell due and is not paid. */
export function firstUnpaid(order: StoredOrder): DatedAmount | undefined {
  return instalments(duesOf(order), paymentsOf(order)).find(({ rest }) => rest !== '0.00')?.due;
}

/** What only a person can say of the day on which an order is to be paid. */
const OPEN: ReadonlySet<string> = new Set(['billed', 'scope']);

/** What is told of an order that is void: until when it could be paid. Nothing of it is owed, renewed or given back. */
const OF_VOID: ReadonlySet<OrderFigure['name']> = new Set(['payBy', 'lapses']);

function orderFigures(
  bases: ObligationBases,
  order: StoredOrder,
  paid: string,
  today: CivilDate,
): readonly OrderFigure[] {
  const { orderedOn, billedOn, amount, plan, starts, ends, months, endedOn } = order;
  const figures: OrderFigure[] = [];
  const termsOn = (day: CivilDate): TermBasis => basisOn(bases, day).terms;
  const add = (name: OrderFigure['name'], as: OrderFigure['as'], answer: Answer<string>): void => {
    const words = as === 'money' && answer.known ? yuanWords(termsOn(today), answer.value) : '';
    figures.push({ name, as, answer, ...(words === '' ? {} : { capitals: words }) });
  };
  const addDay = (name: OrderFigure['name'], end: Answer<Deadline>): void => {
    const latest = latestBeside(end);
    // Where a person has yet to say something, or to pick a rule, no day is the last one: unknown, with the days that it lies between.
    const open = !end.known && end.missing.some(({ what, name: of }) => OPEN.has(of) || what === 'conflict');
    figures.push({ name, as: 'date', answer: open ? end : safeDay(end), ...(latest ? { latest } : {}) });
  };
  const said = dueByText(bases, order);
  if ((plan === 'prepaid' || billedOn !== undefined || said) && settledOn(order) === undefined) {
    const { due, lapses } = said ?? keptOrderDue(rulesForOrder(termsOn(orderedOn), order), orderedOn, billedOn);
    addDay('payBy', due);
    addDay('lapses', lapses);
  }
  if (ends !== undefined && endedOn === undefined) add('renewBy', 'date', renewalDue(termsOn(ends), ends));
  const late = lateFeeOfOrder(bases, order, today);
  if (late) {
    add('lateDays', 'number', mapAnswer(late.days, String));
    add('lateFee', 'money', late.fee);
    add('lateTotal', 'money', late.total);
    const unpaid = firstUnpaid(withDue(bases, order));
    if (unpaid) {
      const overdue = overdueTermination(termsOn(unpaid.on), unpaid.on);
      addDay('overdueLast', overdue.lastDayToPay);
      addDay('terminationFrom', overdue.from);
      const lawful = telecomArrears(termsOn(unpaid.on), unpaid.on);
      if (lawful) {
        addDay('lawfulSuspension', lawful.suspension);
        addDay('lawfulTermination', lawful.termination);
      }
    }
  }
  const balance = creditBalance(order, late);
  if (balance) add('balance', 'money', balance);
  if (plan === 'prepaid' && endedOn !== undefined && starts !== undefined && months !== undefined) {
    const { own } = basisOn(bases, endedOn);
    const partMonth = own.partMonth === undefined ? {} : { partMonth: { value: own.partMonth, by: 'person' } as const };
    const { unused, fee, refund } = earlyEnd(termsOn(endedOn), {
      ...{ total: amount, months, starts, ends: endedOn, ...partMonth },
      endedBy: order.endedBy ?? 'provider',
      ...(order.yearFee === undefined ? {} : { yearFee: order.yearFee }),
    });
    add(
      'usedMonths',
      'number',
      mapAnswer(unused, ({ usedMonths }) => String(usedMonths)),
    );
    add(
      'unused',
      'money',
      mapAnswer(unused, (back) => back.refund),
    );
    if (fee) add('earlyEndFee', 'money', fee);
    add('refund', 'money', refund);
  }
  add('damages', 'money', damages(termsOn(today), paid));
  return figures;
}
