import { Decimal } from 'decimal.js';
import { clauseWords } from '../../assets/messages/clause-words.ts';
import { currencyCalled, currencyName, inOneLine, type Language, say } from '../agreement/sentence.ts';
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

/** `2026年3月` and `March 2026` as `2026-03`; undefined for what names no one month. */
export function readMonth(written: string): string | undefined {
  const [, year, number] = /^(\d{4})\s?年\s?(\d{1,2})\s?月$/u.exec(written.trim()) ?? [];
  const [, name = '', after] = /^([A-Z][a-z]+)\s(\d{4})$/u.exec(written.trim()) ?? [];
  const month = number === undefined ? MONTHS.indexOf(name) + 1 : Number(number);
  if (month < 1 || month > 12) return undefined;
  return `${year ?? after}-${String(month).padStart(2, '0')}`;
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

/** A clause by its number as a letter names it: as everywhere, and on one line. */
export const writtenClause = (number: string, language: Language): string =>
  clauseWords(number, language).replace(/^第 (.+) ([条项])$/u, '第\u00a0$1\u00a0$2');

/** The value of a field as it stands on paper. */
export function writtenValue(kind: FieldKind, value: string, language: Language = 'zh'): string {
  const inEnglish = language === 'en';
  if (kind === 'date') return inEnglish ? writtenDateEnglish(value) : writtenDate(value);
  if (kind === 'month') return inEnglish ? writtenMonthEnglish(value) : writtenMonth(value);
  if (kind === 'clause') return value.trim() === '' ? '' : writtenClause(value, language);
  if (kind === 'currency') return say(currencyName(currencyCalled(value)), language);
  if (kind === 'amount') return writtenAmount(value);
  if (kind === 'identity-tail') return value === '' ? '' : `****\u00a0${value.trim().toUpperCase()}`;
  if (kind === 'percent') return value === '' ? '' : `${value.replace(/%$/, '')}%`;
  return value.trim();
}

/** The sentences of a clause that a quotation was taken from; the quotation as it is where it is a row of a table or from elsewhere. */
export function wholeSentence(text: string | undefined, quote: string): string {
  const at = text === undefined || quote === '' || /[\t\n]/u.test(quote) ? -1 : text.indexOf(quote);
  if (text === undefined || at < 0) return quote;
  const before =
    /(?:^|[。\n]|[.!?](?=\s))(?<begun>(?:(?![。\n]|[.!?]\s)[\s\S])*)$/u.exec(text.slice(0, at))?.groups?.['begun'] ??
    '';
  const end = at + quote.length;
  const ended = /[。\n]$|[.!?]$/u.test(quote);
  const after = ended ? '' : (/^(?:(?![。\n]|[.!?](?:\s|$))[\s\S])*(?:[。]|[.!?])?/u.exec(text.slice(end))?.[0] ?? '');
  return `${before}${quote}${after}`.trim();
}

/** An item of a list without the mark that ends it there. */
export const itemWords = (text: string): string => inOneLine(text).replace(/[；;。，,]+$/u, '');
