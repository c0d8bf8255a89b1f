import type { Sentence } from '../../assets/messages/say.ts';
import { sentence } from '../../assets/messages/say.ts';

/** Characters below which a passphrase is tried out in hours, whatever it is made of. */
const SHORT = 12;
/** Different characters below which it is a repetition. */
const VARIED = 5;
/** What everybody tries first, and rows of keys. */
const COMMON =
  /password|passw0rd|qwerty|asdfgh|zxcvbn|letmein|iloveyou|welcome|admin|assent|qianyue|woaini|123456|654321|abcdef|111111|000000|88888/iu;

/** What speaks against a passphrase, if anything does; it is the person's to choose all the same. */
export function passphraseDoubt(text: string): Sentence | undefined {
  if (text === '') return undefined;
  if (COMMON.test(text)) return sentence('evidence.key.weak.common');
  if (new Set(text.toLowerCase()).size < VARIED) return sentence('evidence.key.weak.repeated');
  if (/^\d+$/u.test(text)) return sentence('evidence.key.weak.digits');
  // A word of Chinese is worth several letters.
  const length = [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  return length < SHORT ? sentence('evidence.key.weak.short', { least: SHORT }) : undefined;
}
