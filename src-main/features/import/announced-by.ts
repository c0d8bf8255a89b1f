import { z } from 'zod';
import { sentence } from '../../agreement/sentence.ts';
import type { SavedVersion } from '../../contract/import.ts';
import { type PaperKind, type Repository, repository } from '../../kernel/papers/repository.ts';
import { shape } from '../../kernel/papers/shape.ts';
import type { Ports } from '../../kernel/ports.ts';
import { PAPERS } from '../../kernel/stored-names.ts';
import type { Store } from '../../store/store.ts';

/** What notices are asked for when a text is brought in for one. */
export interface NoticesOfTexts {
  /** Takes the version saved for a notice's agreement as its new text and answers which one that is. Call inside the transaction. */
  take(ports: Ports, noticeId: string, saved: readonly SavedVersion[]): string | undefined;
  /** Whether a notice is there and still waits to be settled: only then a text can become its new text. */
  waits(store: Store, noticeId: string): boolean;
}

/** Which notice announced the text of a source that waits to be checked. */
export interface NewText {
  readonly noticeId: string;
}

export const NEW_TEXT: PaperKind<NewText, 'waits'> = {
  name: PAPERS.import.newText,
  noun: sentence('import.announced-by.new-text'),
  feature: 'import',
  states: ['waits'],
  shape: shape(z.strictObject({ noticeId: z.string() })),
};

/** The subject is the source; one notice for each. */
const newTexts = (store: Store): Repository<NewText, 'waits'> => repository(store, NEW_TEXT);

/** Keeps with a source that waits which notice announced its text; a later notice takes the earlier one's place. */
export function keepNotice({ store, newId, now }: Ports, sourceId: string, noticeId: string): void {
  const kept = newTexts(store).about(sourceId);
  if (kept?.body.noticeId === noticeId) return;
  const paper = { id: kept?.id ?? newId(), subject: sourceId, state: 'waits', body: { noticeId } } as const;
  newTexts(store).put(paper, now().toISOString());
}

/** The notice that was kept with a source. */
export const keptNotice = (store: Store, sourceId: string): string | undefined =>
  newTexts(store).about(sourceId)?.body.noticeId;
