import { calledAt } from '../../../kernel/standing.ts';
import { sentence } from '../../../agreement/sentence.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { courtCalls, CourtListView } from '../../../contract/evidence/court.ts';
import type { CompanyOf } from '../../../kernel/between-features.ts';
import { allCases, type CaseSource } from '../../../kernel/cases/cases.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import type { Paper } from '../../../kernel/papers/repository.ts';
import { removePaper } from '../../../kernel/papers/removal.ts';
import type { RecordKinds } from '../../../kernel/papers/unreadable.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import { adverseOf } from '../adverse.ts';
import { refuseUnseen, toConfirm } from '../leaving/adverse-seen.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { Store } from '../../../store/store.ts';
import { exhibitsOf } from './exhibits.ts';
import { COURT_LIST, courtLists, type KeptCourtList } from './list-records.ts';
import { adverseInList, toSeeInList, exhibitView, type ListedExhibit, listed, packStory } from './list-rows.ts';
import { makeList, makePack, makeStatement, saveMade } from './pack.ts';

type KeptList = Paper<KeptCourtList, 'kept'>;

const ENTRY_OF = {
  list: 'court-list-exported',
  statement: 'court-list-exported',
  pack: 'court-pack-exported',
} as const;

/** Lists of evidence: composed of the record, left as the person wants them, and handed out with what proves them. */
export function courtHandlers(
  ports: Ports,
  {
    kinds,
    cases,
    companyOf,
  }: { readonly kinds: RecordKinds; readonly cases: readonly CaseSource[]; readonly companyOf: CompanyOf },
): Handlers<typeof courtCalls> {
  const { store } = ports;
  const listOf = (listId: string): KeptList => {
    const list = courtLists(store).get(listId);
    if (!list) throw unknownThing(sentence('court.list.noun'));
    return list;
  };
  const rowsOf = ({ body }: KeptList): readonly ListedExhibit[] =>
    listed(exhibitsOf(store, body.scope, cases, ports.now().toISOString(), companyOf), body);
  const view = (list: KeptList): CourtListView => {
    const rows = rowsOf(list);
    const adverse = adverseOf(store, packStory(store, rows));
    const { title, scope, exported } = list.body;
    return { id: list.id, title, scope, exported, rows: rows.map((row) => exhibitView(row, adverse)) };
  };
  const keep = (id: string, body: KeptCourtList): void => {
    const at = ports.now().toISOString();
    record(ports, {
      entry: { at, kind: 'court-list-saved', subject: `court-list:${id}`, payload: { title: body.title } },
      write: () => courtLists(store).put({ id, state: 'kept', body }, at),
      changed: ['evidence'],
    });
  };

  return {
    'evidence.courtChoices': () => ({
      agreements: ownAgreements(store).map(({ id }) => ({
        id,
        title: calledAt(store, id, ports.now().toISOString()),
        versions: store.agreements.versionsOf(id).length,
      })),
      cases: allCases(store, cases).map(({ from: { origin, name, agreementId } }) => ({
        origin,
        name,
        ...(agreementId === undefined ? {} : { agreementId }),
      })),
    }),

    'evidence.courtLists': () =>
      courtLists(store)
        .list()
        .map((list) => ({
          id: list.id,
          title: list.body.title,
          scope: list.body.scope,
          savedAt: list.updatedAt,
          rows: rowsOf(list).filter(({ left }) => !left).length,
        }))
        .toReversed(),

    'evidence.courtList': ({ listId }) => view(listOf(listId)),

    'evidence.beginCourtList': ({ title, scope }) => {
      const own = new Set(ownAgreements(store).map(({ id }) => id));
      if (!scope.agreementIds.every((id) => own.has(id)))
        throw unknownThing(sentence('evidence.bundles.refuse-foreign'));
      if (scope.from !== undefined && scope.to !== undefined && scope.from > scope.to) throw backwards();
      const id = ports.newId();
      // What it is composed of now is what the person is shown.
      const known = exhibitsOf(store, scope, cases, ports.now().toISOString(), companyOf).map(({ key }) => key);
      keep(id, { title: title.trim(), scope, rows: [], known, exported: [] });
      return view(listOf(id));
    },

    'evidence.saveCourtList': ({ listId, title, rows }) => {
      const { body } = listOf(listId);
      const known = [...new Set([...(body.known ?? []), ...rows.map(({ key }) => key)])];
      keep(listId, { ...body, title: title.trim(), rows, known });
      return view(listOf(listId));
    },

    'evidence.removeCourtList': ({ listId }) => removePaper(ports, COURT_LIST, listOf(listId)),

    'evidence.courtAdverse': ({ listId }) => toConfirm(toSeeInList(store, rowsOf(listOf(listId)))),

    'evidence.exportCourt': async ({ listId, as, language, seen, despite = false }) => {
      const list = listOf(listId);
      const rows = rowsOf(list);
      const adverse = adverseInList(store, rows);
      refuseUnseen(toSeeInList(store, rows), seen);
      const exhibits = rows.filter(({ left }) => !left);
      if (exhibits.every(({ kind }) => kind === 'ledger')) throw empty();
      const {
        title,
        scope: { agreementIds },
      } = list.body;
      // Held against the records again where the pack is put together: what is confirmed is what leaves.
      const asSeen = (): void => refuseUnseen(toSeeInList(store, rowsOf(listOf(listId))), seen);
      const leaving = {
        listId,
        title,
        agreementIds,
        exhibits,
        language,
        despite,
        confirmed: adverse.length,
        asSeen,
        companySaid: companyOf,
      };
      const made =
        as === 'list'
          ? await makeList(ports, leaving)
          : as === 'statement'
            ? await makeStatement(ports, kinds, leaving)
            : await makePack(ports, kinds, leaving);
      const fileName = await (despite ? saveMade(ports, made) : ports.files.save(made));
      if (fileName === undefined) return undefined;
      const sha256 = sha256Hex(made.bytes);
      const at = ports.now().toISOString();
      const { body } = listOf(listId);
      const exported = [...body.exported, { at, as, sha256 }];
      record(ports, {
        entry: {
          at,
          kind: ENTRY_OF[as],
          subject: `court-list:${listId}`,
          payload: { as, sha256, bytes: made.bytes.length, confirmedAdverse: adverse.length },
        },
        write: () => courtLists(store).put({ id: listId, state: 'kept', body: { ...body, exported } }, at),
        changed: ['evidence'],
      });
      return { fileName, sha256 };
    },
  };
}

const ownAgreements = (store: Store) => store.agreements.agreements().filter(({ origin }) => origin === 'own');

const empty = (): Refusal =>
  new Refusal('court-list-empty', sentence('court.list.empty'), sentence('court.list.empty.next'));

const backwards = (): Refusal =>
  new Refusal('period-backwards', sentence('court.list.backwards'), sentence('court.list.backwards.next'));
