import type { Coverage } from '../../agreement/coverage.ts';
import { type Sentence, sentence } from '../../agreement/sentence.ts';
import type { LeftOutOfComparison } from '../../contract/compare.ts';
import type { Ports } from '../../kernel/ports.ts';
import { markedSource } from '../../kernel/reading/read-source.ts';
import type { VersionRow } from '../../store/agreements.ts';

/** What the sources of two versions hold that is in neither text, and so was not compared. */
export async function leftOut(ports: Ports, old: VersionRow, next: VersionRow): Promise<LeftOutOfComparison> {
  const before = await leftOutOf(ports, old);
  return { old: before, new: next.sourceId === old.sourceId ? before : await leftOutOf(ports, next) };
}

async function leftOutOf(ports: Ports, { sourceId }: VersionRow): Promise<readonly Sentence[]> {
  const source = ports.store.sources.byId(sourceId);
  try {
    if (!source) return [sentence('compare.left-out.unknown')];
    const { coverage = [] } = await markedSource(ports, source);
    return coverage.flatMap((part) => named(part) ?? []);
  } catch {
    // The source was readable once: whatever keeps it from being read now, how far it was read is not known.
    return [sentence('compare.left-out.unknown')];
  }
}

/** A part that a person would look for in the text; the frame of a web page is none. */
function named({ page, kind, state, why, asks }: Coverage): Sentence | undefined {
  if (state === 'text' || state === 'ocr' || (kind === 'frame' && asks !== true)) return undefined;
  if (page !== undefined && state === 'picture-unread') return sentence('compare.left-out.page-picture', { page });
  if (page !== undefined) return sentence('compare.left-out.page', { page });
  return why ?? sentence('compare.left-out.part');
}
