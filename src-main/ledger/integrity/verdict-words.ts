import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Identity, Integrity, TimeSource } from '../verdict.ts';
import { ANCHOR_PLACES } from './anchors.ts';

/** The first answer: is it as it was? */
export const INTEGRITY_WORDS: Readonly<Record<Integrity, Sentence>> = {
  intact: sentence('ledger.verdict.intact'),
  altered: sentence('ledger.verdict.altered'),
  incomplete: sentence('ledger.verdict.incomplete'),
};

/** The second answer: who vouches for it? */
export function identityWords({ known, keyId = '' }: Identity): Sentence {
  if (known === 'unsigned') return sentence('ledger.verdict.unsigned');
  if (known === 'pinned') return sentence('ledger.verdict.pinned', { keyId });
  return known === 'new' ? sentence('ledger.verdict.new', { keyId }) : sentence('ledger.verdict.conflict', { keyId });
}

/**
 * The third answer: when was it, and by whose word?
 * @param stamped how a stamp is told whose root the person trusts, where that is not the last word on it
 */
export function timeWords(
  { source, authority = '—', trusted, anchored }: TimeSource,
  stamped: Sentence = sentence('ledger.verdict.stamped', { authority }),
): Sentence {
  const when =
    source === 'device-clock'
      ? sentence('ledger.verdict.device-clock')
      : trusted
        ? stamped
        : sentence('ledger.verdict.stamped-untrusted', { authority });
  if (anchored.length === 0) return when;
  return sentence('ledger.verdict.anchored', { when, places: anchored.map((place) => ANCHOR_PLACES[place]) });
}
