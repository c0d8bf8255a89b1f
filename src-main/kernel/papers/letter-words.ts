import type { Language } from '../../agreement/sentence.ts';
import { dayOf } from '../../acceptance/history.ts';
import { standsAt } from '../../acceptance/standing.ts';
import { writtenValue } from '../../letter/written.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import { statedEffective } from '../history/happenings.ts';
import { standingOf } from '../standing.ts';

/**
 * How a letter names the text of an agreement that it speaks of: by the day of effect that the text itself gives, which the other side
 * knows; where it gives none, by the day on which we had it. Our own count of versions says nothing to anybody else.
 */
export function versionWords(
  store: Store,
  { id }: Pick<VersionRow, 'id'>,
  language: Language,
): string {
  const document = store.agreements.document(id);
  const day = document && statedEffective(document);
  const savedAt = store.agreements.version(id)?.savedAt;
  const written = writtenValue('date', day ?? (savedAt === undefined ? '' : dayOf(savedAt)), language);
  if (day === undefined) return language === 'en' ? `text held since ${written}` : `我公司${written}留存的文本`;
  return language === 'en' ? `in effect from ${written}` : `${written}起施行的版本`;
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
