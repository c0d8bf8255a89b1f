import { readFile } from 'node:fs/promises';
import { Refusal } from '../agreement/refusal.ts';
import { say, type Sentence, sentence } from '../agreement/sentence.ts';
import { atOnce } from '../agreement/at-once.ts';
import { openingLog } from '../kernel/logs/log-file.ts';
import type { Answer } from '../term/answer.ts';
import type { TermBasis } from '../term/basis.ts';
import { amountUnit } from '../term/fees/currency.ts';
import type { Zone } from '../term/calendar/zone.ts';
import { zoneOf } from '../term/service/log/zone.ts';
import { periodFees, type ServiceMonth } from '../term/service/service-level.ts';
import { type SupportMonth, supportMonth, wordOf } from '../term/service/support/support-month.ts';
import { TICKET_ROLES, type TicketMap, type TicketRole } from '../term/service/support/ticket-columns.ts';
import {
  type ReadTicket,
  readTickets,
  type TicketChoices,
  type TicketReading,
  wholeTickets,
} from '../term/service/support/ticket-log.ts';
import { type PromisedTime, ticketName } from '../term/service/support/ticket.ts';
import { type Kept, lateMinutes, type TicketTimes } from '../term/service/support/ticket-times.ts';
import { type CommandContext, UsageError } from './command.ts';
import { assumedIn } from './sla-log.ts';
import type { ResultLine, TermResult } from './term-output.ts';

const isRole = (name: string): name is TicketRole => (TICKET_ROLES as readonly string[]).includes(name);

/** What `--tickets-map` says of a ticket log: `opened=…,responded=…,restored=…,severity=…,dates=dmy|mdy,zone=…`. @throws UsageError */
export function ticketChoices(map: string | undefined): TicketChoices {
  if (map === undefined) return {};
  const columns: Partial<Record<TicketRole, string>> = {};
  let choices: TicketChoices = {};
  for (const part of map.split(',')) {
    const [named = '', ...rest] = part.split('=');
    const [name, value] = [named.trim().toLowerCase(), rest.join('=').trim()];
    const zone = name === 'zone' ? zoneOf(value) : undefined;
    if (value === '') throw new UsageError(`--tickets-map ${part}?`);
    if (name === 'dates' && (value === 'dmy' || value === 'mdy')) choices = { ...choices, order: value };
    else if (name === 'twelve' && (value === 'midnight' || value === 'noon')) choices = { ...choices, twelve: value };
    else if (zone !== undefined) choices = { ...choices, zone };
    else if (isRole(name)) columns[name] = value;
    else throw new UsageError(`--tickets-map ${part}?`);
  }
  const said: TicketMap = columns;
  return Object.keys(said).length === 0 ? choices : { ...choices, map: said };
}

/** The tickets of the command, taken whole or not at all. */
export async function ticketsOf(
  path: string,
  given: { readonly 'tickets-map'?: string; readonly encoding?: string },
  zone: Zone,
): Promise<TicketReading> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    const said = sentence('cli.sla.file-not-readable', { path });
    throw new Refusal('file-not-readable', said, sentence('cli.sla.file-not-readable.next'), { cause });
  });
  const { table } = atOnce(openingLog(bytes, given.encoding));
  return wholeTickets(readTickets(table, { ...ticketChoices(given['tickets-map']), ...assumedIn(zone) }));
}

const LABELS: Readonly<Record<PromisedTime, Sentence>> = {
  response: sentence('cli.sla.response'),
  restore: sentence('cli.sla.restore'),
};

function keptWords({ kept, late }: Kept): Sentence {
  if (kept || !late) return sentence('cli.sla.in-time');
  const [least, most] = [lateMinutes(late.least), lateMinutes(late.most)];
  return least === most
    ? sentence('cli.sla.late', { minutes: least })
    : sentence('cli.sla.late-between', { least, most });
}

const value = ({ kept, due, late }: Kept) => ({
  kept,
  due,
  ...(late ? { lateMinutes: lateMinutes(late.least) } : {}),
  ...(late && late.least !== late.most ? { lateMinutesAtMost: lateMinutes(late.most) } : {}),
});

function line(kind: PromisedTime, answer: Answer<Kept>): ResultLine {
  const shown = answer.known ? { ...answer, value: value(answer.value) } : answer;
  return {
    name: kind,
    label: LABELS[kind],
    answer: shown,
    ...(answer.known ? { words: keptWords(answer.value) } : {}),
  };
}

function ticketOf(told: TicketTimes, { language }: CommandContext): NonNullable<TermResult['tickets']>[number] {
  const { ticket, times } = told;
  const { line: row, opened, severity } = ticket as ReadTicket;
  return {
    ticket: say(ticketName(ticket), language),
    fields: { line: row, opened, ...(severity === undefined ? {} : { severity }), result: wordOf(told) },
    lines: times.map(({ kind, answer }) => line(kind, answer)),
  };
}

/** The tickets of a period as the command prints them. */
export interface SlaTickets {
  readonly support: SupportMonth;
  readonly tickets: NonNullable<TermResult['tickets']>;
  readonly lines: readonly ResultLine[];
  readonly fields: Readonly<Record<string, unknown>>;
}

export function slaTickets(
  basis: TermBasis,
  service: Omit<ServiceMonth, 'downtime'>,
  reading: TicketReading,
  context: CommandContext,
): SlaTickets {
  const support = supportMonth(basis, service.month, reading.rows, periodFees(basis, service));
  const { missed, kept, open, credit } = support;
  const elsewhere = reading.rows.length - support.tickets.length;
  return {
    support,
    tickets: support.tickets.map((told) => ticketOf(told, context)),
    fields: { support: { missed, kept, open, elsewhere } },
    lines: credit
      ? [
          {
            name: 'supportCredit',
            label: sentence('cli.fees.in-unit', { what: sentence('cli.sla.support-credit'), unit: amountUnit(basis) }),
            answer: credit,
          },
        ]
      : [],
  };
}

/** The same for a person, in a line above the tickets. */
export function printTickets({ language, print }: CommandContext, { support, fields }: SlaTickets): void {
  const { missed, kept, open } = support;
  const { elsewhere } = fields['support'] as { readonly elsewhere: number };
  print('');
  print(say(sentence('cli.sla.tickets', { all: support.tickets.length, missed, kept, open }), language));
  if (elsewhere > 0) print(say(sentence('cli.sla.tickets-elsewhere', { count: elsewhere }), language));
}
