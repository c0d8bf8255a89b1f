import { z } from 'zod';
import { calledAt } from '../../../kernel/standing.ts';
import { sentence } from '../../../agreement/sentence.ts';
import type { TermInput } from '../../../contract/rights/term.ts';
import { type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';
import { parseYuan } from '../../../term/fees/money.ts';

const text = z.string().exactOptional();

/** What a person knows of the term of an agreement. */
export const TERM: PaperKind<TermInput, 'kept'> = {
  name: PAPERS.rights.term,
  noun: sentence('rights.term.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      starts: text,
      ends: text,
      price: text,
      monthFee: text,
      yearFee: text,
      remaining: text,
      paid: text,
    }),
  ),
  called: ({ subject }, store, instant) => calledAt(store, subject, instant) || undefined,
};

const papers = (store: Store): Repository<TermInput, 'kept'> => repository(store, TERM);

/** What is known of the term of an agreement. @throws Refusal `record-unreadable`. */
export const termOf = (store: Store, agreementId: string): TermInput => papers(store).about(agreementId)?.body ?? {};

const AMOUNTS = ['price', 'monthFee', 'yearFee', 'remaining', 'paid'] as const;

const said = (term: TermInput): Record<string, string> =>
  Object.fromEntries(Object.entries(term).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** Keeps what a person knows of a term, with its entry. @throws Refusal `bad-amount`. */
export function keepTerm(ports: Ports, agreementId: string, term: TermInput): void {
  for (const name of AMOUNTS) if (term[name] !== undefined) parseYuan(term[name]);
  const before = papers(ports.store).about(agreementId);
  const at = ports.now().toISOString();
  record(ports, {
    entry: {
      at,
      kind: 'own-value-settled',
      subject: `agreement:${agreementId}`,
      payload: { what: 'term', term: said(term), before: said(before?.body ?? {}) },
    },
    write: () =>
      papers(ports.store).put({ id: before?.id ?? ports.newId(), subject: agreementId, state: 'kept', body: term }, at),
    changed: ['rights', 'agenda', 'library'],
  });
}
