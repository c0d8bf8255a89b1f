/** What the window saw since its last report. */
export interface Observation {
  readonly seen: readonly {
    readonly clauseId: string;
    /** Seconds on screen in the foreground since the last report. */
    readonly seconds: number;
    /** Computed font weight and text decoration of the clause's words, as rendered. */
    readonly weight: number;
    readonly decoration: string;
    /** SHA-256 (hex) of the picture taken of the clause, where one was taken. */
    readonly picture?: string | undefined;
  }[];
  readonly acknowledged: readonly string[];
  /** Acknowledgements taken back. */
  readonly withdrawn: readonly string[];
  readonly endReached: boolean;
  readonly annexOpened?: string | undefined;
  /** Version whose redline against this one was gone through. */
  readonly redlineSeen?: string | undefined;
  /** The clause that one is reading, to come back to. */
  readonly readingAt?: string | undefined;
}

/** What was seen of one clause over all sittings. */
export interface ClauseSeen {
  readonly seconds: number;
  readonly acknowledgedAt?: string;
  readonly weight?: number;
  readonly decoration?: string;
  readonly picture?: string;
}

/**
 * Whose clock the seconds of a review were measured by: the main process's own, which only goes forward; or, of a review
 * that began before the main process measured, at first the window's.
 */
export type SecondsClock = 'main-process' | 'window-then-main-process';

/** A review under way: plain JSON, kept between sittings. Instants are UTC ISO; the first of each kind counts. */
export interface ReviewSoFar {
  readonly openedAt: string;
  /** Absent in a review that began before the main process measured. */
  readonly secondsBy?: 'main-process';
  readonly firstShownAt?: string;
  readonly endReachedAt?: string;
  readonly clauses: Readonly<Record<string, ClauseSeen>>;
  /** Opened at, by version id. */
  readonly annexes: Readonly<Record<string, string>>;
  /** Seen at, by the id of the version compared with. */
  readonly redlines: Readonly<Record<string, string>>;
  /** Where one was reading last, to come back to; it proves nothing. */
  readonly left?: { readonly clauseId: string; readonly at: string };
}

/**
 * The most one report adds to a clause. The window reports every few seconds; a report that claims more comes from a
 * machine that slept or a timer that stood still, and time nobody spent reading does not count.
 */
export const MOST_SECONDS_PER_REPORT = 15;

/** A review that was just opened. */
export function beginReview(at: string): ReviewSoFar {
  return { openedAt: at, secondsBy: 'main-process', clauses: {}, annexes: {}, redlines: {} };
}

/** The earliest that it can be by now, by the times that a review names and the seconds that it counted: UTC ISO. */
export function earliestNow({ openedAt, firstShownAt, endReachedAt, clauses, annexes, redlines }: ReviewSoFar): string {
  const seen = Object.values(clauses);
  const counted = Math.max(0, ...seen.map(({ seconds }) => seconds));
  const named = [firstShownAt, endReachedAt, ...seen.map(({ acknowledgedAt }) => acknowledgedAt)];
  const times = [...named, ...Object.values(annexes), ...Object.values(redlines)].filter((at) => at !== undefined);
  const after = new Date(Date.parse(openedAt) + counted * 1000).toISOString();
  return times.reduce((latest, at) => (at > latest ? at : latest), after);
}

/** Whose clock measured the seconds of a review. */
export function secondsClock({ secondsBy }: ReviewSoFar): SecondsClock {
  return secondsBy ?? 'window-then-main-process';
}

/** The review after one more report, received at `at`. Seconds add up; acknowledgements hold until withdrawn. */
export function observe(review: ReviewSoFar, report: Observation, at: string): ReviewSoFar {
  const clauses = new Map(Object.entries(review.clauses));
  const seenBefore = (id: string): ClauseSeen => clauses.get(id) ?? { seconds: 0 };
  for (const { clauseId, seconds, weight, decoration, picture } of report.seen) {
    const before = seenBefore(clauseId);
    clauses.set(clauseId, {
      ...before,
      seconds: before.seconds + countable(seconds),
      weight,
      decoration,
      ...(picture === undefined ? {} : { picture }),
    });
  }
  for (const id of report.acknowledged) clauses.set(id, { acknowledgedAt: at, ...seenBefore(id) });
  for (const id of report.withdrawn) {
    const { acknowledgedAt: _withdrawn, ...rest } = seenBefore(id);
    clauses.set(id, rest);
  }
  const shown = review.firstShownAt ?? firstShown(review, report, at);
  const ended = review.endReachedAt ?? (report.endReached ? at : undefined);
  return {
    openedAt: review.openedAt,
    ...(review.secondsBy === undefined ? {} : { secondsBy: review.secondsBy }),
    ...(shown === undefined ? {} : { firstShownAt: shown }),
    ...(ended === undefined ? {} : { endReachedAt: ended }),
    clauses: Object.fromEntries(clauses),
    annexes: noted(review.annexes, report.annexOpened, at),
    redlines: noted(review.redlines, report.redlineSeen, at),
    ...leftAt(review, report, at),
  };
}

/** When the first words came on screen: a report comes after the seconds that it tells of, which began no earlier than the review. */
function firstShown({ openedAt }: ReviewSoFar, { seen }: Observation, at: string): string | undefined {
  if (seen.length === 0) return undefined;
  const seconds = Math.max(...seen.map((each) => countable(each.seconds)));
  const began = new Date(Date.parse(at) - seconds * 1000).toISOString();
  return began < openedAt ? openedAt : began;
}

/** The review with a picture of a clause as it was on screen: SHA-256 (hex) of the file that is kept. */
export function withPicture(review: ReviewSoFar, clauseId: string, picture: string): ReviewSoFar {
  const seen = Object.hasOwn(review.clauses, clauseId) ? review.clauses[clauseId] : undefined;
  const clauses = new Map(Object.entries(review.clauses)).set(clauseId, { seconds: 0, ...seen, picture });
  return { ...review, clauses: Object.fromEntries(clauses) };
}

function countable(seconds: number): number {
  return Number.isFinite(seconds) ? Math.min(MOST_SECONDS_PER_REPORT, Math.max(0, seconds)) : 0;
}

function leftAt({ left }: ReviewSoFar, { readingAt }: Observation, at: string): Pick<ReviewSoFar, 'left'> {
  if (readingAt !== undefined) return { left: { clauseId: readingAt, at } };
  return left ? { left } : {};
}

function noted(before: Readonly<Record<string, string>>, id: string | undefined, at: string) {
  return id === undefined || Object.hasOwn(before, id) ? before : { ...before, [id]: at };
}
