import type { NoticeView } from '../../../src-main/contract/notices.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** What the last day to act is called: to object by, or to move out by where the service ends. */
export const lastDayWords = ({ leaves }: Pick<NoticeView, 'leaves'>): string =>
  leaves ? t('notices.lines.lastDayToLeave') : t('notices.lines.lastDayToAct');

/** A day of a notice that stands on its timeline. */
export interface Mark {
  readonly name: 'sent' | 'today' | 'lastDay' | 'latest' | 'objectBy' | 'effective' | 'objected' | 'arrived';
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
  /** Which edge of its words is at the dot or where the line ends, or that their middle is under the dot. */
  readonly align: 'start' | 'middle' | 'end';
  /** Where that edge or middle is, in pixels from the start. */
  readonly anchor: number;
}

const DAY_MS = 86_400_000;
/** Half a dot. */
const EDGE = 8;
/** Dots of neighbouring days still stand apart. */
const APART = 20;
const GAP = 12;
/** Whose words take their place first. */
const WEIGHT: readonly Mark['name'][] = [
  'lastDay',
  'today',
  'sent',
  'effective',
  'objectBy',
  'latest',
  'arrived',
  'objected',
];
/** The rows next to the line, in which words stand at their dot; under them only where neither has room. */
const PREFERRED: Readonly<Record<Mark['name'], readonly Row[]>> = {
  lastDay: ['below'],
  today: ['below', 'above'],
  sent: ['below', 'above'],
  effective: ['above', 'below'],
  objectBy: ['below', 'above'],
  latest: ['below', 'above'],
  objected: ['above', 'below'],
  arrived: ['above', 'below'],
};
const ASIDE = ['start', 'end'] as const;

type Place = Pick<PlacedMark, 'left' | 'align' | 'anchor'>;
type Words = Pick<PlacedMark, 'row'> & Place;

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

/** Where words stand that are aligned so at their dot: within the line, whose ends they may reach. */
function at(x: number, width: number, room: number, align: PlacedMark['align']): Place {
  const wanted = align === 'middle' ? x - width / 2 : align === 'start' ? x - EDGE : x + EDGE - width;
  const left = Math.min(Math.max(wanted, 0), Math.max(room - width, 0));
  if (left === wanted) return { left, align, anchor: align === 'middle' ? x : align === 'start' ? left : left + width };
  return left <= 0 ? { left, align: 'start', anchor: 0 } : { left, align: 'end', anchor: room };
}

/**
 * Lays the marks along a line of `room` pixels, earliest first; `widthOf` says how wide the words of one are. Words that
 * would lie over others move aside or to the other side of the line, and where there is no room at all under the others.
 */
export function placed(marks: readonly Mark[], room: number, widthOf: (mark: Mark) => number): readonly PlacedMark[] {
  const inOrder = marks.toSorted((a, b) => dayOf(a) - dayOf(b) || WEIGHT.indexOf(b.name) - WEIGHT.indexOf(a.name));
  const xs = across(inOrder, room);
  const taken: Record<Row, { readonly from: number; readonly to: number }[]> = { below: [], above: [], lower: [] };
  const wordsOf = (mark: Mark): Words => {
    const width = widthOf(mark);
    const x = xs[inOrder.indexOf(mark)] ?? 0;
    const middle = at(x, width, room, 'middle');
    const free = ({ row, left }: Words): boolean =>
      taken[row].every(({ from, to }) => left >= to + GAP || left + width + GAP <= from);
    const beside = (tried: readonly Place[]): readonly Words[] =>
      PREFERRED[mark.name].flatMap((row) => tried.map((place) => ({ row, ...place })));
    const words = [...beside([middle]), ...beside(ASIDE.map((align) => at(x, width, room, align)))].find(free) ?? {
      row: 'lower' as const,
      ...middle,
    };
    taken[words.row].push({ from: words.left, to: words.left + width });
    return words;
  };
  const words = new Map(
    inOrder.toSorted((a, b) => WEIGHT.indexOf(a.name) - WEIGHT.indexOf(b.name)).map((mark) => [mark, wordsOf(mark)]),
  );
  return inOrder.map((mark, index) => ({
    ...mark,
    x: xs[index] ?? 0,
    ...(words.get(mark) ?? { row: 'below' as const, left: 0, align: 'start' as const, anchor: 0 }),
  }));
}
