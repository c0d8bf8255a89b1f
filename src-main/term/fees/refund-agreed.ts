import { creditWords } from '../../agreement/fact-words.ts';
import type { Share } from '../../agreement/fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import {
  type Answer,
  type Missing,
  type TermStep,
  known,
  mapAnswer,
  missingInput,
  restingOn,
  unknown,
} from '../answer.ts';
import { type FactSource, type TermBasis, citation } from '../basis.ts';
import { pickFact } from '../pick-fact.ts';
import { sentenceOfFact } from '../unread-words.ts';
import { EARLY_END, shareIn } from '../renewal/questions.ts';
import { ADJUSTABLE } from './adjustable.ts';
import { earlyEndBan } from './early-end.ts';
import { ratio } from './exact.ts';
import { type PrepaidOrder, type Refund, refundOfUnused } from './fees.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { shareRatio } from './share.ts';

const GIVES_BACK = /(?:退还|退回|退款|返还|退费|原路退)(?!押金|保证金|定金|订金)|\brefund/iu;
const OF_UNUSED =
  /未(?:使用|消费|履行|提供|到期|发生)|剩余|余款|余额|余下|结余|unused|unexpired|remaining|pro[- ]?rat|prepaid/iu;
const NOT_GIVEN_BACK =
  /(?:不予?|不再|概不|均不|恕不|无权要求|不得(?:要求|申请)?|不能|不会|不支持|不可|并不)[^，。；;]{0,6}(?:退还|退回|退款|返还|退费|退(?!订|出|网|役|租|换))|non-?refundable|no refunds?\b|\bnot (?:be )?(?:entitled to (?:a |any )?refund|refund)/iu;
/** Money that is no fee, and an end for a breach: neither is the end of a prepaid order before its time. */
const ELSE = /押金|保证金|定金|订金|deposit/iu;
const FOR_BREACH = /违约|违反|违法|欺诈|逾期|欠费|breach|violat|fraud|default/iu;

/** Money back where the provider ends the service: it says nothing of a customer who leaves. */
const PROVIDER_ENDS =
  /(?:服务商|提供方|供方|卖方|我们|我方|本方|本公司|乙方)[^，。；]{0,24}(?:终止|解除|停止|停用|提前结束|关停|下线|不再提供)|\b(?:provider|we|vendor|supplier)\b[^.;]{0,40}\b(?:terminat\w*|cancel\w*|discontinu\w*|ends?|stops?)\b|\b(?:terminat|cancell?at)ion\sby\s(?:the\s)?(?:provider|us|vendor|supplier)\b/iu;
const CUSTOMER_ENDS =
  /(?:客户|用户|您|甲方|任何一方|双方)[^，。；]{0,24}(?:终止|解除|退订|取消|停用|提前结束)|\b(?:customer|you|either\sparty)\b[^.;]{0,40}\b(?:terminat\w*|cancel\w*|ends?)\b|\b(?:terminat|cancell?at)ion\sby\s(?:the\s)?(?:customer|you|either\sparty)\b/iu;

/** An end by the customer alone. */
const OWN_END =
  /(?:客户|用户|您|甲方)[^，。；]{0,24}(?:终止|解除|退订|取消|停用|提前结束)|\b(?:customer|you)\b[^.;]{0,40}\b(?:terminat\w*|cancel\w*|ends?)\b|\b(?:terminat|cancell?at)ion\sby\s(?:the\s)?(?:customer|you)\b/iu;
/** An end by either of them, or whoever's. */
const BOTH_END = /任何一方|任一方|双方|\beither\sparty\b|\bany\sreason\b/iu;
/** Something is kept back of what is paid back. */
const KEPT_BACK = /扣除|扣减|手续费|\bdeduct\w*|\bless\s(?:an?\s)?(?:\w+\s)?(?:fee|charge)|administration\sfee/iu;

