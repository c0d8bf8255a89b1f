import { type Language, LANGUAGES } from '../../agreement/sentence.ts';
import type { LedgerEntry } from '../../ledger/entry.ts';
import { isObject } from '../../ledger/open-bundle.ts';

/** What a sheet of ours is called in Chinese, by the ends of its names so far. */
const CHINESE = /记录书|证明|记录单/u;

/** The language of a sheet that an entry tells was made; of one that was made before entries said it, as its name has it. */
export function sheetLanguage({ payload }: Pick<LedgerEntry, 'payload'>, name: string): Language {
  const said = isObject(payload) ? payload['language'] : undefined;
  return LANGUAGES.find((language) => language === said) ?? (CHINESE.test(name) ? 'zh' : 'en');
}
