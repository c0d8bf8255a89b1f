import { z } from 'zod';
import { ANCHORS, FACT_KINDS, type FactKind } from '../agreement/fact.ts';
import type { LegacyKind } from '../agreement/legacy-fact.ts';
import type { Sentence } from '../agreement/sentence.ts';
import type { TermStep } from '../term/answer.ts';
import { call, filled, id, words } from './call.ts';
import type { UndoToken } from './undo.ts';
import type { StatuteView } from './views.ts';

/** One fact: as stated, as entered by the person, or missing where figures could rest on it. */
export interface FactLine {
  /** What a person settles it as; its own kind where nobody does. */
  readonly kind: LegacyKind | FactKind;
  readonly fact: FactKind;
  /** What the text speaks of when it gives this fact; absent where it says nothing of either. */
  readonly part?: 'service' | 'orders';
  readonly label: Sentence;
  /** What stands behind an own value. */
  readonly unitWords?: Sentence;
  readonly unit: string;
  /** It is one number, which a person can settle. */
  readonly number: boolean;
  readonly values: readonly { readonly words: Sentence; readonly step: TermStep }[];
  /** The text says different things of one number, which only the person settles. */
  readonly conflict: boolean;
  readonly own?: number;
  /** What the law says beside it, where the text states it. */
  readonly statutes: readonly StatuteView[];
}

/** One kind of fact that a person can correct or add, and what the text says of it. */
export interface FactChoice {
  readonly kind: FactKind;
  readonly label: Sentence;
  /** How a value of it is written. */
  readonly example: Sentence;
  readonly stated: readonly { readonly id: string; readonly words: Sentence; readonly quote: string }[];
}

/** What a person said of a fact. */
export interface SaidFactView {
  readonly id: string;
  readonly label: Sentence;
  readonly words: Sentence;
  readonly scope?: string;
  readonly who: string;
  /** UTC ISO. */
  readonly at: string;
  readonly reason: string;
  /** What the text said in its place. */
  readonly instead?: { readonly words: Sentence; readonly quote: string };
  /** The version that it was said for; absent in what was kept before versions were told apart. */
  readonly ordinal?: number;
  /** Why it is not used: something said later is, the text no longer says what was corrected, or it was said for another version. */
  readonly unused?: 'replaced' | 'not-stated' | 'other-version';
}

const kind = z.enum(Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]]);

export const factCalls = {
  /** Every kind of fact, and what one version of the text says of each. */
  'rights.factChoices': call<readonly FactChoice[]>()(z.strictObject({ agreementId: id, versionId: id })),
  /** How a value is read before it is kept; several where the words have several readings, none where they cannot be read. */
  'rights.readFact': call<readonly Sentence[]>()(
    z.strictObject({ kind, value: words(500), scope: words(100).optional() }),
  ),
  /** Corrects a fact of the text (`instead`), or adds one; `value` as a person writes it, with its unit. */
  'rights.correctFact': call<undefined>()(
    z.strictObject({
      agreementId: id,
      /** The version it is said for; absent: the one that figures rest on today. */
      versionId: id.optional(),
      kind,
      value: filled(500),
      /** Which of the readings of the value is meant, from 0, where it has several. */
      reading: z.int().min(0).optional(),
      anchor: z.enum(ANCHORS).optional(),
      scope: words(100).optional(),
      instead: words(200).optional(),
      by: filled(100),
      reason: filled(1000),
    }),
  ),
  'rights.removeCorrection': call<UndoToken>()(z.strictObject({ correctionId: id })),
};
