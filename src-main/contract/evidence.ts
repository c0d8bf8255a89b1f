import { z } from 'zod';
import type { Bilingual } from '../agreement/bilingual.ts';
import { call, id, language, nothing } from './call.ts';

/** One line of the ledger as the list shows it. */
export interface LedgerLine {
  readonly sequence: number;
  readonly at: string;
  readonly kind: Bilingual;
  readonly subject: string;
  /** What it is about, in words. */
  readonly about: string;
  readonly hash: string;
  readonly signed: boolean;
}

export interface LedgerPage {
  readonly lines: readonly LedgerLine[];
  readonly count: number;
  readonly head?: string;
}

export interface LedgerCheck {
  readonly ok: boolean;
  readonly checked: number;
  readonly faults: readonly { readonly sequence?: number; readonly text: Bilingual }[];
  readonly at: string;
}

export const evidenceCalls = {
  'evidence.ledger': call<LedgerPage>()(
    z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
  ),
  'evidence.verify': call<LedgerCheck>()(nothing),
  /** The acceptance certificate as a PDF, saved where the person chooses. */
  'evidence.certificate': call<{ readonly fileName: string; readonly sha256: string } | undefined>()(
    z.strictObject({ acceptanceId: id, language }),
  ),
};
