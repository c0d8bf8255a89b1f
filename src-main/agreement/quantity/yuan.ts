import type { MoneyCode, MoneyMark } from './fee-value.ts';
import { plain, type Stretch } from '../meaning/sentences.ts';
import { NUMBER, readNumber } from './written-numbers.ts';

const TIMES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  thousand: 1000,
  k: 1000,
  million: 1_000_000,
};
const BIG = '百万|千万|十万|百|千|万|亿|thousand|million';

const AFTER = new RegExp(
  `(?<before>人民币|RMB|CNY|renminbi|港币|港元|美元|美金|HKD|HK\\$|USD|US\\$|欧元|EUR|€|英镑|GBP|£|日元|JPY|新加坡元|新币|SGD|S\\$|新台币|TWD|NT\\$)?\\s?[¥￥]?\\s?(?<n>${NUMBER})\\s?(?<big>${BIG})?\\s?(?<after>元|港元|港币|美元|美金|欧元|日元|日圆|英镑|新加坡元|新币|新台币|(?:USD|HKD|EUR|GBP|SGD|JPY|TWD|CNY|RMB|(?:(?:Chinese|RMB)\\s)?yuan(?:\\s(?:RMB|renminbi))?|renminbi(?:\\syuan)?|(?:US\\s|U\\.S\\.\\s|United\\sStates\\s|Hong\\sKong\\s|Singapore\\s)?dollars|euros?|pounds)\\b)`,
  'giu',
);
const BEFORE = new RegExp(
  `(?<before>RMB(?:\\syuan)?|CNY|renminbi|人民币|[¥￥]|港币|港元|HKD|HK\\$|美元|美金|USD|US\\$|(?:US|U\\.S\\.|United\\sStates)\\sdollars|欧元|EUR|€|英镑|£|GBP|JPY|日元|SGD|S\\$|TWD|NT\\$|\\$)\\s?(?<n>\\d[\\d,]*(?:\\.\\d+)?)\\s?(?<big>k\\b|${BIG})?`,
  'giu',
);

/** An amount of money that words state: in yuan where that is its currency, else only as written. */
export interface StatedMoney {
  readonly yuan?: number;
  /** In another currency that the words name; `$` alone names none. */
  readonly foreign?: { readonly amount: number; readonly currency: ForeignCurrency };
  readonly words: string;
}

const FOREIGN = {
  HKD: /港币|港元|HKD|HK\$|Hong\sKong\sdollars/iu,
  SGD: /新加坡元|新币|SGD|(?<![A-Z])S\$|Singapore\sdollars/iu,
  TWD: /新台币|TWD|NT\$/iu,
  USD: /美元|美金|USD|US\$|(?:US|U\.S\.|United\sStates)\sdollars/iu,
  EUR: /欧元|EUR|€/iu,
  GBP: /英镑|GBP|£/iu,
  JPY: /日元|日圆|JPY/iu,
} as const satisfies Partial<Record<MoneyCode, RegExp>>;
export type ForeignCurrency = keyof typeof FOREIGN;

/** The one currency other than yuan that words name; undefined where they name none or several. */
function foreignIn(words: string): ForeignCurrency | undefined {
  const [only, other] = (Object.keys(FOREIGN) as ForeignCurrency[]).filter((code) => FOREIGN[code].test(words));
  return other === undefined ? only : undefined;
}

function amountOf({ 0: words, groups = {} }: RegExpMatchArray): StatedMoney | undefined {
  const { before = '', n = '', big = '', after = '元' } = groups;
  const number = readNumber(n);
  if (number === undefined) return undefined;
  const mainland =
    /^(?:元|CNY|RMB|.*\b(?:yuan|renminbi))/iu.test(after) &&
    (before === '' || /人民币|RMB|CNY|renminbi|[¥￥]/iu.test(before));
  const value = Number((number * (TIMES[big.toLowerCase()] ?? 1)).toPrecision(15));
  if (mainland) return { yuan: value, words: words.trim() };
  const currency = foreignIn(words);
  return { words: words.trim(), ...(currency && { foreign: { amount: value, currency } }) };
}

/** Every amount of money in the words, and where it stands in them. */
export function amountsIn(text: string): readonly (StatedMoney & { readonly start: number; readonly end: number })[] {
  const words = plain(text);
  const found = [...words.matchAll(AFTER), ...words.matchAll(BEFORE)].flatMap((match) => {
    const money = amountOf(match);
    return money ? [{ ...money, start: match.index, end: match.index + match[0].trimEnd().length }] : [];
  });
  return found
    .filter((each) => !found.some((other) => other !== each && holds(other, each)))
    .toSorted((a, b) => a.start - b.start);
}

/** Whether one stretch holds another: the longer of two that touch the same figure says what it is in. */
const holds = (one: Stretch, other: Stretch): boolean =>
  one.start <= other.start && one.end >= other.end && (one.start < other.start || one.end > other.end);

/** The one amount of money in the words; undefined where there is none, or several that differ. */
export function yuanIn(text: string): StatedMoney | undefined {
  const words = plain(text);
  const after = [...words.matchAll(AFTER)];
  const found = (after.length > 0 ? after : [...words.matchAll(BEFORE)]).flatMap((match) => amountOf(match) ?? []);
  const different = new Map(found.map((each) => [JSON.stringify(each.yuan ?? each.foreign ?? each.words), each]));
  const [only] = different.values();
  return different.size === 1 ? only : undefined;
}

const BARE_DOLLAR = /^\$\s?(?<n>\d[\d,]*(?:\.\d+)?)$/u;

/** A sum with what its words say it is in; no mark where they only say `元`. Absent where it is no figure. */
export function markOf({
  yuan,
  foreign,
  words,
}: StatedMoney): { readonly value: number; readonly currency?: MoneyMark } | undefined {
  if (foreign) return { value: foreign.amount, currency: foreign.currency };
  if (yuan !== undefined)
    return /人民币|RMB|CNY|renminbi/iu.test(words) ? { value: yuan, currency: 'CNY' } : { value: yuan };
  const dollars = BARE_DOLLAR.exec(words)?.groups?.['n'];
  return dollars === undefined ? undefined : { value: Number(dollars.replaceAll(',', '')), currency: '$' };
}
