import type { AgendaLine } from '../../../src-main/contract/agenda.ts';
import type { LibraryAgreement, Shelf, VersionSummary } from '../../../src-main/contract/library.ts';
import type { Sort } from './shelf-view.svelte.ts';

/** One line of the list: the head of a group, or an agreement. */
export type ShelfItem =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly count: number }
  | { readonly kind: 'row'; readonly id: string; readonly agreement: LibraryAgreement };

/** Words for groups that have no name of their own. */
export interface GroupNames {
  readonly reference: string;
  readonly noProvider: string;
}

export interface Wish {
  readonly query: string;
  readonly shelf: Shelf | undefined;
  readonly sort: Sort;
}

/** The next dates by agreement. */
export type NextDates = ReadonlyMap<string, AgendaLine>;

const OPEN: ReadonlySet<AgendaLine['state']> = new Set(['overdue', 'perhaps', 'today', 'now', 'ahead']);

/** What has a day, and that a term has none because it has to be entered first. */
const isNext = ({ date, state, kind }: AgendaLine): boolean =>
  date === undefined ? kind === 'term-start' && state === 'open' : OPEN.has(state);

/**
 * Of each agreement the first line that is still to be done; the lines come in the order of duty. Since when something can be
 * done says less than until when: it is named where there is nothing else.
 */
export function nextDates(lines: readonly AgendaLine[]): NextDates {
  const next = new Map<string, AgendaLine>();
  for (const line of lines.toSorted((a, b) => Number(a.state === 'now') - Number(b.state === 'now'))) {
    const id = line.agreement?.id;
    if (id !== undefined && isNext(line) && !next.has(id)) next.set(id, line);
  }
  return next;
}

/** What a search looks at, in small letters: its names, those of its versions, its provider. */
export function searchKeys(agreements: readonly LibraryAgreement[]): ReadonlyMap<string, string> {
  return new Map(
    agreements.map(({ id, title, provider, versions }) => [
      id,
      [...new Set([title, provider ?? '', ...versions.map((version) => version.title)])].join('\n').toLowerCase(),
    ]),
  );
}

/** The version that a row speaks of. */
export const shownVersion = ({ versions, shown }: LibraryAgreement): VersionSummary | undefined =>
  versions.find(({ id }) => id === shown) ?? versions.at(-1);

const isIn = ({ shelves }: LibraryAgreement, shelf: Shelf | undefined): boolean =>
  shelf === undefined ? !shelves.includes('archived') : shelves.includes(shelf);

/** How many agreements stand in a part of the library. */
export const countIn = (agreements: readonly LibraryAgreement[], shelf: Shelf | undefined): number =>
  agreements.filter((agreement) => isIn(agreement, shelf)).length;

const words = new Intl.Collator('zh-Hans-CN', { numeric: true });
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The list as the person wishes it: narrowed, in order, reference material at its end. */
export function shelfItems(
  agreements: readonly LibraryAgreement[],
  { query, shelf, sort }: Wish,
  around: { readonly keys: ReadonlyMap<string, string>; readonly next: NextDates; readonly names: GroupNames },
): readonly ShelfItem[] {
  const { keys, next, names } = around;
  const wanted = query.trim().toLowerCase();
  const found = agreements.filter(
    (agreement) => isIn(agreement, shelf) && (keys.get(agreement.id) ?? '').includes(wanted),
  );
  const bound = found.filter(({ reference }) => !reference);
  const reference = found.filter((agreement) => agreement.reference);
  return [
    ...(sort === 'provider' ? byProvider(bound, names.noProvider) : ordered(bound, sort, next).map(rowOf)),
    ...group('reference', names.reference, reference),
  ];
}

function byProvider(agreements: readonly LibraryAgreement[], noProvider: string): readonly ShelfItem[] {
  const groups = new Map<string, LibraryAgreement[]>();
  for (const agreement of agreements) {
    const name = agreement.provider ?? '';
    const of = groups.get(name);
    if (of) of.push(agreement);
    else groups.set(name, [agreement]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : words.compare(a, b)))
    .flatMap(([name, of]) => group(`provider ${name}`, name === '' ? noProvider : name, of));
}

function ordered(
  agreements: readonly LibraryAgreement[],
  sort: Exclude<Sort, 'provider'>,
  next: NextDates,
): readonly LibraryAgreement[] {
  const LAST = '9999';
  const dateOf = ({ id }: LibraryAgreement): string => next.get(id)?.date ?? LAST;
  const acceptedOn = (agreement: LibraryAgreement): string => {
    const version = shownVersion(agreement);
    return version?.state === 'accepted' ? (version.since ?? '') : '';
  };
  return agreements.toSorted((a, b) => {
    const names = words.compare(a.title, b.title);
    if (sort === 'name') return names;
    return (sort === 'next-date' ? text(dateOf(a), dateOf(b)) : text(acceptedOn(b), acceptedOn(a))) || names;
  });
}

function group(id: string, name: string, agreements: readonly LibraryAgreement[]): readonly ShelfItem[] {
  if (agreements.length === 0) return [];
  return [{ kind: 'group', id, name, count: agreements.length }, ...agreements.map(rowOf)];
}

const rowOf = (agreement: LibraryAgreement): ShelfItem => ({ kind: 'row', id: agreement.id, agreement });
