import { sentence } from '../../agreement/sentence.ts';
import type { ReadingChoices } from '../../agreement/model.ts';
import type { Handlers } from '../../contract/call.ts';
import type { importCalls, SavedVersion } from '../../contract/import.ts';
import { IMPORTABLE_EXTENSIONS } from '../../import/formats.ts';
import { unknownThing } from '../../kernel/failure.ts';
import type { Ports } from '../../kernel/ports.ts';
import { recordTogether, tellChanged } from '../../kernel/record.ts';
import type { SourceState } from '../../store/sources.ts';
import type { Store } from '../../store/store.ts';
import { clearSources, saveClear } from './clear-sources.ts';
import { confirm } from './confirm.ts';
import { keepNotice, keptNotice, type NoticesOfTexts } from './announced-by.ts';
import { importQueue } from './queue.ts';
import { importReview, proposedDecisions, withProviders } from './review.ts';
import { folderWatch } from './watched-folder.ts';

/** Bringing sources in by dialog, drop, paste or watched folder; checking what was read; making versions of it. */
export function importHandlers(
  ports: Ports,
  notices: NoticesOfTexts,
  away: (store: Store) => ReadonlySet<string>,
): Handlers<typeof importCalls> {
  const { store, files } = ports;
  const queue = importQueue(ports);
  const folder = folderWatch(ports);

  return {
    'import.choose': async ({ what }) => {
      const chosen = await files.choose({
        title: sentence('import.handlers.chosen.title'),
        extensions: IMPORTABLE_EXTENSIONS,
        multiple: what !== 'file',
        folder: what === 'folder',
      });
      return changed(await queue.takeAll(chosen));
    },

    'import.dropped': async () => changed(await queue.takeAll(await files.dropped(IMPORTABLE_EXTENSIONS))),

    'import.bytes': async ({ name, bytes }) => changed(await queue.take({ name, bytes })),

    'import.again': async ({ sourceId }) => changed(await queue.again(sourceId)),

    'import.sample': async () => {
      const outcomes = await queue.takeAll(await files.samples());
      for (const outcome of outcomes) {
        if (!('sourceId' in outcome) || outcome.sourceId === undefined || 'failure' in outcome) continue;
        const review = await importReview(ports, queue, outcome.sourceId, undefined, undefined);
        const fresh = proposedDecisions(review);
        if (fresh.length > 0) await confirm(ports, queue, outcome.sourceId, { decisions: fresh });
      }
      return changed(outcomes);
    },

    'import.review': async ({ sourceId, choices, encoding, noticeId }) => {
      const read = await importReview(ports, queue, sourceId, choices as ReadingChoices | undefined, encoding);
      const review = withProviders(store, read, away(store));
      if (noticeId !== undefined) keepNotice(ports, sourceId, noticeId);
      const kept = keptNotice(store, sourceId);
      return kept !== undefined && notices.waits(store, kept) ? { ...review, noticeId: kept } : review;
    },

    'import.confirm': async ({ sourceId, documents, noticeId, answers }) =>
      changed(
        await confirm(ports, queue, sourceId, {
          decisions: documents,
          answers,
          announced: (saved) => (noticeId === undefined ? undefined : notices.take(ports, noticeId, saved)),
        }),
      ),

    'import.clear': () => clearSources(ports, queue),

    'import.saveClear': async ({ sourceIds }) => changed(await saveClear(ports, queue, sourceIds)),

    'import.setAside': ({ sourceId }) => {
      setState(sourceId, 'set-aside');
      return changed(undefined);
    },

    'import.dismissDuplicate': async ({ sourceId, away, noticeId }) => {
      const known = noticeId === undefined ? [] : await knownVersions(sourceId);
      const newText = recordTogether(ports, () => {
        setState(sourceId, away ? 'saved' : 'pending');
        return noticeId === undefined ? undefined : notices.take(ports, noticeId, known);
      });
      return changed({ announced: newText !== undefined });
    },

    'import.cancel': () => {
      queue.cancel();
      return undefined;
    },

    'import.watchedFolder': () => folder.view(),
    'import.watch': ({ on }) => folder.turn(on),
    'import.offers': () => ({ offers: folder.offers(), unread: folder.givenUp() }),
    'import.dismissOffer': ({ offerId, away }) => {
      folder.dismiss(offerId, away);
      return undefined;
    },
  };

  /** The versions in the library that the documents of a source are word for word. */
  async function knownVersions(sourceId: string): Promise<readonly SavedVersion[]> {
    const { proposals } = await importReview(ports, queue, sourceId, undefined, undefined);
    return proposals.flatMap(({ known }) => {
      const version = known && store.agreements.version(known.versionId);
      return version ? [{ versionId: version.id, agreementId: version.agreementId }] : [];
    });
  }

  function setState(sourceId: string, state: SourceState): void {
    const source = store.sources.byId(sourceId);
    if (!source) throw unknownThing(sentence('import.handlers.import-handlers.import-set-aside'));
    store.sources.setReading(sourceId, { ...source, state, at: ports.now().toISOString() });
  }

  function changed<Value>(value: Value): Value {
    tellChanged(ports, ['import', 'library']);
    return value;
  }
}
