import { sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { PrintExpectation } from './expectation.ts';
import type { ScanFile, ScannedSheet } from './read.ts';

/** What the scan process is asked, once. */
export interface ScanRequest {
  readonly files: readonly ScanFile[];
  readonly prints: readonly PrintExpectation[];
  /** Folder with pdf.js's own `wasm/`. */
  readonly resources?: string;
}

/** A refusal as data: an error loses its members between processes. */
export type SentRefusal = Pick<Refusal, 'code' | 'sentence' | 'next'>;

/** What it answers: how far it is, any number of times, then the sheets or why there are none. */
export type ScanAnswer =
  | { readonly done: number; readonly total: number }
  | { readonly sheets: readonly ScannedSheet[] }
  | { readonly refusal: SentRefusal };

/** Longest time one scan may take, in milliseconds: 200 sheets at 300 dpi on a slow machine. */
export const MOST_SCAN_MS = 15 * 60_000;

/** Heap of the scan process, in MiB: one A4 sheet at 600 dots an inch with its decoder. */
export const SCAN_HEAP_MIB = 2048;

export const sent = ({ code, sentence, next }: Refusal): SentRefusal => ({ code, sentence, next });
export const arrived = ({ code, sentence, next }: SentRefusal): Refusal => new Refusal(code, sentence, next);

/** A reader that ended without an answer, or took too long. */
export function scanFailed(cause?: unknown): Refusal {
  return new Refusal('scan-failed', sentence('pdf.messages.scan-failed'), sentence('pdf.messages.scan-failed.next'), {
    cause,
  });
}