const ENDED = '(?:终止|解除|退订|取消|停用|提前结束)';
/** What stands between a customer and an end that is not the customer's: money that comes back to it, or another who ends or what is ended. */
const NOT_BETWEEN = [
  '(?:退还|退回|返还|退款|退费)(?![^，。；]{0,8}[并且而])',
  `(?:后|时|期间|前|日|内)(?:本|该)?(?:合同|协议|订单|服务)(?:被|提前|自动)*${ENDED}`,
  `(?<!通知|告知|要求|[向与])(?:服务商|提供方|供方|卖方|我们|我方|本方|本公司|乙方)(?:提前|单方|主动|自行)*${ENDED}`,
].join('|');
/** What the customer pays or has, of which a clause speaks: `客户预付的费用`. */
const OF_CUSTOMER = `(?:(?!${ENDED})[^，。；在于将对就把后前并且]){0,16}的(?:服务|合同|订单|账|[^，。；]{0,4}(?:费|款|余额|金额|部分))`;
const ENDING = '\\b(?:terminat(?:es?|ed|ing)|cancel(?:s|l?ed|l?ing)?|ends?(?!\\s(?:dates?|of)\\b))\\b';
const NOT_AMONG = [
  '\\brefund(?!\\s(?:and|or)\\b)|\\breceiv|\\bpaid\\sback\\b|\\bwe\\b',
  '\\b(?:is|are|was|were|be|been|being|gets?)\\s(?:early\\s)?(?:terminat|cancel|paid|refund|credited|return)',
  '\\b(?:contract|agreement|order|services?|subscription|plan|provider|vendor|supplier|term|period)\\s(?:(?:is|are|was|has|been|early)\\s)*(?:terminat|cancel|end)',
].join('|');
/** The customer is who ends it, whatever else it did; not who is paid back, or who paid, at an end by whoever. */
const CUSTOMER_IS_WHO_ENDS = new RegExp(
  `(?<![向给予退还]|(?<!因)为|对)(?:客户|用户|您|甲方)(?!${OF_CUSTOMER})(?:(?!${NOT_BETWEEN})[^，。；]){0,24}${ENDED}|` +
    `(?<!\\b(?:to|for|refunds?|refunded|refunding|paid\\sby|reimburses?|credits?|fees?|amounts?|sums?|charges?)\\s(?:(?:that|which)\\s)?(?:the\\s)?)\\b(?:customer|you)\\b(?!['’])(?:(?!${NOT_AMONG})[^.;]){0,40}${ENDING}|` +
    '\\b(?:terminat|cancell?at)ion\\sby\\s(?:the\\s)?(?:customer|you)\\b',
  'iu',
);

const onlyBy = (ends: RegExp, quote: string): boolean =>
  ends.test(quote) && !BOTH_END.test(quote) && !PROVIDER_ENDS.test(quote.replace(ends, ' '));
/** Whether a refund is given only for an end by the customer. */
const onlyByCustomer = (quote: string): boolean => onlyBy(CUSTOMER_IS_WHO_ENDS, quote);
/** Whether a charge is one for an end by the customer alone. */
const costsCustomer = (quote: string): boolean => onlyBy(OWN_END, quote);

/** Whether a refund is given only for an end by the provider. */
const onlyByProvider = (quote: string): boolean => PROVIDER_ENDS.test(quote) && !CUSTOMER_ENDS.test(quote);

const PIECES = /(?<=[。；;])|(?<=\.)\s/u;

function firstPiece(source: FactSource, fits: (piece: string) => boolean): TermStep['clause'] {
  for (const clause of source.clauses) {
    const piece = clause.text.split(PIECES).find(fits);
    if (piece !== undefined) return citation(source, clause.id, piece.trim());
  }
  return undefined;
}

/** What the text says of money back at an early end: the words that give it, and those that refuse it. */
export interface RefundWords {
  readonly given?: TermStep;
  readonly refused?: TermStep;
}

