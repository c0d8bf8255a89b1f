import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { hash } from '../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';
import { instantSeconds } from '../../term/calendar/civil-date.ts';

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

export type OutagePaper = Paper<KeptOutage, 'kept'>;

export const OUTAGE: PaperKind<KeptOutage, 'kept'> = {
  name: PAPERS.rights.outage,
  noun: sentence('rights.outage-records.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      cause: z.string(),
      instances: z.array(z.string()),
      exclusion: z.string().exactOptional(),
      origin: z.enum(['manual', 'paste', 'file']),
      source: hash.exactOptional(),
    }),
  ),
  called: ({ body }) => `${body.from.slice(0, 16).replace('T', ' ')} ${body.cause}`.trim(),
  removal: {
    what: 'outage',
    entries: { removed: 'outage-removed', restored: 'outage-restored' },
    entry: ({ subject, body }) => ({ subject: `agreement:${subject ?? ''}`, payload: { rows: [outageEntry(body)] } }),
    changed: ['rights', 'agenda'],
  },
};

export const outagePapers = (store: Store): Repository<KeptOutage, 'kept'> => repository(store, OUTAGE);

/** The log of an agreement in order of time. */
export function outageLog(store: Store, agreementId: string): readonly OutagePaper[] {
  return outagePapers(store)
    .list({ about: agreementId })
    .toSorted((a, b) => instantSeconds(a.body.from) - instantSeconds(b.body.from) || a.id.localeCompare(b.id));
}

/** A row as the ledger holds it. */
export function outageEntry({ from, to, cause, instances, exclusion }: KeptOutage): Record<string, string> {
  return { from, to, cause, instances: instances.join('、'), exclusion: exclusion ?? 'none' };
}
