/** Everything that is written for a minus before or behind an amount: hyphens, dashes, the sign of arithmetic, 负. */
const MINUS = '\\-\\u2010-\\u2015\\u2212\\uFE63\\uFF0D负';
const PLAIN = new RegExp(
  `^(?<before>[${MINUS}]?)(?:[¥￥]|CNY|RMB|人民币)?(?<inside>[${MINUS}]?)0{0,16}(?<whole>\\d{1,16}?)(?:\\.(?<part>\\d{0,2})0{0,8})?元?(?<behind>[${MINUS}]?)$`,
  'u',
);

/**
 * An amount of an invoice in yuan, without grouping, with two decimals and its minus: `-106.00`. However the minus is written (`−106`,
 * `¥-106.00`, `（106.00）`, `"-1,000.00"`), it takes back. What has a part of a fen, or two signs, is no amount.
 */
export function signedYuan(text: string): string | undefined {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^["'“”]+|["'“”]+$/gu, '')
    .replace(/[\s,，]/gu, '');
  const [, bracketed] = /^\((.+)\)$/u.exec(said) ?? [];
  const { before = '', inside = '', behind = '', whole, part = '' } = PLAIN.exec(bracketed ?? said)?.groups ?? {};
  const signs = [before, inside, behind, bracketed === undefined ? '' : '('].filter((sign) => sign !== '');
  if (whole === undefined || signs.length > 1) return undefined;
  const amount = `${whole}.${part.padEnd(2, '0')}`;
  return signs.length === 1 && Number(amount) !== 0 ? `-${amount}` : amount;
}

/** The amount of a red-letter invoice: what it takes back is less than nothing, whether or not its file prints the minus. */
export const takenBackYuan = (amount: string): string =>
  amount.startsWith('-') || Number(amount) === 0 ? amount : `-${amount}`;

/** For an expression that looks for an amount: its sign, before or behind its currency. */
export const SIGNED = `(?:[${MINUS}] ?[¥￥]?|[¥￥] ?[${MINUS}]?)?`;
