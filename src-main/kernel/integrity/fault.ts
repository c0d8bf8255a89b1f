import type { Sentence } from '../../agreement/sentence.ts';

/** Something that is wrong with the records; `missing`: something is gone, nothing that is there was changed. */
export interface Fault {
  /** Sequence number of the entry that it is about. */
  readonly sequence?: number;
  readonly text: Sentence;
  readonly missing?: true;
  /** Of what kind it is, where that has a cause of its own: the chain is broken, or a record has no entry at all. */
  readonly about?: 'chain' | 'no-entry';
}
