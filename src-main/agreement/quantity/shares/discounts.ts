import { chineseNumeral } from '../numerals.ts';
import type { WordedShare } from './worded-shares.ts';

/**
 * What words give by saying how much is charged all the same: `按六折收取`, `仅收取月费的60%`, `only 60% of the fee is charged`, `reduced to 60%`.
 * The share is the rest, and its place is that of the figure.
 */

const HAN = '[一二三四五六七八九]';
/** So many tenths of the price, or hundredths where two figures are written; never what is given back, nor the name of a voucher. */
const TENTHS = new RegExp(
  `(?<!(?:返还|退还|赔偿|补偿|退款)[^，。；,;]{0,14})(?<tenths>${HAN}(?:点?${HAN})?|\\d(?:\\.\\d)?|\\d{2})\\s?折(?!扣|旧|合|算|叠|价|抵|[^，。；]{0,3}券)`,
  'gu',
);
const FIGURE = String.raw`(?<figure>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)`;
const CHARGES = '(?:收取|计收|收费|计费|结算|收)(?![^，。；]{0,6}(?:违约|赔偿|滞纳))';
const CHARGED: readonly RegExp[] = [
  new RegExp(`(?:按|以)照?(?:[^，。；,;%]{0,16}?)${FIGURE}(?:的(?:标准|比例))?${CHARGES}`, 'giu'),
  new RegExp(`(?:仅|只)(?:需|须|应)?(?:收取|计收|支付|缴纳|付)[^，。；,;%]{0,14}?${FIGURE}`, 'giu'),
  new RegExp(
    String.raw`\b(?:charged|billed|invoiced|payable|reduced|lowered|cut|decreased)\s(?:only\s|just\s)?(?:at|to)\s(?:only\s|just\s)?${FIGURE}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:only|just)\s${FIGURE}\sof\s[^.;,%]{0,40}?\b(?:is|are|be)\s(?:charged|billed|payable|due|invoiced)\b`,
    'giu',
  ),
  new RegExp(String.raw`\b(?:pays?|charges?|bills?)\s(?:only|just)\s${FIGURE}`, 'giu'),
];

/** `8.5`, `85`, `八五` and `八点五` are 85 percent of a price; `8` and `八` are 80. */
function percentOfPrice(written: string): number | undefined {
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
    [...text.matchAll(pattern)].flatMap(({ index, 0: words, groups }): readonly WordedShare[] => {
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
