/**
 * The `lang` of words that an agreement brings along, where they are Chinese: under an English interface they keep their
 * punctuation as wide as it was written. Undefined for every other text, which takes the language around it.
 */
export const writtenIn = (text: string): 'zh-CN' | undefined =>
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) ? 'zh-CN' : undefined;
