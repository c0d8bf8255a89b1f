import { app } from 'electron';
import type { Language } from '../agreement/sentence.ts';

/** The first of the person's languages that the product has, as the system lists them; English where it lists none of them. */
export function systemLanguage(): Language {
  const wanted = app.getPreferredSystemLanguages().find((tag) => /^(?:zh|en)\b/iu.test(tag)) ?? app.getLocale();
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Fields of dates and months, which Chromium draws, speak the person's language from the next start on; before the app is ready. */
export function speakTo(language: Language | undefined): void {
  if (language !== undefined) app.commandLine.appendSwitch('lang', { zh: 'zh-CN', en: 'en-GB' }[language]);
}
