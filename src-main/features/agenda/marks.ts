import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { keptFile } from '../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';
import type { CivilDate } from '../../term/calendar/civil-date.ts';

/** What a person said about one item. */
export interface Mark {
  readonly snoozed?: { readonly on: CivilDate; readonly until: CivilDate; readonly reason: string };
  readonly done?: {
    readonly on: CivilDate;
    readonly note: string;
    readonly file?: { readonly name: string; readonly sha256: string };
  };
}

export const MARK: PaperKind<Mark, 'kept'> = {
  name: PAPERS.agenda.mark,
  noun: sentence('agenda.marks.noun'),
  feature: 'agenda',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      snoozed: z.strictObject({ on: z.string(), until: z.string(), reason: z.string() }).exactOptional(),
      done: z.strictObject({ on: z.string(), note: z.string(), file: keptFile.exactOptional() }).exactOptional(),
    }),
  ),
};

/** Marks of a person; the subject is the item. */
export const marks = (store: Store): Repository<Mark, 'kept'> => repository(store, MARK);

/** All marks by item. */
export const marksByItem = (store: Store): ReadonlyMap<string, Mark> =>
  new Map(
    marks(store)
      .list()
      .map(({ subject, body }) => [subject ?? '', body]),
  );
