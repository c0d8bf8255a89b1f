import type { PendingSource } from '../contract/import.ts';
import { isInterruption } from '../import/refusals.ts';
import type { SourceRow } from '../store/sources.ts';

/** A source as the lists show it while it is not a version. */
export function pendingSource(source: SourceRow): PendingSource {
  const { id, name, size, sha256, importedAt } = source;
  const failure = source.state === 'unreadable' ? source.refusal : undefined;
  return {
    id,
    name,
    size,
    sha256,
    importedAt,
    state: source.state === 'saved' ? 'pending' : source.state,
    ...(failure === undefined ? {} : { failure, interrupted: isInterruption(failure.code) }),
  };
}
