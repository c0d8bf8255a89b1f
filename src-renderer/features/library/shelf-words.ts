import { stateWord } from '../../../assets/messages/state-words.ts';
import type { AgendaLine } from '../../../src-main/contract/agenda.ts';
import type { LibraryAgreement, VersionSummary } from '../../../src-main/contract/library.ts';
import { beijingDate, daysFromToday, listDate, relativeDays } from '../../kernel/dates.ts';
import { say, t } from '../../kernel/preferences.svelte.ts';

/** Days before a date from which it is said in amber. */
export const SOON_DAYS = 30;

/** A day in a list, as short as it can be said: without its year where that is this one (`12-21`, `21 Dec`). */
export const dayInList = (text: string): string => listDate(beijingDate(text));

/** The colour of the mark beside a state: it never stands alone. */
export type Mark = 'good' | 'open' | 'warn' | 'sealed' | 'no' | 'past';

export function markOf({ state, period, stands, unread }: VersionSummary): Mark {
  // Accepted, and still to be read: there is something to do.
  if (unread) return 'warn';
  if (state === 'accepted') return stands && period?.governing === 'sealed' ? 'sealed' : 'good';
  if (state === 'decided' || state === 'set-aside') return 'warn';
  if (state === 'declined' || state === 'objected') return 'no';
  return state === 'superseded' ? 'past' : 'open';
}

/** The word of a state. */
export const stateName = ({ state, period }: VersionSummary, where: 'list' | 'page' = 'list'): string =>
  say(stateWord({ state, by: period?.by }, where));

/** A state as a word with its date and person: `已接受 03-16 陈远`. */
export function stateInList(version: VersionSummary): string {
  const { state, since, person, savedAt, stands, period } = version;
  const word = stateName(version);
  if (state === 'not-reviewed') return t('library.row.imported', { word, date: dayInList(savedAt) });
  if (since === undefined) return word;
  const date = dayInList(since);
  const said =
    person === undefined ? t('library.row.since', { word, date }) : t('library.row.by', { word, date, person });
  const whole = stands && period?.governing === 'sealed' ? t('library.row.sealed', { said }) : said;
  return version.unread ? t('library.row.unread', { said: whole }) : whole;
}

/** The day on which a text came in, where it was accepted before: whether it read so then is to be checked. */
export function acceptedBefore({ state, since, savedAt }: VersionSummary): string | undefined {
  if (state !== 'accepted' || since === undefined) return undefined;
  const [from, saved] = [beijingDate(since), beijingDate(savedAt)];
  return from < saved ? saved : undefined;
}

/** What a date of the agenda is: `反对最后一日`. */
export const kindOf = ({ kind }: AgendaLine): string => t(`term.agenda-items.kind-words.${kind}.title`);

/** A date is soon enough to be said in amber, or past; one from which on something can be done is not missed by passing. */
export const isSoon = ({ date, state }: AgendaLine): boolean =>
  date !== undefined && state !== 'now' && daysFromToday(date) <= SOON_DAYS;

/** The third line of a row: the next date, or what there is to read, or that nothing is due. */
export function dueInList(agreement: LibraryAgreement, version: VersionSummary, next: AgendaLine | undefined): string {
  if (next?.date !== undefined)
    return t('library.row.due', {
      date: dayInList(next.date),
      what: kindOf(next),
      relative: relativeDays(next.date),
    });
  if (next) return kindOf(next);
  if (agreement.origin !== 'own') return t('library.origin', { name: agreement.origin });
  if ((version.unread || version.state === 'not-reviewed' || version.state === 'reviewing') && version.conspicuous > 0)
    return t('library.conspicuous', { count: version.conspicuous });
  if (agreement.annexOf) return t('library.annexOf', { title: agreement.annexOf.title });
  return t('library.row.nothing');
}
