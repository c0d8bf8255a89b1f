import type { LegacyKind } from '../legacy-fact.ts';
import type { TagKind } from '../model.ts';
import type { Phrase } from '../meaning/phrases.ts';

/** How a value is read from the words. The slot of the phrase holds the quantity. */
export interface FactRule {
  readonly kind: LegacyKind;
  /** Why these words state this value. */
  readonly why: string;
  readonly chinese: readonly Phrase[];
  readonly english: readonly Phrase[];
  /** The sentence, the one before it or a heading above must also say one of these. */
  readonly also?: readonly Phrase[];
  /** A clause of this kind needs not say `also` again: its items hang on one introduction. */
  readonly listed?: TagKind;
  /** In a service level agreement `also` goes without saying. */
  readonly implied?: 'service-level';
  /** The sentence itself must also say one of these, whatever stands around it. */
  readonly says?: readonly Phrase[];
  /** Words in the same sentence that make the rule silent; where they hold a slot, silent only about that quantity. */
  readonly unless?: readonly Phrase[];
  /** The clause must have this kind from the introduction above it (“the provider may end the contract if:”). */
  readonly tagged?: TagKind;
  /** Text of the value: a telephone number as written, a date as ISO. Where absent, the figure. */
  readonly text?: true;
  /** Units beside the kind's own in which the text may state the figure: days of an outage, percent a day of a late fee. */
  readonly or?: 'day' | 'percent';
}
