import { PARTY_WORDS } from '../../rules/parties.ts';
import { chineseNumeral } from '../numerals.ts';
import type { WordedShare } from './worded-shares.ts';

/**
 * What words give by saying how much is charged all the same: `按六折收取`, `仅收取月费的60%`, `only 60% of the fee is charged`, `reduced to 60%`.
 * The share is the rest, and its place is that of the figure.
 */

const HAN = '[一二三四五六七八九]';
/** So many tenths of the price, or hundredths where two figures are written; never what is given back, nor the name of a voucher. */
const TENTHS = new RegExp(
  `(?<!(?:返还|退还|赔|补偿|退款|代金券|抵用)[^，。；,;]{0,14})(?<![\\d.十百点])(?<tenths>${HAN}(?:点?${HAN})?|\\d(?:\\.\\d)?|\\d{2})\\s?折(?!扣|旧|合|算|叠|价|抵|[^，。；]{0,3}券|[^，。；]{0,6}(?:赔|补偿|返还|退还))`,
  'gu',
);
const FIGURE = String.raw`(?<figure>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)`;
const FEE_EN = String.raw`\b(?:fees?|charges?|bills?|invoices?|price|rent|subscription)\b`;
const AT = String.raw`\s(?:only\s|just\s)?(?:at|to)\s(?:only\s|just\s)?${FIGURE}`;
const CHARGED: readonly RegExp[] = [
  new RegExp(
    `(?:按|以)照?(?:[^，。；,;%]{0,16}?)${FIGURE}(?:的(?:标准|比例))?(?:收取|计收|收费|计费|(?<settled>结算)|收)`,
    'giu',
  ),
  new RegExp(`(?:仅|只)(?:需|须|应)?(?:收取|计收|(?<paid>支付|缴纳|付))[^，。；,;%]{0,14}?${FIGURE}`, 'giu'),
  new RegExp(String.raw`\b(?:charged|billed|invoiced)${AT}`, 'giu'),
  // Anything may be reduced or payable: only a fee that is so is charged.
  new RegExp(String.raw`${FEE_EN}[^.;,%]{0,40}?\b(?:payable|reduced|lowered|cut|decreased)${AT}`, 'giu'),
  new RegExp(
    String.raw`\b(?:only|just)\s${FIGURE}\sof\s[^.;,%]{0,40}?\b(?:is|are|be)\s(?:charged|billed|payable|due|invoiced)\b`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:(?<paid>pays?)|charges?|bills?)\s(?:only|just)\s${FIGURE}`, 'giu'),
];

/** What is given, and not charged: a share said of it is the credit itself. */
const GIVEN =
  /赔|补偿|返还|退还|退款|退费|代金券|违约金|滞纳金|\b(?:credit(?:s|ed)?|compensat\w+|damages|refund\w*|reimburs\w+|rebate\w*|penalt(?:y|ies)|indemni\w+|vouchers?)\b/iu;
/** Where the words about one figure begin and end. Settling may be of either, so that its whole clause says of which. */
const BEGINS = /^[\s\S]*(?:[，。；：,;:]|\.(?!\d))/u;
const SETTLING_BEGINS = /^[\s\S]*[。；;]/u;
const ENDS = /(?:[。；;]|\.(?!\d)|[，,](?!\s?(?:作为|as\s))|并|\band\b)/u;
const SETTLING_ENDS = /[。；;]/u;

/** Whoever provides pays no fee: what it pays is given. */
const PROVIDER = new RegExp(
  String.raw`(?<![向给])(?:${PARTY_WORDS.provider.chinese.join('|')})|\b(?<!\bto\s(?:the\s)?)(?:${PARTY_WORDS.provider.english.join('|')})\b`,
  'iu',
);

function isGiven(text: string, { index, 0: words, groups = {} }: RegExpExecArray): boolean {
  const isSettled = groups['settled'] !== undefined;
  const end = index + words.length;
  const before = text.slice(0, index).replace(isSettled ? SETTLING_BEGINS : BEGINS, '');
  const behind = firstPart(text.slice(end), isSettled ? SETTLING_ENDS : ENDS);
  return GIVEN.test(before + words + behind) || (groups['paid'] !== undefined && PROVIDER.test(before));
}

function firstPart(text: string, ends: RegExp): string {
  const at = text.search(ends);
  return at < 0 ? text : text.slice(0, at);
}

/**
 * `8.5`, `85`, `八五` and `八点五` are 85 percent of a price; `8` and `八` are 80. Ten tenths leave nothing off, and nobody writes so of
 * hundredths either: it is not known what they mean.
 */
function percentOfPrice(written: string): number | undefined {
  if (/^[01]\d$/u.test(written)) return undefined;
  if (/^\d/u.test(written)) return Number(written) < 10 ? Number(written) * 10 : Number(written);
  const [first = '', second] = written.replace('点', '');
  const [tens, ones] = [chineseNumeral(first), second === undefined ? 0 : chineseNumeral(second)];
  return tens === undefined || ones === undefined ? undefined : tens * 10 + ones;
}

const rest = (percent: number): number => Number((100 - percent).toPrecision(12));

/** Every share that words give by what they charge; in order. */
export function discountsIn(text: string): readonly WordedShare[] {
  const tenths = [...text.matchAll(TENTHS)].flatMap(({ index, 0: words, groups }): readonly WordedShare[] => {
    const percent = percentOfPrice(groups?.['tenths'] ?? '');
    return percent === undefined ? [] : [{ start: index, end: index + words.length, percent: rest(percent) }];
  });
  const charged = CHARGED.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): readonly WordedShare[] => {
      if (isGiven(text, match)) return [];
      const { index, 0: words, groups } = match;
      const written = groups?.['figure'] ?? '';
      const start = index + words.lastIndexOf(written);
      const sign = /^\s?(?:%|per\s?cent\b)/iu.exec(text.slice(start + written.length))?.[0] ?? '';
      const percent = Number(written);
      return percent > 100 ? [] : [{ start, end: start + written.length + sign.length, percent: rest(percent) }];
    }),
  );
  const found = [...tenths, ...charged].toSorted((a, b) => a.start - b.start);
  return found.filter(({ start }, index) => start !== found[index - 1]?.start);
}
