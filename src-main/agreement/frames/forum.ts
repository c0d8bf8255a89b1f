import type { CourtByRule } from '../fact.ts';
import { isDenied } from './polarity.ts';
import { type Slot, slotsOf, unshouted } from './slots.ts';

/** The slots of a sentence that says who decides a dispute: the dispute, that it is brought there, the forum. */

/** What a dispute is brought by, to or before; of a clause alone in a list, `起诉` is enough. */
const BROUGHT =
  /管辖|转交|提起|起诉|诉讼|诉至|诉诸|诉前|提交|提请|递交|裁决|裁判|解决|申请仲裁|仲裁|\b(?:jurisdictions?|venue|brought|bring|submit\w*|fil(?:e|ed|ing)|sue|suits?|lawsuits?|litigat\w+|actions?|proceedings?|resolv\w+|settl\w+|determin\w+|heard|adjudicat\w+|competen(?:t|ce)|forum|disputes?|claims?)\b|\bcourts?\s(?:in|under|of|referred\sto\sin)\s(?:[Cc]lause|[Ss]ection|[Aa]rticle)\b|\b(?:agree|choos|select|elect)\w*\s(?:that\s)?[^.;,]{0,30}\bcourts?\b/iu;
/** Right before a court that does something else: it finds a clause void, orders, enters an award. */
const OTHER_BEFORE =
  /\b(?:deemed|held|hold|holds|found|finds?|ruled|adjudged|declared|unenforceable|invalid|illegal|order(?:ed)?|subpoena|award|entered|enforced|injunct\w+|relief|restrain\w*|required|small\sclaims?|appeals?\s(?:to|before))\b[^.;,]{0,40}$|\b(?:you|consumers?|data\ssubjects?|he|she|users?|members?|individuals?)\s(?:may|can)\salso\b[^.;]{0,100}$|(?:被|经|由)[^，。；]{0,6}$/iu;
/** Right behind it: what it does. */
const OTHER_BEHIND =
  /^\sfor\sthe\sjudicial\sdistrict\b|^[^.;,]{0,12}\b(?:finds?|holds?|orders?|determines?|rules?|declares?|decides?(?!\s(?:(?:an?|any|all|the|such|our|your)\s)?(?:disputes?|claims?|matters?|disagreements?))|judg\w+|injunct\w+|ha(?:s|ve)\s(?:the\s)?(?:authority|power)\sto)\b|^[^.;]{0,30}\b(?:invalid|unenforceable|illegal|void)\b|^(?:的)?(?:判决|裁定|命令|认定|强制|依法|要求)/iu;

/** Whose or what's place a court is told by, without whose it is. */
export const SEAT =
  '(?:主要|实际|所属)?(?:所在地|住所所在地|住所地|所在成员国|居住地|住所|签订地|签署地|签约地|履行地|注册地|登记地|办公地|(?:主要)?(?:营业|经营)(?:所在)?地|营业所在地|(?:主要)?办事机构所在地|侵权行为地|财产所在地|标的物所在地)';
/** A court by a rule: whoever's seat, wherever something is signed. */
const BY_RULE_ZH = new RegExp(
  String.raw`(?<value>(?:(?!向|由|至|到|在|于|请|交|提交|提请|诉诸|起诉|以|可|应|均|的|为|将|方|首先|即|任何|意将)\p{Script=Han}|[A-Za-z\d]|(?:甲|乙|丙|丁|我|对|双|一|各|供|需|出租|承租|出借|借款|服务|付款|守约|违约|委托|受托|数据输出)方){0,20}?(?:的)?${SEAT}|当地)(?:[，,（(]\s?(?<place>[^，。；,（）()]{2,40})[）)，,]\s?)?(?:(?:的|有|具有|管辖权|级别|相应|基层|中级|高级|一审|第一审|属地|专属)*)(?:人民)?法院`,
  'gu',
);
/** Of a list behind `下列…法院`, whose items are places and name no court themselves. */
const LISTED_ZH = new RegExp(
  String.raw`(?:^|[：:；;，,]|[a-zA-Z]\s)\s?(?:还包括)?(?<value>(?:(?!向|由|于)[\p{Script=Han}A-Za-z]){2,16}?${SEAT})(?=等|[；;。，（(]|$)`,
  'gu',
);
const LIST_HEAD_ZH = /(?:以下|下列)[^，。；]{0,6}法院/u;

