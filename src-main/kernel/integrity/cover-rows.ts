import { Refusal } from '../../agreement/refusal.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { Store } from '../../store/store.ts';
import type { WrittenRow } from '../../store/written.ts';
import type { AnyPaperKind } from '../papers/repository.ts';
import { record, type RecordPorts } from '../record.ts';
import { type OpenRow, rowFaults } from './row-check.ts';
import { binds, COVERING } from './row-seals.ts';
import { keyOf, writtenSince } from './seals-by-row.ts';

/** Rows in one entry. */
const AT_ONCE = 50;

/**
 * Has the ledger hold from now on what stands in every row that no entry covers, earlier states of what binds included: one
 * entry for every fifty rows, the last of which says that none is left. Whoever calls it has made sure that the records are intact.
 * What is written meanwhile has its own entry. Answers how many rows there were.
 * @throws Refusal `evidence-faulty` where a row is not what its entry says.
 */
export async function coverRows(ports: RecordPorts, kinds: readonly AnyPaperKind[]): Promise<number> {
  const { store } = ports;
  const { faults, open, until } = await rowFaults(store, kinds);
  const [fault] = faults;
  if (fault) throw notCovered(fault.text);
  const times = new Map<string, number>();
  let seen = until;
  let rows = 0;
  for (let place = 0; place < open.length; place += AT_ONCE) {
    record(ports, () => {
      for (const [key, more] of writtenSince(store, seen)) times.set(key, (times.get(key) ?? 0) + more);
      seen = store.ledger.tip()?.sequence ?? seen;
      const some = open.slice(place, place + AT_ONCE);
      const covers = some.flatMap((row) => statesWithoutSeal(store, row, row.seals + (times.get(keyOf(row)) ?? 0)));
      const count = new Set(covers.map(keyOf)).size;
      rows += count;
      const complete = place + AT_ONCE >= open.length;
      return {
        entry: { kind: COVERING, subject: 'ledger:own', payload: { rows: count, complete } },
        covers,
        write: () => undefined,
        changed: [],
      };
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** That nothing was covered, and why. */
export const notCovered = (why: Sentence): Refusal =>
  new Refusal(
    'evidence-faulty',
    sentence('kernel.integrity.not-covered', { why }),
    sentence('kernel.integrity.evidence-faulty.next'),
  );

/** The states of a row before the newest ones that have their seal, oldest first; of one that does not bind the only one. */
function statesWithoutSeal(store: Store, { table, id }: OpenRow, seals: number): readonly WrittenRow[] {
  const row = store.written.row(table, id);
  if (!row) return [];
  if (!binds(row)) return seals === 0 ? [row] : [];
  const kept = store.written.revisions(id);
  return kept.slice(0, Math.max(0, kept.length - seals));
}
