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

/** When one may ask: after something, from a day on, in a month. */
const WHEN =
  /后|起|次月|下个?月|当月|\d\s*[日号]|随时|即可|\b(?:after|from|once|upon|when|following|next|within|by)\b|\b\d{1,2}(?:st|nd|rd|th)\b/iu;
const OF_INVOICES = /发票|开票|\binvoices?\b|\bfapiao\b/iu;
const ASKED_FOR = /申请|索取|索要|领取|\b(?:request|apply|ask|obtain)\w*/iu;

/** The clauses that say when an invoice can be asked for, read or not: by their own words or under such a heading. */
export function askingClauses({ clauses }: FactSource): readonly FactSource['clauses'][number][] {
  const texts = new Map(clauses.map(({ id, text }) => [id, text]));
  return clauses.filter(({ text, parent }) => {
    const above = parent === undefined ? '' : (texts.get(parent) ?? '');
    return text
      .split(/[。；;\n]|\.(?=\s|$)/u)
      .some((piece) => ASKED_FOR.test(piece) && WHEN.test(piece) && OF_INVOICES.test(`${above} ${text}`));
  });
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

/** Asking is for after the payment, or for after the service was rendered. */
const AFTER_PAYMENT =
  /(?:付费|付款|支付|缴费|缴纳|到账)[^，。；;]{0,8}后|\bafter\b[^.;]{0,30}\b(?:pay(?:ment|ing)?|paid)\b/iu;
const AFTER_SERVICE =
  /服务[^，。；;]{0,4}(?:发生|开始|开通|提供)[^，。；;]{0,2}后|\bafter\b[^.;]{0,40}\bservices?\b[^.;]{0,20}\b(?:begin|began|start|render|provid|supplied)/iu;
/** No service before the payment. */
const SERVED_ONCE_PAID =
  /(?:付费|付款|支付|缴费|付清)[^，。；;]{0,8}后[^。；;]{0,24}(?:提供|开通|启用|开始)|\b(?:after|once|until)\b[^.;]{0,40}\b(?:paid|payment)\b[^.;]{0,60}\b(?:service|provid|activat)|\b(?:service|provid|activat)\w*[^.;]{0,60}\b(?:after|once|until)\b[^.;]{0,40}\b(?:paid|payment)\b/iu;

/** Whether a document lets one ask only once the charge was paid: it says so, or that the service comes first and the payment before it. */
export function asksAfterPayment(
  { clauses }: FactSource,
  { clause: { quote = '' } }: Pick<AskRule, 'clause'>,
): boolean {
  if (AFTER_PAYMENT.test(quote.replaceAll(/[先预后]付费/gu, ''))) return true;
  return AFTER_SERVICE.test(quote) && clauses.some(({ text }) => SERVED_ONCE_PAID.test(text));
}
