import type { FileState, Kept } from '../../ledger/integrity/kept.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { Store } from '../../store/store.ts';

/** What the records keep, for `examine`. */
export function keptInStore(store: Store): Kept {
  const { agreements, acceptances, attachments, sources, ledger } = store;
  return {
    *entries() {
      for (const { entry } of ledger.rows()) if (entry) yield entry;
    },
    version: ({ id }) => ({ text: agreements.canonicalText(id), structures: structuresOf(store, id) }),
    record: (id) => acceptances.json(id),
    source: (sha256) => {
      const source = sources.byHash(sha256);
      return stateOf(source && sources.bytes(source.id), sha256);
    },
    file: (sha256) => stateOf(attachments.bytes(sha256), sha256),
    stamp: ({ sha256 }) => attachments.bytes(sha256),
  };
}

/** A reading that is no JSON any more shows nothing. */
function structuresOf({ agreements }: Store, id: string): readonly unknown[] {
  try {
    return agreements.storedDocuments(id);
  } catch (error) {
    if (error instanceof SyntaxError) return [undefined];
    throw error;
  }
}

function stateOf(bytes: Uint8Array | undefined, sha256: string): FileState {
  if (!bytes) return 'gone';
  return sha256Hex(bytes) === sha256 ? 'whole' : 'altered';
}
