import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { type FactSource, citation } from '../basis.ts';

const BAN =
  /(?:不应|不得|不能|不可|无权|不支持)[^。；]{0,10}提前(?:终止|退订|解除|取消)|(?:may|can|shall)\s?not[^.;]{0,40}\b(?:terminate|cancel)\b[^.;]{0,30}\b(?:early|before|prior\sto)/iu;
const PREPAID = /预付费|先付费|包年包月|pre-?paid|subscription/iu;
/** The time of a contract, of which a ban speaks that names no kind of order. */
const TERM = /服务期|合同期|有效期|本(?:合同|协议)|订单|期满|届满|\b(?:term|agreement|contract|order|services?)\b/iu;
/** The provider alone is forbidden, or an end before a notice or a time other than the term's. */
const OF_ANOTHER =
  /(?:服务商|提供方|供方|卖方|我们|我方|乙方)(?:亦|也|均)?(?:不应|不得|不能|不可|无权)|\b(?:provider|we|vendor|supplier)\s(?:may|can|shall)\s?not|\bbefore\s(?:giving|the\snotice|having)/iu;

const forbids = (sentenceText: string): boolean =>
  BAN.test(sentenceText) && (PREPAID.test(sentenceText) || TERM.test(sentenceText)) && !OF_ANOTHER.test(sentenceText);

/** The sentence by which an order cannot be ended early by the customer; absent where the document has none. */
export function earlyEndBan(sources: readonly FactSource[]): TermStep | undefined {
  for (const source of sources) {
    for (const clause of source.clauses) {
      const ban = clause.text.split(/(?<=[。；;])/u).find(forbids);
      if (ban === undefined) continue;
      return {
        text: sentence('term.early-end.ban'),
        clause: citation(source, clause.id, ban.trim()),
      };
    }
  }
  return undefined;
}
