import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import { Refusal } from '../../../agreement/refusal.ts';
import { headingPrint, likelyHeading } from '../log/columns.ts';
import type { RefusedRow, ZoneBy } from '../log/log-reading.ts';
import { type DateOrder, isYearLast, momentOf, shownOrders, type TwelveOfMorning } from '../log/moment.ts';
import { AS_TIME, FAULTS } from '../log/moment-faults.ts';
import { isStill } from '../log/states.ts';
import type { LogTable } from '../log/table.ts';
import { BEIJING, zoneInHeading, zoneOf } from '../log/zone.ts';
import type { Ticket } from './ticket.ts';
import { TICKET_ROLES, type TicketHeading, ticketHeading, type TicketMap, type TicketRole } from './ticket-columns.ts';

/** What a person says of a ticket log, kept for the next one with the same headings. */
export interface TicketChoices {
  readonly map?: TicketMap;
  readonly order?: DateOrder;
  readonly twelve?: TwelveOfMorning;
  readonly zone?: string;
  /** In which times are read of which nobody says it; Beijing's where it is absent. */
  readonly assumed?: string;
}

export type ReadTicket = Ticket & {
  /** 1-based line of the file. */
  readonly line: number;
};

/** A ticket log as it was read: everything that is shown before a row of it counts. */
export interface TicketReading {
  /** Whether the columns are known; else nothing was read. */
  readonly known: boolean;
  readonly headings: readonly string[];
  readonly print: string;
  readonly map: TicketMap;
  readonly unused: readonly string[];
  readonly zones: Readonly<Partial<Record<ZoneBy, number>>>;
  readonly rows: readonly ReadTicket[];
  readonly refused: readonly RefusedRow[];
  readonly asksOrder: boolean;
  readonly asksTwelve: boolean;
}

/** Rows read before the one who waits is let through. */
const SLICE = 250;
const TIMES = ['opened', 'responded', 'restored'] as const;
type TimeRole = (typeof TIMES)[number];

const NOTHING = { zones: {}, rows: [], refused: [], asksOrder: false, asksTwelve: false } as const;

function nothingRead(lines: LogTable): TicketReading {
  const headings = likelyHeading(lines)?.headings ?? [];
  const unused = headings.filter((heading) => heading !== '');
  return { ...NOTHING, known: false, headings, print: headingPrint(headings), map: {}, unused };
}

/** Takes the rows of a ticket log one by one. */
class TicketReader {
  readonly rows: ReadTicket[] = [];
  readonly refused: RefusedRow[] = [];
  readonly zones: Partial<Record<ZoneBy, number>> = {};
  asksOrder = false;
  asksTwelve = false;
  private readonly heading: TicketHeading;
  private readonly choices: TicketChoices;

  constructor(heading: TicketHeading, choices: TicketChoices) {
    this.heading = heading;
    this.choices = choices;
  }

  private cell(cells: readonly string[], role: TicketRole): string {
    const at = this.heading.places[role];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  }

  private refuse(line: number, why: Sentence, next: Sentence): undefined {
    this.refused.push({ line, why, next });
  }

  /** The zone of a cell and whose word it is; `undefined` after the row was refused. */
  private zone(line: number, cells: readonly string[], role: TimeRole): { zone: string; by: ZoneBy } | undefined {
    const column = this.cell(cells, 'zone');
    const ofColumn = column === '' ? undefined : zoneOf(column);
    if (column !== '' && ofColumn === undefined)
      return this.refuse(line, FAULTS.zone.why(line, column), FAULTS.zone.next);
    if (ofColumn !== undefined) return { zone: ofColumn, by: 'column' };
    const ofHeading = zoneInHeading(this.heading.headings[this.heading.places[role] ?? -1] ?? '');
    if (ofHeading !== undefined) return { zone: ofHeading, by: 'heading' };
    const said = this.choices.zone;
    return said === undefined ? { zone: this.choices.assumed ?? BEIJING, by: 'assumed' } : { zone: said, by: 'person' };
  }

