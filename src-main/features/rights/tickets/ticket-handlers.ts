import { sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import type { Handlers } from '../../../contract/call.ts';
import type { KeptLog } from '../../../contract/rights/service.ts';
import type { ticketCalls, TicketInput } from '../../../contract/rights/tickets.ts';
import { type FileToKeep, named, toKeep } from '../../../kernel/kept-files.ts';
import { atOnce } from '../../../agreement/at-once.ts';
import { unknownThing } from '../../../kernel/failure.ts';
import { removePaper } from '../../../kernel/papers/removal.ts';
import type { ChosenFile, Ports } from '../../../kernel/ports.ts';
import { record } from '../../../kernel/record.ts';
import type { JsonObject } from '../../../ledger/canonical-json.ts';
import { instantSeconds } from '../../../term/calendar/civil-date.ts';
import type { Zone } from '../../../term/calendar/zone.ts';
import { tableOfText } from '../../../term/service/log/table.ts';
import type { ReadTicket } from '../../../term/service/support/ticket-log.ts';
import { readTickets, wholeTickets } from '../../../term/service/support/ticket-log.ts';
import { monthAt, zoneAt } from '../basis.ts';
import { logPapers } from '../outage-records.ts';
import { type KeptTicket, keptTickets, TICKET, ticketEntry, ticketKey, ticketPapers } from './ticket-records.ts';

/** Tickets that a person enters; those of a log are kept by `keepTickets`. */
export function ticketHandlers(ports: Ports): Handlers<typeof ticketCalls> {
  const { store } = ports;
  return {
    'rights.saveTicket': ({ agreementId, ticketId, ticket }) => {
      const before = ticketId === undefined ? undefined : ticketPapers(store).get(ticketId);
      if (ticketId !== undefined && !before) throw unknownThing(sentence('rights.ticket.noun'));
      const { origin = 'manual', source, log } = before?.body ?? {};
      const body: KeptTicket = {
        ...typedTicket(ticket, zoneAt(store, agreementId, ports.now().toISOString())),
        origin,
        ...(source === undefined ? {} : { source }),
        ...(log === undefined ? {} : { log }),
      };
      noteTickets(ports, agreementId, before ? 'changed' : 'manual', [body], () =>
        ticketPapers(store).put(
          { id: before?.id ?? ports.newId(), subject: agreementId, state: 'kept', body },
          ports.now().toISOString(),
        ),
      );
      return undefined;
    },

    'rights.removeTicket': ({ ticketId }) => {
      const paper = ticketPapers(store).get(ticketId);
      if (!paper) throw unknownThing(sentence('rights.ticket.noun'));
      return removePaper(ports, TICKET, paper);
    },
  };
}

function noteTickets(
  ports: Ports,
  agreementId: string,
  how: string,
  tickets: readonly KeptTicket[],
  write: () => void,
  files: readonly FileToKeep[] = [],
): void {
  const [file] = files;
  const payload: JsonObject = {
    how,
    tickets: tickets.map((ticket) => ({ ...ticketEntry(ticket) })),
    ...(file ? { file: { ...named(file) } } : {}),
  };
  const entry = { kind: 'tickets-recorded', subject: `agreement:${agreementId}`, payload } as const;
  record(ports, { entry, files, write, changed: ['rights'] });
}

/** Keys of the tickets that are there. */
export function* ticketKeys({ store }: Pick<Ports, 'store'>, agreementId: string): Generator<void, Set<string>> {
  yield;
  return new Set(keptTickets(store, agreementId).map(({ body }) => ticketKey(body)));
}

/** Keeps a ticket log as a whole: what is new of it, with the way back. */
export function keepTickets(
  ports: Ports,
  agreementId: string,
  rows: readonly ReadTicket[],
  file: ChosenFile | undefined,
  also: () => void,
): KeptLog {
  const { store, newId } = ports;
  const kept = file && toKeep(file);
  const seen = atOnce(ticketKeys(ports, agreementId));
  const logId = newId();
  const source = kept === undefined ? {} : { source: kept.sha256 };
  const fresh = rows.flatMap(({ line: _line, instances = [], ...ticket }): readonly KeptTicket[] => {
    const key = ticketKey(ticket);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...ticket, instances, origin: file ? 'file' : 'paste', log: logId, ...source }];
  });
  const last = (fresh.at(-1) ?? rows.at(-1))?.opened;
  const month = last === undefined ? {} : { month: monthAt(store, agreementId, last, ports.now().toISOString()) };
  if (fresh.length === 0) return { added: 0, known: rows.length, ...month };
  const at = ports.now().toISOString();
  noteTickets(
    ports,
    agreementId,
    file ? `file ${file.name}` : 'paste',
    fresh,
    () => {
      const body = { rows: fresh.length, of: 'tickets' as const, ...source, ...(file ? { name: file.name } : {}) };
      logPapers(store).put({ id: logId, subject: agreementId, state: 'kept', body }, at);
      for (const each of fresh)
        ticketPapers(store).put({ id: newId(), subject: agreementId, state: 'kept', body: each }, at);
      also();
    },
    kept ? [kept] : [],
  );
  return { added: fresh.length, known: rows.length - fresh.length, logId, ...month };
}

/** A ticket typed by hand goes through the same reader as one from a file. */
function typedTicket(
  { number, title, severity, instances, ...times }: TicketInput,
  zone: Zone,
): Omit<KeptTicket, 'origin'> {
  const { opened, responded, restored } = times;
  const table = tableOfText(`opened\tresponded\trestored\n${[opened, responded, restored].join('\t')}`);
  const [row] = wholeTickets(readTickets(table, { assumed: zone })).rows;
  if (!row) throw noTime();
  for (const [field, done] of [['responded', row.responded] as const, ['restored', row.restored] as const])
    if (done !== undefined && instantSeconds(done) < instantSeconds(row.opened)) throw beforeOpened(field);
  const { line: _line, instances: _none, ...read } = row;
  const words = { number: number.trim(), title: title.trim(), severity: severity.trim() };
  const said = Object.fromEntries(Object.entries(words).filter(([, each]) => each !== ''));
  return { ...read, ...said, instances: instances.map((name) => name.trim()).filter((name) => name !== '') };
}

const noTime = (): Refusal =>
  new Refusal('ticket-time', sentence('rights.ticket.no-time'), sentence('rights.ticket.no-time.next'), {
    field: 'ticket.opened',
  });

const beforeOpened = (field: 'responded' | 'restored'): Refusal =>
  new Refusal('ticket-order', sentence('rights.ticket.before-opened'), sentence('rights.ticket.before-opened.next'), {
    field: `ticket.${field}`,
  });
