import { CHINESE_NUMERAL, chineseNumeral } from './numerals.ts';

/**
 * What people type: digits and marks in full width (１０００，．), blanks at the ends and between. Words of an agreement are
 * never changed by this; it serves the reading of fields and arguments alone.
 */
export function typed(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replaceAll('−', '-')
    .replace(/[\u200B-\u200D\uFEFF]/gu, '')
    .trim();
}

const COUNTED = new RegExp(
  `([${CHINESE_NUMERAL}]+)(?=\\s*(?:个|工作日|营业日|交易日|天|日|月|年|周|小时|分钟|倍|%|元))|(?<=[百千万]分之\\s*)([${CHINESE_NUMERAL}]+)`,
  'gu',
);

/** Chinese numerals that count something, in digits: `十五个工作日` → `15个工作日`, `万分之五` → `万分之5`. */
export function counted(text: string): string {
  return text.replace(COUNTED, (written: string) => String(chineseNumeral(written) ?? written));
}

const two = (part: string): string => part.padStart(2, '0');

/** Year, month, day in the order that leaves no doubt, with whatever stands between. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/u;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/u;
const YEAR_LAST = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/u;

/** The day that was typed as `YYYY-MM-DD`, whether it exists or not; several where the writing has several readings; none otherwise. */
export function typedDates(text: string): readonly string[] {
  const said = typed(text);
  const plain = YEAR_FIRST.exec(said) ?? TOGETHER.exec(said);
  if (plain) return [`${plain[1] ?? ''}-${two(plain[2] ?? '')}-${two(plain[3] ?? '')}`];
  const last = YEAR_LAST.exec(said);
  if (!last) return [];
  const [, a = '', b = '', year = ''] = last;
  const readings = [
    [b, a],
    [a, b],
  ].filter(([month]) => Number(month) >= 1 && Number(month) <= 12);
  return [...new Set(readings.map(([month = '', day = '']) => `${year}-${two(month)}-${two(day)}`))];
}

/** The month that was typed as `YYYY-MM`; the words as they are where they are none. */
export function typedMonth(text: string): string {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/u.exec(typed(text));
  return match ? `${match[1] ?? ''}-${two(match[2] ?? '')}` : typed(text);
}