/** Of the agreement itself, or where it is silent of the others in turn. */
export function refundWords(sources: readonly FactSource[], endedBy?: PrepaidOrder['endedBy']): RefundWords {
  for (const source of sources) {
    const refused = firstPiece(
      source,
      (piece) =>
        NOT_GIVEN_BACK.test(piece) &&
        !ELSE.test(piece) &&
        !FOR_BREACH.test(piece) &&
        !(endedBy === 'provider' && OWN_END.test(piece) && !PROVIDER_ENDS.test(piece)),
    );
    const given = firstPiece(
      source,
      (piece) => GIVES_BACK.test(piece) && OF_UNUSED.test(piece) && !NOT_GIVEN_BACK.test(piece) && !ELSE.test(piece),
    );
    if (!refused && !given) continue;
    return {
      ...(given ? { given: { text: sentence('term.refund.given'), clause: given } } : {}),
      ...(refused ? { refused: { text: sentence('term.refund.refused'), clause: refused } } : {}),
    };
  }
  return {};
}

/** What comes of a prepaid order that ends early. */
export interface EarlyEnd {
  /** The clause that forbids it. */
  readonly ban?: TermStep;
  /** The fee for the part that was not used: a figure, not a claim. */
  readonly unused: Answer<Refund>;
  /** What the text has the customer pay for it, yuan; absent where it states nothing of the kind. */
  readonly fee?: Answer<string>;
  /** What is to be paid back by the text, yuan. Unknown, with bounds, where the text gives nothing or forbids the end. */
  readonly refund: Answer<string>;
}

/** The charge for an early end of an order; of a fee that the order does not tell, unknown. */
function chargeOf(part: Share, order: PrepaidOrder, unused: Refund): Answer<Fen> {
  const months = BigInt(order.months);
  const yearly = order.yearFee ?? (order.months === 12 ? order.total : undefined);
  const bases: Partial<Record<string, string>> = {
    'remaining-term': unused.refund,
    'fees-paid': order.total,
    'month-fee': formatYuan(share(parseYuan(order.total), ratio(1n, months))),
    ...(yearly === undefined ? {} : { 'year-fee': yearly, 'fees-12-months': yearly }),
  };
  const base = typeof part.of === 'string' ? bases[part.of] : undefined;
  if (base === undefined)
    return unknown(
      [
        part.of === 'year-fee'
          ? missingInput('yearFee', sentence('term.renewal.year-fee-missing'))
          : missingInput('base', sentence('term.renewal.base-missing')),
      ],
      [],
    );
  const fen = share(parseYuan(base), shareRatio(part));
  const text = sentence('term.renewal.early-fee', { base, share: creditWords(part), fee: formatYuan(fen) });
  return known(fen, [{ text }]);
}

function earlyEndFee(basis: TermBasis, order: PrepaidOrder, unused: Refund): Answer<Fen> | undefined {
  const fact = pickFact(basis, EARLY_END);
  if (!fact.known) return fact.steps.length > 0 ? fact : undefined;
  // What a customer who leaves pays is nothing to pay where the provider ends it.
  if (order.endedBy === 'provider' && costsCustomer(sentenceOfFact(basis.sources, fact.value))) return undefined;
  const part = shareIn(fact.value);
  if (!part) return unknown([], fact.steps);
  const charge = chargeOf(part, order, unused);
  return restingOn([fact], { ...charge, steps: [...charge.steps, ADJUSTABLE] });
}

const asYuan = (fen: Answer<Fen>): Answer<string> => mapAnswer(fen, formatYuan);

/** What the text says of this end: a ban, whether something is given back, and what it says of other ends. */
function saidOfEnd(basis: TermBasis, { endedBy }: PrepaidOrder) {
  const ban = earlyEndBan(basis.sources);
  const words = refundWords(basis.sources, endedBy);
  const { refused } = words;
  const quote = words.given?.clause?.quote;
  const byProvider = quote !== undefined && onlyByProvider(quote);
  const byCustomer = quote !== undefined && !byProvider && onlyByCustomer(quote);
  // What is paid back at an end by one of them says nothing of an end by the other.
  const given =
    (byProvider && endedBy === 'customer') || (byCustomer && endedBy === 'provider') ? undefined : words.given;
  const only = byProvider ? sentence('term.refund.only-provider') : sentence('term.refund.only-customer');
  const notForMe = given === words.given ? [] : [{ ...words.given, text: only }];
  const told: readonly TermStep[] = [...(ban ? [ban] : []), ...(refused ? [refused] : []), ...notForMe];
  const whose = byProvider && given !== undefined && endedBy === undefined && ban !== undefined;
  return { ban, refused, given, told, whose };
}

