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

/** What a change or a fee is of, said before the length of its notice: the cases of one rule. */
export const CASE_WORDS: readonly RegExp[] = [
  /(?:对于?|涉及|属于|如为|若为|如果是|如系)(?<case>[^，。；：,;]{2,24}?)(?:的)?[，,：]/u,
  /(?<case>(?:其他|其它|其余|一般|普通|重大|重要|不利|紧急|非重大|轻微)[^，。；：,;]{0,14}?)(?:的?[，,]|应|须|需|则|可|提前|至少)/u,
  /\b(?:for|in the case of|in case of)\s(?<case>(?:any\s|all\s)?(?:other|material|adverse|minor|major|non-material|emergency)[^,.;]{0,40}?),?\s(?:at\sleast|no|not|with|upon|on|provider|we|the|notice|[\uE001-\uE005])/iu,
  /\b(?<case>(?:any\s|all\s)?(?:other|material|adverse|minor|major|non-material|emergency)\s[^,.;]{0,40}?)\s(?:take|become|require|need|may|shall|will|must|are|is)s?\b/iu,
];
/** The same, said right behind the length: `30 days' notice of material changes`. */
export const CASE_BEHIND: readonly RegExp[] = [
  /^['’]?\s(?:\w+\s){0,4}?(?:notice|notification|in\sadvance|advance)\s(?:of|for|in\sthe\scase\sof|before)\s(?<case>(?:any\s|all\s)?(?:other|material|adverse|minor|major|non-material|emergency|price|fee)[^,.;]{0,40}?)(?=[,.;]|\sand\s|\sor\s|$)/iu,
  /^(?:内|前)?(?:通知|公告|告知)[^，。；]{0,4}?(?<case>(?:其他|其它|其余|一般|普通|重大|重要|不利|紧急)[^，。；：,;]{0,14}?(?:变更|修改|调整|修订))/u,
];
/** Words before a case that do not belong to its name: `对本协议作出重大变更`. */
export const NOT_OF_CASE =
  /^(?:本)?(?:协议|合同|条款|服务条款|规则)?(?:的内容)?(?:作出|做出|进行|发生)(?:的)?(?=[\p{Script=Han}]{2})/u;
/** Both sides by their names: `you or we`, `Customer and Provider`. */
export const SIDE_AND_SIDE =
  /\b(?:you\s(?:or|and)\s(?:we|us)|(?:we|us)\s(?:or|and)\syou|(?:the\s)?(?:customer|client|subscriber)\s(?:or|and)\s(?:the\s)?(?:provider|supplier|vendor|company|licensor)|(?:the\s)?(?:provider|supplier|vendor|company|licensor)\s(?:or|and)\s(?:the\s)?(?:customer|client|subscriber))\b|(?:甲方|客户|用户|您)(?:或|和|与|及|、)(?:乙方|服务商|服务方|我们|我方)|(?:乙方|服务商|服务方|我们|我方)(?:或|和|与|及|、)(?:甲方|客户|用户|您)/iu;

/** Who gives the notice, by the words before its length. */
export const GIVER =
  /(?<both>任何一方|任一方|双方|各方|一方|either\sparty|each\sparty|both\sparties|neither\sparty|a\sparty)|(?<customer>客户|用户|您|\bcustomer\b|\byou\b|\bsubscriber\b)|(?<provider>我们|我方|服务商|提供方|提供者|服务方|供应商|\bprovider\b|\bwe\b|\bvendor\b|\bsupplier\b)/giu;
/** The class before the name of an availability: `企业版月度可用性`, `低频存储的月可用性`. Over what it is measured is no part of the name. */
export const CLASS_OF_LEVEL =
  /(?<case>[\p{Script=Han}A-Za-z0-9（）()_-]{2,16}?)的?(?:每个?)?(?:自然)?(?:月度|季度|年度|(?<![包按])[月季年]|服务|数据)*(?:可用性|可用率|可用度|在线率)/u;
/** Words before an availability that name no class. */
export const NO_CLASS =
  /^(?:本|该|其|此|我们|我方|服务商|乙方|承诺|保证|确保|提供|当|如|若|每|单个|服务周期|整体)|^(?:月|季|年)度$|^(?:服务|系统|总体|平均)$|承诺|保证|低于|达到|的服务$/u;
