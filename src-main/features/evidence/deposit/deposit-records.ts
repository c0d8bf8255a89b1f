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
import { attachedTimestamps } from '../timestamps.ts';
import { kindOfAuthority } from './authority.ts';

/** A deposit as it is kept: where the ledger stood, by whom and to whom it was handed, and what came back. */
export interface KeptDeposit {
  readonly way: DepositWay;
  readonly head: ChainHead;
  readonly by: string;
  readonly to: string;
  readonly receipt?: KeptReceipt;
}

/** A receipt as it is kept. Of which kind its authority is rests on what is trusted now, and is worked out when it is read. */
export interface KeptReceipt extends ReceiptView {
  /** Of a time stamp: the country of the certificate that signed it, and whether the person said that its clock is the national one. */
  readonly country?: string;
  readonly nationalTime?: boolean;
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
          country: z.string().exactOptional(),
          nationalTime: z.boolean().exactOptional(),
        })
        .exactOptional(),
    }),
  ),
};

export const depositPapers = (store: Store): Repository<KeptDeposit, DepositState> => repository(store, DEPOSIT);

/** Whether the ledger still has the hash that was deposited, at its place. */
export const agreesWith = (store: Store, { head }: KeptDeposit): boolean =>
  store.ledger.at(head.sequence)?.hash === head.hash;

/**
 * A receipt as it is to be read now. A stamp's authority counts as the national time for as long as its root is trusted: `kind` as it was
 * stored is what was so on that day.
 */
export function receiptNow(store: Store, { way, receipt }: KeptDeposit): ReceiptView | undefined {
  if (!receipt) return undefined;
  const { country, nationalTime, ...told } = receipt;
  if (way !== 'timestamp') return told;
  const trusted = attachedTimestamps(store).some((stamp) => stamp.sha256 === told.file.sha256 && stamp.trusted);
  // A receipt of an earlier build does not say the country: it stays what it was, or less.
  if (nationalTime === undefined)
    return trusted || told.kind !== 'national-time' ? told : { ...told, kind: 'unconfirmed' };
  return { ...told, kind: kindOfAuthority({ way, country, trusted, licence: told.number, nationalTime }) };
}
