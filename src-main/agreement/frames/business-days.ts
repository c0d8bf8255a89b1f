import type { Fact, FactValue, Quantity } from '../fact.ts';
import type { Clause } from '../model.ts';
import { sentences } from '../meaning/sentences.ts';

/**
 * Whose days a working day is one of, where a text says it: the term, the words that define it, and a place whose banks, holidays or
 * calendar they go by. What is said of the mainland alone changes nothing: its tables are at hand.
 */

const TERM = String.raw`(?:工作日|营业日|交易日|银行日|\b(?:business|working|banking)\sdays?\b)["”'’」』]?`;
/** Between the term and what it is: `工作日的计算应以…`, `“Business Day” shall mean …`. */
const LINK = String.raw`(?:的(?:含义|定义|计算|确定|认定|范围)?|一词|应当?|均|皆|一律|系|是|\s|[，,]|[（(][^（）()]{0,20}[)）])*`;
/** What makes the words behind the term say what it is. */
const DEFINES = String.raw`(?:是|系|均|皆)*指(?:的是)?|(?:定义)?为|以|按照?|依照?|依据|参照|适用|[:：]|\b(?:(?:shall|will)\s)?(?:means?|refers?\sto|be\sconstrued\sas|denotes?)\b|\b(?:is|are|being|(?:shall|will|must)\sbe)\s(?:to\s)?(?:any|a|the|all|each|every|those|days?|determined|counted|reckoned|calculated)\b|\b(?:determined|counted|reckoned|calculated)\s(?:by|according|in\saccordance|with\sreference)\b`;
/** Behind the length itself: `30个工作日（以香港银行工作日计）`, `10 business days in Singapore`. */
const BESIDE = String.raw`\s?[（(，,]\s*(?:均|皆|应|须)?(?:以|按照?|依照?|依据|参照|指|being\b|meaning\b|i\.e\.|as\b|counted\b|in\b|of\b)|\s(?:in|of|as\sobserved\sin)\s`;
/** No length stands before a term that is defined. */
const DEFINED = new RegExp(
  String.raw`(?<![\d个十百)）]\s?|\d\s|[)）]\s)${TERM}${LINK}(?:${DEFINES})(?<said>[^。；;]{1,220})`,
  'iu',
);
const SAID_BESIDE = new RegExp(`${TERM}(?:${BESIDE})(?<said>[^。；;]{1,80})`, 'iu');
/** What a working day is told by. */
const OF_DAYS =
  /银行|假日|假期|休息日|节日|工作日|营业日|开门|营业|日历|\b(?:banks?|banking|holidays?|business|working|calendar|open)\b/iu;

const named = (language: string): readonly string[] => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return (['short', 'long'] as const).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    return codes.flatMap((code) => (code === 'CN' || code === 'EU' ? [] : (names.of(code) ?? [])));
  });
};

/** Cities and parts of countries whose banks and holidays agreements name; the regions of the world come with the language. */
const CITIES_ZH = '纽约|伦敦|东京|大阪|首尔|悉尼|法兰克福|巴黎|苏黎世|迪拜|多伦多|英格兰|苏格兰|威尔士|台北|港澳台';
const CITIES_EN =
  'New York|London|Tokyo|Osaka|Seoul|Sydney|Melbourne|Frankfurt|Paris|Zurich|Dubai|Toronto|England|Scotland|Wales|Taipei|Delaware|California|Texas|Dublin|Amsterdam|UK|U\\.K\\.|USA?|U\\.S\\.(?:A\\.)?|UAE|Macao|Macau';
/** Any other name in English: `public holidays in Ruritania`. */
const OTHER_EN =
  /\b(?:banks?|holidays?|open|business)\b[^.;,]{0,24}?\s(?:in|of)\s(?:the\s)?(?:State\sof\s|City\sof\s)?(?<place>[A-Z][\p{L}.]*\p{L}(?:\s[A-Z][\p{L}.]*\p{L})*)/gu;
const NO_PLACE =
  /^(?:PRC|P\.R\.C|People|China|Mainland|Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou|Chengdu|Nanjing|Business|Working|Banking|Saturdays?|Sundays?|Monday|Friday|Provider|Supplier|Vendor|Customer|Client|Part(?:y|ies)|Service|Company|Territory|Agreement|Terms|Section|Clause|Schedule|Order|Licensor|Seller|State)\b/u;

const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
let places: RegExp | undefined;

/** The names of one language, the longest first: one that begins another is never read in its place. */
const anyOf = (cities: string, language: string): string =>
  [...new Set([...cities.split('|'), ...named(language).map(escaped)])]
    .toSorted((one, other) => other.length - one.length)
    .join('|');

