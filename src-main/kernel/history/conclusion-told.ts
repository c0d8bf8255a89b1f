import type { PartySeals } from '../../acceptance/governing.ts';
import type { ConclusionTold } from '../../acceptance/conclusion-told.ts';
import type { Store } from '../../store/store.ts';
import { happeningsOf } from './happenings.ts';

/**
 * What was said of a version's acceptance in the world: the conclusion that its standing rests on (`recordId`), or the last one,
 * with everything that was added to it since. Absent: nobody said that it was made.
 */
export function conclusionTold(store: Store, versionId: string, recordId?: string): ConclusionTold | undefined {
  const all = happeningsOf(store, versionId);
  const concluded = all.flatMap(({ id, at, body }) => (body.kind === 'concluded' ? [{ id, at, body }] : []));
  const told = concluded.findLast(({ id }) => id === recordId) ?? concluded.at(-1);
  if (!told) return undefined;
  const added = all.flatMap(({ body }) => (body.kind === 'completed' && body.of === told.id ? [body] : []));
  const last = <Name extends 'account' | 'order' | 'button' | 'handledBy' | 'page'>(name: Name) =>
    added.findLast((each) => each[name] !== undefined)?.[name] ?? told.body[name];
  const [account, order, button] = [last('account'), last('order'), last('button')];
  const [handledBy, page] = [last('handledBy'), last('page')];
  return {
    id: told.id,
    how: told.body.how,
    on: told.body.on,
    said: told.body.said,
    recordedAt: told.at,
    proofs: [told.body, ...added].flatMap(({ proof }) => (proof ? [proof] : [])),
    ...(account === undefined ? {} : { account }),
    ...(order === undefined ? {} : { order }),
    ...(button === undefined ? {} : { button }),
    ...(handledBy === undefined ? {} : { handledBy }),
    ...(page === undefined ? {} : { page }),
    ...(told.body.parties === undefined ? {} : { parties: told.body.parties as PartySeals }),
  };
}
