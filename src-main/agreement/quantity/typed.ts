import { CHINESE_NUMERAL, chineseNumeral } from './numerals.ts';

const COUNTED = new RegExp(
  `([${CHINESE_NUMERAL}]+)(?=\\s*(?:个|工作日|营业日|交易日|天|日|月|年|周|小时|分钟|倍|%|元))|(?<=[百千万]分之\\s*)([${CHINESE_NUMERAL}]+)`,
  'gu',
);

/** Chinese numerals that count something, in digits: `十五个工作日` → `15个工作日`, `万分之五` → `万分之5`. */
export function counted(text: string): string {
  return text.replace(COUNTED, (written: string) => String(chineseNumeral(written) ?? written));
}
