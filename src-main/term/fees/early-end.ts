import { sentence } from '../../agreement/sentence.ts';
import type { TermStep } from '../answer.ts';
import { type FactSource, citation } from '../basis.ts';

/** An early end is forbidden, not something else for the reason that there was one: `不得因…提前解除…而拒绝…`. */
const BAN =
  /(?:不应|不得|不能|不可|无权|不支持)(?![^。；，]{0,6}(?:因|由于)[^。；，]{0,12}提前[^。；，]{0,20}，?而(?![且非是应须])|[^。；，]{0,6}以[^。；，]{0,12}提前[^。；，]{0,12}为由)[^。；]{0,10}提前(?:终止|退订|解除|取消)|(?:may|can|shall)\s?not[^.;]{0,40}\b(?:terminate|cancel)\b[^.;]{0,30}\b(?:early|(?:before|prior\sto)\b(?!\s(?:giving|(?:the\s)?notice|having)))/giu;
const ENDED_EN = '(?:terminated|cancel?led|ended|withdrawn)';
/** The time of an order, or a part of it: an end within a few hours, or in an app, is another matter. */
const ITS_TIME = "(?:[\\w’'-]+\\s){0,5}?(?:terms?|periods?|end|expir\\w+|years?|months?|commitments?)\\b";
/** The words that refuse something: who stands before them refuses, and who stands behind is refused. */
const REFUSED = '不允许|不接受|禁止|概不接受';
/** Other words for it: passive, by a noun, of the order itself. Unlike `may not terminate early` each needs no word for being early. */
const PASSIVE = new RegExp(
  `\\b(?:(?:may|can|shall|must|will)\\s?not|can['’]t)\\s(?:\\w+\\s){0,2}?be\\s(?:\\w+\\s){0,2}?${ENDED_EN}(?=\\s?(?:$|[.;,]|\\b(?:early|by\\s(?:the\\s)?(?:customer|client|you|subscriber)|for\\sconvenience|at\\sany\\stime|for\\sthe\\s(?:first|initial|whole|full|entire)|(?:(?:during|within|throughout|in)\\s${ITS_TIME}|(?:before|prior\\sto|until)(?!\\s(?:giving|(?:the\\s)?notice|having))))\\b))`,
  'giu',
);
const REFUSAL = new RegExp(`(?:${REFUSED})[^，。；]{0,8}提前(?:终止|退订|解除|取消)`, 'gu');
const FURTHER_BANS: readonly RegExp[] = [
  PASSIVE,
  REFUSAL,
  /\bnon-?\s?(?:cancel?lable|terminable)\b|\bnot\s(?:be\s)?(?:cancel?lable|terminable)\b/giu,
  new RegExp(
    `\\bno\\s(?:early\\s(?:termination|cancel?lation)\\b(?!\\s(?:fees?|charges?|penalt\\w+|costs?))|(?:right|entitlement|option)\\s(?:to|of)\\s(?:early\\s(?:terminat\\w+|cancel\\w*)|(?:terminate|cancel)\\b[^.;,]{0,40}\\b(?:early|before|prior\\sto|during))|(?:termination|cancel?lation)s?\\s(?:before|prior\\sto|during)\\s${ITS_TIME})`,
    'giu',
  ),
  /\bearly\s(?:termination|cancel?lation)\b(?!\s(?:fees?|charges?))[^.;,]{0,40}?\b(?:(?:is|are|be)\s(?:excluded|prohibited|ruled\sout)|not\s(?:be\s)?(?:permitted|allowed|possible|available|accepted))\b/giu,
  /\b(?:orders?|subscriptions?|agreement|contract|commitments?|purchases?)\b[^.;]{0,40}\birrevocabl[ey]\b(?!\s(?:licen[cs]e|right|consent|authori[sz]))[^.;]{0,40}\b(?:for|during|throughout|until)\b[^.;]{0,30}\b(?:term|period|years?|months?)\b/giu,
  /\bnot\s(?:be\s)?entitled\sto\s(?:terminate|cancel)\b[^.;,]{0,40}\b(?:early|during|(?:before|prior\sto)\b(?!\s(?:giving|(?:the\s)?notice|having)))/giu,
  /(?<!试用|测试|体验|免费|未支付的?|未付款的?|退款|退货|换货|通知)(?:订单|订阅|套餐|本合同|本协议)(?:(?:一经|一旦)?(?:支付|付款|提交|确认|生效|成立|签订|签署|下单|开通|购买)(?:成功|完成)?(?:后|之后|以后)?)?(?:即|便|则|均|都|概|一律)?(?:不可|不能|不得)(?:取消|退订|撤销)(?![的权])/gu,
];
/** What a passive ban is of, where it is of an order or the contract itself: the subject of its clause, with what stands behind that. */
const OF_AN_ORDER =
  /^\s*(?:(?:and|or|but|that|so|then|hence|therefore)\s)*(?:(?!(?:for|of|to|in|on|under|with|from|by|at|that|which)\b)[\w'’-]+\s){0,4}?(?:orders?|subscriptions?|agreements?|contracts?|plans?|packages?|commitments?|purchases?|services?|obligations?)(?:\s(?:forms?|placed|made|accepted|signed|entered|confirmed|purchased|under|of|for|by|in|that|which|and|or|once)\b.*)?\s*$/iu;

/** Whether the subject of a passive ban is what was ordered: of its clause, or of the one around what stands between commas. */
function isOfOrder(before: string): boolean {
  const clauses = before.split(/[,;:.]/u);
  const last = clauses.at(-1) ?? '';
  return OF_AN_ORDER.test(last.trim() === '' ? (clauses.find((each) => each.trim() !== '') ?? '') : last);
}

/** What the words before a ban make no ban of: a case, what is set apart, what holds no longer. */
const LIFTED =
  /(?:\b(?:unless|if|where|whether|when|other\sthan|except(?:\sfor|ing)?|no\slonger|not|nothing|never|neither|does\snot\smean)\b[^.;,]{0,40}|(?:如果?|若|除|并非|不再|非)[^，。；]{0,12})$/iu;
/** The words behind a ban that take it back: `…，但可随时退订`, `…, but may be ended on 30 days’ notice`. */
const LIFTED_BEHIND =
  /(?:但|然而)[^。；]{0,20}(?:退订|退款|终止|解除|取消|结束|停用|退还)|[，,]\s?(?:仍|也|却)?可以?随时|除外|\b(?:but|however|although)\b[^.;]{0,40}\b(?:end|terminat|cancel|refund|withdraw)\w*|\bexcept\b/iu;
/** The cases that lie with the other side, or in the law, leave a ban what it is. */
const OF_A_FAULT =
  /法律|法规|违约|违反|过错|不可抗力|另有|(?:不|无权|无法|不能|不予)(?:得|可|能)?(?:退|申请退|要求退)|\b(?:laws?|breach\w*|cause|default|insolven\w+|force\smajeure|otherwise|no\srefunds?|not\s(?:be\s)?refund\w*|without\s(?:a\s)?refund)\b/iu;

const isLiftedBehind = (behind: string): boolean => LIFTED_BEHIND.test(behind) && !OF_A_FAULT.test(behind);

const PREPAID = /预付费|先付费|包年包月|pre-?paid|subscription/iu;
/** What is ordered, or paid for it: of nothing else is said that it cannot be cancelled. */
const ORDERED =
  /\b(?:orders?|subscriptions?|purchases?|plans?|commitments?|payment\sobligations?|fees|pre-?paid|early)\b|预付费|先付费|包年包月|订单|订阅|套餐|提前/iu;
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

/** Whether the words of a ban name the provider as who would end it: `may not be cancelled early by the provider`, `不得由服务商提前解除`. */
const BY_PROVIDER = new RegExp(
  `^[^.;,，。；]{0,40}?(?:(?<!\\b(?:provided|supplied|offered|operated|hosted|sold|delivered|given|set|granted|run|made\\savailable)\\s(?:\\w+\\s)?)\\bby\\s(?:the\\s)?(?:provider|us|vendor|supplier|company)\\b(?!\\s(?:or|and)\\b)|由(?:${PROVIDER})(?:单方面?|擅自|任意|自行)?(?:提前)?(?:终止|退订|解除|取消|撤销))`,
  'iu',
);

/** Whether it is the provider who is forbidden: where something is refused, who stands behind that word, and never who refuses. */
function bindsProvider(ban: string, before: string): boolean {
  const refused = new RegExp(`^(?:${REFUSED})(?<whom>.*)$`, 'su').exec(ban);
  if (!refused) return isProviders(before);
  const whom = PARTY.exec(refused.groups?.['whom'] ?? '');
  if (whom) return whom.groups?.['provider'] !== undefined;
  return ban.startsWith('禁止') && isProviders(before);
}

/** The sentence that a place stands in, of English words; in Chinese the words are one already. */
function sentenceAt(words: string, index: number): { readonly starts: number; readonly own: string } {
  const starts = Math.max(0, ...[...words.slice(0, index).matchAll(/\.\s/gu)].map((end) => end.index + 1));
  const [own = ''] = words
    .slice(starts)
    .split(/(?<=\.)\s/u)
    .filter((each) => each !== '');
  return { starts, own };
}

/** Whether words forbid the customer to end an order early: a prepaid one, or one before the end of a contract's time. */
function forbids(words: string): boolean {
  const isBan = ({ index, 0: ban }: RegExpExecArray, further: boolean, passive = false): boolean => {
    const { starts, own } = sentenceAt(words, index);
    const before = words.slice(starts, index);
    const behind = own.slice(index - starts + ban.length);
    if (bindsProvider(ban, before) || BY_PROVIDER.test(ban + behind)) return false;
    if (further && (LIFTED.test(before) || isLiftedBehind(behind) || ON_NOTICE.test(own))) return false;
    if (passive && !isOfOrder(before)) return false;
    const isOfTerm = TERM.test(own) && !ON_NOTICE.test(own);
    return further ? isOfTerm || ORDERED.test(own) : PREPAID.test(words) || isOfTerm;
  };
  return (
    [...words.matchAll(BAN)].some((match) => isBan(match, false)) ||
    FURTHER_BANS.some((pattern) =>
      [...words.matchAll(pattern)].some((match) => isBan(match, true, pattern === PASSIVE)),
    )
  );
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
