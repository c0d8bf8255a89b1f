import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { parseYuan } from './money.ts';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
/** Names of the groups of four digits, from the lowest. The fourth is 万 of 亿: 亿 then follows with the third group. */
const GROUPS = ['', '万', '亿', '万'] as const;
const TOO_LARGE = 10n ** 16n;

/** Four digits without a group name; an inner run of zeros is one 零, trailing zeros are silent. */
function fourDigits(value: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[place] ?? ''}`;
    zero = false;
  }
  return text;
}

function wholeYuan(yuan: bigint): string {
  let text = '';
  let skipped = false;
  for (let group = 3; group >= 0; group -= 1) {
    const value = Number((yuan / 10n ** BigInt(group * 4)) % 10_000n);
    if (value === 0) {
      skipped = text !== '';
      if (group === 2 && text !== '') text += '亿';
      continue;
    }
    text += `${text !== '' && (skipped || value < 1000) ? '零' : ''}${fourDigits(value)}${GROUPS[group] ?? ''}`;
    skipped = false;
  }
  return text;
}

/**
 * An amount in Chinese capitals: `1000.50` → 壹仟元伍角整. Source: 支付结算办法, annex on filling in negotiable instruments:
 * 整 ends an amount without fen, 零 stands for inner zeros and before fen when jiao is zero.
 * Refuses negative amounts (`negative-amount`) and sixteen digits of yuan or more (`amount-too-large`).
 */
export function capitals(yuan: string): string {
  if (/^\s*[-−－]/u.test(yuan)) {
    throw new Refusal(
      'negative-amount',
      sentence('term.capitals.negative-amount'),
      sentence('term.capitals.negative-amount.next'),
    );
  }
  const fen = parseYuan(yuan);
  const whole = fen / 100n;
  if (whole >= TOO_LARGE) {
    throw new Refusal(
      'amount-too-large',
      sentence('term.capitals.amount-too-large'),
      sentence('term.capitals.amount-too-large.next'),
    );
  }
  const jiao = Number((fen / 10n) % 10n);
  const cents = Number(fen % 10n);
  if (fen === 0n) return '零元整';
  const head = whole === 0n ? '' : `${wholeYuan(whole)}元`;
  const gap = jiao === 0 && cents !== 0 && head !== '' ? '零' : '';
  const tail = `${jiao === 0 ? '' : `${DIGITS[jiao] ?? ''}角`}${gap}${cents === 0 ? '' : `${DIGITS[cents] ?? ''}分`}`;
  return `${head}${tail}${cents === 0 ? '整' : ''}`;
}
