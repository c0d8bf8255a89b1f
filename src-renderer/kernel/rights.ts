import { wallIso } from './dates.ts';
import type { Answer, TermStep } from '../../src-main/contract/rights.ts';

/** Wall clock of an instant by a zone's clock, Beijing's where none is named: `2026-03-01 09:30`, with seconds where there are any. */
export function wallTime(instant: string, zone?: string): string {
  const text = wallIso(instant, zone);
  return `${text.slice(0, 10)} ${text.slice(11, text.slice(17, 19) === '00' ? 16 : 19)}`;
}

/** An instant as a field for moments holds it: `2026-03-01T09:30`; empty where there is none. */
export const typedMoment = (instant: string | undefined, zone?: string): string =>
  instant === undefined || instant === '' ? '' : wallTime(instant, zone).replace(' ', 'T');

/** Thousands apart: `12,345.60`. */
export const grouped = (amount: string): string => amount.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/gu, ',');

/** A decimal without zeros that say nothing: `99.672580` → `99.67258`. */
export const trimmed = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/0+$/u, '').replace(/\.$/u, '') : decimal;

/** Kinds of fact that a person can settle for an unknown answer: those it lacks or finds contradictory. */
export const toSettle = (answer: Answer<unknown>): readonly string[] =>
  answer.known
    ? []
    : answer.missing.filter(({ what }) => what === 'fact' || what === 'conflict').map(({ name }) => name);

/** The same sentence with the same source is said once. */
export function stepsOnce(steps: readonly TermStep[]): readonly TermStep[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()];
}
