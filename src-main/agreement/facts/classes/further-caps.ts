import type { Fact, FactKind } from '../../fact.ts';
import type { Clause } from '../../model.ts';
import { plain } from '../../meaning/sentences.ts';
import { shareOfWords } from '../../quantity/share-words.ts';
import { amountsIn } from '../../quantity/yuan.ts';
import { sentencesWhole } from './side-by-side.ts';

const CAPS: ReadonlySet<FactKind> = new Set(['credit-cap', 'liability-cap']);

/** A share that a part of a sentence bounds, what is bounded being left out: `乙类不超过50%`, `乙类以50%为限`. */
const BOUNDED =
  /(?:不(?:得|应|会|能)?(?:超过|高于|多于)|最高(?:不超过|为)?|上限为?|至多为?)[^，；;。%\d]{0,16}?(?<most>\d+(?:\.\d+)?)\s?%|以[^，；;。%\d]{0,16}?(?<limit>\d+(?:\.\d+)?)\s?%为(?:上)?限/gu;
/** Of something else than what is paid. */
const OF_OTHERS =
  /误差|偏差|丢包|错误率|失败率|税|利率|利息|涨幅|涨价|降幅|违约金|滞纳金|折扣|比重|波动|手续费|抽[检样查]|(?<!赔付|赔偿|补偿|返还|抵扣)率/u;

/** The share that a cap is, in figures or in words; beside a sum it is one of two bounds. */
function shareIn({ value }: Fact): number | undefined {
  const isSum = typeof value === 'string' && amountsIn(value).length > 0;
  const share = typeof value === 'string' && !isSum ? shareOfWords(value) : value;
  return typeof share === 'object' && 'amount' in share && share.unit === 'percent' ? share.amount : undefined;
}

/** The first part of a sentence that bounds a share which none of its caps is. */
function further(sentence: string, shares: ReadonlySet<number | undefined>): string | undefined {
  for (const part of plain(sentence).split(/[，；;。]/u)) {
    if (OF_OTHERS.test(part)) continue;
    for (const { groups } of part.matchAll(BOUNDED)) {
      if (!shares.has(Number(groups?.['most'] ?? groups?.['limit']))) return part.trim();
    }
  }
  return undefined;
}

/**
 * The facts with a cap in doubt where its sentence caps another share for another case, class or customer, and nobody read that: which of
 * them holds is not certain, and the first of two is never taken for all.
 */
export function besideFurtherCaps(
  facts: readonly Fact[],
  sources: readonly { readonly clause: Clause }[],
): readonly Fact[] {
  const doubted = new Map<Fact, Fact>();
  for (const { clause } of sources) {
    const own = facts.filter((fact) => fact.clause === clause.id && CAPS.has(fact.kind));
    for (const { start, end } of own.some((fact) => shareIn(fact) !== undefined) ? sentencesWhole(clause.text) : []) {
      const sentence = clause.text.slice(start, end).trim();
      const here = own.filter(({ quote }) => quote.trim() !== '' && sentence.includes(quote.trim()));
      const shares = new Set(here.map(shareIn));
      const doubt = here.length === 0 || shares.has(undefined) ? undefined : further(sentence, shares);
      if (doubt === undefined) continue;
      // A class that only one of them names is not the class of the other: none of them is certain of any.
      for (const fact of here) {
        const { scope: _scope, ...ofAll } = fact;
        doubted.set(fact, { ...ofAll, doubt, quote: sentence });
      }
    }
  }
  return facts.map((fact) => doubted.get(fact) ?? fact);
}
