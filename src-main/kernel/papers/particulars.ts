import { z } from 'zod';
import { calledAt } from '../standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { Particulars } from '../../contract/library/table.ts';
import type { Store } from '../../store/store.ts';
import { PAPERS } from '../stored-names.ts';
import { type PaperKind, type Repository, repository } from './repository.ts';
import { shape } from './shape.ts';

const text = z.string().exactOptional();

/** Whose an agreement is inside the company, what it costs, what it is filed under, and by whose clock its days are counted. */
export const PARTICULARS: PaperKind<Particulars, 'kept'> = {
  name: PAPERS.library.particulars,
  noun: sentence('library.particulars.noun'),
  feature: 'library',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      owner: text,
      department: text,
      amount: text,
      currency: text,
      costCentre: text,
      zone: text,
      tags: z.array(z.string()),
    }),
  ),
  called: ({ subject }, store, instant) => calledAt(store, subject, instant) || undefined,
};

export const particularsPapers = (store: Store): Repository<Particulars, 'kept'> => repository(store, PARTICULARS);

/** What is known of an agreement of which nobody said anything. */
export const NO_PARTICULARS: Particulars = { tags: [] };

/** What is kept of one agreement. @throws Refusal `record-unreadable`. */
export const particularsOf = (store: Store, agreementId: string): Particulars =>
  particularsPapers(store).about(agreementId)?.body ?? NO_PARTICULARS;

/** What is kept of all agreements, by their id. */
export const allParticulars = (store: Store): ReadonlyMap<string, Particulars> =>
  new Map(
    particularsPapers(store)
      .list()
      .map(({ subject = '', body }) => [subject, body]),
  );

/** The zone in which a person says that an agreement's days are counted, as it goes into a basis. */
export function zoneSaid(store: Store, agreementId: string): { readonly zone?: string } {
  const { zone } = particularsOf(store, agreementId);
  return zone === undefined ? {} : { zone };
}
