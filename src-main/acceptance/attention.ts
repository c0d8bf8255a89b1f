import { sentence } from '../agreement/sentence.ts';
import { absent, type Stated } from './stated.ts';

/**
 * How the person's attention was on one clause that needs it. `seconds` on screen, `needed` the least that was asked for;
 * times are UTC ISO.
 */
export type Attention =
  /** Acknowledged by its own key or click. */
  | { readonly how: 'seen'; readonly seconds: number; readonly needed: number; readonly acknowledgedAt: string }
  /** Its words had not changed since an earlier record, and the person confirmed that anew. */
  | {
      readonly how: 'inherited';
      /** The record in which it was seen. */
      readonly recordId: string;
      readonly clauseHash: string;
      readonly seenOn: string;
      readonly confirmedAt: string;
    }
  /** Never acknowledged, however long it was on screen. */
  | { readonly how: 'not-seen'; readonly seconds: number; readonly needed: number };

/** Attention, or that of a clause which was to be on screen for its time without being acknowledged. */
export type ClauseAttention = Attention | { readonly how: 'shown'; readonly seconds: number; readonly needed: number };

/** When the clause was acknowledged, or confirmed to be as it was; or why it was neither. */
export function acknowledged(attention: ClauseAttention): Stated<string> {
  switch (attention.how) {
    case 'seen':
      return attention.acknowledgedAt;
    case 'inherited':
      return attention.confirmedAt;
    case 'not-seen':
      return absent('not collected', sentence('acceptance.absent.not-acknowledged'));
    case 'shown':
      return absent('not applicable', sentence('acceptance.absent.needs-no-acknowledgement'));
  }
}
