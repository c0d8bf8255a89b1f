import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import { instantSeconds } from '../../calendar/civil-date.ts';
import {
  COLUMN_ROLES,
  type ColumnMap,
  type ColumnRole,
  headingOf,
  headingPrint,
  likelyHeading,
  type LogShape,
  type Places,
  shapesOf,
} from './columns.ts';
import { durationOf } from './duration.ts';
import type { LogChoices, LogReading, ReadOutage, RefusedRow, ZoneBy } from './log-reading.ts';
import { type DateOrder, type Moment, type MomentFault, isYearLast, momentOf, shownOrders } from './moment.ts';
import { pairEvents, type StateAt, stretchesOfSamples } from './pairs.ts';
import { isStill, sampleOf, saysNo, stateOf, wasUp } from './states.ts';
import type { LogTable } from './table.ts';
import { BEIJING, zoneInHeading, zoneOffset } from './zone.ts';

/** Rows read before the one who waits is let through. */
const SLICE = 250;

const FAULTS: Readonly<Record<MomentFault, (line: number, cell: string) => Sentence>> = {
  unreadable: (line, cell) => sentence('term.outage-log.outage-time', { line, cell }),
  'no-such-day': (line, cell) => sentence('term.outage-log.no-such-day', { line, cell }),
  'no-such-time': (line, cell) => sentence('term.outage-log.no-such-time', { line, cell }),
  'no-time': (line, cell) => sentence('term.outage-log.no-time', { line, cell }),
  order: (line, cell) => sentence('term.outage-log.order', { line, cell }),
  zone: (line, cell) => sentence('term.outage-log.zone', { line, cell }),
};

/** When an outage ended, or that it goes on. */
type End = { readonly at: string } | 'still';

/** One row with its columns. */
interface Row {
  readonly line: number;
  readonly cell: (role: ColumnRole) => string;
}

/** Everything that is known of the log while its rows are read. */
interface Given {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly order: DateOrder | undefined;
  readonly zone: string | undefined;
}

class Reader {
  readonly rows: ReadOutage[] = [];
  readonly refused: RefusedRow[] = [];
  readonly zones: Partial<Record<ZoneBy, number>> = {};
  readonly states: StateAt[] = [];
  up = 0;
  asksOrder = false;
  private readonly given: Given;
  private readonly shape: LogShape;
  private readonly headingZone: Partial<Record<ColumnRole, string>>;

  constructor(given: Given, shape: LogShape) {
    this.given = given;
    this.shape = shape;
    const zoneOver = (role: ColumnRole): string | undefined => {
      const at = given.places[role];
      return at === undefined ? undefined : zoneInHeading(given.headings[at] ?? '');
    };
    const [from, to] = [zoneOver('from'), zoneOver('to')];
    this.headingZone = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }

  refuse(line: number, why: Sentence): void {
    this.refused.push({ line, why });
  }

  /** The moment in a column, or `undefined` after the row was refused. */
  private moment(row: Row, role: 'from' | 'to', cell: string): string | undefined {
    const column = row.cell('zone');
    const ofColumn = column === '' ? undefined : zoneOffset(column);
    if (column !== '' && ofColumn === undefined) {
      this.refuse(row.line, FAULTS.zone(row.line, column));
      return undefined;
    }
    const ofHeading = this.headingZone[role];
    const { zone, order } = this.given;
    const read: Moment = momentOf(cell, { zone: ofColumn ?? ofHeading ?? zone ?? BEIJING, order });
    if ('fault' in read) {
      if (read.fault === 'order') this.asksOrder = true;
      this.refuse(row.line, FAULTS[read.fault](row.line, cell));
      return undefined;
    }
    if (role === 'from') {
      const by: ZoneBy = read.zoned
        ? 'cell'
        : ofColumn !== undefined
          ? 'column'
          : ofHeading !== undefined
            ? 'heading'
            : zone !== undefined
              ? 'person'
              : 'assumed';
      this.zones[by] = (this.zones[by] ?? 0) + 1;
    }
    return read.instant;
  }

  private words({ cell }: Row): Pick<ReadOutage, 'cause' | 'instances' | 'exclusion'> {
    const [cause, item, evidence] = [cell('cause'), cell('exclusion'), cell('evidence')];
    const instances = cell('instances')
      .split(/[;；、|]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      ...(cause === '' ? {} : { cause }),
      ...(instances.length === 0 ? {} : { instances }),
      ...(saysNo(item) ? {} : { exclusion: { item, ...(evidence === '' ? {} : { evidence }) } }),
    };
  }

  read(row: Row): void {
    const { shape } = this;
    if (shape === 'from-to' && wasUp(row.cell('event'))) {
      this.up += 1;
      return;
    }
    const from = this.moment(row, 'from', row.cell('from'));
    if (from === undefined) return;
    if (shape === 'events' || shape === 'samples') return this.state(row, from);
    const to = shape === 'from-to' ? this.end(row) : this.endAfter(row, from);
    if (to === undefined) return;
    const end = to === 'still' ? {} : { to: to.at };
    if (end.to !== undefined && instantSeconds(end.to) < instantSeconds(from)) {
      return this.refuse(row.line, sentence('term.outage-log.inverted', { line: row.line, from, to: end.to }));
    }
    this.rows.push({ line: row.line, from, ...end, ...this.words(row) });
  }

