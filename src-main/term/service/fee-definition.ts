import { leavesOutVouchers } from '../../agreement/quantity/share-words.ts';
import { type FactSource, type TermBasis, citation, sourcesStating } from '../basis.ts';
import type { TermStep } from '../answer.ts';

/** The month's fee as what a definition defines: `月服务费：`, `“月度服务费用”是指`, `Monthly Service Fee means`. */
const DEFINES_FEE =
  /^\s*(?:the\s+)?[“"「『]?(?:月度?|每月|当月)?(?:服务)?费用?[”"」』]?\s*(?:[：:]|，?是?指)|^\s*(?:the\s+)?[“"]?monthly (?:service )?(?:fees?|charges?)[”"]?\s*(?:[：:]|(?:shall )?means?\b)/iu;

const sentences = (text: string): readonly string[] => text.match(/[^。；;\n]+[。；;]?/gu) ?? [];

function definition(source: FactSource): TermStep['clause'] {
  for (const { id, text } of source.clauses) {
    const quote = sentences(text).find((each) => DEFINES_FEE.test(each) && leavesOutVouchers(each));
    if (quote !== undefined) return citation(source, id, quote.trim());
  }
  return undefined;
}

/**
 * The words by which the document that promises the credit defines the month's fee as what is left without vouchers; absent
 * where it has no such definition. The definition of another document binds no credit of this one.
 */
export function feeWithoutVouchers({ sources }: Pick<TermBasis, 'sources'>): TermStep['clause'] {
  return sourcesStating(sources, 'credit-tier').flatMap((source) => definition(source) ?? [])[0];
}
