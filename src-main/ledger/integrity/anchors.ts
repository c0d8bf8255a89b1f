import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { bad, lacking } from '../bundle-check.ts';
import type { Anchor, AnchorPlace, Check } from '../verdict.ts';

const WHAT = sentence('ledger.bundle-chain.head');

/** Where an anchor is kept, in words. */
export const ANCHOR_PLACES: Readonly<Record<AnchorPlace, Sentence>> = {
  'second-file': sentence('ledger.anchors.second-file'),
  keychain: sentence('ledger.anchors.keychain'),
  'printed-head': sentence('ledger.anchors.printed-head'),
};

/**
 * Holds a chain against what is known of it from outside of its file. `hashAt` gives the hash of an entry of a chain that was
 * walked. A chain that ends before an anchor is incomplete; one that has another entry there is another chain.
 */
export function anchorChecks(
  anchors: readonly Anchor[],
  hashAt: (sequence: number) => string | undefined,
  last: number,
): { readonly checks: readonly Check[]; readonly agree: readonly AnchorPlace[] } {
  const checks: Check[] = [];
  const agree = new Set<AnchorPlace>();
  for (const { where, sequence, hash, first } of anchors) {
    const place = ANCHOR_PLACES[where];
    const found = hashAt(sequence);
    if (found === hash) agree.add(where);
    else if (first !== undefined && hashAt(1) !== first)
      checks.push(bad(WHAT, sentence('ledger.anchors.replaced', { place, sequence, last })));
    else if (sequence > last) checks.push(lacking(WHAT, sentence('ledger.anchors.shorter', { place, sequence, last })));
    else checks.push(bad(WHAT, sentence('ledger.anchors.other', { place, sequence })));
  }
  // One that agrees does not make up for another of the same place that does not.
  const differ = new Set(anchors.filter((one) => hashAt(one.sequence) !== one.hash).map(({ where }) => where));
  return { checks, agree: [...agree].filter((where) => !differ.has(where)) };
}
