import { Refusal } from '../../agreement/refusal.ts';
import type { Feature } from '../../contract/event.ts';
import type { Store } from '../../store/store.ts';
import { type AnyPaperKind, repository, type UnreadablePaper } from './repository.ts';
import { keptReview } from './review-so-far.ts';
import { type Setting, settingFault } from './settings.ts';

/** Everything that is kept in a shape of its own: what the features bring together for those that look at all of it. */
export interface RecordKinds {
  readonly papers: readonly AnyPaperKind[];
  readonly settings: readonly { readonly feature: Feature; readonly setting: Setting<unknown> }[];
}

/** Every record that cannot be read: papers, settings, what was done with sources, reviews under way. */
export function unreadableRecords(store: Store, { papers, settings }: RecordKinds): readonly UnreadablePaper[] {
  return [
    ...papers.flatMap((kind) => repository(store, kind).unreadable()),
    ...settings.flatMap(({ feature, setting }): readonly UnreadablePaper[] => {
      const refusal = settingFault(store, setting);
      return refusal ? [{ id: setting.name, feature, refusal }] : [];
    }),
    ...store.sources.unreadable().map((source) => ({ ...source, feature: 'library' as const })),
    ...[...store.reviews.started().keys()].flatMap((versionId): readonly UnreadablePaper[] => {
      const refusal = reviewFault(store, versionId);
      return refusal ? [{ id: versionId, feature: 'review', refusal }] : [];
    }),
  ];
}

function reviewFault(store: Store, versionId: string): Refusal | undefined {
  try {
    keptReview(store, versionId);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
