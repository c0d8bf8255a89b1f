import type { SignatoryView, SigningBasis } from '../../src-main/contract/settings.ts';
import { longDate } from './dates.ts';
import { t } from './preferences.svelte.ts';

/** Grounds on which somebody signs, in the order in which they are offered. */
export const SIGNING_BASES: readonly SigningBasis[] = ['legal-representative', 'authorisation-letter', 'post'];

/** Whoever signs by a letter needs its file, and that it still holds. */
export const lacksLetter = ({ basis, letter }: SignatoryView): boolean =>
  basis === 'authorisation-letter' && letter === undefined;

/** Whether somebody may be chosen to sign today. */
export const maySign = (who: SignatoryView): boolean => !who.ended && !lacksLetter(who);

/** What lets somebody sign, or why they may not. */
export function authorityWords(who: SignatoryView): string {
  const { basis, until, limit, ended, ofCompany } = who;
  if (ofCompany) return t('review.decision.ofCompany');
  if (basis !== 'authorisation-letter') return t(`review.decision.bases.${basis}`);
  const day = until === undefined ? undefined : longDate(until);
  if (day !== undefined && ended) return t('review.decision.authorityEnded', { day });
  if (lacksLetter(who)) return t('review.decision.authorityMissing');
  const holds = day === undefined ? t(`review.decision.bases.${basis}`) : t('review.decision.authorityUntil', { day });
  return limit === undefined ? holds : t('review.decision.authorityWithin', { holds, limit });
}
