import type { AcceptanceRecord } from '../../acceptance/record.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import type { Store } from '../../store/store.ts';
import type { BundledVersion } from './bundled-versions.ts';

/** Something of a bundle whose id is known here for something else: one of the two is not what it says. */
export interface BundleConflict {
  /** Id of the decision or version. */
  readonly id: string;
  readonly text: Sentence;
}

/** What a bundle says otherwise than the library does of the same ids. */
export function conflictsWith(
  store: Store,
  versions: readonly BundledVersion[],
  records: readonly AcceptanceRecord[],
): readonly BundleConflict[] {
  const { agreements, acceptances } = store;
  const ofVersions = versions.flatMap(({ id, title, ordinal, fingerprint, agreementId }): readonly BundleConflict[] => {
    const known = agreements.version(id);
    if (!known || (known.fingerprint === fingerprint && known.agreementId === agreementId)) return [];
    return [{ id, text: sentence('evidence.bundle-conflicts.version', { title, ordinal, here: known.title }) }];
  });
  const ofRecords = records.flatMap((record): readonly BundleConflict[] => {
    const known = acceptances.json(record.id);
    if (known === undefined || known === canonicalJson(record)) return [];
    const { title, ordinal } = record.version;
    return [{ id: record.id, text: sentence('evidence.bundle-conflicts.record', { title, ordinal }) }];
  });
  return [...ofVersions, ...ofRecords];
}
