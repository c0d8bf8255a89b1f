import type { Clause } from '../../agreement/model.ts';
import type { Reason } from '../comparison.ts';
import { type ClauseNumbers, type Reference, referencesIn } from './references.ts';
import { referenceFollows, referenceReason, referenceRewritten } from './reasons.ts';
import { type Edit, tokensOf } from '../redline/redline.ts';
import type { Token } from '../words/words.ts';

/** Both documents' numbers, and which clause became which. The numbers are looked up when a reference asks for them. */
export interface Pointing {
  readonly old: ClauseNumbers;
  readonly new: ClauseNumbers;
  readonly became: (old: Clause, next: Clause) => boolean;
  /** Some number, place or clause changed, so that unchanged references may lead elsewhere. */
  readonly shifted: boolean;
}

export interface ReferenceJudgement {
  /** Edits that only follow the numbering: the reference still leads to the same clause. */
  readonly following: ReadonlySet<Edit>;
  /** A reference that stayed as written leads elsewhere. */
  readonly stale: boolean;
  readonly reasons: readonly Reason[];
}

/** Judges every reference of a clause that is in both texts: followed the numbering, leads elsewhere, or was rewritten. */
export function judgeReferences(
  old: Clause,
  next: Clause,
  edits: readonly Edit[],
  pointing: Pointing,
): ReferenceJudgement {
  const following = new Set<Edit>();
  const reasons: Reason[] = [];
  const isRewritten = (edit: Edit): boolean => {
    const { old: struck, new: inserted } = tokensOf(edit);
    return referenceTokens(struck).length + referenceTokens(inserted).length > 0;
  };
  if (!pointing.shifted && !edits.some(isRewritten)) return { following, stale: false, reasons };
  const oldReferences = referencesIn(old.text);
  const newReferences = referencesIn(next.text);
  for (const edit of edits) {
    const before = within(oldReferences, edit, 0);
    const after = within(newReferences, edit, 1);
    if (before && after) {
      const [from, to] = [pointing.old.target(before), pointing.new.target(after)];
      if (from && to && pointing.became(from, to)) {
        following.add(edit);
        reasons.push(referenceFollows(before.quote, after.quote));
        continue;
      }
    }
    const [struck, inserted] = [referenceTokens(tokensOf(edit).old), referenceTokens(tokensOf(edit).new)];
    if (struck.join() !== inserted.join()) reasons.push(referenceRewritten(struck, inserted));
  }
  const stale = pointing.shifted ? staleReasons(oldReferences, newReferences, edits, pointing) : [];
  return { following, stale: stale.length > 0, reasons: [...reasons, ...stale] };
}

function referenceTokens(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'reference' ? [token.key] : []));
}

/** The reference that an edit lies inside of. */
function within(references: readonly Reference[], edit: Edit, side: 0 | 1): Reference | undefined {
  const from = edit.at[side];
  const to = from + (side === 0 ? edit.old : edit.new).length;
  return references.find((reference) => reference.start <= from && to <= reference.end && from < to);
}

/** References outside of the edits stand in both texts; where they lead may have changed all the same. */
function staleReasons(
  old: readonly Reference[],
  next: readonly Reference[],
  edits: readonly Edit[],
  pointing: Pointing,
): readonly Reason[] {
  const untouched = (references: readonly Reference[], side: 0 | 1): readonly Reference[] =>
    references.filter(
      ({ start, end }) =>
        !edits.some((edit) => {
          const from = edit.at[side];
          return from < end && start < from + (side === 0 ? edit.old : edit.new).length;
        }),
    );
  const after = untouched(next, 1);
  const reasons = new Map<string, Reason>();
  untouched(old, 0).forEach((reference, index) => {
    const same = after[index];
    if (same?.path.join() !== reference.path.join()) return;
    const [from, to] = [pointing.old.target(reference), pointing.new.target(same)];
    if ((!from && !to) || (from && to && pointing.became(from, to))) return;
    reasons.set(reference.quote, referenceReason(reference.quote, from && opening(from), to && opening(to)));
  });
  return [...reasons.values()];
}

const OPENING = 14;

/** Number and first words of a clause, to tell a person which one is meant. */
function opening(clause: Clause): string {
  const words = (clause.heading ?? clause.text).replaceAll(/\s+/gu, ' ');
  const cut = words.length > OPENING ? `${words.slice(0, OPENING)}…` : words;
  return clause.number === undefined ? cut : `${clause.number} ${cut}`;
}
