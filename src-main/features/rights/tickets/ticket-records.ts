import { z } from 'zod';
import { sentence } from '../../../agreement/sentence.ts';
import { hash } from '../../../kernel/papers/members.ts';
import { type Paper, type PaperKind, type Repository, repository } from '../../../kernel/papers/repository.ts';
import { shape } from '../../../kernel/papers/shape.ts';
import { PAPERS } from '../../../kernel/stored-names.ts';
import type { Store } from '../../../store/store.ts';
import { instantSeconds } from '../../../term/calendar/civil-date.ts';
import type { Ticket } from '../../../term/service/support/ticket.ts';
import { logPapers } from '../outage-records.ts';

/** One ticket as it is kept; what was not recorded is absent. */
export interface KeptTicket extends Ticket {
  readonly instances: readonly string[];
  readonly origin: 'manual' | 'paste' | 'file';
  /** The file it was read from, kept whole. */
  readonly source?: string;
  /** The log that it was taken from together with others. */
  readonly log?: string;
}

export type TicketPaper = Paper<KeptTicket, 'kept'>;

export const TICKET: PaperKind<KeptTicket, 'kept'> = {
  name: PAPERS.rights.ticket,
  noun: sentence('rights.ticket.noun'),
  feature: 'rights',
  states: ['kept'],
  shape: shape(
    z.strictObject({
      number: z.string().exactOptional(),
      title: z.string().exactOptional(),
      severity: z.string().exactOptional(),
      instances: z.array(z.string()),
      opened: z.string(),
      responded: z.string().exactOptional(),
      restored: z.string().exactOptional(),
      origin: z.enum(['manual', 'paste', 'file']),
      source: hash.exactOptional(),
      log: z.string().exactOptional(),
    }),
  ),
  called: ({ body }) => body.number ?? body.title ?? body.opened.slice(0, 16).replace('T', ' '),
  removal: {
    what: 'ticket',
    entries: { removed: 'ticket-removed', restored: 'ticket-restored' },
    entry: ({ subject, body }) => ({
      subject: `agreement:${subject ?? ''}`,
      payload: { tickets: [ticketEntry(body)] },
    }),
    changed: ['rights'],
  },
};

export const ticketPapers = (store: Store): Repository<KeptTicket, 'kept'> => repository(store, TICKET);

/** Tickets of an agreement that are on the lists, in the order they were opened. */
export function keptTickets(store: Store, agreementId: string): readonly TicketPaper[] {
  const logs = new Set(
    logPapers(store)
      .list({ about: agreementId })
      .map(({ id }) => id),
  );
  return ticketPapers(store)
    .list({ about: agreementId })
    .filter(({ body: { log } }) => log === undefined || logs.has(log))
    .toSorted((a, b) => instantSeconds(a.body.opened) - instantSeconds(b.body.opened) || a.id.localeCompare(b.id));
}

/** A ticket as the ledger holds it. */
export function ticketEntry({ number, title, severity, instances, opened, responded, restored }: KeptTicket) {
  return {
    number: number ?? 'none',
    title: title ?? 'none',
    severity: severity ?? 'none',
    instances: instances.join('、'),
    opened,
    responded: responded ?? 'not recorded',
    restored: restored ?? 'not recorded',
  };
}

/** What makes two rows the same ticket: its number, else when it was opened and what it is called. */
export function ticketKey({ number, title = '', opened }: Ticket): string {
  return JSON.stringify(number === undefined ? [instantSeconds(opened), title] : [number]);
}
