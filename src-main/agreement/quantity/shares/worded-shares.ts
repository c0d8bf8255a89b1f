import { englishNumeral, chineseNumeral } from '../numerals.ts';
import type { Stretch } from '../../meaning/sentences.ts';

/** A share that words say without a percent sign, where they say it: `一半`, `two thirds of`, `the entire monthly fee`. */
export interface WordedShare extends Stretch {
  readonly percent: number;
}

const HAN_PARTS = '十[一二]|[二三四五六七八九十]|1[0-2]|[2-9]';
const PARTS_EN = 'half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth';
const PART_VALUES: Readonly<Record<string, number>> = {
  ...{ half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6 },
  ...{ seventh: 7, eighth: 8, ninth: 9, tenth: 10, twelfth: 12 },
};
/** Of what an English share is: `half of the fee`, `one third the price`; a half of a year is a time and `the third of May` a day. */
const FEE_OF_TIME = String.raw`(?:(?:['’]s|s['’])\s(?:\w+\s){0,2}?(?:fees?|charges?|bill|rent|subscription|price)\b|\sof\s(?:\w+\s){0,2}?(?:fees?|charges?)\b)`;
const OF_WHAT = String.raw`(?=\s(?:of\s(?!an?\s(?:day|week|month|year|hour|minute)\b(?!${FEE_OF_TIME}))|(?:the|that|such|its|your|all)\b|(?:an?|one)\s(?:month|quarter|year)${FEE_OF_TIME}))`;

/** The grammar of fractions: how many parts of how many, a half by its own word, tenths. */
const FRACTIONS = new RegExp(
  [
    `(?<![百千万十\\d])(?<zhOf>${HAN_PARTS})\\s?分之\\s?(?<zhParts>[一二两三四五六七八九]|[1-9])(?![十百千万\\d])`,
    '(?<zhHalf>一半|半数)(?!以上|以下|以内)',
    '(?<tenths>[一二两三四五六七八九]|\\d(?:\\.\\d)?)\\s?成(?<tenthsHalf>半)?(?![立为本分交功员果熟品都])',
    String.raw`(?<![\d./])(?<parts>[1-9])\s?/\s?(?<of>[2-9]|1[0-2])(?![\d./])(?=\s(?:of|the)\b|[，。；,.;）)]|$)`,
    String.raw`\b(?<!\band\s)(?<enParts>one|two|three|four|five|six|seven|eight|nine|an?)[-\s](?<enOf>${PARTS_EN})(?:s|(?<=hal)ves)?\b${OF_WHAT}`,
    String.raw`\b(?<!\b(?:and\san?|and\sone|first|second|other|latter|former|one|an?)[-\s])(?<enHalf>half)\b${OF_WHAT}`,
  ].join('|'),
  'giu',
);

const numberOf = (words: string): number | undefined =>
  /^\d/u.test(words) ? Number(words) : /^an?$/iu.test(words) ? 1 : (chineseNumeral(words) ?? englishNumeral(words));

function percentOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const { zhOf, zhParts, tenths, tenthsHalf, parts, of, enParts, enOf } = groups;
  if (groups['zhHalf'] !== undefined || groups['enHalf'] !== undefined) return 50;
  const ten = tenths === undefined ? undefined : numberOf(tenths);
  if (ten !== undefined) return Number((ten * 10 + (tenthsHalf === undefined ? 0 : 5)).toPrecision(12));
  const above = numberOf(zhParts ?? parts ?? enParts ?? '');
  const below = enOf === undefined ? numberOf(zhOf ?? of ?? '') : PART_VALUES[enOf.toLowerCase()];
  if (above === undefined || below === undefined || above >= below) return undefined;
  return Number(((above * 100) / below).toPrecision(12));
}

const NO_DECIMALS = [3, 6, 7, 9, 11, 12];

/** The fraction that a percentage without an end stands for, so that a third is counted and told as one: 33.33… is 1/3. */
export function fractionOf(percent: number): { readonly parts: number; readonly of: number } | undefined {
  if (String(percent).length < 12) return undefined;
  const of = NO_DECIMALS.find((each) => Math.abs(percent * each - 100 * Math.round((percent * each) / 100)) < 1e-7);
  return of === undefined ? undefined : { parts: Math.round((percent * of) / 100), of };
}

/** Every fraction of the words, in order. */
export function fractionsIn(text: string): readonly WordedShare[] {
  return [...text.matchAll(FRACTIONS)].flatMap(({ index, 0: words, groups = {} }): readonly WordedShare[] => {
    const percent = percentOf(groups);
    return percent === undefined ? [] : [{ start: index, end: index + words.length, percent }];
  });
}

