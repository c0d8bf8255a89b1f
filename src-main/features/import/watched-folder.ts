import { calledAt } from '../../kernel/standing.ts';
import { sentence } from '../../agreement/sentence.ts';
import { basename } from 'node:path';
import { z } from 'zod';
import { read } from '../../agreement/read.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { FolderOffer, UnreadPage, WatchedFolderView } from '../../contract/import.ts';
import { isInterruption } from '../../import/refusals.ts';
import type { ChosenFile, Ports } from '../../kernel/ports.ts';
import { record, tellChanged } from '../../kernel/record.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';
import type { SourceRow } from '../../store/sources.ts';
import { proposals } from './proposals.ts';
import { importQueue } from './queue.ts';
import { putSetting, readSetting, type Setting } from '../../kernel/papers/settings.ts';
import { SETTINGS } from '../../kernel/stored-names.ts';
import { type Offer, offerPapers, unreadPages } from './offers.ts';

/** A page whose reading was interrupted, and how often: it is looked at again, whatever its time. */
interface Interrupted {
  readonly name: string;
  readonly sha256: string;
  readonly tries: number;
}

/** What the folder watch remembers: where, up to when it was looked through (UTC), and what it must look at again. */
interface Watched {
  readonly path: string;
  readonly lookedAt: string;
  readonly again?: readonly Interrupted[];
}

/** False once it was turned off. */
export const WATCHED_FOLDER: Setting<Watched | false> = {
  name: SETTINGS.import.watchedFolder,
  schema: z.union([
    z.literal(false),
    z.strictObject({
      path: z.string(),
      lookedAt: z.string(),
      again: z.array(z.strictObject({ name: z.string(), sha256: z.string(), tries: z.number() })).exactOptional(),
    }),
  ]),
};

/** After so many interrupted readings the same bytes are left alone. */
const MOST_TRIES = 3;

/**
 * The watched folder, off until the person turns it on: a page saved into it is offered as a new version of the
 * agreement it resembles. What resembles none is not kept: such a folder holds many other things.
 */
export function folderWatch(ports: Ports) {
  const { store } = ports;
  const queue = importQueue(ports);
  const watched = (): Watched | undefined => readSetting(store, WATCHED_FOLDER) || undefined;
  const remember = (value: Watched | false): void => putSetting(ports, WATCHED_FOLDER, value);

  async function consider(file: ChosenFile): Promise<void> {
    const marked = await ports.parse(file.bytes, file.name, {});
    const { documents } = read(marked);
    const proposed = proposals(store, documents, ports.now().toISOString());
    const next = proposed.find(({ resembles, known }) => resembles && !known)?.resembles;
    if (!next) return;
    const outcome = await queue.take(file, marked);
    if ('failure' in outcome || outcome.sourceId === undefined) return;
    if (store.sources.byId(outcome.sourceId)?.state !== 'pending') return;
    if (offerPapers(store).list({ about: outcome.sourceId }).length > 0) return;
    const body: Offer = { name: file.name, agreementId: next.agreementId, agreementTitle: next.title };
    const offer = { id: ports.newId(), subject: outcome.sourceId, state: 'offered', body } as const;
    offerPapers(store).put(offer, ports.now().toISOString());
    tellChanged(ports, ['import', 'library']);
  }

  /**
   * A page that cannot be read is left where it is: nothing was asked of it. One whose reading was interrupted is read
   * again, and costs the other pages nothing.
   */
  async function found(path: string, files: readonly ChosenFile[], lookedAt: string): Promise<void> {
    const again: Interrupted[] = [];
    const defects: unknown[] = [];
    for (const { name, bytes } of files) {
      const sha256 = sha256Hex(bytes);
      if (givenUp(sha256)) continue;
      try {
        await consider({ name, bytes });
      } catch (error) {
        const code = error instanceof Refusal ? error.code : undefined;
        // The app is ending: the folder is looked through from the same time when it starts again.
        if (code === 'import-cancelled') return;
        if (code === undefined) defects.push(error);
        if (code === undefined || isInterruption(code)) again.push({ name, sha256, tries: triesOf(sha256) + 1 });
      }
    }
    const before = watched();
    if (before?.path === path) {
      for (const { name, sha256 } of again.filter(({ tries }) => tries >= MOST_TRIES)) giveUp(name, sha256);
      const unseen = (before.again ?? []).filter((page) => !files.some(({ name }) => name === page.name));
      remember({ path, lookedAt, again: [...unseen, ...again.filter(({ tries }) => tries < MOST_TRIES)] });
    }
    if (defects.length > 0) throw defects[0];
  }

  const triesOf = (sha256: string): number => watched()?.again?.find((page) => page.sha256 === sha256)?.tries ?? 0;
  const givenUp = (sha256: string): boolean => unreadPages(store).list({ about: sha256 }).length > 0;

  /** Told once; whoever needs the page imports it by hand. */
  function giveUp(name: string, sha256: string): void {
    if (givenUp(sha256)) return;
    const page = { id: ports.newId(), subject: sha256, state: 'offered', body: { name } } as const;
    unreadPages(store).put(page, ports.now().toISOString());
    tellChanged(ports, ['import', 'library']);
  }

  function noteTurned(value: Watched | false): void {
    record(ports, {
      entry: {
        kind: 'settings-changed',
        subject: 'setting:watched-folder',
        payload: { on: value !== false, name: value === false ? 'none' : basename(value.path) },
      },
      write: () => remember(value),
      changed: ['import', 'settings'],
    });
  }

  function start(): boolean {
    const folder = watched();
    if (!folder) return false;
    const again = (): readonly string[] => watched()?.again?.map(({ name }) => name) ?? [];
    return ports.folder.watch(folder.path, { since: folder.lookedAt, again }, (files, lookedAt) =>
      found(folder.path, files, lookedAt),
    );
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
        const path = await ports.folder.choose(sentence('import.watched-folder.turn.path'));
        if (path === undefined) return this.view();
        noteTurned({ path, lookedAt: ports.now().toISOString() });
        start();
      } else {
        ports.folder.stop();
        noteTurned(false);
      }
      return this.view();
    },

    /** Offers whose page is still waiting for its review, newest first. */
    offers(): readonly FolderOffer[] {
      return offerPapers(store)
        .list()
        .filter(({ state, subject }) => state === 'offered' && store.sources.byId(subject ?? '')?.state === 'pending')
        .map(({ id, subject, body, createdAt }) => ({
          id,
          sourceId: subject ?? '',
          name: body.name,
          agreementTitle: calledAt(store, body.agreementId, ports.now().toISOString()) || body.agreementTitle,
          foundAt: createdAt,
        }))
        .reverse();
    },

    /** Pages that were given up, until the person dismisses the word of it or has read them in by hand; newest first. */
    givenUp(): readonly UnreadPage[] {
      return unreadPages(store)
        .list()
        .filter(({ state, subject }) => state === 'offered' && !isRead(store.sources.byHash(subject ?? '')))
        .map(({ id, body: { name } }) => ({ id, name }))
        .reverse();
    },

    dismiss(offerId: string, away: boolean): void {
      const [offer, page] = [offerPapers(store).get(offerId), unreadPages(store).get(offerId)];
      const at = ports.now().toISOString();
      const state = away ? 'dismissed' : 'offered';
      if (offer) offerPapers(store).put({ id: offerId, state, body: offer.body }, at);
      else if (page) unreadPages(store).put({ id: offerId, state, body: page.body }, at);
      else return;
      tellChanged(ports, ['import', 'library']);
    },
  };
}

const isRead = (source: SourceRow | undefined): boolean => source !== undefined && source.state !== 'unreadable';
