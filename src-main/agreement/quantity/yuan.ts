import { plain } from '../meaning/sentences.ts';
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
const BIG = '百万|千万|十万|百|千|万|亿';

const AFTER = new RegExp(
  `(?<before>人民币|RMB|CNY|港币|港元|美元|HKD|USD|欧元|EUR)?\\s?[¥￥]?\\s?(?<n>${NUMBER})\\s?(?<big>${BIG})?\\s?(?<after>元|港元|美元|欧元|日元|英镑|(?:USD|HKD|EUR|GBP|SGD|CNY|RMB|(?:US\\s|U\\.S\\.\\s)?dollars|euros?|pounds)\\b)`,
  'giu',
);
const BEFORE = new RegExp(
  `(?<before>RMB|CNY|人民币|[¥￥]|HKD|HK\\$|USD|US\\$|\\$|EUR|€|£|GBP)\\s?(?<n>\\d[\\d,]*(?:\\.\\d+)?)\\s?(?<big>thousand|million|k\\b|${BIG})?`,
  'giu',
);

/** An amount of money that words state: in yuan where that is its currency, else only as written. */
export interface StatedMoney {
  readonly yuan?: number;
  readonly words: string;
}

function amountOf({ 0: words, groups = {} }: RegExpMatchArray): StatedMoney | undefined {
  const { before = '', n = '', big = '', after = '元' } = groups;
  const number = readNumber(n);
  if (number === undefined) return undefined;
  const mainland = /^(?:元|CNY|RMB)$/iu.test(after) && (before === '' || /人民币|RMB|CNY|[¥￥]/iu.test(before));
  const value = Number((number * (TIMES[big.toLowerCase()] ?? 1)).toPrecision(15));
  return mainland ? { yuan: value, words: words.trim() } : { words: words.trim() };
}

/** The one amount of money in the words; undefined where there is none, or several that differ. */
export function yuanIn(text: string): StatedMoney | undefined {
  const words = plain(text);
  const after = [...words.matchAll(AFTER)];
  const found = (after.length > 0 ? after : [...words.matchAll(BEFORE)]).flatMap((match) => amountOf(match) ?? []);
  const different = new Map(found.map((each) => [String(each.yuan ?? each.words), each]));
  const [only] = different.values();
  return different.size === 1 ? only : undefined;
}
