import { z } from 'zod';
import { Refusal } from '../../../agreement/refusal.ts';
import { sentence } from '../../../agreement/sentence.ts';
import { typed } from '../../../agreement/quantity/typed.ts';
import type { Particulars } from '../../../contract/library/table.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import type { Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';

const text = z.string().exactOptional();

/** Whose an agreement is inside the company, what it costs, and what it is filed under. */
export const PARTICULARS: PaperKind<Particulars, 'kept'> = {
  name: PAPERS.library.particulars,
  noun: sentence('library.particulars.noun'),
  feature: 'library',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      owner: text,
      department: text,
      amount: text,
      currency: text,
      costCentre: text,
      tags: z.array(z.string()),
    }),
  ),
  called: ({ subject }, store) => (subject === undefined ? undefined : store.agreements.agreement(subject)?.title),
};

const papers = (store: Store): Repository<Particulars, 'kept'> => repository(store, PARTICULARS);

const NOTHING: Particulars = { tags: [] };

/** What is kept of one agreement. @throws Refusal `record-unreadable`. */
export const particularsOf = (store: Store, agreementId: string): Particulars =>
  papers(store).about(agreementId)?.body ?? NOTHING;

/** What is kept of all agreements, by their id. */
export const allParticulars = (store: Store): ReadonlyMap<string, Particulars> =>
  new Map(
    papers(store)
      .list()
      .map(({ subject = '', body }) => [subject, body]),
  );

/** An amount as a plain decimal: `12,000` → `12000`. @throws Refusal `bad-amount`. */
function plainAmount(written: string): string {
  const words = typed(written).replaceAll('，', ',');
  if (!/^(?:\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/u.test(words)) {
    throw new Refusal(
      'bad-amount',
      sentence('term.money.bad-amount', { text: written }),
      sentence('term.money.bad-amount.next'),
      { field: 'particulars.amount' },
    );
  }
  return words.replaceAll(',', '');
}

const said = (particulars: Particulars): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(particulars).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Keeps what a person says of an agreement, with its entry. @throws Refusal `bad-amount`, `not-found`. */
export function keepParticulars(ports: Ports, agreementId: string, given: Particulars): void {
  const { store } = ports;
  if (!store.agreements.agreement(agreementId)) throw unknownThing(sentence('library.inspection.agreement'));
  const { amount, tags, ...rest } = given;
  const body: Particulars = {
    ...rest,
    ...(amount === undefined ? {} : { amount: plainAmount(amount) }),
    tags: [...new Set(tags)],
  };
  const before = papers(store).about(agreementId);
  const at = ports.now().toISOString();
  record(ports, {
    entry: {
      at,
      kind: 'settings-changed',
      subject: `agreement:${agreementId}`,
      payload: { what: 'particulars', particulars: said(body), before: said(before?.body ?? NOTHING) },
    },
    write: () => papers(store).put({ id: before?.id ?? ports.newId(), subject: agreementId, state: 'kept', body }, at),
    changed: ['library'],
  });
}
