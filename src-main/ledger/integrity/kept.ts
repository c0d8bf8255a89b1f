import type { LedgerEntry } from '../entry.ts';

/** Whether a file that the ledger names is there as it was, in another form, or not at all. */
export type FileState = 'whole' | 'altered' | 'gone';

/** What is kept of one version. */
export interface KeptVersion {
  /** Its words; absent where they are gone. */
  readonly text?: string | undefined;
  /** What was understood of them, as it was kept; several where the words were read again. */
  readonly structures: readonly unknown[];
}

/**
 * Everything that one ledger speaks of, wherever it is kept: a database and a bundle are examined by the same code. Hashes
 * are lower-case hex SHA-256. `record` and `version` are asked only for what an entry with its payload names.
 */
export interface Kept {
  /** All entries in order; of a bundle, those of other people's business are skeletons. */
  readonly entries: () => Iterable<LedgerEntry>;
  readonly version: (named: { readonly id: string; readonly fingerprint: string }) => KeptVersion | undefined;
  /** The JSON of an acceptance record, byte for byte as it is kept. */
  readonly record: (id: string) => string | undefined;
  /** An imported file. */
  readonly source: (sha256: string) => FileState | Promise<FileState>;
  /** A file kept beside the records: prints, pictures, certificates, letters, scans, proofs. */
  readonly file: (sha256: string) => FileState | Promise<FileState>;
  /** The answer of a time-stamp authority over an entry. */
  readonly stamp: (named: { readonly sequence: number; readonly sha256: string }) => Uint8Array | undefined;
}
