import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import { REMOVED_KEPT_DAYS, type RemovedView, type UndoToken } from '../../contract/undo.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import { unknownThing } from '../failure.ts';
import type { Ports } from '../ports.ts';
import { record, type RecordPorts } from '../record.ts';
import { type AnyPaperKind, type Paper, type PaperKind, paperOf, type Removal, repository } from './repository.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Removes a paper with its entry: it is off every list, and stays for its undoing. */
export function removePaper<Body, State extends string>(
  ports: RecordPorts,
  kind: PaperKind<Body, State>,
  paper: Paper<Body, State>,
): UndoToken {
  const at = ports.now().toISOString();
  const { entries, changed, ...removal } = removalOf(kind);
  const { subject, payload } = removal.entry(paper);
  return record(ports, {
    entry: { at, kind: entries.removed, subject, payload: said(paper, payload) },
    write: () => repository(ports.store, kind).remove(paper.id, at),
    changed,
  });
}

/**
 * Brings a removed paper back with its entry.
 * @throws Refusal `not-removed` (it is back already, or was removed anew), `removed-long-ago`, `restore-needs`.
 */
export function restorePaper(ports: RecordPorts, kinds: readonly AnyPaperKind[], token: UndoToken): void {
  const { store } = ports;
  record(ports, () => {
    const row = store.papers.byId(token.id);
    const kind = kinds.find(({ name, removal }) => removal?.what === token.what && name.kind === row?.kind);
    if (!row || !kind) throw unknownThing(sentence('kernel.papers.removed-thing'));
    if (row.removedAt !== token.removedAt) throw notRemoved();
    if (Date.parse(row.removedAt) < keptSince(ports)) throw removedLongAgo();
    const { entries, changed, ...removal } = removalOf(kind);
    const paper = paperOf(kind, row);
    for (const needed of removal.needs?.(paper) ?? [])
      if (store.papers.byId(needed)?.removedAt !== undefined) throw needsAnother();
    const { subject, payload } = removal.entry(paper);
    return {
      entry: { kind: entries.restored, subject, payload: said(paper, payload) },
      write: () => repository(store, kind).restore(token),
      changed,
    };
  });
}

/** What can still be brought back, the last one removed first. */
export function recentlyRemoved(
  ports: Pick<Ports, 'store' | 'now'>,
  kinds: readonly AnyPaperKind[],
): readonly RemovedView[] {
  const since = new Date(keptSince(ports)).toISOString();
  return ports.store.papers.removedSince(since).flatMap((row): readonly RemovedView[] => {
    const kind = kinds.find(({ name }) => name.desk === row.desk && name.kind === row.kind);
    const { removedAt } = row;
    if (!kind?.removal || removedAt === undefined) return [];
    const until = new Date(Date.parse(removedAt) + REMOVED_KEPT_DAYS * DAY).toISOString();
    const token = { what: kind.removal.what, id: row.id, removedAt };
    return [{ token, noun: kind.noun, name: nameOf(ports, kind, row), until }];
  });
}

function nameOf(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  kind: AnyPaperKind,
  row: Parameters<typeof paperOf>[1],
): Sentence {
  try {
    const called = kind.called?.(paperOf(kind, row), store, now().toISOString()) ?? '';
    return typeof called === 'string' ? asWritten(called) : called;
  } catch (error) {
    if (error instanceof Refusal) return asWritten('');
    throw error;
  }
}

const said = ({ id }: { readonly id: string }, payload: JsonObject): JsonObject => ({ ...payload, paper: id });

const keptSince = ({ now }: Pick<Ports, 'now'>): number => now().getTime() - REMOVED_KEPT_DAYS * DAY;

function removalOf<Body, State extends string>({ name, removal }: PaperKind<Body, State>): Removal<Body, State> {
  if (!removal) throw new TypeError(`${name.desk} ${name.kind}: papers of this kind are never removed`);
  return removal;
}

const notRemoved = (): Refusal =>
  new Refusal('not-removed', sentence('kernel.papers.not-removed'), sentence('kernel.papers.not-removed.next'));

const removedLongAgo = (): Refusal =>
  new Refusal(
    'removed-long-ago',
    sentence('kernel.papers.removed-long-ago', { days: REMOVED_KEPT_DAYS }),
    sentence('kernel.papers.removed-long-ago.next'),
  );

const needsAnother = (): Refusal =>
  new Refusal('restore-needs', sentence('kernel.papers.restore-needs'), sentence('kernel.papers.restore-needs.next'));
