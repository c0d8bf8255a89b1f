import type { Base } from '../fact.ts';
import { fractionsIn } from './shares/worded-shares.ts';

/** What a credit is a share of, as its own words say it. */

const MONEY = '(?:费用?|款项?|价款|金额|租金|总额|账单)';
/** Before the figure, back to the last stop: `赔偿当月服务费的10%`. */
const BEFORE = new RegExp(
  `(?<words>[^，。；：,;:\\t%]{0,40}${MONEY}(?:总额|金额|之和|总和|合计|总计)?)(?:的|之|×|x|\\*)?\\s*(?:百分之)?(?:[\\d.]+|[一二三四五六七八九十]+)\\s*(?:%|倍|成|$|[^\\d.])`,
  'iu',
);
/** Behind it: `10%的月服务费`, `10% of the fees for the month`. */
const BEHIND = new RegExp(`%(?:的)?(?<words>[^，。；：,;\\t%\\d]{0,16}?${MONEY})`, 'iu');
const OF =
  /(?:%\)?|per\s?cent(?:\s?\([^)]*\))?|\btimes)\s+(?:of|off|(?:discount|reduction|rebate|credit)\s(?:on|off|of|from|against))\s+(?<words>[^.;,\t]{3,80})/iu;

/** Words that lead to the fee and are none of it. */
const LEADING =
  /^.*?(?:的，|，)|^(?:.*?(?:赔偿|补偿|赔付|返还|退还|减免|抵扣|支付|按照?|依照?|为|相当于|等于|给予|以))+/iu;

/** The fees of outage time. */
export const OUTAGE_FEE =
  /(?:故障|中断|不可用|停机|宕机|受损|损失|丢失)的?(?:期间|时间|时长|时段)[^，。；]{0,6}(?:费|款)|(?:fees?|charges?)\s(?:for|of|during|attributable\sto|corresponding\sto|falling\son)\s(?:(?:the|any|that|such|all|each)\s)?(?:(?:period|time|duration)\s(?:of\s(?:the\s)?)?)?(?:outage|down\s?time|lost\s(?:service\s)?(?:time|minutes|hours)|(?:time|minutes|hours)\s(?:that\s(?:was|were)\s)?lost|unavailab|interruption)/iu;

