import { z } from 'zod';
import type { KeptFile } from '../../agreement/kept-file.ts';
import type { Sentence } from '../../agreement/sentence.ts';
import { call, date, filled, id, language, nothing, sha256, words } from '../call.ts';

/** Where the ledger's hash can be deposited. */
export const DEPOSIT_WAYS = ['timestamp', 'notary', 'court-chain', 'mail', 'print'] as const;
export type DepositWay = (typeof DEPOSIT_WAYS)[number];

/**
 * Who took it, as far as that is known. `national-time`: a mainland authority whose licence the person named and whose clock is the
 * national one; `foreign`: outside of the mainland; `unconfirmed`: nobody named a licence; `neutral`: a notary or a court's
 * platform; `party`: the other side, counsel, or the company itself.
 */
export const AUTHORITY_KINDS = ['national-time', 'foreign', 'unconfirmed', 'neutral', 'party'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];

/** A receipt as it was recorded. */
export interface ReceiptView {
  readonly file: KeptFile;
  readonly authority: string;
  readonly kind: AuthorityKind;
  readonly number: string;
  readonly on: string;
  readonly by: string;
  /** `stamped`: the answer is about this hash; `named`: the hash stands in the file; `not-found`: a person has to look. */
  readonly holds: 'stamped' | 'named' | 'not-found';
}

export interface DepositView {
  readonly id: string;
  readonly way: DepositWay;
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  readonly by: string;
  readonly to: string;
  readonly receipt?: ReceiptView;
  /** What its authority is, in words. */
  readonly authority?: Sentence;
  /** Whether the ledger still has this hash at this place. */
  readonly agrees: boolean;
}

export const depositCalls = {
  /** The newest first. */
  'evidence.deposits': call<readonly DepositView[]>()(nothing),
  /** Records the deposit of the ledger's newest hash, and saves what is to be handed over. Nothing where the dialog was closed. */
  'evidence.deposit': call<DepositView | undefined>()(
    z.strictObject({
      way: z.enum(DEPOSIT_WAYS),
      by: filled(100),
      to: words(200),
      language,
    }),
  ),
  /** Keeps a receipt that the person chooses; absent when the dialog was closed. */
  'evidence.keepReceipt': call<KeptFile | undefined>()(z.strictObject({ depositId: id })),
  /** @throws `timestamp-not-ours` for an answer that is not about this hash. */
  'evidence.receipt': call<DepositView>()(
    z.strictObject({
      depositId: id,
      file: sha256,
      authority: filled(200),
      /** Number of the licence, the notarial deed or the certificate; a national time source needs that of the licence. */
      number: words(120),
      nationalTime: z.literal(true).exactOptional(),
      on: date,
      by: filled(100),
    }),
  ),
};