const LEGAL = String.raw`(?:[Pp]eople['’]?s|[Ff]ederal|[Ss]tate|[Dd]istrict|[Ss]uperior|[Ss]upreme|[Hh]igh|[Cc]ounty|[Cc]ommercial|[Cc]ivil|[Ll]ocal|[Cc]ompetent|[Pp]rovincial|[Oo]rdinary|[Aa]ppropriate)`;
const NAME = String.raw`(?:(?!Only\b)[A-Z][\p{L}'’.-]*\p{L}|U\.?S\.?A?\.?|D\.C\.)`;
const JOIN = String.raw`(?:,?\s(?:and|of|the|de|am|an|der|upon|[Ss]tate|[Cc]ounty|[Dd]istrict|city|[Rr]epublic|or|for|in)(?!\s(?:Parties|Party|Customer|You|User|We)\b)){0,4},?\s(?!Parties|Party|Customer|You|User|We\b)`;
const PLACE = String.raw`(?:the\s)?(?:(?:[Ss]tate|[Cc]ounty|[Cc]ity|[Dd]istrict|[Rr]epublic|[Cc]anton|[Pp]rovince|[Cc]ommonwealth|[Cc]ourts?)\s(?:and\s[Cc]ounty\s)?(?:of|in)\s(?:the\s)?){0,3}${NAME}(?:${JOIN}${NAME}|\s[IVX]+\b){0,12}`;
const COURT = String.raw`(?:(?:and|or|the|${LEGAL})[\s,]{1,3}){0,8}(?:[Cc]ourts?|[Tt]ribunals?)`;

/** `the courts located in Dublin, Ireland`, `the state and federal courts of …`, `people's court with jurisdiction in …`. */
const NAMED_EN: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<value>(?:${NAME}\s){0,3}${COURT}(?:\s(?:of\scompetent\sjurisdiction|with\sjurisdiction|having\s(?:competent\s)?jurisdiction|competent))?,?(?:\s(?:that\sare\s)?(?:located|sitting|situated|seated|residing))?\s(?:of|in|within|for|at|over|covering)(?:\sor\s(?:near|around))?\s${PLACE})`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<value>(?:${NAME}(?:\s(?:of|the|and))?\s){1,5}?(?:(?:People['’]s|District|High|Superior|Supreme|County|Circuit|Regional|Commercial|Chancery)\s){0,3}(?:Court|court|Courts|courts|Tribunal)\b(?:\s(?:of|in|for|located\sin)\s${PLACE})?)`,
    'gu',
  ),
  new RegExp(String.raw`(?<value>(?:Northern|Southern|Eastern|Western|Central)\sDistrict\sof\s${PLACE})`, 'gu'),
  // A venue is a forum by itself, a jurisdiction only with a county or a city: `jurisdiction of the State` may be its law.
  new RegExp(
    String.raw`\b(?:[Vv]enue|[Pp]lace\sof\s(?:exclusive\s)?jurisdiction)\b(?:\sfor\s[^.;,]{0,60}?)?\s(?:(?:shall|will|is|lies?|be|to|exclusively|solely|located|proper(?:ly)?|only)\s){0,4}(?:(?:of|in|is|be|lie|within)\s){1,2}(?:the\s)?(?<value>${PLACE})`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:filed|brought|commenced|instituted|litigated|heard|maintained)\s(?:\w+ly\s|only\s)?in\s(?<value>(?:${NAME}\s){1,3}(?:County|Parish)\b(?:,\s${NAME}(?:\s${NAME})?)?)`,
    'gu',
  ),
  // An exclusive jurisdiction is one of courts, whether or not they are named; so is one in a city of a state.
  new RegExp(
    String.raw`\b(?:[Ee]xclusive|[Ss]ole)\s(?:[Pp]lace\sof\s)?[Jj]urisdiction(?:\sand\s[Vv]enue)?(?:\sfor\s[^.;,]{0,60}?)?\s?(?::|(?:(?:shall|will|is|be|lies?|of|in|with|to)\s?){1,3})\s?(?:the\s)?(?<value>(?!Courts?\b|Clause|Section)${NAME}(?:\s${NAME}){0,2},\s${NAME}(?:\s${NAME})?)(?=[.;,)]|\s(?:and|for|over|with|in)\b|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:[Dd]isputes?|[Cc]laims?|[Aa]ctions?)\b[^.;]{0,60}\bjurisdiction\sof\s(?:the\s)?(?<value>(?!Courts?\b)${NAME}(?:\s${NAME}){0,2},\s${NAME}(?:\s${NAME})?)(?=[.;,)]|\s(?:and|for|over|with|in)\b|$)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b[Jj]urisdiction(?:\sand\s[Vv]enue)?(?:\sfor\s[^.;,]{0,40}?)?\s(?:of|in|within|(?:shall\s|will\s)?(?:be|lies?|lie)\s(?:in\s)?)\s?(?:the\s)?(?<value>(?:${NAME}\s){1,3}(?:County|City|Parish)\b(?:,\s${NAME}(?:\s${NAME})?)?)`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?:[Pp]ersonal|[Ee]xclusive|[Ss]ole)\s[Jj]urisdiction(?:\sand\s[Vv]enue)?\sin\s(?:the\s)?(?<value>${NAME}(?:\s${NAME}){0,2},\s${NAME}(?:\s${NAME})?)`,
    'gu',
  ),
];

