import { dayWords } from '../../agreement/date-words.ts';
import { asWritten, type Sentence } from '../../agreement/sentence.ts';
import type { LetterLine } from '../../contract/letters.ts';
import type { KeptLetter } from '../../kernel/papers/letters.ts';
import type { Store } from '../../store/store.ts';
import { ownerOf, publishedAs } from './letter-templates.ts';

/** The agreement that a letter belongs to, as far as that is known. */
export const agreementOf = (store: Store, { agreementId, templateId }: KeptLetter): string | undefined =>
  agreementId ?? (ownerOf(store, templateId) ?? publishedAs(store, templateId))?.agreementId;

/** What the list says of a letter. A commitment letter belongs to the agreement that it is an annex of, unless it was said to be about another; every other letter says itself what it is about. */
export function aboutOf(
  store: Store,
  { templateId, values, agreementId }: KeptLetter,
): NonNullable<LetterLine['about']> {
  const typed = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const parent = ownerOf(store, templateId);
  const owner = parent && (agreementId ?? parent.agreementId) === parent.agreementId ? parent : undefined;
  const whose = agreementId ?? (parent ?? publishedAs(store, templateId))?.agreementId;
  const provider =
    typed('addressee') ?? (whose === undefined ? undefined : store.agreements.agreement(whose)?.provider);
  const agreement = owner?.title ?? typed('agreementTitle');
  const version = owner ? `v${owner.ordinal}` : shortVersion(typed('agreementVersion'));
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(agreement === undefined ? {} : { agreement }),
    ...(version === undefined ? {} : { version: versionWords(version) }),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A version that a letter tells by its day, in whatever language it is written; else its words as they are. */
function versionWords(said: string): Sentence {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(said);
  const english = /^(\d{1,2})\s([A-Z][a-z]{2})[a-z]*\s(\d{4})$/u.exec(said);
  const [year, month, day] = chinese
    ? chinese.slice(1).map(Number)
    : [Number(english?.[3]), MONTHS.indexOf(english?.[2] ?? '') + 1, Number(english?.[1])];
  if (!year || !month || !day) return asWritten(said);
  const iso = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return isDay(iso) ? dayWords(iso) : asWritten(said);
}

/** A day that the calendar has. */
function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** What tells a version from the others, where a letter names it in the words that the app itself put there. */
const shortVersion = (said: string | undefined): string | undefined =>
  said
    ?.replace(/^(?:第 ?|version )(\d+)(?: ?(?:个留存版本|版))?$/u, 'v$1')
    .replace(/^(\S+)起施行的版本$|^(?:in effect from|dated|as obtained by us on) (.+)$/u, '$1$2')
    .replace(/^版本号(\S+)$|^(\d+年\d+月\d+日)版$|^我公司于?(\S+)取得的文本$/u, '$1$2$3');
