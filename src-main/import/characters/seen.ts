import type { Emphasis, MarkedLine, MarkedText, ReadingNote } from '../../agreement/model.ts';
import { sentence } from '../../agreement/sentence.ts';
import { Doubts } from '../doubts.ts';
import { note } from '../note.ts';
import type { Run } from '../runs.ts';
import { drawnOrder } from './direction.ts';
import { lookAlikesIn } from './look-alike.ts';
import {
  codeName,
  holdsUnseen,
  isRightToLeft,
  overridesDirection,
  pointName,
  tears,
  type Unseen,
  unseenIn,
  withoutUnseen,
  writtenOut,
} from './unseen.ts';

/** A text as a person sees it, and for each of its UTF-16 units the index in the text as it came. */
interface Taken {
  readonly text: string;
  readonly from: readonly number[];
}

/** Characters on each side of a place that are quoted with it. */
const BESIDE = 8;
const MOST_NAMES = 6;
/** Between words these part lines and join nothing: soft hyphen, zero-width space, word joiner, byte order mark. */
const LITTER: ReadonlySet<number> = new Set([0xad, 0x200b, 0x2060, 0xfeff]);

/**
 * Takes what nobody sees out of the lines of one source, brings what is drawn in another order into the order in which it is
 * drawn, and tells each such place: every importer hands its words over to it. What only hints where a word may be divided, and
 * what page editors leave between words, is counted in a note; whatever else tears no word and no number is one place for the
 * whole source.
 */
export class SeenCharacters {
  readonly #doubts: Doubts;
  #hyphens = 0;
  #litter = 0;
  readonly #strays = { places: 0, first: 0, last: 0, names: new Set<string>() };

  constructor(doubts: Doubts) {
    this.#doubts = doubts;
  }

  /** One line as it is seen. */
  line(text: string, line: number): string {
    return holdsUnseen(text) ? this.#take(text, line).text : text;
  }

  /** The stretches of one line as they are seen. */
  runs(runs: readonly Run[], line: number): readonly Run[] {
    const directed = runs.some(({ direction }) => direction !== undefined);
    if (!directed && !runs.some(({ text }) => holdsUnseen(text))) return runs;
    const stretches = directed ? runs.flatMap(withDirection) : runs;
    const whole = stretches.map(({ text }) => text).join('');
    if (!holdsUnseen(whole)) return runs;
    const owners: number[] = stretches.flatMap(({ text }, at) => Array.from({ length: text.length }, () => at));
    const { text, from } = this.#take(whole, line);
    const seen: Run[] = [];
    let owner = -1;
    for (const [at, index] of from.entries()) {
      const last = seen.at(-1);
      if (last && owners[index] === owner) seen[seen.length - 1] = { ...last, text: last.text + (text[at] ?? '') };
      else {
        owner = owners[index] ?? 0;
        const { strong = false, underline = false } = stretches[owner] ?? {};
        seen.push({ text: text[at] ?? '', strong, underline });
      }
    }
    return seen;
  }

  /** A line that an importer made, as it is seen; undefined where nothing of it is. */
  marked(line: MarkedLine): MarkedLine | undefined {
    const { list } = line;
    const marker = list && holdsUnseen(list.marker) ? this.line(list.marker, line.line) : undefined;
    const own = list && marker !== undefined ? { ...line, list: { ...list, marker } } : line;
    if (!holdsUnseen(line.text)) return own;
    const { text, from } = this.#take(line.text, line.line);
    if (text.trim() === '') return undefined;
    const cells = line.cells && { cells: text.split('\t') };
    return { ...own, text, emphasis: moved(line.emphasis, from), ...cells };
  }

