import type { DepositFact, StampFact } from '../../../acceptance/certificate-proof.ts';
import { sentence } from '../../../agreement/sentence.ts';
import { dayWords } from '../../../agreement/date-words.ts';
import type { AuthorityKind } from '../../../contract/evidence/deposits.ts';
import type { Fault } from '../../../kernel/integrity/fault.ts';
import type { Store } from '../../../store/store.ts';
import { attachedTimestamps } from '../timestamps.ts';
import { AUTHORITY_WORDS } from './authority.ts';
import { agreesWith, depositPapers, receiptNow } from './deposit-records.ts';

/**
 * Deposits that a neutral third party took by what the person recorded, and that the ledger still agrees with; each with whether the hash
 * was read in its receipt.
 */
export function neutralDeposits(store: Store): readonly DepositFact[] {
  return depositPapers(store)
    .list()
    .flatMap(({ body }): readonly DepositFact[] => {
      const { way, head } = body;
      const receipt = receiptNow(store, body);
      if (receipt?.kind !== 'neutral' || !agreesWith(store, body)) return [];
      const { authority, holds } = receipt;
      const words = { way: sentence(`court.way.${way}`), authority, on: dayWords(receipt.on) };
      return [{ sequence: head.sequence, ...words, named: holds !== 'not-found' }];
    });
}

/** What kind of authority gave each answer, by the SHA-256 of the answer: an entry can be stamped by several. */
function stampAuthorities(store: Store): ReadonlyMap<string, AuthorityKind> {
  return new Map(
    depositPapers(store)
      .list()
      .flatMap(({ body }) => {
        const receipt = receiptNow(store, body);
        return body.way === 'timestamp' && receipt ? [[receipt.file.sha256, receipt.kind] as const] : [];
      }),
  );
}

/** The time stamps with what kind of authority made each: of one that nobody told more of, only that it is not confirmed. */
export function stampFacts(store: Store): readonly StampFact[] {
  const kinds = stampAuthorities(store);
  return attachedTimestamps(store).map(({ sequence, at, authority, trusted, sha256: answer }) => {
    const kind = kinds.get(answer) ?? 'unconfirmed';
    const written = store.ledger.at(sequence)?.at ?? at;
    return {
      sequence,
      at,
      written,
      authority,
      national: trusted && kind === 'national-time',
      kind: AUTHORITY_WORDS[kind],
    };
  });
}

/** Deposited hashes that the ledger does not have at their place any more: it was altered since, or is another one. */
export const depositFaults = (store: Store): readonly Fault[] =>
  depositPapers(store)
    .list()
    .filter(({ body }) => !agreesWith(store, body))
    .map(({ body: { head } }) => ({
      sequence: head.sequence,
      text: sentence('court.deposit.altered', { sequence: head.sequence }),
    }));