const WHERE = String.raw`(?:where|in\swhich|in\swhose\sdistrict|over\sthe\s|of\stheir\s|competent\sat\sthe\s|of\s(?:the|your|our|its)\s|in\s(?:the|your|our)\s|at\s(?:the|your|our|its)\s|for\s(?:the|your|our|[\p{L}\d]+['’]s)\s)`;
/**
 * `the people's court where the defendant is located`, `the courts of your place of residence`. Each word stands in one alternative alone
 * and there are only so many of them, so that no text makes it try for ever.
 */
const BY_RULE_EN = new RegExp(
  String.raw`(?<value>(?:(?:and|or|${LEGAL})\s){0,8}courts?\s(?:(?:located|sitting|having\s(?:exclusive\s)?jurisdiction|of\s(?:the\s)?(?:competent\s)?jurisdiction|with\sjurisdiction|competent|or\sequivalent\scourt)\s)?(?:within\s[^.;]{0,50}\s)?(?:${WHERE})[^.;,]{0,80}?(?:locat\w+|sign\w+|resid\w+|domicile\w*|business|establish\w+|incorporat\w+|seat|billing\saddress|headquarter\w*|live|registered\soffice|head\soffice|principal\soffice|performed|organi[sz]ed))`,
  'giu',
);

const NO_PLACE =
  /\bjudicial\sdistrict\b|^(?:(?:the|any|such|a|an|this|that|each|said|all|no|small|claims?|courts?|tribunals?|competent|either|party|parties|if|when|and|or|in|of|for|with|customer|provider|company|user|law|terms?|agreement|section|clause|article|federal|state|arbitration|united|judge|governing|applicable|chosen|choice|jurisdiction|venue|forum|disputes?|resolution|exclusive|remedies|legal|actions?)\b[\s,]*)+$/iu;
