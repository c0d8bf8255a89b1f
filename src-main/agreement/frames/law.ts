import { isDenied } from './polarity.ts';
import { type Slot, slotsOf, unshouted } from './slots.ts';

/** The slots of a sentence that says which law rules the contract: the contract or its disputes, that it is ruled, the law. */

const RULED =
  /\b(?:govern\w*|constru\w+|interpret\w*|appl(?:y|ies|icable|ied)|subject\s(?:exclusively\s|solely\s|only\s)?to|in\saccordance\s(?:with|by)|choice\sof\slaw|governing\slaw\s?[:–—-]|jurisdiction\sof\sthe\slaws|(?:determined|decided|judged|resolved)\s(?:\w+\s){0,4}?(?:by|under|according\sto)\s(?:the\s)?(?:\w+\s){0,3}laws?|laws?\b[^.;]{0,60}\bcontrols?|(?:this|it|which)\s(?:shall|will)\sbe\sthe\slaws?)\b/iu;
const CONTRACT =
  /\b(?:agreement|terms?|contract|tos|tou|dispute\w*|claims?|controvers\w+|services?|validity|interpretation|clauses?|polic(?:y|ies)|governing\slaws?|applicable\slaws?\s?[:–—-]|rights\sand\s(?:obligations|duties)|licen[cs]e|addendum|relationship|dpa|sites?)\b|^\W*(?:and|or|but|otherwise|in\s(?:all|any)\sother)\b|\bagree\sthat\s[^.;]{0,60}\blaws?\b[^.;]{0,80}\b(?:controls?|governs?)\b|\bit\s(?:is|shall\sbe|will\sbe)\sgoverned\b|\bapplicable\slaw\s(?:is|shall\sbe|will\sbe)\b|\bparties\sagree\sthat\s(?:this|it)\s(?:shall|will)\sbe\sthe\slaws?\b/iu;
/** What says of whatever it speaks of that a law governs it: no word for a contract is needed beside it. */
const GOVERNED =
  /\bgoverned\s(?:exclusively\s|solely\s|only\s|in\sall\srespects\s)?(?:by|under)\b|\bgoverned\sand\s(?:constru|interpret)/iu;
/** What has a law of its own beside the contract's: data, rights in works, a company, a person's work. */
const OWN_LAW =
  /\b(?:data|information|transfers?|processing|cookies?|copyrights?|patents?|trademarks?|(?<!of\s)works?|photographs?|inventions?|organi[sz]ation|corporation|compan(?:y|ies)|partnerships?|guarantees?|liens?|title|plans?|internal\saffairs|shares|securities|employment|employees?|taxes|taxation|exports?|insurance|arbitration|arbitrators?|proceedings?|matters?)\b[^.;]{0,60}$/iu;
/** Right before a law that a text speaks of without being ruled by it. */
const ONLY_MENTIONED =
  /\b(?:comply|complies|compliance|violat\w+|required|permitted|prohibited|requirements?|pursuant|allowed|incorporated|organi[sz]ed|existing|formed|export|consistent|provided\sby|processed|forms?\spart|extent)\b[^.;,]{0,30}$|\b(?:protection|privacy|patents?|copyright|trademarks?|tax|labou?r|employment|securities|consumer|criminal|insurance|competition|sanctions?|import|customs|bankruptcy|insolvency)\s$/iu;
