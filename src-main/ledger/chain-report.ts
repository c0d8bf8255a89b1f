import type { Sentence } from '../agreement/sentence.ts';
import type { ChainHead } from './entry.ts';

/** `unchecked`: this machine cannot check such a signature, which is not the same as a good one. */
export type SignatureVerdict = 'valid' | 'invalid' | 'unknown-key' | 'unchecked';

export type FaultKind =
  | 'malformed'
  | 'altered'
  | 'broken-link'
  | 'deleted'
  | 'reordered'
  | 'duplicated'
  | 'truncated'
  | 'head-mismatch'
  | 'bad-signature'
  | 'missing-signature'
  | 'unknown-key';

/** A fault that says that something is gone, not that something was changed. */
export function isGap(kind: FaultKind): boolean {
  return kind === 'deleted' || kind === 'truncated' || kind === 'missing-signature' || kind === 'unknown-key';
}

export type RemarkKind = 'clock-rollback' | 'clock-rollback-unsaid' | 'unknown-kind';

/** Something found while walking the chain, with its place. */
export interface ChainFinding<Kind extends string> {
  readonly kind: Kind;
  /** Sequence number it concerns; the first one, where a stretch is missing. */
  readonly sequence: number;
  /** Last sequence number of a missing stretch; otherwise the same as `sequence`. */
  readonly to: number;
  /** 1-based position in what was read. */
  readonly position: number;
  readonly why: Sentence;
}

/** What the verification of a chain says. */
export interface ChainReport {
  /** No fault; remarks do not count. */
  readonly ok: boolean;
  readonly entries: number;
  /** Entries that came with their payload. */
  readonly disclosed: number;
  readonly head?: ChainHead;
  readonly faults: readonly ChainFinding<FaultKind>[];
  readonly remarks: readonly ChainFinding<RemarkKind>[];
  readonly signatures: { readonly valid: number; readonly unsigned: number; readonly unchecked: number };
  /** Ids of the keys that signed, in order of appearance. */
  readonly devices: readonly string[];
  /**
   * The key that signed the last entry, and so stands for all before it; absent where the last entry is unsigned: whoever
   * has the file can add such entries.
   */
  readonly signer?: string;
  /** By the id of each key that an entry brought in: the key that signed that entry. */
  readonly successors: ReadonlyMap<string, string>;
}
