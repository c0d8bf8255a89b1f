import type { Base, InvoiceDay } from '../fact.ts';
import type { LegacyFact, LegacyKind, LegacyValue } from '../legacy-fact.ts';
import type { Clause, ClauseTag } from '../model.ts';

/** How far back in its clause a sentence takes what it leaves unsaid: the plan, the medium. In characters. */
export const REACH = 300;

/** Puts a fact into the list unless the same statement is there already. */
export type Add = (
  kind: LegacyKind,
  value: LegacyValue,
  quote: string,
  unit?: string,
  more?: Pick<LegacyFact, 'scope' | 'around' | 'of' | 'doubt'>,
) => void;

/** A clause with what stands above it. */
export interface Place {
  readonly clause: Clause;
  /** Headings above and the clause's own, nearest last. */
  readonly headings: string;
  readonly serviceLevel: boolean;
  /** It stands right behind a clause of the service level. */
  readonly behindPromise: boolean;
  readonly plan: InvoiceDay['plan'] | undefined;
  readonly tags: readonly ClauseTag[];
  /** What the credits of the document are a share of, where the words beside a tier do not say it. */
  readonly of: Base;
  /** What the document promises in percent, each once, where words bound a tier by the promise and give no figure. */
  readonly promises?: readonly number[];
  /** The kinds of invoices that some sentence of the document gives a day by the name of a plan. */
  readonly invoiceDays?: ReadonlySet<string>;
}
