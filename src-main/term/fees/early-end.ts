import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { type FactSource, citation } from '../basis.ts';

const BAN =
  /(?:不应|不得|不能|不可|无权|不支持)[^。；]{0,10}提前(?:终止|退订|解除|取消)|(?:may|can|shall)\s?not[^.;]{0,40}\b(?:terminate|cancel)\b[^.;]{0,30}\b(?:early|before)/iu;
const PREPAID = /预付费|先付费|包年包月|pre-?paid|subscription/iu;

/** The sentence by which a prepaid order cannot be ended early; absent where the document has none. */
export function earlyEndBan(sources: readonly FactSource[]): TermStep | undefined {
  for (const source of sources) {
    for (const clause of source.clauses) {
      const ban = clause.text.split(/(?<=[。；;])/u).find((each) => PREPAID.test(each) && BAN.test(each));
      if (ban === undefined) continue;
      return {
        text: sentence('term.early-end.ban'),
        clause: citation(source, clause.id, ban.trim()),
      };
    }
  }
  return undefined;
}
