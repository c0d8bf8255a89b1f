import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import {
  AUTHORITY_KINDS,
  DEPOSIT_WAYS,
  type DepositWay,
  type ReceiptView,
} from '../../../contract/evidence/deposits.ts';
import type { ChainHead } from '../../../ledger/entry.ts';
import { hash, keptFile } from '../../../kernel/papers/members.ts';
import { type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';

/** A deposit as it is kept: where the ledger stood, by whom and to whom it was handed, and what came back. */
export interface KeptDeposit {
  readonly way: DepositWay;
  readonly head: ChainHead;
  readonly by: string;
  readonly to: string;
  readonly receipt?: ReceiptView;
}

export type DepositState = 'made' | 'received';

export const DEPOSIT: PaperKind<KeptDeposit, DepositState> = {
  name: PAPERS.evidence.deposit,
  noun: sentence('court.deposit.noun'),
  feature: 'evidence',
  states: ['made', 'received'],
  shape: shape(
    z.strictObject({
      way: z.enum(DEPOSIT_WAYS),
      head: z.strictObject({ sequence: z.number(), hash }),
      by: z.string(),
      to: z.string(),
      receipt: z
        .strictObject({
          file: keptFile,
          authority: z.string(),
          kind: z.enum(AUTHORITY_KINDS),
          number: z.string(),
          on: z.string(),
          by: z.string(),
          holds: z.enum(['stamped', 'named', 'not-found']),
        })
        .exactOptional(),
    }),
  ),
};

export const depositPapers = (store: Store): Repository<KeptDeposit, DepositState> => repository(store, DEPOSIT);

/** Whether the ledger still has the hash that was deposited, at its place. */
export const agreesWith = (store: Store, { head }: KeptDeposit): boolean =>
  store.ledger.at(head.sequence)?.hash === head.hash;
