import type { ExplanationRequest } from '../acceptance/explanation.ts';
import type { Store } from '../store/store.ts';

/** Requests for explanation about one version, oldest first. */
export function explanationsOf(store: Store, versionId: string): readonly ExplanationRequest[] {
  return store.papers.ofSubject<ExplanationRequest>('review', 'explanation', versionId).map(({ body }) => body);
}
