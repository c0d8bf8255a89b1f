import { creditWords } from '../../agreement/fact-words.ts';
import type { Share } from '../../agreement/fact.ts';
import { sentence } from '../../agreement/sentence.ts';
import { type Answer, type Missing, type TermStep, known, mapAnswer, restingOn, unknown } from '../answer.ts';
import { type FactSource, type TermBasis, citation } from '../basis.ts';
import { pickFact } from '../pick-fact.ts';
import { EARLY_END, shareIn } from '../renewal/questions.ts';
import { ADJUSTABLE } from './adjustable.ts';
import { earlyEndBan } from './early-end.ts';
import { type PrepaidOrder, type Refund, refundOfUnused } from './fees.ts';
import { type Fen, formatYuan, parseYuan, share } from './money.ts';
import { shareRatio } from './share.ts';

const GIVES_BACK = /(?:退还|退回|退款|返还|退费|原路退)(?!押金|保证金|定金|订金)|\brefund/iu;
const OF_UNUSED =
  /未(?:使用|消费|履行|提供|到期|发生)|剩余|余款|余额|余下|结余|unused|unexpired|remaining|pro[- ]?rat|prepaid/iu;
const NOT_GIVEN_BACK =
  /(?:不予?|不再|概不|均不|恕不|无权要求|不得(?:要求|申请)?|不能|不会|不支持|不可|并不)[^，。；;]{0,6}(?:退还|退回|退款|返还|退费|退)|non-?refundable|no refunds?\b|\bnot (?:be )?(?:entitled to (?:a |any )?refund|refund)/iu;
/** Money that is no fee, and an end for a breach: neither is the end of a prepaid order before its time. */
const ELSE = /押金|保证金|定金|订金|deposit/iu;
const FOR_BREACH = /违约|违反|违法|欺诈|逾期|欠费|breach|violat|fraud|default/iu;

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
export function refundWords(sources: readonly FactSource[]): RefundWords {
  for (const source of sources) {
    const refused = firstPiece(
      source,
      (piece) => NOT_GIVEN_BACK.test(piece) && !ELSE.test(piece) && !FOR_BREACH.test(piece),
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
  const bases: Partial<Record<string, string>> = {
    'remaining-term': unused.refund,
    'fees-paid': order.total,
  };
  const base = typeof part.of === 'string' ? bases[part.of] : undefined;
  if (base === undefined)
    return unknown([{ what: 'input', name: 'base', text: sentence('term.renewal.base-missing') }], []);
  const fen = share(parseYuan(base), shareRatio(part));
  const text = sentence('term.renewal.early-fee', { base, share: creditWords(part), fee: formatYuan(fen) });
  return known(fen, [{ text }]);
}

function earlyEndFee(basis: TermBasis, order: PrepaidOrder, unused: Refund): Answer<Fen> | undefined {
  const fact = pickFact(basis, EARLY_END);
  if (!fact.known) return fact.steps.length > 0 ? fact : undefined;
  const part = shareIn(fact.value);
  if (!part) return unknown([], fact.steps);
  const charge = chargeOf(part, order, unused);
  return restingOn([fact], { ...charge, steps: [...charge.steps, ADJUSTABLE] });
}

const asYuan = (fen: Answer<Fen>): Answer<string> => mapAnswer(fen, formatYuan);

/** What is paid back, and what is charged, when a prepaid order ends before its time: by the text's own words. */
export function earlyEnd(basis: TermBasis, order: PrepaidOrder): EarlyEnd {
  const unused = refundOfUnused(basis, order);
  const ban = earlyEndBan(basis.sources);
  const { given, refused } = refundWords(basis.sources);
  const told = [...(ban ? [ban] : []), ...(refused ? [refused] : [])];
  const about = { ...(ban ? { ban } : {}), unused };
  if (refused && !given) return { ...about, refund: restingOn([unused], known('0.00', told)) };
  if (!unused.known) return { ...about, refund: { ...unused, steps: [...told, ...unused.steps] } };
  const charge = earlyEndFee(basis, order, unused.value);
  const fee = charge ? { fee: asYuan(charge) } : {};
  const all = parseYuan(unused.value.refund);
  const off = charge?.known === true ? charge.value : 0n;
  const left = formatYuan(all > off ? all - off : 0n);
  const grounds = [unused, ...(charge ? [charge] : [])];
  const steps = [...(given ? [given] : []), ...told, ...(off > 0n ? [leftStep(all, off, left)] : [])];
  const open = reasons({ given, refused, ban, charge });
  const refund: Answer<string> =
    open.length === 0 ? known(left, steps) : unknown(open, steps, { atLeast: '0.00', atMost: left });
  return { ...about, ...fee, refund: restingOn(grounds, refund) };
}

const leftStep = (all: Fen, off: Fen, left: string): TermStep => ({
  text: sentence('term.refund.less-fee', { unused: formatYuan(all), fee: formatYuan(off), left }),
});

interface Said extends RefundWords {
  readonly ban: TermStep | undefined;
  readonly charge: Answer<Fen> | undefined;
}

/** Why nothing sure can be said of what is paid back. */
function reasons({
  given,
  refused,
  ban,
  charge,
}: { [Name in keyof Said]: Said[Name] | undefined }): readonly Missing[] {
  if (given && refused) return [{ what: 'conflict', name: 'refund', text: sentence('term.refund.both') }];
  if (charge && !charge.known) return charge.missing;
  if (given) return [];
  const text = ban ? sentence('term.refund.forbidden') : sentence('term.refund.silent');
  return [{ what: 'fact', name: 'refund', text }];
}
