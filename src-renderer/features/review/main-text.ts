import type { VersionView } from '../../../src-main/contract/review.ts';

/** The text that a version is an annex of, and where it is read; undefined of a main agreement. */
export function mainText({
  agreement,
  annexedTo: [versionId],
}: Pick<VersionView, 'agreement' | 'annexedTo'>): { readonly title: string; readonly versionId: string } | undefined {
  return agreement.annexOf && versionId !== undefined ? { title: agreement.annexOf.title, versionId } : undefined;
}
