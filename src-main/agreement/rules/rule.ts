import type { TagKind } from '../model.ts';
import type { Phrase } from '../meaning/phrases.ts';

/** One reason to call a clause by a kind. The phrases are looked for in each sentence; one hit is enough. */
export interface TagRule {
  readonly kind: TagKind;
  /** Why these words make the clause what the kind says, for the lawyer who checks the rule. */
  readonly why: string;
  readonly chinese?: readonly Phrase[];
  readonly english?: readonly Phrase[];
  /** Words in the same sentence that make the rule silent. */
  readonly unless?: readonly Phrase[];
  /** Only in a service level agreement or under a heading that speaks of one; only in a letter of commitment. */
  readonly within?: 'service-level' | 'letter';
  /** Whose right it is must be found out (termination, suspension). */
  readonly actor?: true;
}

/** A heading that names a kind; where `holds` is set, what stands under it is of that kind even without the words. */
export interface HeadingRule {
  readonly kind: TagKind;
  readonly chinese?: readonly Phrase[];
  readonly english?: readonly Phrase[];
  readonly unless?: readonly Phrase[];
  readonly holds?: true;
}
