import { isSentence, words } from '../agreement/sentence.ts';

/**
 * JSON as it is stored: every sentence in it as the words it is said in today. A stored key would be said in other words by
 * a later version, and in none where the key is gone.
 */
export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (isSentence(member) ? words(member) : member));
}
