import { type Sentence, sentence } from '../../../agreement/sentence.ts';
import type { ColumnRole, LogShape, Places } from './columns.ts';
import { durationOf } from './duration.ts';
import { excludedBy } from './excluded.ts';
import { exactSeconds, fractionOf, later, withPart } from './fractions.ts';
import type { LogRemark, ReadOutage, RefusedRow, ZoneBy } from './log-reading.ts';
import { type DateOrder, type Moment, type MomentFault, momentOf, type TwelveOfMorning } from './moment.ts';
import { AS_TIME, FAULTS } from './moment-faults.ts';
import { pairEvents, type StateAt, stretchesOfSamples } from './pairs.ts';
import { isStill, rowState, sampleOf, stateOf } from './states.ts';
import { BEIJING, zoneInHeading, zoneOf } from './zone.ts';

/** When an outage ended, or that it goes on. */
type End = { readonly at: string } | 'still';

/** One row with its columns. */
export interface Row {
  readonly line: number;
  readonly hidden?: true | undefined;
  readonly cell: (role: ColumnRole) => string;
}

/** Everything that is known of the log while its rows are read. */
export interface Given {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly order: DateOrder | undefined;
  readonly twelve: TwelveOfMorning | undefined;
  readonly zone: string | undefined;
  /** Where times are read of which nobody says it. */
  readonly assumed: string | undefined;
  /** Some rows say a state that is known: others must too. */
  readonly statesSaid: boolean;
}

/** Seconds by which an end and a duration may differ that are the same: both are cut off at minutes. */
const SAME_LENGTH = 90;

/** Who a row is about, as one name to compare by. */
const aboutOf = ({ instances = [] }: Pick<ReadOutage, 'instances'>): string => instances.join('\n');

/** Takes the rows of a log one by one: outages, rows that say that all was well, rows that cannot be read. */
export class RowReader {
  readonly rows: ReadOutage[] = [];
  readonly refused: RefusedRow[] = [];
  readonly remarks: LogRemark[] = [];
  readonly zones: Partial<Record<ZoneBy, number>> = {};
  up = 0;
  asksOrder = false;
  asksTwelve = false;
  private readonly states: StateAt[] = [];
  /** Rows whose state is that of an alert after its outage, or of the time after one. */
  private readonly recovered: ReadOutage[] = [];
  /** Whose outages ended when, of rows that say that they were down. */
  private readonly downEnds = new Set<string>();
  /** The first row whose times have parts of a second. */
  private fractionsFrom: number | undefined;
  /** Whether anything said the zone of the row that was read last. */
  private zoned = false;
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

  private refuse(line: number, why: Sentence, next: Sentence = AS_TIME): void {
    this.refused.push({ line, why, next });
  }

  private fault(line: number, fault: MomentFault, cell: string): undefined {
    if (fault === 'order') this.asksOrder = true;
    if (fault === 'twelve') this.asksTwelve = true;
    this.refuse(line, FAULTS[fault].why(line, cell), FAULTS[fault].next);
  }

