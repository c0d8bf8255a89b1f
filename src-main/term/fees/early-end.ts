import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { type FactSource, citation } from '../basis.ts';

/** An early end is forbidden, not something else for the reason that there was one: `不得因…提前解除…而拒绝…`. */
const BAN =
  /(?:不应|不得|不能|不可|无权|不支持)(?![^。；，]{0,6}(?:因|由于)[^。；，]{0,12}提前[^。；，]{0,20}，?而(?![且非是应须])|[^。；，]{0,6}以[^。；，]{0,12}提前[^。；，]{0,12}为由)[^。；]{0,10}提前(?:终止|退订|解除|取消)|(?:may|can|shall)\s?not[^.;]{0,40}\b(?:terminate|cancel)\b[^.;]{0,30}\b(?:early|(?:before|prior\sto)\b(?!\s(?:giving|(?:the\s)?notice|having)))/giu;
const PREPAID = /预付费|先付费|包年包月|pre-?paid|subscription/iu;
/** The time of a contract, of which a ban speaks that names no kind of order. */
const TERM = /服务期|合同期|有效期|本(?:合同|协议)|订单|期满|届满|\b(?:term|agreement|contract|order|services?)\b/iu;
/** A notice, or the other's consent, is enough to end it: the words say that it is absent, not that one may not ask for it. */
const ON_NOTICE =
  /(?:未(?![按依])|除非|没有|不(?![得能可应予论管]|支持))(?:(?![且并而]|不[得能可应予])[^，。；]){0,16}(?:通知|告知|同意|协商|许可|批准)|除[^，。；]{0,16}(?:通知|同意|协商)[^，。；]{0,6}外|\b(?:(?<!\bor\s)without|unless|until|before|prior\sto)\b[^.;]{0,50}\b(?:(?<!\bor\swithout\s(?:\w+\s){0,3})notice|notif\w+|consent\w*|agree[sd]?(?!\s(?:upon\s)?(?:\w+\s)?(?:term|time|period|duration|date)\b)|approv\w+)\b/iu;
const PROVIDER =
  '服务商|提供方|提供商|供应商|供方|卖方|我们|我方|我司|本公司|乙方|\\b(?:provider|we|vendor|supplier|company)\\b';
const CUSTOMER = '客户|用户|您|甲方|任何一方|任一方|双方|各方|\\b(?:customer|you|client|subscriber|party|parties)\\b';
/** A provider is an object, or stands before what is the customer's to end (`向乙方预付…`, `我们提供的…`): it is not who is forbidden. */
const OF_PROVIDER =
  '(?<![向与从由经给按依据照自在]|通过|\\b(?:with|to|from|by|of|through|via|for|under)\\s(?:the\\s|our\\s)?)';
const NOT_PROVIDERS_OWN =
  "(?!所?(?:[向为给对](?:客户|用户|您|甲方|贵方))?[^，。；在于就自按依对向应将本该此其任不]{0,6}的(?!义务|责任|承诺|保证|关联|代理|分包|权利)|[’']s\\b)";
const PARTY = new RegExp(
  `${OF_PROVIDER}(?<provider>${PROVIDER})${NOT_PROVIDERS_OWN}(?!\\s?(?:和|与|及|或|、|and\\b|or\\b)\\s?(?:the\\s)?(?:${CUSTOMER}))|${CUSTOMER}`,
  'iu',
);

/** Whether the one who is forbidden is the provider: who is named first in the clause of the ban, or else in the nearest before it. */
function isProviders(before: string): boolean {
  const named = before
    .split(/[，,：:]/u)
    .toReversed()
    .map((clause) => PARTY.exec(clause));
  return named.find((party) => party !== null)?.groups?.['provider'] !== undefined;
}

/** Whether words forbid the customer to end an order early: a prepaid one, or one before the end of a contract's time. */
function forbids(words: string): boolean {
  return [...words.matchAll(BAN)].some(({ index }) => {
    const starts = Math.max(0, ...[...words.slice(0, index).matchAll(/\.\s/gu)].map((end) => end.index + 1));
    if (isProviders(words.slice(starts, index))) return false;
    const [own = ''] = words
      .slice(starts)
      .split(/(?<=\.)\s/u)
      .filter((each) => each !== '');
    return PREPAID.test(words) || (TERM.test(own) && !ON_NOTICE.test(own));
  });
}

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