  private end(row: Row): End | undefined {
    const cell = row.cell('to');
    if (isStill(cell)) return 'still';
    const at = this.moment(row, 'to', cell);
    return at === undefined ? undefined : { at };
  }

  private endAfter(row: Row, from: string): End | undefined {
    const cell = row.cell('duration');
    if (isStill(cell)) return 'still';
    const seconds = durationOf(cell, this.given.headings[this.given.places.duration ?? -1] ?? '');
    if (seconds === undefined) {
      this.refuse(row.line, sentence('term.outage-log.duration', { line: row.line, cell }));
      return undefined;
    }
    return { at: new Date((instantSeconds(from) + seconds) * 1000).toISOString().replace('.000', '') };
  }

  private state(row: Row, at: string): void {
    const role = this.shape === 'events' ? 'event' : 'sample';
    const cell = row.cell(role);
    const state = role === 'event' ? stateOf(cell) : sampleOf(cell);
    if (state === undefined) {
      return this.refuse(row.line, sentence('term.outage-log.state', { line: row.line, cell }));
    }
    this.states.push({ line: row.line, at, seconds: instantSeconds(at), state, ...this.words(row) });
  }

  finish(): void {
    if (this.states.length === 0) return;
    const { rows, refused } = (this.shape === 'events' ? pairEvents : stretchesOfSamples)(this.states);
    this.rows.push(...rows);
    this.refused.push(...refused);
    this.refused.sort((a, b) => a.line - b.line);
  }
}

/** Whether the rows' own words fit the shape: events have both words somewhere, samples only values. */
function fits(shape: LogShape, cellsOf: (role: ColumnRole) => Iterable<string>): boolean {
  if (shape === 'from-to' || shape === 'from-duration') return true;
  const known = [...cellsOf(shape === 'events' ? 'event' : 'sample')].map(shape === 'events' ? stateOf : sampleOf);
  return shape === 'events' ? known.includes('down') && known.includes('up') : known.includes('down');
}

function columnsOf(places: Places, headings: readonly string[]): ColumnMap {
  return Object.fromEntries(
    COLUMN_ROLES.flatMap((role) => {
      const at = places[role];
      return at === undefined ? [] : [[role, headings[at] ?? '']];
    }),
  );
}

const nothingRead = (lines: LogTable): LogReading => {
  const headings = likelyHeading(lines)?.headings ?? [];
  return {
    headings,
    print: headingPrint(headings),
    map: {},
    zones: {},
    rows: [],
    refused: [],
    up: 0,
    aside: 0,
    asksOrder: false,
  };
};

/** Rows in which it is looked whether dates are written with the year last at all. */
const LOOKED_AT = 100;

/** The order of day and month that the rows show, slice by slice. */
function* orderOf(body: LogTable, { from = -1, to = -1 }: Places): Generator<void, DateOrder | undefined> {
  const cellsOf = (rows: LogTable): readonly string[] =>
    rows.flatMap(({ cells }) => [cells[from] ?? '', cells[to] ?? '']);
  if (!cellsOf(body.slice(0, LOOKED_AT)).some(isYearLast)) return undefined;
  const shown = new Set<DateOrder>();
  for (let at = 0; at < body.length; at += SLICE) {
    for (const order of shownOrders(cellsOf(body.slice(at, at + SLICE)))) shown.add(order);
    yield;
  }
  const [only, other] = shown;
  return other === undefined ? only : undefined;
}

/**
 * Reads a log slice by slice, so that whoever waits is let through between; the reading comes at the end. Rows that cannot be
 * read are refused one by one with their line and the reason; nothing is guessed.
 */
export function* readingLog(lines: LogTable, choices: LogChoices = {}): Generator<void, LogReading> {
  const heading = headingOf(lines, choices.map);
  if (!heading) return nothingRead(lines);
  const { places, headings } = heading;
  const body = lines.slice(heading.at + 1);
  const beginning = body.slice(0, LOOKED_AT);
  const column = (role: ColumnRole): readonly string[] => {
    const at = places[role];
    return at === undefined ? [] : beginning.map(({ cells }) => cells[at] ?? '');
  };
  const shape = shapesOf(places).find((each) => fits(each, column)) ?? shapesOf(places).at(-1);
  if (shape === undefined) return nothingRead(lines);
  yield;
  const order = choices.order ?? (yield* orderOf(body, places));
  let aside = 0;
  const reader = new Reader({ headings, places, order, zone: choices.zone }, shape);
  for (const [index, { line, cells }] of body.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    const cell = (role: ColumnRole): string => {
      const at = places[role];
      return at === undefined ? '' : (cells[at] ?? '');
    };
    if (isAside(cells, places)) aside += 1;
    else reader.read({ line, cell });
  }
  yield;
  reader.finish();
  const { rows, refused, zones, up, asksOrder } = reader;
  const map = columnsOf(places, headings);
  return { shape, headings, print: headingPrint(headings), map, zones, rows, refused, up, aside, asksOrder };
}

/** A total or a note under the table: one cell with words where the rows have several. */
function isAside(cells: readonly string[], { from = 0 }: Places): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 1 && cells[from] !== filled[0]) return true;
  return /^(?:合计|总计|小计|totals?$|sum$)/iu.test(filled[0] ?? '');
}

/** The same at once. */
export function readLog(lines: LogTable, choices: LogChoices = {}): LogReading {
  const work = readingLog(lines, choices);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