/** Whose fee a credit is a share of, by the words around the figure. */
const CREDIT_BASES: readonly (readonly [Base & string, RegExp])[] = [
  ['outage-fee', OUTAGE_FEE],
  ['quarter-fee', /季度?[^，。；月\t]{0,10}费|quarter(?:ly|'s)?[^,.;\t]{0,30}(?:fee|charge|bill)/iu],
  [
    'month-fee',
    /月(?:度)?[^，。；\t]{0,10}费|month(?:ly|'s)?[^,.;\t]{0,30}(?:fee|charge|bill)|\b(?:fees?|charges?|bill)\b[^,.;\t]{0,40}\bmonth\b/iu,
  ],
  [
    'year-fee',
    /(?:年度|全年|每年|一年|当年|年)[^，。；月\t]{0,8}费|(?:annual|yearly|year['’]s)[^,.;\t]{0,30}(?:fee|charge)/iu,
  ],
];

/** Of several months, or of single days: no month's fee, whatever else the words say. */
const OTHER_TIME =
  /(?:[二两三四五六七八九十\d]+)\s*个?月(?![度租])|(?:当|每|单|受影响)[^，。；]{0,4}[日天]|\b(?:two|three|four|six|twelve|\d+)(?:\s?\(\d+\))?\s+months|\b(?:day|days|daily|hour|hours|hourly|week|weekly)\b/iu;
/** One month is the month's fee however it is written. */
const ONE_MONTH = /(?<![\d.])(?:1|一)\s*个?月|\b(?:one|1)(?:\s?\(1\))?\s+months?\b/iu;

/** The words without the quarters that are how much of a fee, not whose: `a quarter of a month's fee` is of the month's. */
const withoutFourths = (words: string): string =>
  fractionsIn(words)
    .filter(({ start, end }) => /quarter/iu.test(words.slice(start, end)))
    .reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), words);

const SEVERAL = '(?:实例|资源|节点|服务器|带宽包|集群|可用区|地域|副本|产品)';
const SEVERAL_EN = '(?:instances|resources|nodes|servers|packages|clusters|zones|regions|replicas|products)';
/** The fees of several instances added up: `全部受影响实例当月服务费之和`, `the sum of the monthly fees of all affected instances`. */
const ADDED_UP = new RegExp(
  [
    `${SEVERAL}[^，。；：\\t%\\d]{0,16}(?:费用?|款项?|租金|账单)(?:金额)?(?:之和|总和|合计|总计|加总)`,
    `(?:全部|所有|各个?|每个)[^，。；：\\t%\\d]{0,8}${SEVERAL}[^，。；：\\t%\\d]{0,16}(?:费用?|款项?)(?:的)?总(?:额|金额)`,
    `\\b(?:sum|total|aggregate)\\sof\\s[^.;,\\t%\\d]{0,30}\\b(?:fees|charges)\\b[^.;,\\t%\\d]{0,40}\\b${SEVERAL_EN}\\b`,
    `\\b(?:total|combined|aggregate)\\s(?:\\w+\\s){0,2}(?:fees|charges)\\s(?:of|for)\\s[^.;,\\t%\\d]{0,30}\\b${SEVERAL_EN}\\b`,
  ].join('|'),
  'iu',
);

/** Whether a share is one of what several instances cost together: that is the fee of none of them. */
export const isAddedUp = (words: string): boolean => ADDED_UP.test(words);

/** Whose fee the words name as what a credit is a share of; absent where they name none. */
export function creditBaseIn(words: string): (Base & string) | undefined {
  if (isAddedUp(words)) return undefined;
  const whose = withoutFourths(words);
  return CREDIT_BASES.find(([, pattern]) => pattern.test(whose))?.[0];
}

/** What the words of the fee itself name, kept as words where they are no base that is known. */
function baseNamed(words: string): Base {
  const said = words.trim().replace(LEADING, '').trim() || words.trim();
  if (OUTAGE_FEE.test(words)) return 'outage-fee';
  if (isAddedUp(words)) return { words: said };
  if (OTHER_TIME.test(words) && !ONE_MONTH.test(words)) return { words: said };
  return creditBaseIn(words) ?? { words: said };
}

/** The words that a figure is said to be a share of; absent where none stand beside it. */
function namedBeside(words: string): string | undefined {
  for (const pattern of [OF, BEFORE, BEHIND]) {
    const found = pattern.exec(words)?.groups?.['words']?.trim() ?? '';
    if (found !== '') return found;
  }
  return undefined;
}

/** A fee named without its time (`服务费`, `the fees`): what stands around it says of which. */
const BARE =
  /^(?:(?:the|your|its|our|applicable|corresponding|total|relevant|相应|对应|相关|该|应付|所付)\s?(?:的)?)*(?:service\s|服务)?(?:fees?|charges?|bill|费用?|金额|款项?|总额|账单)(?:\s(?:paid|payable|due))?$/iu;

/** The quote, and what stands right around it. */
const OWN_PLACES = 2;

/**
 * What a credit is a share of, by the nearest words that say it: its own sentence first, then what stands around it.
 * @param places its own words first
 * @param otherwise where none of them says it
 */
export function creditBase(places: readonly string[], otherwise: Base): Base {
  // Whatever stands nearer names the fee of one of them.
  const sum = places.slice(0, OWN_PLACES).find(isAddedUp);
  if (sum !== undefined) return baseNamed(namedBeside(sum) ?? ADDED_UP.exec(sum)?.[0] ?? sum);
  let bare: Base | undefined;
  for (const [index, words] of places.entries()) {
    // What a whole clause says beside some figure of it may be of another one.
    const beside = index < OWN_PLACES ? namedBeside(words) : undefined;
    const named = beside === undefined ? undefined : baseNamed(beside);
    if (typeof named === 'string') return named;
    if (named && !BARE.test(named.words)) return named;
    bare ??= named;
    const around = creditBaseIn(words);
    if (around !== undefined) return around;
  }
  return typeof otherwise === 'string' ? otherwise : (bare ?? otherwise);
}