  /** Flags what holds other characters than it shows; the words stay as written. */
  lookAlikes(lines: readonly MarkedLine[]): void {
    const radicals = { runs: new Set<string>(), places: 0, first: 0, last: 0 };
    for (const { text, line } of lines) {
      for (const { at, length, seen, names, kind } of lookAlikesIn(text)) {
        const raw = text.slice(at, at + length);
        if (kind === 'radical') {
          if (radicals.places === 0) radicals.first = line;
          radicals.runs.add(raw);
          radicals.places++;
          radicals.last = line;
          continue;
        }
        const read = around(text, at, at + length, [...raw].map((char) => named(char, names)).join(''));
        const [before, after] = [
          text.slice(Math.max(0, at - BESIDE), at),
          text.slice(at + length, at + length + BESIDE),
        ];
        const cause = sentence(`import.cause.${kind}`, { names: names.slice(0, MOST_NAMES) });
        const doubt = { lines: [line, line] as const, seen: `${before}${seen}${after}`, read, cause };
        this.#doubts.add(kind === 'overlay' ? 'struck' : 'look-alike', doubt);
      }
    }
    const { runs, places, first, last } = radicals;
    if (places === 0) return;
    const found = [...runs].slice(0, MOST_NAMES * 4);
    this.#doubts.add('look-alike', {
      lines: [first, last],
      seen: found.map((run) => run.normalize('NFKC')).join(' '),
      read: found.map((run) => [...run].map((char) => codeName(char.codePointAt(0) ?? 0)).join('')).join(' '),
      cause: sentence('import.cause.radical', { places }),
    });
  }

  /** To be called once all lines are taken: tells the places that tear nothing, by a note what editors of pages leave behind. */
  finish(): readonly ReadingNote[] {
    const { places, first, last, names } = this.#strays;
    if (places > 0) {
      const cause = sentence('import.cause.stray', { places, names: [...names].slice(0, MOST_NAMES) });
      this.#doubts.add('invisible-character', { lines: [first, last], cause });
    }
    const [hyphens, litter] = [this.#hyphens, this.#litter];
    return [
      ...(hyphens > 0 ? [note('soft-hyphens', sentence('import.characters.soft-hyphens', { hyphens }))] : []),
      ...(litter > 0 ? [note('zero-width', sentence('import.characters.zero-width', { places: litter }))] : []),
    ];
  }

  #take(text: string, line: number): Taken {
    const found = unseenIn(text);
    const gone = found.filter(({ kind }) => kind !== 'kept');
    this.#hyphens += gone.filter(({ kind }) => kind === 'hyphen').length;
    const turned = found.some(({ kind }) => kind === 'direction') && !isRightToLeft(text);
    const order = turned ? drawnOrder(text) : undefined;
    const taken = without(order?.text ?? text, order?.from, gone);
    this.#tell(text, line, gone, taken.text);
    return taken;
  }

  #tell(text: string, line: number, gone: readonly Unseen[], seen: string): void {
    const plain = without(text, undefined, gone).text;
    const directions = gone.filter(({ kind }) => kind === 'direction');
    const steers = directions.some(({ code }) => code > 0x200f && code !== 0x61c) || seen !== plain;
    if (directions.length > 0 && steers) {
      const [from, to] = spanOf(directions);
      const same = seen === plain;
      this.#doubts.add('direction-override', {
        lines: [line, line],
        seen: same ? around(plain, from, Math.min(plain.length, to - directions.length)) : seen,
        read: same ? writtenOut(around(text, from, to)) : writtenOut(text),
        cause: sentence(overridesDirection(text) ? 'import.cause.override' : 'import.cause.direction', {
          names: namesOf(directions),
        }),
      });
    }
    const unseen = gone.filter(({ kind }) => kind === 'invisible' || (kind === 'direction' && !steers));
    const torn = tornBy(unseen, text);
    if (torn.length > 0) {
      const [from, to] = spanOf(torn);
      const stretch = around(text, from, to);
      const cause = sentence('import.cause.invisible', { names: namesOf(torn) });
      const bare = without(
        stretch,
        undefined,
        unseenIn(stretch).filter(({ kind }) => kind !== 'kept'),
      ).text;
      this.#doubts.add('invisible-character', { lines: [line, line], seen: bare, read: writtenOut(stretch), cause });
    }
    const tearing = new Set(torn);
    for (const place of unseen) if (!tearing.has(place)) this.#stray(place.code, line);
  }

  #stray(code: number, line: number): void {
    if (LITTER.has(code)) {
      this.#litter++;
      return;
    }
    const strays = this.#strays;
    if (strays.places === 0) strays.first = line;
    strays.places++;
    strays.last = line;
    strays.names.add(pointName(code));
  }
}

