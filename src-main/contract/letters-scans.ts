import { z } from 'zod';
import type { Overall, ScanCheck } from '../pdf/scan/verdict.ts';
import type { SheetReading } from '../pdf/scan/sheet-reading.ts';
import { type PlacedBox, type ScanState, SEAL_SHAPE_NAMES } from './letters.ts';
import { call, filled, id, words } from './call.ts';

export type { Overall, ScanCheck };

/** One sheet of a scan as the screen shows it. */
export interface ScanSheetView {
  readonly file: string;
  readonly is: SheetReading['is'];
  /** Page of the print; absent when it is none. */
  readonly page?: number;
  /** Where seals belong, and where they were found, on the straightened page. */
  readonly zones: readonly PlacedBox[];
  readonly seals: readonly (PlacedBox & { readonly turn: number })[];
}

/** A scan that came back, what was found on it, and what a person said. */
export interface ScanView {
  readonly id: string;
  readonly letterId: string;
  readonly receivedAt: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly overall: Overall;
  readonly checks: readonly ScanCheck[];
  readonly sheets: readonly ScanSheetView[];
  readonly state: ScanState;
  readonly decided?: {
    readonly at: string;
    readonly by: string;
    readonly reason?: string;
    /** Where the paper is signed by hand: whether the person says that it is. */
    readonly signed?: boolean;
  };
}

export const scanSeal = z.strictObject({
  shape: z.enum(SEAL_SHAPE_NAMES),
  /** A seam seal over the right edges is expected. */
  seam: z.boolean(),
});

export const scanCalls = {
  /** Newest first. */
  'letters.scans': call<readonly ScanView[]>()(z.strictObject({ letterId: id })),
  /** Files chosen in the dialog, read against the prints of the letter, kept whole. */
  'letters.addScan': call<ScanView | undefined>()(z.strictObject({ letterId: id, seal: scanSeal })),
  /** Confirms a complete result, takes an incomplete one as the sealed copy all the same, or takes it as none. */
  'letters.decideScan': call<ScanView>()(
    z.strictObject({
      scanId: id,
      as: z.enum(['confirmed', 'overruled', 'rejected']),
      by: filled(100),
      reason: words(2000),
      /** The person saw the signature by hand; without that word no paper with a line for it is confirmed. */
      signed: z.boolean().optional(),
    }),
  ),
  /** A small picture (JPEG) of a sheet, straightened when the page was found. `sheet` from 1. */
  'letters.scanPicture': call<{ readonly jpeg: Uint8Array }>()(
    z.strictObject({ scanId: id, sheet: z.int().min(1).max(200) }),
  ),
};
