import type { Fact } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { sentences, type Stretch } from '../../meaning/sentences.ts';
import { paymentDaysIn } from '../../quantity/payment-day.ts';

/** The day by which each month, quarter or year is paid for: `应于每月10日前支付`. */

const PAYS =
  /付款|支付|缴纳|缴费|缴清|缴付|交纳|付清|结清|付费|付租|汇款|汇入|划付|划入|交付(?:费用|款项)|\b(?:pays?|paid|payable|payments?|due|remit\w*|settled?|instal(?:l)?ments?)\b/giu;
/** What is done by another day of the month: of that one, and of no payment. */
const DOES_ELSE =
  /提供|出具|开具|开票|提交|发送|寄送|发出|通知|申请|核对|确认|结算单|出账|生成|更新|备份|报送|盘点|\b(?:issue[sd]?|send|sent|deliver\w*|provide[sd]?|submit\w*|notif\w+|request\w*|claim\w*|report\w*|generate[sd]?|invoice[sd]?\s(?:is|are|will|shall)\s(?:be\s)?(?:issued|sent))\b/iu;
/** What is paid back, or to the customer, is not what the customer pays. */
const PAID_BACK =
  /退款|退还|返还|返利|返点|佣金|分成|赔偿|补偿|代金券|工资|\b(?:refund\w*|rebates?|commissions?|credits?|reimburs\w+|royalt\w+|salar\w+)\b/iu;
const TO_THE_CUSTOMER =
  /向(?:甲方|客户|用户|您|贵方)(?:支付|付款|汇)|\bpay\w*\s(?:to\s)?(?:the\s)?(?:customer|you)\b/iu;
/** So far from its day stands the word of paying. */
const NEAR = 70;
/** Where another matter begins: the words behind it are not of the day. */
const PART = /[；;。]|，\s?(?:逾期|乙方|服务商|提供方)|,\s?(?:and\s)?(?:the\s)?(?:provider|supplier)\b/iu;

/** Whether the day is one of paying: a word of it stands on one side, and on that side nothing else is done by the day. */
function isPaidBy(sentence: string, { start, end }: Stretch, others: readonly Stretch[]): boolean {
  const floor = Math.max(0, start - NEAR, ...others.filter((each) => each.end <= start).map((each) => each.end));
  const ceiling = Math.min(
    sentence.length,
    end + NEAR,
    ...others.filter((each) => each.start >= end).map((each) => each.start),
  );
  const [behind = ''] = sentence.slice(end, ceiling).split(PART);
  const ahead = sentence.slice(floor, start);
  if (PAID_BACK.test(ahead) || PAID_BACK.test(behind) || TO_THE_CUSTOMER.test(`${ahead}${behind}`)) return false;
  const next = [...behind.matchAll(PAYS)][0];
  if (next && !DOES_ELSE.test(behind.slice(0, next.index))) return true;
  const last = [...ahead.matchAll(PAYS)].at(-1);
  const between = last && ahead.slice(last.index + last[0].length);
  return between !== undefined && !DOES_ELSE.test(between) && !DOES_ELSE.test(behind.split(/[，,]/u)[0] ?? '');
}

/** The days on which a document says that its periods are paid for, each with its sentence. */
export function paymentDayFacts(places: readonly { readonly clause: Clause }[]): readonly Fact[] {
  return places.flatMap(({ clause }) => {
    const found: Fact[] = [];
    for (const { start, end } of sentences(clause.text)) {
      const sentence = clause.text.slice(start, end);
      const days = paymentDaysIn(sentence);
      const paid = days.filter((day) =>
        isPaidBy(
          sentence,
          day,
          days.filter((each) => each !== day),
        ),
      );
      for (const day of paid) {
        const quote = (paid.length === 1 && days.length === 1 ? sentence : sentence.slice(day.start, day.end)).trim();
        found.push({
          id: `${clause.id}/payment-day/${found.length + 1}`,
          kind: 'payment-day',
          value: quote,
          unit: 'text',
          clause: clause.id,
          quote,
        });
      }
    }
    return found;
  });
}

/** Without times to pay that are days of the month: `每月前10日内` is no ten days from anything. */
export function withoutDaysOfMonth(facts: readonly Fact[], days: readonly Fact[]): readonly Fact[] {
  return facts.filter(
    ({ kind, clause, quote }) =>
      kind !== 'payment-due' ||
      !days.some((day) => day.clause === clause && paymentDaysIn(quote).length > 0 && day.quote.includes(quote.trim())),
  );
}
