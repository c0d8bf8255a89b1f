import type { LatestDay } from '../../src-main/contract/agenda.ts';
import type { MessageKey } from '../../assets/messages/say.ts';
import type { Missing } from '../../src-main/contract/rights.ts';
import { longDate } from '../kernel/dates.ts';
import { say, t } from '../kernel/preferences.svelte.ts';

/**
 * What is told beside a safe day: how late one could still argue, with its article, or that this is not known yet.
 * @param safe the day itself, from which on the latest lies where a year's table of holidays is missing
 */
export function latestWords(latest: LatestDay, safe?: string): string {
  if (!latest.known) {
    const table = latest.missing.length === 1 ? latest.missing.find(isTable) : undefined;
    if (table) return withoutTable(table.name, safe, latest.notAfter);
    const missing = [...new Set(latest.missing.map(missingName))];
    return latest.notAfter === undefined
      ? t('frame.latestUnknown', { missing })
      : t('frame.latestNotAfter', { date: longDate(latest.notAfter), missing });
  }
  const date = longDate(latest.day);
  const article = latest.why?.statute;
  return article ? t('frame.latestBy', { date, article: say(article) }) : t('frame.latest', { date });
}

function withoutTable(year: string, from: string | undefined, to: string | undefined): string {
  return from === undefined || to === undefined
    ? t('frame.latestNoTable', { year })
    : t('frame.latestBetween', { year, from: longDate(from), to: longDate(to) });
}

/** What the person can give to a notice, by the name under which it is missing. */
const GIVEN: Readonly<Record<string, MessageKey>> = {
  received: 'notices.fields.received',
  announcedEffective: 'notices.fields.announcedEffective',
  'change-notice-days': 'notices.fields.change-notice-days',
  'termination-notice-days': 'notices.fields.termination-notice-days',
  'assignment-notice-days': 'notices.fields.assignment-notice-days',
  'fee-notice-days': 'notices.fields.fee-notice-days',
  'paper-delivery-days': 'notices.fields.paper-delivery-days',
};

/** What is missing, as the field is called in which it is entered; else the sentence about it, without its end. */
export function missingName({ what, name, text }: Missing): string {
  if (isTable({ what, name })) return t('frame.holidaysOf', { year: name });
  const field = GIVEN[name];
  return field === undefined ? say(text).replace(/[。.]$/u, '') : t(field as 'notices.fields.received');
}

const isTable = ({ what, name }: Pick<Missing, 'what' | 'name'>): boolean => what === 'calendar' && /^\d+$/u.test(name);

/** Whether a year's table of holidays is what is missing: it is brought in among the settings. */
export const lacksTable = (latest: LatestDay): boolean => !latest.known && latest.missing.some(isTable);

/** Why, where it is known, and else what is missing. */
export function latestReason(latest: LatestDay): string {
  if (!latest.known) return t('frame.sentences', { told: latest.missing.map(({ text }) => text) });
  return latest.why ? say(latest.why.text) : '';
}
