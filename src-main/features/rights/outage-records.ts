import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import { instantSeconds } from '../../term/calendar/civil-date.ts';
import { PAPERS, papersAbout } from '../../kernel/stored-names.ts';

/** One row of the log as it is kept. */
export interface KeptOutage {
  readonly from: string;
  readonly to: string;
  readonly cause: string;
  readonly instances: readonly string[];
  readonly exclusion?: string;
  readonly origin: 'manual' | 'paste' | 'file';
  /** The file it was read from, kept whole. */
  readonly source?: string;
}

export type OutagePaper = PaperRow<KeptOutage>;

/** The log of an agreement in order of time. */
export function outageLog(store: Store, agreementId: string): readonly OutagePaper[] {
  return papersAbout<KeptOutage>(store, PAPERS.rights.outage, agreementId).toSorted(
    (a, b) => instantSeconds(a.body.from) - instantSeconds(b.body.from) || a.id.localeCompare(b.id),
  );
}