  /** The moment in a column, or `undefined` after the row was refused. */
  private moment(row: Row, role: 'from' | 'to', cell: string): string | undefined {
    const column = row.cell('zone');
    const ofColumn = column === '' ? undefined : zoneOf(column);
    if (column !== '' && ofColumn === undefined) return this.fault(row.line, 'zone', column);
    const ofHeading = this.headingZone[role];
    const { zone, assumed, order, twelve } = this.given;
    const read: Moment = momentOf(cell, { zone: ofColumn ?? ofHeading ?? zone ?? assumed ?? BEIJING, order, twelve });
    if ('fault' in read) return this.fault(row.line, read.fault, cell);
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
      this.zoned = by !== 'assumed';
      this.zones[by] = (this.zones[by] ?? 0) + 1;
    }
    const part = fractionOf(cell);
    if (part > 0) this.fractionsFrom ??= row.line;
    return withPart(read.instant, part);
  }

  /** Cause, instances and exclusion; `undefined` after the row was refused. */
  private words({ line, cell }: Row): Pick<ReadOutage, 'cause' | 'instances' | 'exclusion'> | undefined {
    const [cause, item, evidence] = [cell('cause'), cell('exclusion'), cell('evidence')];
    const heading = this.given.headings[this.given.places.exclusion ?? -1] ?? '';
    const excluded = excludedBy(item, heading);
    if (excluded === 'unclear') {
      const why = sentence('term.outage-log.exclusion', { line, heading, cell: item });
      this.refuse(line, why, sentence('term.outage-log.exclusion.next'));
      return undefined;
    }
    const instances = cell('instances')
      .split(/[,，;；、|\n]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return {
      ...(cause === '' ? {} : { cause }),
      ...(instances.length === 0 ? {} : { instances }),
      ...(excluded === 'counts' ? {} : { exclusion: { ...excluded, ...(evidence === '' ? {} : { evidence }) } }),
    };
  }

  read(row: Row): void {
    const { shape } = this;
    const { line } = row;
    if (shape === 'events' || shape === 'samples') return this.state(row);
    const said = row.cell('event') === '' ? row.cell('sample') : row.cell('event');
    const state = rowState(said);
    if (state === 'up') {
      this.up += 1;
      return;
    }
    if (state === undefined && this.given.statesSaid && said !== '') {
      const why = sentence('term.outage-log.state', { line, cell: said });
      return this.refuse(line, why, sentence('term.outage-log.state.next'));
    }
    const from = this.moment(row, 'from', row.cell('from'));
    if (from === undefined) return;
    const { zoned } = this;
    const to = shape === 'from-to' ? this.end(row) : this.endAfter(row, from);
    if (to === undefined) return;
    const end = to === 'still' ? {} : { to: to.at };
    if (end.to !== undefined && exactSeconds(end.to) < exactSeconds(from)) {
      const why = sentence('term.outage-log.inverted', { line, from, to: end.to });
      return this.refuse(line, why, sentence('term.outage-log.inverted.next'));
    }
    const words = this.words(row);
    if (!words) return;
    const outage: ReadOutage = { line, from, ...end, zoned, ...words };
    this.remark(row, outage);
    if (state === 'recovered') this.recovered.push(outage);
    else this.rows.push(outage);
    if (state === 'down' && end.to !== undefined) this.downEnds.add(`${aboutOf(outage)}\n${exactSeconds(end.to)}`);
  }

  /** What the person should know of a row that is taken all the same. */
  private remark(row: Row, { from, to }: Pick<ReadOutage, 'from' | 'to'>): void {
    const { line } = row;
    if (row.hidden) this.remarks.push({ line, text: sentence('term.outage-log.hidden', { line }) });
    const cell = row.cell('duration');
    if (this.shape !== 'from-to' || to === undefined || cell === '') return;
    const length = durationOf(cell, this.given.headings[this.given.places.duration ?? -1] ?? '');
    const seconds = exactSeconds(to) - exactSeconds(from);
    if (length === undefined || Math.abs(length - seconds) <= SAME_LENGTH) return;
    const words = { line, cell, minutes: Math.round(seconds / 60) };
    this.remarks.push({ line, text: sentence('term.outage-log.other-length', words) });
  }

  private end(row: Row): End | undefined {
    const cell = row.cell('to');
    if (isStill(cell)) return 'still';
    const at = this.moment(row, 'to', cell);
    if (at === undefined) return undefined;
    return { at };
  }

  private endAfter(row: Row, from: string): End | undefined {
    const cell = row.cell('duration');
    if (isStill(cell)) return 'still';
    const seconds = durationOf(cell, this.given.headings[this.given.places.duration ?? -1] ?? '');
    if (seconds === undefined) {
      const why = sentence('term.outage-log.duration', { line: row.line, cell });
      this.refuse(row.line, why, sentence('term.outage-log.duration.next'));
      return undefined;
    }
    return { at: later(from, seconds) };
  }

  private state(row: Row): void {
    const { line } = row;
    const at = this.moment(row, 'from', row.cell('from'));
    if (at === undefined) return;
    const role = this.shape === 'events' ? 'event' : 'sample';
    const cell = row.cell(role);
    const state = role === 'event' ? stateOf(cell) : sampleOf(cell);
    if (state === undefined) {
      const why = sentence('term.outage-log.state', { line, cell });
      return this.refuse(line, why, sentence('term.outage-log.state.next'));
    }
    const words = this.words(row);
    if (!words) return;
    if (row.hidden) this.remarks.push({ line, text: sentence('term.outage-log.hidden', { line }) });
    this.states.push({
      line,
      at,
      seconds: exactSeconds(at),
      zoned: this.zoned,
      state,
      ...words,
    });
  }

  /** After the last row: pairs what was seen moment by moment, and tells rows after an outage from alerts that are over. */
  finish(): void {
    for (const outage of this.recovered) {
      if (this.downEnds.has(`${aboutOf(outage)}\n${exactSeconds(outage.from)}`)) this.up += 1;
      else this.rows.push(outage);
    }
    if (this.recovered.length > 0) this.rows.sort((a, b) => a.line - b.line);
    if (this.states.length > 0) {
      const { rows, refused, remarks } = (this.shape === 'events' ? pairEvents : stretchesOfSamples)(this.states);
      this.rows.push(...rows);
      this.refused.push(...refused);
      this.remarks.push(...remarks);
    }
    const line = this.fractionsFrom;
    if (line !== undefined) this.remarks.push({ line, text: sentence('term.outage-log.fractions', { line }) });
    this.refused.sort((a, b) => a.line - b.line);
    this.remarks.sort((a, b) => a.line - b.line);
  }
}
