import { Decimal } from 'decimal.js';
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

/** The value of a field as it stands on paper. */
export function writtenValue(kind: FieldKind, value: string): string {
  if (kind === 'date') return writtenDate(value);
  if (kind === 'month') return writtenMonth(value);
  if (kind === 'amount') return writtenAmount(value);
  if (kind === 'identity-tail') return value === '' ? '' : `**** ${value.trim().toUpperCase()}`;
  if (kind === 'percent') return value === '' ? '' : `${value.replace(/%$/, '')}%`;
  return value.trim();
}
