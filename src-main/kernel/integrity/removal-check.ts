import { sentence } from '../../agreement/sentence.ts';
import { isObject } from '../../ledger/open-bundle.ts';
import type { Store } from '../../store/store.ts';
import type { AnyPaperKind } from '../papers/repository.ts';
import type { Fault } from './fault.ts';

/** Papers that are off the lists, or on them, against the last entry that removed them or brought them back. */
export function removalFaults(store: Store, kinds: readonly AnyPaperKind[]): readonly Fault[] {
  return kinds.flatMap(({ name, noun, removal }): readonly Fault[] => {
    if (!removal) return [];
    const { removed, restored } = removal.entries;
    const last = new Map<string, { readonly sequence: number; readonly removedAt?: string }>();
    for (const { kind, payload, at, sequence } of store.ledger.latestOfKinds([removed, restored], -1, 0).toReversed()) {
      const id = isObject(payload) ? payload['paper'] : undefined;
      if (typeof id === 'string') last.set(id, { sequence, ...(kind === removed ? { removedAt: at } : {}) });
    }
    const rows = [...store.written.all('paper')].filter(
      ({ columns }) => columns['desk'] === name.desk && columns['kind'] === name.kind,
    );
    return rows.flatMap(({ id, columns }): readonly Fault[] => {
      const entry = last.get(id);
      if ((columns['removed_at'] ?? undefined) === entry?.removedAt) return [];
      const text = sentence('kernel.integrity.row-removal', { what: noun });
      return [{ ...(entry ? { sequence: entry.sequence } : {}), text }];
    });
  });
}
