import type { Sentence } from '../../../agreement/sentence.ts';
import type { ColumnMap, LogShape } from './columns.ts';
import type { DateOrder, TwelveOfMorning } from './moment.ts';

/** One outage as it was read. Without an end it goes on. */
export interface ReadOutage {
  /** 1-based line of the file that it begins in. */
  readonly line: number;
  readonly from: string;
  readonly to?: string;
  /** Its cells, their headings or a person said the zone; else it was read in one for want of it. */
  readonly zoned: boolean;
  readonly cause?: string;
  readonly instances?: readonly string[];
  readonly exclusion?: { readonly item: string; readonly evidence?: string };
}

/** A row that was not taken, why, and what to do. */
export interface RefusedRow {
  readonly line: number;
  readonly why: Sentence;
  readonly next: Sentence;
}

/** Something about a row that was taken, and that the person should know. */
export interface LogRemark {
  readonly line: number;
  readonly text: Sentence;
}

/** Whose word the zone is: the cell's, a column's, the heading's, the person's; else Beijing time is taken. */
export type ZoneBy = 'cell' | 'column' | 'heading' | 'person' | 'assumed';

/** What a person says of a log, kept for the next one with the same headings. */
export interface LogChoices {
  readonly map?: ColumnMap;
  readonly order?: DateOrder;
  readonly twelve?: TwelveOfMorning;
  /** As `Z`, `+08:00` or `Europe/Berlin`. */
  readonly zone?: string;
  /** The zone of the agreement's days, in which times are read of which nobody says it; Beijing's where it is absent. */
  readonly assumed?: string;
}

/** A log as it was read: everything that is shown before a row of it counts. */
export interface LogReading {
  /** Absent where the columns are not known: nothing was read. */
  readonly shape?: LogShape;
  readonly headings: readonly string[];
  /** What the next log of this tool is known by. */
  readonly print: string;
  /** The columns that were used. */
  readonly map: ColumnMap;
  /** Headings of columns that nothing was read from. */
  readonly unused: readonly string[];
  readonly zones: Readonly<Partial<Record<ZoneBy, number>>>;
  readonly rows: readonly ReadOutage[];
  readonly refused: readonly RefusedRow[];
  readonly remarks: readonly LogRemark[];
  /** Rows that say that the service was up; they are no outages. */
  readonly up: number;
  /** Totals and notes between and under the rows. */
  readonly aside: number;
  /** Day and month could be either way round: the person says which. */
  readonly asksOrder: boolean;
  /** 上午12 could be midnight or noon: the person says which. */
  readonly asksTwelve: boolean;
}
