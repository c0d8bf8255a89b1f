import { Refusal } from '../../agreement/refusal.ts';
import { say, sentence } from '../../agreement/sentence.ts';
import type { AdverseLine } from '../../contract/evidence.ts';
import type { AdverseToConfirm } from '../../contract/evidence/court.ts';
import { canonicalJson } from '../../ledger/canonical-json.ts';
import { sha256Hex } from '../../ledger/node-digest.ts';

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
