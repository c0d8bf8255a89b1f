/** A file that is kept beside a record: what came with an answer, proves a sending, or was sealed. */
export interface KeptFile {
  /** SHA-256 of its bytes in lower-case hex. */
  readonly sha256: string;
  readonly name: string;
}
