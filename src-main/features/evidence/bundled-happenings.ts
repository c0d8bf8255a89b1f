import type { OpenedBundle } from '../../ledger/open-bundle.ts';
import { happeningIn, HAPPENING_ENTRIES, type RecordedHappening } from '../../kernel/history/happenings.ts';
import { disclosedEntries, isId } from './bundled-versions.ts';

const KINDS: ReadonlySet<string> = new Set(Object.values(HAPPENING_ENTRIES));

/** What the colleague said happened to the versions of the bundle in the world, from the entries that it shows. */
export function happeningsIn({ files }: OpenedBundle): readonly RecordedHappening[] {
  return disclosedEntries(files).flatMap(({ kind, subject, at, payload }) => {
    const body = KINDS.has(kind) ? happeningIn(payload) : undefined;
    const [word, versionId = ''] = subject.split(':');
    const { happening: id } = (payload ?? {}) as { readonly happening?: unknown };
    return body && word === 'version' && isId(id) ? [{ id, versionId, at, body }] : [];
  });
}
