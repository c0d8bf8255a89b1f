import type { JsonValue } from '../canonical-json.ts';
import type { EntryKind, LedgerEntry } from '../entry.ts';
import { isHash } from '../hex.ts';
import { isObject } from '../open-bundle.ts';

/** A file that an entry says is kept. */
export interface NamedFile {
  readonly sha256: string;
  /** What it is called, where the entry says so. */
  readonly name?: string;
}

/**
 * Kinds whose hash is of something that left: a bundle lies where the person saved it, and a bundle holds no bundles. An
 * imported source is kept with the sources.
 */
const ELSEWHERE: ReadonlySet<EntryKind> = new Set(['bundle-exported', 'bundle-imported', 'source-imported']);

/**
 * The files that an entry says are kept beside the records: every object with a hash and a name (`KeptFile`), a certificate
 * that was issued, and of a decision the printed text and the pictures of clauses.
 */
export function filesNamed({ kind, payload }: LedgerEntry): readonly NamedFile[] {
  if (payload === undefined || ELSEWHERE.has(kind)) return [];
  if (kind === 'acceptance-decided') return recordFiles(payload);
  if (kind === 'certificate-issued' && isObject(payload) && isHash(payload['sha256'])) {
    const { name } = payload;
    return [{ sha256: payload['sha256'], ...(typeof name === 'string' ? { name } : {}) }];
  }
  // Printed to be carried away: what is kept of it is the text that it is of.
  if (isObject(payload) && payload['kind'] === 'print-pack') return [];
  return keptFiles(payload);
}

/** The files that an acceptance record names; its sources are kept elsewhere. */
export function recordFiles(record: JsonValue): readonly NamedFile[] {
  if (!isObject(record)) return [];
  const { sources: _sources, ...rest } = record;
  const printed = isObject(record['hashes']) ? record['hashes']['renderedPdf'] : undefined;
  const clauses = isObject(record['review']) ? record['review']['clauses'] : undefined;
  const pictures = (Array.isArray(clauses) ? clauses : []).map((clause: unknown) =>
    isObject(clause) && isObject(clause['emphasis']) ? clause['emphasis']['picture'] : undefined,
  );
  const hashes = [printed, ...pictures].filter((hash) => isHash(hash));
  return [...keptFiles(rest), ...hashes.map((sha256) => ({ sha256 }))];
}

function keptFiles(value: JsonValue): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const within = Object.values(value).flatMap((member: JsonValue) => keptFiles(member));
  if (Array.isArray(value) || !isObject(value) || !isHash(value['sha256'])) return within;
  const name = value['name'] ?? value['file'];
  return typeof name === 'string' ? [{ sha256: value['sha256'], name }, ...within] : within;
}
