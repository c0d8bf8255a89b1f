import { app } from 'electron';
import type { Language } from '../agreement/sentence.ts';

/** The first of the person's languages that the product has, as the system lists them; English where it lists none of them. */
export function systemLanguage(): Language {
  const wanted = app.getPreferredSystemLanguages().find((tag) => /^(?:zh|en)\b/iu.test(tag)) ?? app.getLocale();
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
