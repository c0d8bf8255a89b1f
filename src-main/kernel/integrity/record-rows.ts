import type { RecordView } from '../../acceptance/record-view.ts';
import { recordSubject } from '../../acceptance/record.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { AcceptanceRow } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { readableRecord } from '../kept-records.ts';
import { letterPapers } from '../papers/letters.ts';
import { timestampPapers } from '../papers/timestamps.ts';
import type { BundlesTakenIn } from './bundles-taken-in.ts';
import type { Fault } from './fault.ts';
import { isOwn } from './own-version.ts';
import { hashesNamedBy } from '../../ledger/hashes-named.ts';

/**
 * What is wrong with the rows of decisions: each has its entry, a colleague's stands in a bundle that came in; each says in its
 * columns what its record says, and can be read.
 * That the record itself is the one its entry names is examined with everything else.
 */
export async function recordRowFaults(
  store: Store,
  rows: readonly AcceptanceRow[],
  bundles: () => BundlesTakenIn,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [index, row] of rows.entries()) {
    const [entry] = store.ledger.ofSubject(recordSubject(row.id));
    const record = called(store, row);
    const kept = readableRecord(store, row.id);
    if (entry?.kind !== 'acceptance-decided') {
      if (isOwn(store, row.versionId))
        faults.push({ text: sentence('evidence.ledger-check.unvouched', { record }), about: 'no-entry' });
      else if (!kept) faults.push({ text: sentence('evidence.ledger-check.record-unreadable', { record }) });
      else if (!bundles().holdsRecord(kept.json))
        faults.push(notInBundle(bundles(), sentence('kernel.integrity.foreign-record', { record })));
      else if (!saysSo(kept.record, row))
        faults.push({ text: sentence('evidence.ledger-check.record-changed', { record }) });
    } else if (!kept) {
      faults.push({ sequence: entry.sequence, text: sentence('evidence.ledger-check.record-unreadable', { record }) });
    } else if (!saysSo(kept.record, row)) {
      faults.push({ sequence: entry.sequence, text: sentence('evidence.ledger-check.record-changed', { record }) });
    }
    // Let the window breathe: a long register is checked beside the work.
    if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
  return faults;
}

/** Outputs of letters that no entry about their letter names: another file was put in its place. */
export function letterFaults(store: Store): readonly Fault[] {
  return letterPapers(store)
    .list()
    .flatMap(({ id, body }): readonly Fault[] => {
      if (body.outputs.length === 0) return [];
      const named = new Set(store.ledger.ofSubject(`letter:${id}`).flatMap((entry) => hashesNamedBy(entry)));
      return body.outputs
        .filter(({ sha256 }) => !named.has(sha256))
        .map(({ name }) => ({
          text: sentence('kernel.integrity.letter-unvouched', { name }),
          about: 'no-entry' as const,
        }));
    });
}

/** Time stamps that no entry tells of: put beside the ledger, or left over from another. */
export function stampFaults(store: Store): readonly Fault[] {
  return timestampPapers(store)
    .list()
    .flatMap(({ body: { sequence, attached } }): readonly Fault[] => {
      const entries = store.ledger.ofSubject(`entry:${sequence}`);
      const vouched = attached === undefined || entries.some((entry) => hashesNamedBy(entry).includes(attached.sha256));
      return vouched
        ? []
        : [{ text: sentence('kernel.integrity.stamp-unvouched', { sequence }), about: 'no-entry' as const }];
    });
}

/** A colleague's row that stands in no bundle; where one is lacking, it may have stood there. */
export const notInBundle = ({ lacking }: BundlesTakenIn, text: Sentence): Fault => ({
  text,
  ...(lacking ? { missing: true } : {}),
});

/** Whether the columns that lists go by say what the record says. */
function saysSo(record: RecordView, row: AcceptanceRow): boolean {
  return (
    record.id === row.id &&
    record.decision === row.decision &&
    record.version.id === row.versionId &&
    record.time.utc === row.decidedAt
  );
}

function called(store: Store, { versionId, id }: AcceptanceRow): Sentence {
  const version = store.agreements.version(versionId);
  return version
    ? sentence('ledger.examine.text-called', { title: version.title, ordinal: version.ordinal })
    : sentence('ledger.examine.record-of-id', { id });
}