  /** The moment of a cell; nothing where it is empty; `undefined` after the row was refused. */
  private moment(line: number, cells: readonly string[], role: TimeRole): { readonly at?: string } | undefined {
    const cell = this.cell(cells, role);
    if (cell === '' || (role !== 'opened' && isStill(cell))) {
      return role === 'opened' ? this.refuse(line, FAULTS.unreadable.why(line, cell), AS_TIME) : {};
    }
    const zone = this.zone(line, cells, role);
    if (!zone) return undefined;
    const { order, twelve } = this.choices;
    const read = momentOf(cell, { zone: zone.zone, order, twelve });
    if ('fault' in read) {
      if (read.fault === 'order') this.asksOrder = true;
      if (read.fault === 'twelve') this.asksTwelve = true;
      return this.refuse(line, FAULTS[read.fault].why(line, cell), FAULTS[read.fault].next);
    }
    const by: ZoneBy = read.zoned ? 'cell' : zone.by;
    if (role === 'opened') this.zones[by] = (this.zones[by] ?? 0) + 1;
    return { at: read.instant };
  }

  read({ line, cells }: LogTable[number]): void {
    const [opened, responded, restored] = TIMES.map((role) => this.moment(line, cells, role));
    if (opened?.at === undefined || !responded || !restored) return;
    const text = (role: 'number' | 'title' | 'severity'): string => this.cell(cells, role);
    const instances = this.cell(cells, 'instances')
      .split(/[,，;；、|\n]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const given = { number: text('number'), title: text('title'), severity: text('severity') };
    this.rows.push({
      line,
      opened: opened.at,
      ...(responded.at === undefined ? {} : { responded: responded.at }),
      ...(restored.at === undefined ? {} : { restored: restored.at }),
      ...Object.fromEntries(Object.entries(given).filter(([, words]) => words !== '')),
      ...(instances.length === 0 ? {} : { instances }),
    });
  }
}

function orderIn(body: LogTable, { places }: TicketHeading): DateOrder | undefined {
  const cells = body.flatMap((row) => TIMES.flatMap((role) => row.cells[places[role] ?? -1] ?? []));
  if (!cells.slice(0, 300).some(isYearLast)) return undefined;
  const [only, other] = shownOrders(cells);
  return other === undefined ? only : undefined;
}

/**
 * Reads a ticket log slice by slice. Rows that cannot be read are refused one by one with their line and the reason; a time that is
 * not there stays absent, nothing is guessed.
 */
export function* readingTickets(lines: LogTable, choices: TicketChoices = {}): Generator<void, TicketReading> {
  const heading = ticketHeading(lines, choices.map);
  if (!heading) return nothingRead(lines);
  const { headings, places } = heading;
  const body = lines.slice(heading.at + 1);
  const order = choices.order ?? orderIn(body, heading);
  const reader = new TicketReader(heading, { ...choices, ...(order ? { order } : {}) });
  for (const [index, row] of body.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    if (row.cells.filter((cell) => cell.trim() !== '').length > 1) reader.read(row);
  }
  const used = new Set(Object.values(places));
  const { rows, refused, zones, asksOrder, asksTwelve } = reader;
  return {
    known: true,
    headings,
    print: headingPrint(headings),
    map: Object.fromEntries(
      TICKET_ROLES.flatMap((role) => {
        const at = places[role];
        return at === undefined ? [] : [[role, headings[at] ?? '']];
      }),
    ),
    unused: headings.filter((name, at) => name !== '' && !used.has(at)),
    ...{ rows, refused, zones, asksOrder, asksTwelve },
  };
}

/** The same at once. */
export function readTickets(lines: LogTable, choices: TicketChoices = {}): TicketReading {
  const work = readingTickets(lines, choices);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What is taken only whole. @throws Refusal `ticket-columns`, or the first row that was not read (`ticket-time`, `outage-order`). */
export function wholeTickets(reading: TicketReading): TicketReading {
  if (!reading.known) {
    const headings = reading.headings.length === 0 ? '—' : reading.headings.join(' · ');
    throw new Refusal(
      'ticket-columns',
      sentence('term.support.columns', { headings }),
      sentence('term.support.columns.next'),
    );
  }
  const [first, ...others] = reading.refused;
  if (!first) return reading;
  throw new Refusal(
    reading.asksOrder ? 'outage-order' : 'ticket-time',
    others.length === 0 ? first.why : sentence('term.outage-log.refused', { why: first.why, more: others.length }),
    first.next,
  );
}
