import type { Fact, Share } from '../fact.ts';
import type { Clause } from '../model.ts';
import { plain, sentences } from '../meaning/sentences.ts';
import { creditBase, OUTAGE_FEE } from '../quantity/credit-base.ts';
import { shareOfWords } from '../quantity/share-words.ts';
import { feeSharesIn } from '../quantity/shares/worded-shares.ts';
import { levelFigures } from './levels/level-figures.ts';

/** What is promised was not kept, said without saying below which level. */
const NOT_KEPT =
  /\b(?:SLA|service\slevel|availability|uptime)\s(?:violation|breach|failure|default)|\bfails?\sto\s(?:meet|achieve|satisfy)|\bdoes\snot\s(?:meet|achieve|satisfy)|\b(?:is|are|was|were)\s(?:missed|not\s(?:met|reached|achieved|kept|satisfied))|\bmisses\s(?:it|this|that|the)\b|(?:未|没有|不能|未能)(?:达到?|达标|满足|符合)|低于(?:上述|前述|该|承诺|约定)|不达标/iu;
/** That the service was down, whether or not the promise was kept. */
const DOWN = /不可用|故障|中断|停机|宕机|\boutages?\b|\bdown\s?time\b|unavailab|\binterrupt|\blost\b|丢失/iu;
/** A level that the clause states before: the credit is given below it, and not for every outage. */
const LEVEL = /\d\s*[%％]|百分之|per\s?cent|承诺|\bpromised?\b|\bcommit/iu;
const CREDIT = /\bcredits?\b|compensat|refund|赔偿|补偿|赔付|代金券|减免|返还/iu;
/** What the customer gets when a promise is not kept is a credit, whatever it is called. */
const GETS =
  /\b(?:customers?|you|clients?|subscribers?)\s(?:(?:shall|will|may|can)\s)?(?:(?:be|is|are)\sentitled\s(?:to|for)|receives?|gets?|obtains?)\b|(?:客户|用户|甲方|您|您方)(?:可以?|将|应|有权)?(?:获得|得到|享有|收取|取得|领取)/iu;
const CAPPED = /exceed|maximum|at\smost|capped|limited\sto|不(?:得|会|应)?超过|上限|最高|至多|为限/iu;

/** The level that is promised, said in the words of the credit itself: it is no share of anything. */
const withoutPromise = (words: string, promise: number | undefined): string =>
  levelFigures(plain(words), false)
    .filter(({ value, percent, as }) => percent && as !== 'plain' && value === promise)
    .reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), words);

/** The words before the part that caps the credit; none where the whole sentence is about the cap. */
function withoutCap(words: string): string {
  const at = words.search(CAPPED);
  if (at < 0) return words;
  const comma = Math.max(words.lastIndexOf('，', at), words.lastIndexOf(',', at));
  return comma < 0 || !CREDIT.test(words.slice(0, comma)) || !/\d|百分之|倍/u.test(words.slice(0, comma))
    ? ''
    : words.slice(0, comma);
}

const promiseOf = ({ value }: Fact): number | undefined =>
  typeof value === 'object' && 'promise' in value && !value.target ? value.promise : undefined;

/**
 * Below which level a sentence gives its credit: the promise, where it is given when that was not kept; every outage, where it is given
 * as so many times the fee of the lost time and nothing said before speaks of a level. Absent where neither is certain.
 */
function belowOf(words: string, before: string, promise: number | undefined, share: Share): number | undefined {
  if (NOT_KEPT.test(words)) return promise;
  if (share.of !== 'outage-fee' || share.unit !== 'times') return undefined;
  if (NOT_KEPT.test(before)) return promise;
  return DOWN.test(words) && !LEVEL.test(before) ? 100 : undefined;
}

/** Whether words give something because the promise was not kept, or because the service was down. */
const isOfAFault = (words: string): boolean => NOT_KEPT.test(words) || OUTAGE_FEE.test(words);

/**
 * The one tier of a text that gives a credit whenever its one promise is not kept: “if the promise is not met, 20 % of …”, or so many times
 * the fee of the lost time. Nothing where levels are stated, or several promises.
 */
export function proseCredit(clauses: readonly Clause[], known: readonly Fact[]): readonly Fact[] {
  if (known.some(({ kind }) => kind === 'credit-tier')) return [];
  const promises = new Set(known.flatMap((fact) => promiseOf(fact) ?? []));
  const [promise] = promises;
  if (promises.size > 1) return [];
  const found = clauses.flatMap((clause) =>
    sentences(clause.text).flatMap(({ start, end }): readonly Fact[] => {
      const words = withoutCap(clause.text.slice(start, end).trim());
      if (!CREDIT.test(words) && !(GETS.test(words) && isOfAFault(words))) return [];
      const said = withoutPromise(words, promise);
      const isShare = /%|％|百分之|per\s?cent|倍|\btimes\b/iu.test(said) || feeSharesIn(plain(said)).length > 0;
      const share = isShare ? shareOfWords(said) : undefined;
      if (!share || (share.unit === 'percent' && share.amount > 100)) return [];
      const of = creditBase([words], { words: '' });
      const below = belowOf(words, clause.text.slice(0, start), promise, { ...share, of });
      if (below === undefined || (share.unit === 'percent' && share.amount === below)) return [];
      // A multiple of no fee is one of the time that was down: that is no share of anything.
      if (share.unit === 'times' && typeof of !== 'string' && of.words === '') return [];
      const credit: Share = { ...share, of };
      const value = { below, credit } as const;
      return [
        {
          id: `${clause.id}/credit-tier/1`,
          kind: 'credit-tier',
          value,
          unit: share.unit,
          clause: clause.id,
          quote: words,
        },
      ];
    }),
  );
  const different = new Set(found.map(({ value }) => JSON.stringify(value)));
  return different.size === 1 ? found.slice(0, 1) : [];
}
