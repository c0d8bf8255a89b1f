import type { Sentence } from '../../agreement/sentence.ts';

/** Something that is wrong with the records; `missing`: something is gone, nothing that is there was changed. */
export interface Fault {
  /** Sequence number of the entry that it is about. */
  readonly sequence?: number;
  readonly text: Sentence;
  readonly missing?: true;
}
