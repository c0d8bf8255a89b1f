import type { Store } from '../../store/store.ts';

/**
 * How many entries the ledger has beyond those that a backup holds. That a backup was made is an entry, too, and nothing that
 * a person would miss.
 */
export function entriesSince({ ledger }: Pick<Store, 'ledger'>, entries: number): number {
  return Math.max(0, ledger.count() - entries - ledger.since('backup-made', entries).count);
}