/** Every name of a place outside the mainland; put together once. */
function placesOutside(): RegExp {
  places ??= new RegExp(`(?:${anyOf(CITIES_ZH, 'zh')})|(?<![\\p{L}])(?:${anyOf(CITIES_EN, 'en')})(?![\\p{L}])`, 'gu');
  return places;
}

/** What stands between the places of a list. */
const BETWEEN = String.raw`(?:\s|[、，,及和与]|and\b|or\b|Special\sAdministrative\sRegions?)*`;

/** A list of places. Each is read once, as a whole: a long list is never read again in its parts. */
const listOf = (name: string): string =>
  `(?:(?=(?<${name}>(?:the\\s|中国)?(?:${placesOutside().source})(?:特别行政区|地区|\\s?SAR\\b)?))\\k<${name}>${BETWEEN})+`;

/** Places that are only left out of the mainland's: `中国（不含香港、澳门和台湾地区）`, `the PRC, excluding Hong Kong and Macau`. */
function withoutExcluded(words: string): string {
  const out = new RegExp(
    `(?:不(?:包括|包含|含)|除|\\b(?:excluding|except(?:\\sfor)?|other\\sthan|not\\sincluding|exclusive\\sof)\\b)\\s?${listOf('behind')}(?:除外|以外|之外)?(?=\\s?[)）。，,；;.]|\\s*$)|${listOf('before')}除外`,
    'giu',
  );
  return words.replaceAll(out, '');
}

/** The place outside the mainland by whose days words count, as they name it; absent where they name none. */
function placeOf(said: string): string | undefined {
  if (!OF_DAYS.test(said)) return undefined;
  const words = withoutExcluded(said);
  const known = [...words.matchAll(placesOutside())].map(([name]) => name);
  const others = [...words.matchAll(OTHER_EN)]
    .map(({ groups }) => groups?.['place'] ?? '')
    .filter((name) => name !== '' && !NO_PLACE.test(name) && !known.some((each) => name.includes(each)));
  const all = [...new Set([...known, ...others])];
  return all.length === 0 ? undefined : all.join(/\p{Script=Han}/u.test(said) ? '、' : ', ');
}

/** The place whose working days these words say the agreement counts; absent where they say nothing of one. */
export function definedElsewhere(words: string): string | undefined {
  const said = DEFINED.exec(words)?.groups?.['said'];
  return said === undefined ? undefined : placeOf(said);
}

const placeBeside = (words: string): string | undefined => {
  const said = SAID_BESIDE.exec(words)?.groups?.['said'];
  return said === undefined ? undefined : placeOf(said);
};

const isOfWorkingDays = ({ unit, calendar }: Pick<Quantity, 'unit' | 'calendar'>): boolean =>
  unit === 'working-day' && calendar === undefined;

/** Lengths inside a value: the delay of a delivery, the days before a late fee begins. */
function withInner(value: FactValue, calendar: string): FactValue {
  if (typeof value !== 'object') return value;
  if ('delay' in value && isOfWorkingDays(value.delay)) return { ...value, delay: { ...value.delay, calendar } };
  if ('after' in value && value.after && isOfWorkingDays(value.after))
    return { ...value, after: { ...value.after, calendar } };
  return value;
}

/** A day of a month or hours that are counted in working days keep their unit in their words. */
const SAYS_WORKING = /工作日|营业日|\b(?:business|working)\sdays?\b/iu;
const inWords = ({ kind, value }: Fact): boolean =>
  kind === 'payment-day' || (typeof value === 'object' && 'spans' in value && value.days === 'working');

/**
 * The facts with the place whose working days they are counted in: by the words beside the length, else by the definition of the text,
 * wherever it stands. No table of the mainland's counts them.
 */
export function byWorkingDays(facts: readonly Fact[], clauses: readonly Pick<Clause, 'text'>[]): readonly Fact[] {
  const defined = [
    ...new Set(
      clauses.flatMap(({ text }) =>
        sentences(text).flatMap(({ start, end }) => definedElsewhere(text.slice(start, end)) ?? []),
      ),
    ),
  ];
  const general = defined.length === 0 ? undefined : defined.join(', ');
  return facts.map((fact): Fact => {
    if (!SAYS_WORKING.test(fact.quote)) return fact;
    const calendar = placeBeside(fact.quote) ?? general;
    if (calendar === undefined) return fact;
    const value = withInner(fact.value, calendar);
    const own = isOfWorkingDays(fact) || inWords(fact);
    return own ? { ...fact, value, calendar } : value === fact.value ? fact : { ...fact, value };
  });
}