const RULE_WORDS =
  /\b(?:where|which|your|our|its|their|defendant|plaintiff|residence|domicile|principal\splace|registered\soffice|head\soffice)\b|\b(?:seat|headquarters)\sof\sthe\b|['’]s\s(?:\w+\s){0,2}(?:place|seat|office|headquarter\w*|location|residence|domicile)\b/iu;
/** Whose it is stands last: what it is was left out, so that it names no place. */
const OWNER_LAST = /['’]s?$/u;

/** A body that arbitrates and calls itself a court. */
const ARBITRAL = /\bCourt\sof\s(?:International\s)?Arbitration/iu;
/** Two courts at once, or words that are no place. */
const NO_RULE_ZH = /法院|排除|根据|依据/u;

/** Where a sentence brings disputes to a court: the courts that it names, and those that it tells by a rule. */
export interface Courts {
  readonly named: readonly Slot[];
  readonly byRule: readonly (Slot & { readonly rule: CourtByRule })[];
}

const overlaps = (one: Slot, other: Slot): boolean => one.start < other.end && other.start < one.end;

/** Words in front of the rule that are none of it. */
const LEAD_ZH =
  /^(?:.*(?:向|由|至|到|在|于|提交|提请|诉诸|起诉|同意以|或者|法院或|以|可以|可|应|均|将|接受|任一|为|包括)|当)(?=.{2})/u;

function byRuleZh(words: string): Courts['byRule'] {
  const listed = LIST_HEAD_ZH.test(words) ? slotsOf(words, LISTED_ZH) : [];
  const courts = [...words.matchAll(BY_RULE_ZH)].flatMap((match) => {
    const { value = '', place } = match.groups ?? {};
    const rule = value === '当地' ? value : value.replace(LEAD_ZH, '');
    const start = match.index + value.length - rule.length;
    return [{ words: rule, start, end: start + rule.length, rule: { rule, ...(place && { place: place.trim() }) } }];
  });
  return [...courts, ...listed.map((slot) => ({ ...slot, rule: { rule: slot.words } }))];
}

function courtsEn(words: string): Courts {
  const byRule = slotsOf(words, BY_RULE_EN)
    .filter((slot) => !/\bjudicial\sdistrict\b/iu.test(slot.words))
    .filter((slot) => RULE_WORDS.test(slot.words) || /\bof\sthe\s/iu.test(slot.words))
    .map((slot) => ({ ...slot, rule: { rule: slot.words } }));
  const named: Slot[] = [];
  for (const pattern of NAMED_EN)
    for (const slot of slotsOf(words, pattern)) {
      const bare = slot.words.replace(/^(?:(?:and|or|the|in|to|of)\s)+/iu, '');
      const start = slot.start + slot.words.length - bare.length;
      const found = { ...slot, words: bare, start };
      if (NO_PLACE.test(bare) || OWNER_LAST.test(bare) || /^(?:Any|Such|If|Section)\b/u.test(bare)) continue;
      if (![...named, ...byRule].some((other) => overlaps(other, found))) named.push(found);
    }
  return { named, byRule };
}

/** A court that does something else is no forum. */
const doesOther = (words: string, { start, end }: Slot): boolean =>
  OTHER_BEFORE.test(words.slice(Math.max(0, start - 120), start)) || OTHER_BEHIND.test(words.slice(end, end + 60));

/** Whether a sentence brings disputes to that court: it does nothing else there, and the sentence does not say that it may not be. */
const isForum = (words: string, slot: Slot): boolean => !doesOther(words, slot) && !isDenied(words, slot);

/** What introduces a list of the forums of several cases: `“Venue” means: (a) …; (b) …`. */
const NAMES_VENUE =
  /\b(?:venue|forum|exclusive\sjurisdiction)\b|\b(?:brought|submitted|resolved|settled|heard|litigated)\b[^.;]{0,24}\b(?:in|to|by|before)(?:\sthe)?\s?[:：]?$/iu;

/** The courts that a sentence brings disputes to. Named Chinese courts are read by their own rule of names. */
export function courtsIn(sentence: string, lead = ''): Courts {
  if (lead !== '' && NAMES_VENUE.test(lead)) {
    const head = `${lead} `;
    const own = <T extends Slot>(slots: readonly T[]): readonly T[] =>
      slots.flatMap((slot) =>
        slot.start < head.length ? [] : [{ ...slot, start: slot.start - head.length, end: slot.end - head.length }],
      );
    const { named, byRule } = courtsIn(head + sentence);
    return { named: own(named), byRule: own(byRule) };
  }
  if (
    !/法院|courts?\b|tribunals?\b|District\sof|venue|jurisdiction|\b(?:County|Parish)\b/iu.test(sentence) ||
    !BROUGHT.test(sentence)
  )
    return { named: [], byRule: [] };
  const words = unshouted(sentence);
  const english = /\b(?:courts?|tribunals?|District\sof|venue|jurisdiction|County|Parish)\b/iu.test(words)
    ? courtsEn(words)
    : { named: [], byRule: [] };
  const asWritten = <T extends Slot>(slot: T): T => ({ ...slot, words: sentence.slice(slot.start, slot.end) });
  return {
    named: english.named.filter((slot) => isForum(words, slot) && !ARBITRAL.test(slot.words)).map(asWritten),
    byRule: [
      ...byRuleZh(sentence).filter(
        (slot) =>
          !NO_RULE_ZH.test(slot.words) &&
          !OTHER_BEHIND.test(sentence.slice(slot.end).replace(/^[^，。；]{0,12}?法院/u, '')) &&
          !isDenied(sentence, slot),
      ),
      ...english.byRule
        .filter((slot) => isForum(words, slot))
        .map((slot) => ({ ...asWritten(slot), rule: { rule: sentence.slice(slot.start, slot.end) } })),
    ],
  };
}