const MULTIPLES: readonly (readonly [RegExp, string])[] = [
  [/\b(\w+)\sand\s(?:a|one)[\s-]half\stimes\b/giu, '$1.5 times'],
  [/([一二两三四五六七八九]|\d+)\s?倍半/gu, '$1.5倍'],
  [/(?:双倍|加倍)(?!数)/gu, '2倍'],
  [/\b(?:twice|double)\b/giu, '2 times'],
  [/\b(?:treble|triple)\b/giu, '3 times'],
];
const HALF_TIMES = /([一二两三四五六七八九]|\b(?:one|two|three|four|five))(?=\.5\s?(?:倍|times))/giu;

/** The same words with every fraction and multiple in figures: `费用的一半` → `费用的50%`, `twice the fee` → `2 times the fee`. */
export function fractionsInFigures(text: string): string {
  const shares = fractionsIn(text).toReversed();
  const figures = shares.reduce(
    (left, { start, end, percent }) => `${left.slice(0, start)}${percent}%${left.slice(end)}`,
    text,
  );
  return MULTIPLES.reduce((left, [pattern, by]) => left.replace(pattern, by), figures).replaceAll(HALF_TIMES, (words) =>
    String(numberOf(words.toLowerCase()) ?? words),
  );
}

/** Words that say how much of something without a figure: what they stand beside is not all of it. */
const UNREAD_PART =
  /分之|[一二两三四五六七八九十\d]\s?[成折](?![立为本分交功员果熟品都算])|半(?![年天日月小个])|倍|(?:一定|相应|适当|合理|部分|按)比例|[费款额]用?的(?:一)?部分|\bhalf\b(?!-|\s(?:years?|months?|days?)\b)|\b(?:thirds?|fifths?|tenths?)\sof\b|\b(?:twice|double|triple|times)\b|\bpro[\s-]?rat(?:a|ed)\b|\b(?:an?|such|some|reasonable|certain)\s(?:\w+\s)?(?:portion|part|percentage|proportion|fraction)\sof\b/iu;

/** Whether words say a part of something that no reader made a figure of. */
export const hasUnreadPart = (text: string): boolean => UNREAD_PART.test(text);

const FEE = '(?:服务|使用|订阅|租赁|托管|维护|月|月度|月租)*(?:费用?|款项?|租金|价款|账单(?:金额)?)';
const GAP = '[^，。；：,;:%\\d]{0,14}?';
const GIVEN_BACK = '(?:退还|退回|返还|退款|赔偿|补偿|赔付|减免|免除|免收|减收|抵扣|返)';
/** What the fee is said to be only a share of stands right behind it. */
const NO_SHARE = '(?!用?(?:总额|金额|之和|总和|合计|总计)?[的之]?\\s?(?:百分之|[\\d一二三四五六七八九十]|半|部分))';
const FEE_EN = String.raw`(?:\w+(?:'s)?\s){0,3}?(?:fees?|charges?|bill|price|rent|subscription)\b`;
const ALL_EN = String.raw`(?:full|entire|whole|total|complete|all)`;
const NOT_BY = String.raw`(?![^.;,]{0,40}(?:\d|\bpro\s?rat|\bproportion|\bpart\b|\bhalf\b|\bmultipl))`;

