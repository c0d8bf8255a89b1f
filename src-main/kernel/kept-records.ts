import type { RecordView } from '../acceptance/record-view.ts';
import { readRecord } from '../acceptance/stored-record.ts';
import { Refusal } from '../agreement/refusal.ts';
import { sentence } from '../agreement/sentence.ts';
import type { Store } from '../store/store.ts';
import { unknownThing } from './failure.ts';

/** A decision's record: what it says, and the canonical JSON whose hash stands in the ledger. */
export interface KeptRecord {
  readonly record: RecordView;
  readonly json: string;
}

/**
 * The record of a decision, in whatever format it was written.
 * @throws Refusal `not-found`; `record-unreadable`, which names it.
 */
export function keptRecord({ acceptances }: Store, id: string): KeptRecord {
  const json = acceptances.json(id);
  if (json === undefined) throw unknownThing(sentence('kernel.kept-records.kept-record'));
  return { json, record: readRecord(id, json) };
}

/** Like `keptRecord`, for a place that goes without the words of a record which cannot be read or is gone. */
export function readableRecord(store: Store, id: string): KeptRecord | undefined {
  try {
    return keptRecord(store, id);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
