import { type Sentence, words } from '../agreement/sentence.ts';
import type { ReadingNote } from '../agreement/model.ts';

/** A note of the reading in the words it is stored with: later wording of the catalogue does not change it. */
export function note(code: string, said: Sentence): ReadingNote {
  const { zh, en } = words(said);
  return { code, text: zh, english: en };
}