/** What is left to be paid back after the charge for the early end. */
function lessCharge(unused: Refund, charge: Answer<Fen> | undefined): { left: string; steps: readonly TermStep[] } {
  const all = parseYuan(unused.refund);
  const off = charge?.known === true ? charge.value : 0n;
  const left = formatYuan(all > off ? all - off : 0n);
  return { left, steps: off > 0n ? [leftStep(all, off, left)] : [] };
}

/** What is paid back, and what is charged, when a prepaid order ends before its time: by the text's own words. */
export function earlyEnd(basis: TermBasis, order: PrepaidOrder): EarlyEnd {
  const unused = refundOfUnused(basis, order);
  const { ban, refused, given, told, whose } = saidOfEnd(basis, order);
  const { endedBy } = order;
  const about = { ...(ban ? { ban } : {}), unused };
  if (refused && !given) return { ...about, refund: restingOn([unused], known('0.00', told)) };
  // The text forbids this very end: no figure is told beside the clause.
  if (ban && !given && endedBy === 'customer') {
    const forbidden: Missing = { what: 'fact', name: 'refund', text: sentence('term.refund.forbidden') };
    return { ...about, refund: unknown([forbidden], told) };
  }
  if (!unused.known) return { ...about, refund: { ...unused, steps: [...told, ...unused.steps] } };
  const charge = earlyEndFee(basis, order, unused.value);
  const fee = charge ? { fee: asYuan(charge) } : {};
  const { left, steps: less } = lessCharge(unused.value, charge);
  const grounds = [unused, ...(charge ? [charge] : [])];
  const steps = [...(given ? [given] : []), ...told, ...less];
  const open = reasons({ given, refused, ban: endedBy === 'provider' ? undefined : ban, charge, whose });
  const refund: Answer<string> =
    open.length === 0 ? known(left, steps) : unknown(open, steps, { atLeast: '0.00', atMost: left });
  return { ...about, ...fee, refund: restingOn(grounds, refund) };
}

const leftStep = (all: Fen, off: Fen, left: string): TermStep => ({
  text: sentence('term.refund.less-fee', { unused: formatYuan(all), fee: formatYuan(off), left }),
});

interface Said extends RefundWords {
  /** The text gives money back only where the provider ends it and forbids the customer to; who did is not said. */
  readonly whose: boolean;
  readonly ban: TermStep | undefined;
  readonly charge: Answer<Fen> | undefined;
}

/** Why nothing sure can be said of what is paid back. */
function reasons({
  given,
  refused,
  ban,
  charge,
  whose,
}: { [Name in keyof Said]: Said[Name] | undefined }): readonly Missing[] {
  if (given && refused) return [{ what: 'conflict', name: 'refund', text: sentence('term.refund.both') }];
  if (whose === true) return [{ what: 'input', name: 'endedBy', text: sentence('term.refund.who-ended') }];
  if (given && ban && !onlyByProvider(given.clause?.quote ?? ''))
    return [{ what: 'conflict', name: 'refund', text: sentence('term.refund.ban-and-given') }];
  if (charge && !charge.known) return charge.missing;
  if (given && KEPT_BACK.test(given.clause?.quote ?? ''))
    return [{ what: 'fact', name: 'refund', text: sentence('term.refund.deduction') }];
  if (given) return [];
  const text = ban ? sentence('term.refund.forbidden') : sentence('term.refund.silent');
  return [{ what: 'fact', name: 'refund', text }];
}
