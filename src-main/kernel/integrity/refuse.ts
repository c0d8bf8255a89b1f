import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
import type { VersionRow } from '../../store/agreements.ts';
import type { Store } from '../../store/store.ts';
import type { Ports } from '../ports.ts';
import { integrityPass, type PassScope } from './pass.ts';
import { wordFaults } from './version-words.ts';

/**
 * Lets nothing be printed, exported or decided on whose words are not those that were saved.
 * @throws Refusal `text-altered`.
 */
export function refuseAlteredWords(store: Store, version: VersionRow): void {
  const [fault] = wordFaults(store, version);
  if (!fault) return;
  throw new Refusal(
    'text-altered',
    sentence('kernel.integrity.text-altered', { why: fault.text }),
    sentence('kernel.integrity.text-altered.next'),
  );
}

/**
 * Lets nothing be certified or handed out that the pass finds faults in: the chain whole, and what `scope` names.
 * @throws Refusal `evidence-faulty` with the first fault.
 */
export async function refuseFaulty(
  { store, anchors }: Pick<Ports, 'store' | 'anchors'>,
  scope: PassScope,
): Promise<void> {
  const known = await anchors?.();
  const { faults } = await integrityPass(store, { scope, ...(known ? { anchors: known } : {}) });
  const [fault] = faults;
  if (!fault) return;
  throw new Refusal(
    'evidence-faulty',
    sentence('kernel.integrity.evidence-faulty', { why: fault.text, count: faults.length }),
    sentence('kernel.integrity.evidence-faulty.next'),
  );
}
