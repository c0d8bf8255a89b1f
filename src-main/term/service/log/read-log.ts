import {
  COLUMN_ROLES,
  type ColumnMap,
  type ColumnRole,
  dayColumns,
  headingOf,
  headingPrint,
  likelyHeading,
  type LogShape,
  type Places,
  shapesOf,
  stateColumns,
} from './columns.ts';
import type { LogChoices, LogReading } from './log-reading.ts';
import { type DateOrder, isTimeOnly, isYearLast, joined, shownOrders } from './moment.ts';
import { RowReader } from './row-reader.ts';
import { rowState, sampleOf, stateOf } from './states.ts';
import type { LogTable } from './table.ts';

/** Rows read before the one who waits is let through. */
const SLICE = 250;

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
    unused: headings.filter((heading) => heading !== ''),
    zones: {},
    rows: [],
    refused: [],
    remarks: [],
    up: 0,
    aside: 0,
    asksOrder: false,
    asksTwelve: false,
  };
};

/** Rows in which it is looked whether dates are written with the year last at all. */
const LOOKED_AT = 100;

/** What stands in a column of a row. */
type CellOf = (cells: readonly string[], role: ColumnRole) => string;

/** Cells by role; a time whose day stands in another column is put together with it. */
function cellsBy(places: Places, headings: readonly string[]): CellOf {
  const days = dayColumns(headings, places);
  return (cells, role) => {
    const at = places[role];
    const cell = at === undefined ? '' : (cells[at] ?? '');
    if ((role !== 'from' && role !== 'to') || days.from === undefined || !isTimeOnly(cell)) return cell;
    const day = (days.to !== undefined && role === 'to' ? cells[days.to] : undefined) ?? cells[days.from] ?? '';
    return day === '' ? cell : joined(day, cell);
  };
}

/** Columns in which the state of rows stands: of several that could, the first that has words for states. */
function withStates(places: Places, headings: readonly string[], map: ColumnMap | undefined, rows: LogTable): Places {
  if (map?.event !== undefined || places.event === undefined) return places;
  const has = (at: number): boolean => rows.some(({ cells }) => rowState(cells[at] ?? '') !== undefined);
  const event = [places.event, ...stateColumns(headings)].find(has);
  return event === undefined ? places : { ...places, event };
}

/** The order of day and month that the rows show, slice by slice. */
function* orderOf(body: LogTable, cellOf: CellOf): Generator<void, DateOrder | undefined> {
  const cellsOf = (rows: LogTable): readonly string[] =>
    rows.flatMap(({ cells }) => [cellOf(cells, 'from'), cellOf(cells, 'to')]);
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
  const { headings } = heading;
  const body = lines.slice(heading.at + 1);
  const beginning = body.slice(0, LOOKED_AT);
  const places = withStates(heading.places, headings, choices.map, beginning);
  const cellOf = cellsBy(places, headings);
  const column = (role: ColumnRole): readonly string[] =>
    places[role] === undefined ? [] : beginning.map(({ cells }) => cellOf(cells, role));
  const shape = shapesOf(places).find((each) => fits(each, column)) ?? shapesOf(places).at(-1);
  if (shape === undefined) return nothingRead(lines);
  yield;
  const order = choices.order ?? (yield* orderOf(body, cellOf));
  let aside = 0;
  const statesSaid = column('event').some((cell) => rowState(cell) !== undefined);
  const { zone, assumed, twelve } = choices;
  const reader = new RowReader({ headings, places, order, twelve, zone, assumed, statesSaid }, shape);
  for (const [index, { line, cells, hidden }] of body.entries()) {
    if (index % SLICE === SLICE - 1) yield;
    if (isAside(cells, places)) aside += 1;
    else reader.read({ line, hidden, cell: (role) => cellOf(cells, role) });
  }
  yield;
  reader.finish();
  const { rows, refused, remarks, zones, up, asksOrder, asksTwelve } = reader;
  return {
    shape,
    headings,
    print: headingPrint(headings),
    map: columnsOf(places, headings),
    unused: unusedHeadings(places, headings),
    ...{ zones, rows, refused, remarks, up, aside, asksOrder, asksTwelve },
  };
}

function unusedHeadings(places: Places, headings: readonly string[]): readonly string[] {
  const used = new Set<number>([...Object.values(places), ...Object.values(dayColumns(headings, places))]);
  return headings.filter((heading, at) => heading !== '' && !used.has(at));
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
