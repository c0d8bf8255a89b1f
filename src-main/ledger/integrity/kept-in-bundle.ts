import type { LedgerEntry } from '../entry.ts';
import { isHash } from '../hex.ts';
import { isObject, type OpenedBundle, parseJson, utf8 } from '../open-bundle.ts';
import type { FileState, Kept } from './kept.ts';

const STRUCTURE = /^versions\/([0-9a-f]{64})(?:-\d+)?\.json$/;

/** What a bundle keeps, for `examine`. `hashes`: of each file by its path; `entries`: those that could be read. */
export function keptInBundle(
  { files }: Pick<OpenedBundle, 'files'>,
  hashes: ReadonlyMap<string, string>,
  entries: readonly LedgerEntry[],
): Kept {
  const contents = new Set(hashes.values());
  const byFolder = (folder: string, sha256: string): readonly string[] =>
    [...files.keys()].filter((path) => path.startsWith(`${folder}/${sha256}.`));
  const structures = new Map<string, unknown[]>();
  for (const [path, bytes] of files) {
    const fingerprint = STRUCTURE.exec(path)?.[1];
    if (fingerprint === undefined) continue;
    structures.set(fingerprint, [...(structures.get(fingerprint) ?? []), parseJson(utf8(bytes))]);
  }
  const fingerprints = new Map(
    entries.flatMap(({ kind, subject, payload }) =>
      kind === 'version-saved' && isObject(payload) && isHash(payload['fingerprint'])
        ? [[subject, payload['fingerprint']] as const]
        : [],
    ),
  );
  const state = (folder: string, sha256: string): FileState => {
    if (contents.has(sha256)) return 'whole';
    return byFolder(folder, sha256).length > 0 ? 'altered' : 'gone';
  };
  return {
    entries: () => entries,
    version: ({ id, fingerprint }) => {
      const of = fingerprint === '' ? (fingerprints.get(`version:${id}`) ?? '') : fingerprint;
      return { text: utf8(files.get(`versions/${of}.txt`)), structures: structures.get(of) ?? [] };
    },
    record: (id) => utf8(files.get(`records/${id}.json`)),
    source: (sha256) => state('sources', sha256),
    file: (sha256) => state('attachments', sha256),
    stamp: ({ sequence }) => files.get(`timestamps/${sequence}.tsr`),
  };
}
