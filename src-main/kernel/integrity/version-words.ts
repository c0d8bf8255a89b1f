import { sentence } from '../../agreement/sentence.ts';
import { showsTheWordsOf } from '../../ledger/integrity/words-of-structure.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import type { Fault } from './fault.ts';
import { keptInStore } from './kept-in-store.ts';

/**
 * What is wrong with the words of a version beside its own row: whatever a person reads of it, prints or decides on. Holds for
 * a colleague's version, too, of which this ledger knows nothing.
 */
export function wordFaults(store: Store, { id, fingerprint, title, ordinal }: VersionRow): readonly Fault[] {
  const called = sentence('ledger.examine.text-called', { title, ordinal });
  const kept = keptInStore(store).version({ id, fingerprint });
  const { text } = kept ?? {};
  if (text === undefined) return [{ text: sentence('ledger.examine.text-gone', { called }), missing: true }];
  if (sha256Hex(text) !== fingerprint) return [{ text: sentence('ledger.examine.text-altered', { called }) }];
  const shown = kept?.structures ?? [];
  if (shown.length > 0 && shown.every((structure) => showsTheWordsOf(structure, text))) return [];
  return [{ text: sentence('ledger.examine.other-words', { called }) }];
}
