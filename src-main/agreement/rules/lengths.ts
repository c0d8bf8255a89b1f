import { over } from './term.ts';

/** What is said of a length beside its number. */

/** Right before a length: that length itself is not enough (Civil Code, Art. 1259: “over” leaves the number out). */
export const MORE_THAN =
  /(?:(?<!不)(?<!不得)(?<!不会)(?<!不应)超过|超出|(?<!不)逾|大于|多于|长于)(?:了)?\s*$|\b(?:(?<!\bno\s)(?<!\bnot\s)more\sthan|exceed(?:s|ing|ed)?|longer\sthan|in\sexcess\sof|greater\sthan|beyond|over)\s(?:a\s(?:period|total)\sof\s)?(?:a\s)?$/iu;

/** An order is kept, or must be paid, for so many hours or minutes. */
export const ORDER_LAPSES = over(
  String.raw`(?:下单|订单|订购|提交订单)[^，。；]{0,20}?(?<q>[\uE005\uE006])(?:内|之内|以内)[^。；]{0,12}?(?:付|支付|缴|结清)`,
  String.raw`(?<q>[\uE005\uE006])(?:内|之内|以内)[^，。；]{0,8}?(?:未|没有)[^，。；]{0,6}?(?:付|支付|缴)[^。；]{0,20}?订单`,
  String.raw`(?:保留|预留)[^，。；]{0,8}?(?<q>[\uE005\uE006])[^。；]{0,30}?(?:付|支付|缴)`,
  String.raw`\b(?:pay|paid|payment)\b[^.;]{0,60}?\bwithin\s(?<q>[\uE005\uE006])\s(?:of|after|from)\s(?:\w+\s){0,2}(?:order|purchase)`,
);

/** What a change, a fee or a level is of, said before it: the cases of one rule. */
export const CASE_WORDS: readonly RegExp[] = [
  /(?:对于?|涉及|属于|如为|若为|如果是|如系)(?<case>[^，。；：,;]{2,24}?)(?:的)?[，,：]/u,
  /(?<case>(?:其他|其它|其余|一般|普通|重大|重要|不利|紧急)[^，。；：,;]{0,14}?)(?:的?[，,]|应|须|需|则|可|提前|至少)/u,
  /\b(?:for|in the case of|in case of)\s(?<case>(?:any\s|all\s)?(?:other|material|adverse|minor|major|non-material|emergency)[^,.;]{0,40}?),?\s(?:at\sleast|no|not|with|upon|on|provider|we|the|notice|\uE001|\uE002|\uE003)/iu,
];
/** The class before the name of an availability: `企业版月度可用性`, `低频存储的服务可用性`. */
export const CLASS_OF_LEVEL =
  /(?<case>[\p{Script=Han}A-Za-z0-9（）()_-]{2,16}?)的?(?:月度|季度|年度|服务|数据)*(?:可用性|可用率|可用度|在线率)/u;
/** Words before an availability that name no class. */
export const NO_CLASS =
  /^(?:本|该|其|此|我们|我方|服务商|乙方|承诺|保证|确保|提供|当|如|若|每|单个|服务周期|整体)|承诺|保证|低于|达到|的服务$/u;
