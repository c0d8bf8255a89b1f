import { sentence } from '../../agreement/sentence.ts';
import type { OrderLapse } from '../../contract/rights/orders.ts';
import type { Answer, Deadline, TermStep } from '../../term/answer.ts';
import { factsOf } from '../../term/basis.ts';
import { type CivilDate, dateWords } from '../../term/calendar/civil-date.ts';
import { isTableMissing } from '../../term/calendar/deadline.ts';
import { keptOrderDue } from '../../term/fees/orders.ts';
import { sentenceOfFact } from '../../term/unread-words.ts';
import { basisOn, type ObligationBases } from './basis.ts';
import { duesOf, paymentsOf, type RuledOrder, rulesForOrder, type StoredOrder } from './order-records.ts';

/** The day from which an order is void for certain, by the later of its two days; undefined where it never is. */
function voidFrom(lapses: Answer<Deadline>): CivilDate | undefined {
  if (lapses.known) return lapses.value.latest;
  return isTableMissing(lapses) ? lapses.notBefore : undefined;
}

/** What an order of that day comes to unpaid by its text, with the words on which fees would run all the same. Absent where the text voids none. */
export function lapseByText(
  bases: ObligationBases,
  { orderedOn, billedOn, ...ruled }: RuledOrder & Pick<StoredOrder, 'orderedOn' | 'billedOn'>,
): OrderLapse | undefined {
  const { terms } = basisOn(bases, orderedOn);
  const { lapses } = keptOrderDue(rulesForOrder(terms, ruled), orderedOn, billedOn);
  const on = voidFrom(lapses);
  if (on === undefined) return undefined;
  const [kept] = lapses.steps.flatMap(({ clause }) => clause ?? []);
  const rule = factsOf(terms, 'payment-due').find(({ step }) => step.clause?.id === kept?.id);
  const quote = rule ? sentenceOfFact(terms.sources, rule.fact) : kept?.quote;
  const [late] = factsOf(terms, 'late-fee', 'overdue-termination');
  return {
    on,
    ...(kept ? { kept: { ...kept, ...(quote === undefined ? {} : { quote }) } } : {}),
    ...(late?.step.clause ? { late: late.step.clause } : {}),
  };
}

/**
 * That an order lapsed: it was to be paid before its service began, nothing was paid, and its text makes it void. Nothing is owed of it and
 * nothing is renewed, unless the person says that it was served all the same.
 */
export function lapseOf(bases: ObligationBases, order: StoredOrder, today: CivilDate): OrderLapse | undefined {
  if (order.plan !== 'prepaid' || order.servedAnyway === true || paymentsOf(order).length > 0) return undefined;
  const lapse = lapseByText(bases, order);
  return lapse && lapse.on <= today ? lapse : undefined;
}

/** What a lapsed order is told with: the words that void it and, where the person entered a day for it to be paid by, those that contradict. */
export function lapseSteps({ on, kept, late }: OrderLapse, order: StoredOrder): readonly TermStep[] {
  const [due] = duesOf(order);
  return [
    { text: sentence('rights.order-view.lapsed', { day: dateWords(on) }), ...(kept ? { clause: kept } : {}) },
    ...(due
      ? [
          {
            text: sentence('rights.order-view.lapsed-yet-due', { day: dateWords(due.on) }),
            ...(late ? { clause: late } : {}),
          },
        ]
      : []),
  ];
}
