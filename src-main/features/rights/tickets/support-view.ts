import { say } from '../../../agreement/sentence.ts';
import type { SupportView } from '../../../contract/rights/tickets.ts';
import type { TermBasis } from '../../../term/basis.ts';
import { factsOf } from '../../../term/basis.ts';
import { periodFees, type ServiceMonth } from '../../../term/service/service-level.ts';
import { supportMonth, type SupportMonth, wordOf } from '../../../term/service/support/support-month.ts';
import { ticketName } from '../../../term/service/support/ticket.ts';
import type { TicketPaper } from './ticket-records.ts';

/** The tickets of a period with what was kept of them. */
export function supportOf(
  terms: TermBasis,
  service: Omit<ServiceMonth, 'downtime'>,
  papers: readonly TicketPaper[],
): SupportMonth & { readonly ids: readonly string[] } {
  const tickets = papers.map(({ id, body }) => ({ ...body, id }));
  const month = supportMonth(terms, service.month, tickets, periodFees(terms, service));
  const ids = new Map(tickets.map((ticket) => [ticket as unknown, ticket.id]));
  return { ...month, ids: month.tickets.map(({ ticket }) => ids.get(ticket) ?? '') };
}

/** The same as the screen shows it. */
export function supportView(
  terms: TermBasis,
  { ids, tickets, missed, kept, open, severities, credit }: ReturnType<typeof supportOf>,
): SupportView {
  return {
    tickets: tickets.map((told, index) => {
      const { number, title, severity, instances = [], opened, responded, restored } = told.ticket;
      return {
        id: ids[index] ?? '',
        name: say(ticketName(told.ticket), 'zh'),
        opened,
        instances,
        ...(number === undefined ? {} : { number }),
        ...(title === undefined ? {} : { title }),
        ...(severity === undefined ? {} : { severity }),
        ...(responded === undefined ? {} : { responded }),
        ...(restored === undefined ? {} : { restored }),
        times: told.times,
        word: wordOf(told),
      };
    }),
    missed,
    kept,
    open,
    promised: factsOf(terms, 'response', 'restore').length > 0,
    severities,
    ...(credit ? { credit } : {}),
  };
}
