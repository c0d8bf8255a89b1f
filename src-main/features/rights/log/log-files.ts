import type { Store } from '../../../store/store.ts';
import type { OutagePaper } from '../outage-records.ts';

/** A log as it is kept: the name that it came with, and what its bytes hash to. */
export interface LogFile {
  readonly name: string;
  readonly sha256: string;
}

/** The files that these rows were read from, each once; what was typed or pasted came in none. */
export function logFilesOf(
  store: Store,
  papers: readonly OutagePaper[],
  rows: readonly { readonly id: string }[],
): readonly LogFile[] {
  const shown = new Set(rows.map(({ id }) => id));
  const hashes = new Set(papers.flatMap(({ id, body: { source } }) => (shown.has(id) && source ? [source] : [])));
  return [...hashes].flatMap((sha256) => {
    const kept = store.attachments.get(sha256);
    return kept ? [{ name: kept.name, sha256 }] : [];
  });
}
