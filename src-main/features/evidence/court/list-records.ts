import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import {
  COURT_EXPORTS,
  type CourtExport,
  type CourtRow,
  type CourtScope,
  EXHIBIT_FORMS,
} from '../../../contract/evidence/court.ts';
import { hash } from '../../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';

/** A list of evidence as it is kept: what it is of, and how the person left its rows. What they say is composed anew each time. */
export interface KeptCourtList {
  readonly title: string;
  readonly scope: CourtScope;
  readonly rows: readonly CourtRow[];
  /** Keys of everything that the person was shown; absent in a list of an earlier build. */
  readonly known?: readonly string[];
  readonly exported: readonly { readonly at: string; readonly as: CourtExport; readonly sha256: string }[];
}

export const COURT_LIST: PaperKind<KeptCourtList, 'kept'> = {
  name: PAPERS.evidence.courtList,
  noun: sentence('court.list.noun'),
  feature: 'evidence',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      title: z.string(),
      scope: z.strictObject({
        agreementIds: z.array(z.string()),
        origin: z.string().exactOptional(),
        from: z.string().exactOptional(),
        to: z.string().exactOptional(),
      }),
      rows: z.array(
        z.strictObject({
          key: z.string(),
          left: z.literal(true).exactOptional(),
          form: z.enum(EXHIBIT_FORMS).exactOptional(),
          purpose: z.string().exactOptional(),
        }),
      ),
      known: z.array(z.string()).exactOptional(),
      exported: z.array(z.strictObject({ at: z.string(), as: z.enum(COURT_EXPORTS), sha256: hash })),
    }),
  ),
  called: ({ body }) => body.title,
  removal: {
    what: 'court-list',
    entries: { removed: 'court-list-removed', restored: 'court-list-restored' },
    entry: ({ id, body }) => ({ subject: `court-list:${id}`, payload: { title: body.title } }),
    changed: ['evidence'],
  },
};

export const courtLists = (store: Store): Repository<KeptCourtList, 'kept'> => repository(store, COURT_LIST);
