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
    ...(version === undefined ? {} : { version }),
  };
}

/** What tells a version from the others, where a letter names it in the words that the app itself put there. */
const shortVersion = (said: string | undefined): string | undefined =>
  said
    ?.replace(/^(?:第 ?|version )(\d+)(?: ?(?:个留存版本|版))?$/u, 'v$1')
    .replace(/^(\S+)起施行的版本$|^(?:in effect from|dated|as obtained by us on) (.+)$/u, '$1$2')
    .replace(/^版本号(\S+)$|^(\d+年\d+月\d+日)版$|^我公司于?(\S+)取得的文本$/u, '$1$2$3');