/**
 * What an importer read, as it is seen: characters that are left in its lines are taken out, and what looks like something else
 * is flagged.
 */
export function asSeen(marked: MarkedText): MarkedText {
  const doubts = new Doubts(marked.suspicions);
  const characters = new SeenCharacters(doubts);
  const lines = marked.lines.flatMap((line) => characters.marked(line) ?? []);
  characters.lookAlikes(lines);
  const notes = characters.finish();
  const title = marked.title === undefined ? {} : { title: withoutUnseen(marked.title) };
  return { ...marked, ...title, lines, notes: [...marked.notes, ...notes], ...doubts.found };
}

/** The characters that say what the markup says of the direction. */
const STEERING = { 'rtl-override': '\u202e', 'ltr-override': '\u202d', rtl: '\u202b', ltr: '\u202a' } as const;

function withDirection(run: Run): readonly Run[] {
  const { direction, ...plain } = run;
  if (direction === undefined || run.text.trim() === '') return [plain];
  return [{ ...plain, text: STEERING[direction] }, plain, { ...plain, text: '\u202c' }];
}

/** A text without some of its characters. `order`: where each of its units stood in the text by which they are named. */
function without(text: string, order: readonly number[] | undefined, gone: readonly Unseen[]): Taken {
  const out = new Set(gone.flatMap(({ at, length }) => (length === 2 ? [at, at + 1] : [at])));
  let seen = '';
  const from: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const index = order?.[at] ?? at;
    if (out.has(index)) continue;
    seen += text[at] ?? '';
    from.push(index);
  }
  return { text: seen, from };
}

/** Those of a text's places that stand inside a word or a number; what stands side by side is asked once. */
function tornBy(places: readonly Unseen[], text: string): readonly Unseen[] {
  let [end, torn] = [-1, false];
  return places.filter(({ at, length }) => {
    if (at !== end) torn = tears(text, at, length);
    end = at + length;
    return torn;
  });
}

const spanOf = (places: readonly Unseen[]): readonly [number, number] => {
  const last = places.at(-1);
  return [places[0]?.at ?? 0, (last?.at ?? 0) + (last?.length ?? 0)];
};

const namesOf = (places: readonly Unseen[]): readonly string[] =>
  [...new Set(places.map(({ code }) => pointName(code)))].slice(0, MOST_NAMES);

/** A place with a little of what stands beside it. */
function around(text: string, from: number, to: number, middle = text.slice(from, to)): string {
  return `${text.slice(Math.max(0, from - BESIDE), from)}${middle}${text.slice(to, to + BESIDE)}`;
}

const named = (char: string, names: readonly string[]): string => {
  const code = char.codePointAt(0) ?? 0;
  return names.includes(pointName(code)) ? codeName(code) : char;
};

/** Spans of emphasis over what is left, in the order in which it is drawn. */
function moved(emphasis: readonly Emphasis[], from: readonly number[]): readonly Emphasis[] {
  const places = new Map(from.map((index, at) => [index, at]));
  return emphasis.flatMap((span): readonly Emphasis[] => {
    let [start, end] = [Infinity, 0];
    for (let index = span.start; index < span.end; index++) {
      const at = places.get(index);
      if (at === undefined) continue;
      start = Math.min(start, at);
      end = Math.max(end, at + 1);
    }
    return end === 0 ? [] : [{ ...span, start, end }];
  });
}
