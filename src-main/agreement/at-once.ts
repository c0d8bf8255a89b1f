/** Work in slices, done at once. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Rows that are looked at in one slice: a few milliseconds of work. */
const ROWS_A_SLICE = 10_000;

/** What each of many gives, in slices; what gives nothing is left out. */
export function* givenByEach<Row, Given>(
  rows: readonly Row[],
  each: (row: Row) => Given | undefined,
): Generator<void, Given[]> {
  const given: Given[] = [];
  for (const [index, row] of rows.entries()) {
    const one = each(row);
    if (one !== undefined) given.push(one);
    if (index % ROWS_A_SLICE === ROWS_A_SLICE - 1) yield;
  }
  return given;
}

/** The same rows in order, sorted in slices; of rows that are alike the first stays first. */
export function* sortedInSlices<Row>(
  rows: readonly Row[],
  compare: (a: Row, b: Row) => number,
): Generator<void, Row[]> {
  let runs: Row[][] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_SLICE) {
    runs.push(rows.slice(at, at + ROWS_A_SLICE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Row[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergedRuns(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns<Row>(
  a: readonly Row[],
  b: readonly Row[],
  compare: (a: Row, b: Row) => number,
): Generator<void, Row[]> {
  const [lastOfA, firstOfB] = [a.at(-1), b[0]];
  if (lastOfA === undefined || firstOfB === undefined || compare(lastOfA, firstOfB) <= 0) return a.concat(b);
  const both: Row[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [one, two] = [a[left], b[right]];
    if (one === undefined && two === undefined) return both;
    if (two === undefined || (one !== undefined && compare(one, two) <= 0)) {
      both.push(one as Row);
      left += 1;
    } else {
      both.push(two);
      right += 1;
    }
    if (both.length % ROWS_A_SLICE === 0) yield;
  }
}
