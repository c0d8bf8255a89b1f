import { Refusal } from '../../../agreement/refusal.ts';
import { say, sentence } from '../../../agreement/sentence.ts';
import type { AdverseLine, AdverseToConfirm, BundleScope } from '../../../contract/evidence.ts';
import { canonicalJson } from '../../../ledger/canonical-json.ts';
import { sha256Hex } from '../../../ledger/node-digest.ts';
import type { Store } from '../../../store/store.ts';
import { adverseIn, adverseOf } from '../adverse.ts';
import { bundleStory } from '../bundle-contents.ts';
import { personalIn } from './personal.ts';

/** The lines with what a person confirms by having read them: a hash of their words, so that it fits these lines and no others. */
export function toConfirm(lines: readonly AdverseLine[]): AdverseToConfirm {
  const words = lines.map(({ at, text, sequence }) => [at, say(text, 'zh'), sequence ?? 0]);
  return { lines, seen: sha256Hex(canonicalJson(words)) };
}

/**
 * Lets nothing leave whose adverse lines the person has not confirmed as they are now: what was recorded since they were shown has to
 * be shown, too. @throws Refusal `adverse-unseen`.
 */
export function refuseUnseen(lines: readonly AdverseLine[], seen: string): void {
  if (toConfirm(lines).seen === seen) return;
  throw new Refusal(
    'adverse-unseen',
    sentence('evidence.adverse.unseen', { count: lines.length }),
    sentence('evidence.adverse.unseen.next'),
  );
}

/** What is to be seen before a bundle of this scope leaves: what in it is adverse, and whose identity documents go along. */
export function inBundle(store: Store, scope: BundleScope): readonly AdverseLine[] {
  const story = bundleStory(store, scope);
  return [...adverseOf(store, story), ...personalIn(story)];
}

/**
 * The same of a record or the log of decisions: where nothing in it is adverse there is nothing to have seen, and no file of a person goes
 * along. What a colleague's ledger tells is none of ours. @throws Refusal `adverse-unseen`.
 */
export function refuseUnseenIn(store: Store, scope: BundleScope, seen = ''): void {
  const lines = adverseIn(store, scope);
  // Whoever saw what a bundle of it has saw all of that.
  if (lines.length > 0 && toConfirm(inBundle(store, scope)).seen !== seen) refuseUnseen(lines, seen);
}

/** The same of a bundle, with the files of people that go along. @throws Refusal `adverse-unseen`. */
export function refuseUnseenInBundle(store: Store, scope: BundleScope, seen = ''): void {
  const lines = inBundle(store, scope);
  if (lines.length > 0) refuseUnseen(lines, seen);
}
