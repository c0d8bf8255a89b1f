import type { InvoiceDay } from '../../agreement/fact.ts';
import { monthsLater } from '../../agreement/quantity/months-later.ts';
import { type FactSource, citation } from '../basis.ts';
import type { TermStep } from '../answer.ts';

export type PaymentPlan = InvoiceDay['plan'];

/** When a document lets one ask for an invoice. */
export interface AskRule {
  readonly plan: PaymentPlan;
  /** Months after the month of the charge; 0 with `atOnce`. */
  readonly months: number;
  readonly day: number;
  readonly atOnce: boolean;
  readonly clause: NonNullable<TermStep['clause']>;
}

/** A sentence speaks of one plan only; one that names both says when for neither. */
const PLANS: readonly (readonly [PaymentPlan, RegExp])[] = [
  ['prepaid', /预付费|先付费|包年包月|pre-?paid|subscription/iu],
  ['postpaid', /后付费|按量付费|月结|post-?paid|pay[- ]as[- ]you[- ]go/iu],
];

/** Words of asking for an invoice, as against issuing one. */
export const ASKING =
  /(?:索取|索要|申请(?:开具)?|提交)[^，。；;.]{0,12}(?:发票|开票)|开票申请|(?:request|apply for|ask for)[^.;]{0,30}invoices?|invoices?[^.;]{0,30}\b(?:be )?(?:requested|applied for)/iu;

function ruleOf(sentence: string, clause: AskRule['clause']): AskRule | undefined {
  const plans = PLANS.filter(([, pattern]) => pattern.test(sentence));
  const plan = plans[0];
  if (!plan || plans.length !== 1 || !ASKING.test(sentence)) return undefined;
  const when = monthsLater(sentence);
  if (!when) return undefined;
  const { months, atOnce, rest } = when;
  const day =
    /^\s*(?:的)?(?:第)?(\d{1,2})\s*[日号]/u.exec(rest) ??
    /\bday (\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)\b/iu.exec(sentence);
  return { plan: plan[0], months, day: Number(day?.[1] ?? day?.[2] ?? '1'), atOnce, clause };
}

/** When the document lets one ask for an invoice, by plan, in document order. Examples (例如…) are not rules. */
export function askRules(source: FactSource): readonly AskRule[] {
  return source.clauses.flatMap((clause) =>
    clause.text.split(/[。；;\n]|\.(?=\s|$)/u).flatMap((piece) => {
      const sentence = piece.trim();
      if (sentence === '' || /^(?:例如|比如|如：|for example|e\.g)/iu.test(sentence)) return [];
      const rule = ruleOf(sentence, citation(source, clause.id, sentence));
      return rule ? [rule] : [];
    }),
  );
}
