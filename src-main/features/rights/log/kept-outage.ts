/** One row of the log as it is kept. */
export interface KeptOutage {
  readonly from: string;
  /** Absent while it goes on. */
  readonly to?: string;
  /** Whether its zone was said when it was read; absent in rows that were kept before that was noted. */
  readonly zoned?: boolean;
  readonly cause: string;
  readonly instances: readonly string[];
  readonly exclusion?: string;
  readonly origin: 'manual' | 'paste' | 'file';
  /** The file it was read from, kept whole. */
  readonly source?: string;
  /** The log that it was taken from together with others; it is off every list while that is removed. */
  readonly log?: string;
}
