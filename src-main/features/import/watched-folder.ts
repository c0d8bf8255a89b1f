import { basename } from 'node:path';
import { read } from '../../agreement/read.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { FolderOffer, WatchedFolderView } from '../../contract/import.ts';
import { importQueue } from './queue.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { proposals } from './proposals.ts';

/** What the folder watch remembers: where, and up to when it was looked through (UTC). */
interface Watched {
  readonly path: string;
  readonly lookedAt: string;
}

interface OfferBody {
  readonly name: string;
  readonly agreementId: string;
  readonly agreementTitle: string;
}

const SETTING = 'watched-folder';
const OFFERED = ['offered', 'dismissed'] as const;

/**
 * The watched folder, off until the person turns it on: a page saved into it is offered as a new version of the
 * agreement it resembles. What resembles none is not kept: such a folder holds many other things.
 */
export function folderWatch(ports: Ports) {
  const { store, ledger } = ports;
  const queue = importQueue(ports);
  const watched = (): Watched | undefined => store.settings.get<Watched | false>(SETTING) || undefined;
  const remember = (value: Watched | false): void => store.settings.put(SETTING, value, ports.now().toISOString());

  async function consider(file: ChosenFile): Promise<void> {
    const { documents } = read(await ports.parse(file.bytes, file.name, {}));
    const next = proposals(store, documents).find(({ resembles, known }) => resembles && !known)?.resembles;
    if (!next) return;
    const outcome = await queue.take(file);
    if ('failure' in outcome || outcome.sourceId === undefined) return;
    if (store.sources.byId(outcome.sourceId)?.state !== 'pending') return;
    if (store.papers.ofSubject('notices', 'offer', outcome.sourceId).length > 0) return;
    const body: OfferBody = { name: file.name, agreementId: next.agreementId, agreementTitle: next.title };
    store.papers.add({
      id: ports.newId(),
      desk: 'notices',
      kind: 'offer',
      subject: outcome.sourceId,
      state: OFFERED[0],
      body,
      createdAt: ports.now().toISOString(),
    });
    ports.emit('changed', { features: ['import', 'library'] });
  }

  /** A page that cannot be read is left where it is: nothing was asked of it. */
  async function found(files: readonly ChosenFile[], lookedAt: string): Promise<void> {
    for (const file of files) {
      try {
        await consider(file);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    const before = watched();
    if (before) remember({ ...before, lookedAt });
  }

  function start(): boolean {
    const folder = watched();
    return folder !== undefined && ports.folder.watch(folder.path, folder.lookedAt, found);
  }

  return {
    /** Takes the watch up again when the app starts: what was saved meanwhile is looked through too. */
    start,

    view(): WatchedFolderView {
      const folder = watched();
      if (!folder) return { on: false, missing: false };
      return { on: true, name: basename(folder.path), missing: !ports.folder.exists(folder.path) };
    },

    async turn(on: boolean): Promise<WatchedFolderView> {
      if (on) {
        const path = await ports.folder.choose({ zh: '选择要监视的文件夹', en: 'Choose the folder to watch' });
        if (path === undefined) return this.view();
        remember({ path, lookedAt: ports.now().toISOString() });
        start();
      } else {
        ports.folder.stop();
        remember(false);
      }
      const view = this.view();
      ledger.append({
        kind: 'settings-changed',
        subject: 'setting:watched-folder',
        payload: { on: view.on, name: view.name ?? 'none' },
      });
      return view;
    },

    /** Offers whose page is still waiting for its review, newest first. */
    offers(): readonly FolderOffer[] {
      return store.papers
        .ofKind<OfferBody>('notices', 'offer')
        .filter(({ state, subject }) => state === OFFERED[0] && store.sources.byId(subject ?? '')?.state === 'pending')
        .map(({ id, subject, body, createdAt }) => ({
          id,
          sourceId: subject ?? '',
          name: body.name,
          agreementTitle: store.agreements.agreement(body.agreementId)?.title ?? body.agreementTitle,
          foundAt: createdAt,
        }))
        .reverse();
    },

    dismiss(offerId: string): void {
      const offer = store.papers.byId<OfferBody>(offerId);
      if (offer?.kind !== 'offer') return;
      store.papers.update(offerId, OFFERED[1], offer.body, ports.now().toISOString());
      ports.emit('changed', { features: ['import', 'library'] });
    },
  };
}
