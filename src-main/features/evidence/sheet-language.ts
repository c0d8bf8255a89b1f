import { type Language, LANGUAGES } from '../../agreement/sentence.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { isObject } from '../../ledger/open-bundle.ts';

/** Every title that a sheet of ours was given in either language, as its name has it before what the sheet is of. */
const TITLES: Readonly<Record<Language, RegExp>> = {
  zh: /协议审阅与决定记录书|协议(?:接受|拒绝|搁置)证明|网页取证操作记录单/u,
  en: /Record of review and decision|Certificate of (?:acceptance|refusal|deferral)|Record of a web (?:page )?capture/u,
};

/** Where the title stands in a name; after all else where it has none in this language. */
function titleAt(name: string, language: Language): number {
  const at = name.search(TITLES[language]);
  return at === -1 ? name.length : at;
}

/**
 * The language of a sheet that an entry tells was made; of one that was made before entries said it, that of the title in its name: the
 * first one, for what the agreement is called stands after it.
 */
export function sheetLanguage({ payload }: Pick<LedgerEntry, 'payload'>, name: string): Language {
  const said = isObject(payload) ? payload['language'] : undefined;
  return LANGUAGES.find((language) => language === said) ?? (titleAt(name, 'zh') < titleAt(name, 'en') ? 'zh' : 'en');
}
