import { sentence } from '../../../agreement/sentence.ts';
import { dayWords } from '../../../agreement/date-words.ts';
import { say } from '../../../agreement/sentence.ts';
import type { AuthorityKind } from '../../../contract/evidence/deposits.ts';
import type { Fault } from '../../../kernel/integrity/fault.ts';
import type { Store } from '../../../store/store.ts';
import type { DepositFact } from '../court/statement.ts';
import { agreesWith, depositPapers } from './deposit-records.ts';

/** Deposits that a neutral third party confirmed, and that the ledger still agrees with. */
export function neutralDeposits(store: Store): readonly DepositFact[] {
  return depositPapers(store)
    .list()
    .flatMap(({ body }): readonly DepositFact[] => {
      const { receipt, way, head } = body;
      if (receipt?.kind !== 'neutral' || !agreesWith(store, body)) return [];
      const on = say(dayWords(receipt.on), 'zh');
      return [{ sequence: head.sequence, way: sentence(`court.way.${way}`), authority: receipt.authority, on }];
    });
}

/** What kind of authority stamped each entry, as the person recorded it with the receipt. */
export function stampAuthorities(store: Store): ReadonlyMap<number, AuthorityKind> {
  return new Map(
    depositPapers(store)
      .list()
      .flatMap(({ body: { way, head, receipt } }) =>
        way === 'timestamp' && receipt ? [[head.sequence, receipt.kind] as const] : [],
      ),
  );
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
