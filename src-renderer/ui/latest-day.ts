import type { LatestDay } from '../../src-main/contract/agenda.ts';
import type { Answer, Deadline } from '../../src-main/contract/rights.ts';
import { longDate } from '../kernel/dates.ts';
import { say, t } from '../kernel/preferences.svelte.ts';

/** What is told beside a safe day: how late one could still argue, with its article, or that this is not known yet. */
export function latestWords(latest: LatestDay): string {
  if (!latest.known) return t('frame.latestUnknown');
  const date = longDate(latest.day);
  const article = latest.why?.statute;
  return article ? t('frame.latestBy', { date, article: say(article) }) : t('frame.latest', { date });
}

/** Why, where it is known, and else what is missing. */
export function latestReason(latest: LatestDay): string {
  if (!latest.known) return latest.missing.map(({ text }) => say(text)).join(' ');
  return latest.why ? say(latest.why.text) : '';
}

/** What stands beside the safe day of an answer; nothing where both are one day. */
export function latestOf(end: Answer<Deadline>): LatestDay | undefined {
  if (!end.known) return end.notBefore === undefined ? undefined : { known: false, missing: end.missing };
  const { safe, latest, why } = end.value;
  return latest === safe ? undefined : { known: true, day: latest, ...(why ? { why } : {}) };
}

/** The safe day as an answer of its own: known also where only a year’s table is missing for the other. */
export function safeOf(end: Answer<Deadline>): Answer<string> {
  if (end.known) return { ...end, value: end.value.safe };
  const counted = end.missing.every(({ what }) => what === 'calendar') ? end.notBefore : undefined;
  return counted === undefined ? end : { known: true, value: counted, steps: end.steps };
}
