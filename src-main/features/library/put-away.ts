import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { AgendaSource, NotOffered } from '../../kernel/between-features.ts';
import { sampleAgreements } from '../../kernel/demo/samples.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Ports } from '../../kernel/ports.ts';
import { record, recordTogether } from '../../kernel/record.ts';
import { calledAt } from '../../kernel/standing.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Store } from '../../store/store.ts';

/** What can be put away: an agreement into the archive, a source that could not be read off the list. */
type Thing = 'agreement' | 'source';

/** What was put away, or brought back; the subject of its paper is the thing's id. */
export interface PutAway {
  readonly what: Thing;
}

type Where = 'away' | 'back';

export const PUT_AWAY: PaperKind<PutAway, Where> = {
  name: PAPERS.library.putAway,
  noun: sentence('library.put-away.noun'),
  feature: 'library',
  states: ['away', 'back'],
  shape: shape(z.strictObject({ what: z.enum(['agreement', 'source']) })),
  called: ({ subject, body }, store, instant) =>
    subject === undefined ? undefined : nameOf(store, { what: body.what, id: subject }, instant),
};

const ENTRIES: Readonly<Record<Thing, Readonly<Record<Where, EntryKind>>>> = {
  agreement: { away: 'agreement-archived', back: 'agreement-unarchived' },
  source: { away: 'source-dismissed', back: 'source-brought-back' },
};

const papers = (store: Store): Repository<PutAway, Where> => repository(store, PUT_AWAY);

/** Ids of everything that is away. */
export const away = (store: Store): ReadonlySet<string> =>
  new Set(
    papers(store)
      .list()
      .flatMap(({ subject, state }) => (state === 'away' && subject !== undefined ? [subject] : [])),
  );

/** Agreements of the sample set that were put away, asked anew each time: nothing offers them to begin something with. */
export function samplesPutAway(ports: Pick<Ports, 'store' | 'files'>): NotOffered {
  const samples = sampleAgreements(ports);
  return async () => {
    const known = await samples();
    return new Set([...away(ports.store)].filter((id) => known.has(id)));
  };
}

/**
 * Puts things away, or brings them back, each with its entry and all in one transaction. What is there already stays as it
 * is. @returns the ids of what moved. @throws Refusal `not-found`.
 */
export function putAway(ports: Ports, what: Thing, ids: readonly string[], where: Where): readonly string[] {
  const { store } = ports;
  const known = new Map(
    papers(store)
      .list()
      .map((paper): [string, Paper<PutAway, Where>] => [paper.subject ?? '', paper]),
  );
  const moved: string[] = [];
  recordTogether(ports, () => {
    for (const subject of new Set(ids)) {
      const name = nameOf(store, { what, id: subject }, ports.now().toISOString());
      if (name === undefined) throw unknownThing(sentence(`library.put-away.unknown.${what}`));
      const paper = known.get(subject);
      if ((paper?.state ?? 'back') === where) continue;
      const at = ports.now().toISOString();
      record(ports, {
        entry: { at, kind: ENTRIES[what][where], subject: `${what}:${subject}`, payload: { name } },
        write: () => papers(store).put({ id: paper?.id ?? ports.newId(), subject, state: where, body: { what } }, at),
        changed: ['library', 'agenda'],
      });
      moved.push(subject);
    }
  });
  return moved;
}

/** An agenda source without the items of agreements in the archive. */
export const withoutArchived =
  (source: AgendaSource): AgendaSource =>
  (ports) => {
    const gone = away(ports.store);
    return source(ports).filter(({ item }) => item.agreement === undefined || !gone.has(item.agreement));
  };

const nameOf = (
  store: Store,
  { what, id }: { readonly what: Thing; readonly id: string },
  instant: string,
): string | undefined => (what === 'agreement' ? calledAt(store, id, instant) || undefined : store.sources.nameOf(id));
