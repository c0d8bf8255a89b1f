/** A row of a list of sums with their days, as it is typed. */
export interface DatedRow {
  on: string;
  amount: string;
}

/** The rows of a list that is kept, to be typed in. */
export const rowsOf = (kept: readonly Readonly<DatedRow>[] | undefined): DatedRow[] =>
  (kept ?? []).map(({ on, amount }) => ({ on, amount }));