/** Everything that is paid, by its words: what is given back in full, or not charged at all. */
const WHOLES = new RegExp(
  [
    `(?:全额|全数|悉数|足额)(?:地|予以|向客户)?${GIVEN_BACK}(?:给?客户|给?用户)?(?:${GAP}${FEE}${NO_SHARE})?`,
    `${GIVEN_BACK}(?:客户|用户|甲方|给)?${GAP}(?:全部|全额|所有|整月|全月)(?:的)?${GAP}(?:${FEE}|服务费)${NO_SHARE}`,
    `(?:全部|全额|所有)(?:的)?(?:当月|该月|月度|当期)?${FEE}${NO_SHARE}`,
    `(?:免收|免除|免交|免缴|免付|豁免|免去|不(?:再|予|得)?(?:收取|收|计收|计费|收费))(?:客户|用户|甲方)?${GAP}${FEE}${NO_SHARE}`,
    `${FEE}${GAP}(?:全免|全额(?:退|返|免|减|赔)[^，。；]{0,4}|(?:予以)?(?:免收|免除|免单|豁免)|不予收取|不再收取)`,
    String.raw`\bfull\s(?:refund|credit|reimbursement|waiver)\b${NOT_BY}`,
    String.raw`\b${ALL_EN}\s(?:amount\s)?(?:of\s)?(?:the\s|its\s|your\s|such\s)?${FEE_EN}${NOT_BY}`,
    String.raw`\bthe\s(?:whole|entirety|full\samount)\sof\s(?:the\s)?${FEE_EN}`,
    String.raw`\b${FEE_EN}[^.;,%\d]{0,24}?\b(?:waived|not\s(?:charged|payable|due)|(?:refunded|credited|returned|reimbursed)\s(?:in\sfull|entirely|completely))\b${NOT_BY}`,
    String.raw`\bno\s(?:\w+\s){0,3}?(?:fees?|charges?)\b[^.;,%\d]{0,20}?\b(?:payable|due|charged|owed|owing)\b`,
    String.raw`\bwaives?\s(?:the\s)?${FEE_EN}${NOT_BY}`,
  ].join('|'),
  'giu',
);

const OF_A_MONTH = String.raw`(?:['’]s|\sof)\s(?:(?:full|total|applicable|service|subscription|platform|hosting|licen[cs]e|usage|recurring)\s){0,2}(?:fees?|charges?)\b`;
/**
 * The fee of one month, or of half of one: `半个月服务费`, `one month's fee`. One that lies at some time (`上一个月的服务费`), a most
 * (`不超过一个月服务费`), and one of which a share is told are none.
 */
const MONTH_FEES = new RegExp(
  [
    `(?<!(?:每|任|该|当|同|首|前|上|下|逾期|超过|上限[为是]?|最高[为是]?|至多|[\\d.十百点])\\s?)(?:(?<halfMonth>半个?)|(?:一|1)\\s?个)\\s?(?:自然)?月(?:度)?(?:的)?${FEE}${NO_SHARE}`,
    String.raw`(?<!\b(?:half|of|exceed\w*|maximum|most|least|up\sto|last|preceding|previous|first|than)\s)\b(?:an?|one|1)(?:\s\(1\))?\s(?:full\s|whole\s)?month${OF_A_MONTH}${NOT_BY}`,
  ].join('|'),
  'giu',
);

/** A fee beside a fraction, on whichever side: of what the fraction is a part. */
const FEE_BEFORE = /(?:费用?|款项?|价款?|租金|总额|金额|账单)(?:总额|金额)?[的之]?\s?$/u;
const FEE_BEHIND =
  /^\s?(?:的)?(?:当月|该月|月度|当期|月)?(?:服务)?(?:费|款|价)|^\s(?:of\s)?(?:[\w'’]+\s){0,5}?(?:fees?|charges?|bill|price|rent|amount|subscription)\b/iu;

/** The fractions of the words that are fractions of a fee. */
export const feeFractionsIn = (text: string): readonly WordedShare[] =>
  fractionsIn(text).filter(
    ({ start, end }) => FEE_BEFORE.test(text.slice(Math.max(0, start - 12), start)) || FEE_BEHIND.test(text.slice(end)),
  );

/** Every share of a fee that words say without a percent sign, all of it included; in order, none overlapping. */
export function feeSharesIn(text: string): readonly WordedShare[] {
  const parts = feeFractionsIn(text);
  const wholes = [...text.matchAll(WHOLES)].flatMap(({ index, 0: words }): readonly WordedShare[] => {
    const [start, end] = [index, index + words.length];
    const ofIt = /(?:\d\s?%|per\s?cent|分之\S|一半|\bhalf|\bthirds?|\bquarter)\s?(?:的|of)?\s?(?:the\s)?$/iu;
    const isPart =
      ofIt.test(text.slice(0, start)) ||
      parts.some((part) => part.start < end + 8 && start < part.end + 8) ||
      /\d\s?%|per\s?cent/iu.test(words);
    return isPart ? [] : [{ start, end, percent: 100 }];
  });
  const months = [...text.matchAll(MONTH_FEES)].flatMap(({ index, 0: words, groups }): readonly WordedShare[] => {
    const [start, end] = [index, index + words.length];
    if ([...parts, ...wholes].some((other) => other.start < end && start < other.end)) return [];
    return [{ start, end, percent: groups?.['halfMonth'] === undefined ? 100 : 50 }];
  });
  return [...parts, ...wholes, ...months].toSorted((a, b) => a.start - b.start);
}
