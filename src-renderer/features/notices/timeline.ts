/** A day of a notice that stands on its timeline. */
export interface Mark {
  readonly name: 'sent' | 'today' | 'lastDay' | 'latest' | 'objectBy' | 'effective' | 'objected';
  /** A civil date. */
  readonly date: string;
}

/** Where the words of a mark stand: next under the line, over it, or under those that are next to it. */
export type Row = 'below' | 'above' | 'lower';

export interface PlacedMark extends Mark {
  /** Of the dot's middle, in pixels from the start. */
  readonly x: number;
  readonly row: Row;
  /** Of its words, in pixels from the start. */
  readonly left: number;
  /** Which edge of its words is where the line ends, or that their middle is under the dot. */
  readonly align: 'start' | 'middle' | 'end';
}

const DAY_MS = 86_400_000;
/** Half a dot. */
const EDGE = 8;
/** Dots of neighbouring days still stand apart. */
const APART = 20;
const GAP = 12;
/** Whose words take their place first. */
const WEIGHT: readonly Mark['name'][] = ['lastDay', 'today', 'sent', 'effective', 'objectBy', 'latest', 'objected'];
const PREFERRED: Readonly<Record<Mark['name'], readonly Row[]>> = {
  lastDay: ['below', 'lower'],
  today: ['below', 'above', 'lower'],
  sent: ['below', 'above', 'lower'],
  effective: ['above', 'lower', 'below'],
  objectBy: ['lower', 'above', 'below'],
  latest: ['lower', 'above', 'below'],
  objected: ['above', 'lower', 'below'],
};

const dayOf = ({ date }: Mark): number => Date.parse(date) / DAY_MS;

/** Pixels of the dots: to scale, but never nearer to each other than can be told apart. */
function across(marks: readonly Mark[], room: number): readonly number[] {
  const days = marks.map(dayOf);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const span = Math.max(last - first, 1);
  const scaled = days.map((day) => EDGE + ((day - first) / span) * (room - 2 * EDGE));
  const pushed = scaled.reduce<number[]>((all, x) => [...all, Math.max(x, (all.at(-1) ?? -APART) + APART)], []);
  return pushed.reduceRight<number[]>((all, x) => [Math.min(x, (all[0] ?? room - EDGE + APART) - APART), ...all], []);
}

/**
 * Lays the marks along a line of `room` pixels, earliest first; `widthOf` says how wide the words of one are. Words that
 * would lie over others go to another row; where no row has room they stay in the last.
 */
export function placed(marks: readonly Mark[], room: number, widthOf: (mark: Mark) => number): readonly PlacedMark[] {
  const inOrder = marks.toSorted((a, b) => dayOf(a) - dayOf(b) || WEIGHT.indexOf(b.name) - WEIGHT.indexOf(a.name));
  const xs = across(inOrder, room);
  const taken: Record<Row, { readonly from: number; readonly to: number }[]> = { below: [], above: [], lower: [] };
  const wordsOf = (mark: Mark): Pick<PlacedMark, 'row' | 'left' | 'align'> => {
    const width = widthOf(mark);
    const x = xs[inOrder.indexOf(mark)] ?? 0;
    const left = Math.min(Math.max(x - width / 2, 0), Math.max(room - width, 0));
    const rows = PREFERRED[mark.name];
    const free = (row: Row): boolean =>
      taken[row].every(({ from, to }) => left >= to + GAP || left + width + GAP <= from);
    const row = rows.find(free) ?? rows.at(-1) ?? 'below';
    taken[row].push({ from: left, to: left + width });
    return { row, left, align: left <= 0 ? 'start' : left >= room - width ? 'end' : 'middle' };
  };
  const words = new Map(
    inOrder.toSorted((a, b) => WEIGHT.indexOf(a.name) - WEIGHT.indexOf(b.name)).map((mark) => [mark, wordsOf(mark)]),
  );
  return inOrder.map((mark, index) => ({
    ...mark,
    x: xs[index] ?? 0,
    ...(words.get(mark) ?? { row: 'below' as const, left: 0, align: 'start' as const }),
  }));
}