/** Right behind a law that only asks for, allows or forbids something. */
const ONLY_ASKS = /^(?:\s(?:or|and)\s[^.;,]{0,60})?,?\s+(?:requires?|permits?|prohibits?|obliges?|forbids?)\b/iu;
/** What only says which laws its words mean. */
const DEFINES =
  /[“"']\s?(?:applicable|relevant|export|privacy|sanctions?|data\s(?:protection|privacy))\s(?:\w+\s){0,2}(?:laws?|legislation|regulations?)\s?[”"']\s(?:means?|refers?|shall\smean|includes?)\b/iu;

const NAME = String.raw`(?:(?!Clause|Section|Article|Terms|Agreement|These|This|Applicable|Privacy|Data|Governing)[A-Z][\p{L}'’]*\p{L}|U\.S\.A?\.?)`;
const JOINED = String.raw`(?:(?:\s(?:and|of|the|de))*\s${NAME}|,\s(?:(?:and|the)\s)*(?:USA|U\.S\.A?\.?|United\sStates|${NAME})(?=[.,;)]|\s(?:and|without|excluding)|$))*`;
const LAWS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<value>\b(?:(?:[Ss]ubstantive|[Dd]omestic|[Ii]nternal|[Ff]ederal|[Ll]ocal|effective)\s)*[Ll]aws?(?:\sand\sregulations)?\s(?:in\sforce\s)?(?:of|in)\s?(?:the\s)?(?:mainland\sof\s(?:the\s)?)?(?:(?:[Ss]tate|[Cc]ommonwealth|(?:[Ff]ederal\s)?[Rr]epublic|[Kk]ingdom|[Pp]rincipality|[Tt]erritory|[Pp]rovince|[Cc]ity|[Pp]eople['’]s\s[Rr]epublic|[Cc]anton)\sof\s(?:the\s)?)?${NAME}${JOINED})`,
    'gu',
  ),
  new RegExp(
    String.raw`\b(?<value>${NAME}(?:\s${NAME}){0,2}\s(?:(?:state|federal|substantive|domestic|national|material|civil|contract)\s)?[Ll]aws?)\b(?!\s(?:school|firm|enforcement|rules))`,
    'gu',
  ),
  // `The applicable law is that of the Republic of Korea`, `Governing law: England and Wales`.
  new RegExp(
    String.raw`\b(?:[Aa]pplicable|[Gg]overning)\s[Ll]aw\s?(?:(?:is|shall\sbe|will\sbe)\s(?:that|the\sone)\sof|:|[-–—]\s)\s?(?:the\s)?(?<value>(?:(?:[Ss]tate|[Cc]ommonwealth|(?:[Ff]ederal\s)?[Rr]epublic|[Pp]rovince)\sof\s(?:the\s)?)?${NAME}${JOINED})`,
    'gu',
  ),
  // By a rule: `the laws of the state shown in your billing address`.
  /(?<value>\b[Ll]aws?\sof\sthe\s(?:[Ss]tate|[Cc]ountry|[Pp]rovince|[Pp]lace|[Jj]urisdiction|[Tt]erritory|(?:EU\s)?Member\sState)\s(?:in\swhich|where|identified|shown|stated|listed|indicated|specified|encompassing|of\syour|of\sthe\s(?:customer|provider|client)['’]s)\s(?:[^.,;()]|,\s(?=or\s)){3,100}?)(?=,|\s\(|\s(?:and|without|excluding|govern|shall|will|appl|that|which|when\s)|[.;]|$)/gu,
];
/** `German law applies`: a sentence of its own needs no word for what it rules. */
const APPLIES_ALONE =
  /^\W*(?:(?:and\s|or\s|but\s)?(?:if|where|when|for|in)\b[^,;.]{0,80},\s)?(?:exclusively\s|only\s|the\s)*(?:substantive\s)?(?:(?:[A-Z][\p{L}]+\s){1,3}(?:substantive\s|domestic\s|national\s|civil\s)?[Ll]aws?|[Ll]aws?\sof\s[^,.;]{3,60}?(?:,\s[A-Z][\p{L}]+(?:\s[A-Z][\p{L}]+)?)?)\s(?:exclusively\s|alone\s|only\s)?(?:shall\s|will\s)?(?:exclusively\s)?(?:appl(?:y|ies)|governs?|(?:is|be)\sapplicable)\b/iu;
/** Laws of a matter, and words that name no place. */
const NO_PLACE =
  /^(?:Applicable|Governing|Such|Any|The|Relevant|Local|International|Federal|Common|Privacy|Data|That|This|No|All|Mandatory|Other|Intellectual|Copyright|Consumer|Export|If|Choice|Conflicts?)\s|\bMember\sStates?$|\bof\sthe\s(?:State|Country|Province)$|(?:Privacy|Protection|Copyright|Arbitration|Export|Applicable)\s(?:[Ll]aws?)$/u;

const COUNTRY =
  '中华人民共和国|中国|香港|澳门|台湾|新加坡|美国|英国|英格兰|日本|韩国|德国|法国|澳大利亚|加拿大|爱尔兰|荷兰|瑞士|马来西亚|印度尼西亚|泰国|开曼|英属维尔京|卢森堡';
const LAW_ZH = new RegExp(
  String.raw`(?<value>(?:${COUNTRY})(?:（[^（）]{0,80}）|(?!适用|依照|依据|按照|受|的，|订立|签[订署约])[\p{Script=Han}（）()、，]){0,36}?(?:法律|法(?=[，。；、管解律]|$)))`,
  'gu',
);
/** The law of a place that is not named: `数据输出方所在国的法律`. */
const LAW_OF_PLACE_ZH =
  /(?:受|适用|依照?|依据|按照?)(?:于)?(?<value>(?:(?![，。；、的由])\p{Script=Han}){2,12}(?:所在|住所|注册|居住|营业|经营)(?:的)?(?:成员国|国家|地区|国|地|州|省)(?:的)?(?:实体)?(?:法律|法(?=管|约|解|律)))(?=[^，。；]{0,6}(?:管辖|约束|解释|调整|支配|规管))/gu;
const RULED_ZH =
  /适用|依照|依据|按照|遵守|遵循|根据|受[^，。；]{0,40}(?:管辖|约束|支配|调整)|按(?:照)?[^，。；]{0,30}(?:解释|处理)|以[^，。；]{0,20}法律处理|为准据|以[^，。；]{0,40}为准|准据法|管辖法律/u;
const CONTRACT_ZH =
  /(?:本|该|此)[\p{Script=Han}]{0,10}?(?:协议|合同|条款|政策|申请书|声明|规则|承诺|约定|须知|公约)|《[^》]{1,24}》[^，。；]{0,4}受|(?:协议|合同|条款)[^，。；]{0,40}受|契约|争议|纠纷|权利义务|一切事项|解释|效力|准据法|管辖法律|适用法律|^(?:否则|其他|其余)|的(?:，)?适用/u;
/** A law that is broken, that an act is of, or that somebody keeps. */
const ONLY_MENTIONED_ZH =
  /(?:违反|触犯|抵触|冲突|要与|用户应|您应|您须|您必须|应当遵守|必须遵守|承诺遵守|符合|允许|许可|规定)[^，。；]{0,12}$|(?:登记|注册|设立|存续)[^，。；]{0,10}$/u;

/** A law in Chinese words. */
function chineseLaw(sentence: string): Slot | undefined {
  if (!RULED_ZH.test(sentence) || !CONTRACT_ZH.test(sentence)) return undefined;
  const named = slotsOf(sentence, LAW_ZH).find(
    ({ words, start, end }) =>
      !/所在地|隐私|数据保护|个人信息|消费者|劳动法|税法|知识产权/u.test(words) &&
      !isDenied(sentence, { start, end }) &&
      !/^(?:(?:与|和|及|以及|、|或)(?:其他|其它|相关|有关)(?:适用)?(?:的)?(?:法律|法规)+|法规)?(?:的)?(?:规定|允许|要求|设立|成立|注册|登记|存续)/u.test(
        sentence.slice(end, end + 16),
      ) &&
      !ONLY_MENTIONED_ZH.test(sentence.slice(Math.max(0, start - 24), start)),
  );
  return named ?? slotsOf(sentence, LAW_OF_PLACE_ZH).find((slot) => !isDenied(sentence, slot));
}

/** Where a sentence goes on to the law of the other cases: `…，否则适用…`, `…, and by the laws of … in all other cases`. */
const OTHER_CASES =
  /(?<=[，,]\s?)(?=(?:否则|其他情[况形]))|(?<=,\s)(?=otherwise\b|and\s(?:otherwise\s|in\s(?:all|any)\sother\s\w+,?\s)?by\sthe\slaws?\b)/giu;

/** What introduces a list of the laws of several cases: `“Governing Law” means: (a) …; (b) …`. */
const NAMES_LAW = /\bgoverning\slaws?\b|\bgoverned\s(?:by|under)\b[^.;]{0,20}$/iu;

/** The laws that a sentence rules the contract by: one, and one for the other cases where it goes on to them. */
export function lawsIn(sentence: string, lead = ''): readonly Slot[] {
  if (lead !== '' && NAMES_LAW.test(lead)) {
    const head = `${lead} `;
    return lawsIn(head + sentence).flatMap(({ words, start, end }) =>
      start < head.length ? [] : [{ words, start: start - head.length, end: end - head.length }],
    );
  }
  const ruled = RULED.test(sentence) || RULED_ZH.test(sentence);
  let start = 0;
  return sentence.split(OTHER_CASES).flatMap((part, index) => {
    const from = start;
    start += part.length;
    const found = lawsOfPart(
      index > 0 && ruled && !RULED.test(part) ? part.replace(/\bby\sthe\b/iu, 'subject to the') : part,
    );
    return found.map(({ words }) => {
      const at = sentence.indexOf(words, from);
      return { words, start: at, end: at + words.length };
    });
  });
}

/** Right before a further law of the same sentence, and what makes it one of another case: `… or, if you live in Scotland, the laws of …`. */
const FURTHER = /(?:\b(?:by|under|with|to|and|or)|[,:)])\s(?:the\s)?$/u;
const CASE_BETWEEN =
  /\b(?:if|where|when|for|in\sthe\scase|otherwise|while|whereas|resid\w+|located|customers?|users?)\b/iu;
const APART =
  /\b(?:without|regardless|irrespective|exclu(?:d|s)\w+|compl(?:y|ies|iance)|compan(?:y|ies)|licen[cs]\w+|conflicts?|except)\b[^;]*$/iu;

/** The laws that a part of a sentence rules the contract by: one, or one for each case that it tells apart. */
function lawsOfPart(sentence: string): readonly Slot[] {
  if (/法/u.test(sentence)) {
    const chinese = chineseLaw(sentence);
    if (chinese) return [chinese];
  }
  if (!/\blaws?\b/iu.test(sentence)) return [];
  const words = unshouted(sentence);
  const governed = GOVERNED.exec(words);
  const ofContract = governed !== null && !OWN_LAW.test(words.slice(0, governed.index));
  if (DEFINES.test(words) || !RULED.test(words) || !(ofContract || CONTRACT.test(words) || APPLIES_ALONE.test(words)))
    return [];
  for (const pattern of LAWS) {
    const [first, ...others] = slotsOf(words, pattern).filter((slot) => rules(words, slot));
    if (!first) continue;
    const further = others.filter(({ start, words: name }) => {
      const between = words.slice(first.end, start);
      return (
        name !== first.words &&
        FURTHER.test(words.slice(0, start)) &&
        CASE_BETWEEN.test(between) &&
        !APART.test(between)
      );
    });
    return [first, ...further].map((slot) => ({ ...slot, words: sentence.slice(slot.start, slot.end) }));
  }
  return [];
}

/** Whether the words around a law say that it rules, and do not only speak of it. */
const rules = (words: string, slot: Slot): boolean =>
  !NO_PLACE.test(slot.words) &&
  !ONLY_MENTIONED.test(words.slice(Math.max(0, slot.start - 40), slot.start)) &&
  !isDenied(words, slot) &&
  !ONLY_ASKS.test(words.slice(slot.end));
