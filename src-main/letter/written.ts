import { Decimal } from 'decimal.js';
import { chineseNumeral } from '../agreement/quantity/numerals.ts';
import type { Language } from '../agreement/sentence.ts';
import type { FieldKind } from './template.ts';

/** `2026-03-01` → `2026年3月1日`, months and days without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function writtenDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year === undefined ? iso : `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026-03` → `2026年3月` */
export function writtenMonth(iso: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(iso) ?? [];
  return year === undefined ? iso : `${year}年${Number(month)}月`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2026-03-01` → `1 March 2026`, which does not break */
function writtenDateEnglish(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${Number(day)}\u00a0${name}\u00a0${year}`;
}

/** `2026-03` → `March 2026` */
function writtenMonthEnglish(iso: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? iso : `${name}\u00a0${year}`;
}

/** A decimal number as typed: full-width digits, thousands separators and a currency sign are taken off. `undefined`: no number. */
export function readAmount(typed: string): Decimal | undefined {
  const plain = typed.normalize('NFKC').replace(/[\s,，¥￥元]/gu, '');
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? new Decimal(plain) : undefined;
}

/** `1234.5` → `1,234.50` */
export function writtenAmount(typed: string): string {
  const amount = readAmount(typed);
  if (!amount) return typed;
  const [whole = '', cents = ''] = amount.abs().toFixed(2).split('.');
  return `${amount.isNegative() && !amount.isZero() ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** What a Chinese agreement calls its parts, as an English letter names them. */
const PARTS_ENGLISH: Readonly<Record<string, string>> = {
  附件: 'Annex',
  附录: 'Annex',
  附表: 'Schedule',
  章: 'chapter',
  节: 'section',
  条: 'clause',
  款: 'clause',
};
const COUNTED = String.raw`([\d.]+|[一二三四五六七八九十百零]+)`;
const PART_OF_AGREEMENT = new RegExp(
  String.raw`^(?:(附件|附录|附表)\s*${COUNTED}?)?\s*(?:第\s*${COUNTED}\s*([章节条款])(?:第\s*${COUNTED}\s*款)?(?:第\s*${COUNTED}\s*项)?)?$`,
  'u',
);

/** `附件二` → `Annex 2`, `第四条第二款` → `clause 4(2)`; undefined where the number is of yet another form. */
function partEnglish(bare: string): string | undefined {
  const [, annex, annexNumber, number, unit = '', ...inside] = PART_OF_AGREEMENT.exec(bare) ?? [];
  const counted = (written: string): string => String(chineseNumeral(written) ?? written);
  const named = [
    annex && [PARTS_ENGLISH[annex], annexNumber && counted(annexNumber)].filter(Boolean).join(' '),
    number && `${PARTS_ENGLISH[unit]} ${counted(number)}${inside.map((part) => part && `(${counted(part)})`).join('')}`,
  ];
  return named.filter(Boolean).join(', ') || undefined;
}

/** A clause by its number as a letter names it: `第 7.4 条`, `第四条`, `clause 7.4`; `附件二` is `Annex 2` in English; a number of yet another form stays as it is written. */
export function writtenClause(number: string, language: Language): string {
  const bare = number.trim().replace(/^(?:条款|[Cc]lause\s+)\s*/u, '');
  const [, counted] = /^第\s*(.+?)\s*条$/u.exec(bare) ?? [undefined, bare];
  if (
    counted === undefined ||
    !/^(?:[A-Z]?\d+(?:[.-]\d+)*(?:\([a-z\d]+\))*|[一二三四五六七八九十百零]+)$/u.test(counted)
  ) {
    return language === 'zh' || /^(?:annex|schedule)/iu.test(bare) ? bare : (partEnglish(bare) ?? `clause ${bare}`);
  }
  if (language === 'en') return `clause ${chineseNumeral(counted) ?? counted}`;
  return /\d/u.test(counted) ? `第\u00a0${counted}\u00a0条` : `第${counted}条`;
}

/** The value of a field as it stands on paper. */
export function writtenValue(kind: FieldKind, value: string, language: Language = 'zh'): string {
  const inEnglish = language === 'en';
  if (kind === 'date') return inEnglish ? writtenDateEnglish(value) : writtenDate(value);
  if (kind === 'month') return inEnglish ? writtenMonthEnglish(value) : writtenMonth(value);
  if (kind === 'clause') return value.trim() === '' ? '' : writtenClause(value, language);
  if (kind === 'amount') return writtenAmount(value);
  if (kind === 'identity-tail') return value === '' ? '' : `****\u00a0${value.trim().toUpperCase()}`;
  if (kind === 'percent') return value === '' ? '' : `${value.replace(/%$/, '')}%`;
  return value.trim();
}
