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
  /** What introduces the list that the clause is an item of; empty where nothing does. */
  readonly lead: string;
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

/** The last sentence of what stands above, where it leaves its end to the items below: `Customer must:`. */
const INTRODUCES = /[^.。；;！!？?\n]{1,400}[:：]\s*$/u;
const introductionIn = (clause: Clause | undefined): string => INTRODUCES.exec(clause?.text ?? '')?.[0].trim() ?? '';

/**
 * The words that introduce an item, which has no sense without them and is read with them: those of the clause that it hangs on, or of
 * a paragraph without a number right before the list.
 */
export function leadOver(clause: Clause, above: Place | undefined, before: Place | undefined): string {
  const own = introductionIn(above?.clause);
  if (own !== '' || clause.role !== 'item' || before?.clause.parent !== clause.parent) return own;
  return before?.clause.role === 'item' ? before.lead : introductionIn(before?.clause);
}
