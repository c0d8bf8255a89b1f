import type { AgreementDocument } from '../../agreement/model.ts';
import { dayWords } from '../../agreement/date-words.ts';
import { type Language, type Sentence, sentence } from '../../agreement/sentence.ts';
import { versionTitled } from '../../acceptance/record-view.ts';
import { standsAt } from '../../acceptance/standing.ts';
import { writtenValue } from '../../letter/written.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { civilDateAt } from '../../term/calendar/civil-date.ts';
import { statedEffective } from '../history/happenings.ts';
import { standingOf } from '../standing.ts';

/**
 * How a letter names the text of an agreement that it speaks of: by what the other side knows it by. That is the number that the text
 * bears itself, else its day of effect, else its own date; where it gives none of them, the day on which we came by it. Its number in
 * the library means nothing to others.
 */
export function versionWords(store: Store, { id }: Pick<VersionRow, 'id'>, language: Language): string {
  const written = (day: string): string => writtenValue('date', day, language);
  const stated = statedVersionWords(store, { id }, language);
  if (stated !== '') return stated;
  const savedAt = store.agreements.version(id)?.savedAt;
  if (savedAt === undefined) return '';
  const saved = written(civilDateAt(savedAt));
  return language === 'en' ? `as obtained by us on ${saved}` : `我公司于${saved}取得的文本`;
}

/** By what a text says of itself alone; empty where it says nothing: a claim does not tell when we came by its text. */
export function statedVersionWords(store: Store, { id }: Pick<VersionRow, 'id'>, language: Language): string {
  const written = (day: string): string => writtenValue('date', day, language);
  const { number, effective, date } = ownVersion(store, id);
  if (number !== undefined) return language === 'en' ? `version ${number.replace(/^v/iu, '')}` : `版本号${number}`;
  if (effective !== undefined)
    return language === 'en' ? `in effect from ${written(effective)}` : `${written(effective)}起施行的版本`;
  if (date === undefined) return '';
  return language === 'en' ? `dated ${written(date)}` : `${written(date)}版`;
}

/** How a Chinese letter once named a text that says nothing of itself: drafts still do. */
export const formerVersionWords = (store: Store, version: Pick<VersionRow, 'id'>): string =>
  versionWords(store, version, 'zh').replace(/^我公司于(?=\d)/u, '我公司');

/** What a text says that it is: its number, else its day of effect, else its own date; none where it says nothing. */
function ownVersion(store: Store, id: string): { number?: string; effective?: string; date?: string } {
  const document = store.agreements.document(id);
  const number = document && statedNumber(document);
  if (number !== undefined) return { number };
  const effective = document && statedEffective(document);
  if (effective !== undefined) return { effective };
  return document?.date === undefined ? {} : { date: document.date };
}

/** The same as a record says it, in either language; absent where the text says nothing of itself. */
export function ownVersionWords(store: Store, { id }: Pick<VersionRow, 'id'>): Sentence | undefined {
  const { number, effective, date } = ownVersion(store, id);
  if (number !== undefined) return sentence('acceptance.version.number', { number });
  if (effective !== undefined) return sentence('acceptance.version.effective', { day: dayWords(effective) });
  return date === undefined ? undefined : sentence('acceptance.version.dated', { day: dayWords(date) });
}

/** A version as records and lists for a court name it: by its title and what it says that it is, then by our own count. */
export function versionNamed(store: Store, id: string): Sentence {
  const { title, ordinal } = store.agreements.version(id) ?? { title: '', ordinal: 0 };
  return versionTitled({ title, ordinal }, ownVersionWords(store, { id }));
}

/** The line in which a text bears its own number, and the number. */
const OWN_NUMBER =
  /^\s*[（(【[]?\s*(?:版本(?:编?号)?|版次|文本编号|version(?: no\.?| number)?|revision|rev\.)\s*[：:]?\s*(v?\d[\dA-Za-z.-]*)(?![\dA-Za-z.\-/年月])/iu;
const DAY = /^\d{4}(?:[-.]\d{1,2}[-.]\d{1,2}|\d{4})$/u;

/** The number that a text gives itself; absent where it gives none or more than one. A day is no number. */
function statedNumber({ clauses }: AgreementDocument): string | undefined {
  const numbers = new Set(
    clauses.flatMap(({ number, text }) => {
      const own = number === undefined ? OWN_NUMBER.exec(text)?.[1]?.replace(/\.$/u, '') : undefined;
      return own === undefined || DAY.test(own) ? [] : [own];
    }),
  );
  return numbers.size === 1 ? [...numbers][0] : undefined;
}

/** The version of an agreement that a letter is about: the one that stands at an instant (UTC ISO), else the newest. */
export function versionForLetter(store: Store, agreementId: string, instant: string): VersionRow | undefined {
  const versions = store.agreements.versionsOf(agreementId);
  const stands = standsAt(standingOf(store, agreementId), instant)?.versionId;
  return versions.find(({ id }) => id === stands) ?? versions.at(-1);
}

/** The language that letters about an agreement are written in: English where its text is, else Chinese. */
export function letterLanguage(store: Store, agreementId: string, instant: string): Language {
  const version = versionForLetter(store, agreementId, instant);
  return version && store.agreements.document(version.id)?.language === 'en' ? 'en' : 'zh';
}
