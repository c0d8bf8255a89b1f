import type { ComparisonView, RedlineRow, RedlineRun } from '../../../src-main/contract/compare.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** A row of the redline, with the title of the document it begins; or rows without a change, folded to one line. */
export type RedlineLine =
  | { readonly id: string; readonly row: RedlineRow; readonly part?: string }
  | { readonly id: string; readonly same: readonly RedlineRow[]; readonly part?: string };

interface How {
  /** Both versions in one text: what is only cut elsewhere in the old one has no words of its own there. */
  readonly inline: boolean;
  readonly folded: boolean;
  /** Folded stretches that were opened, by id. */
  readonly unfolded: ReadonlySet<string>;
}

/** The lines that are drawn, in reading order. */
export function linesOf(view: ComparisonView, { inline, folded, unfolded }: How): readonly RedlineLine[] {
  const found: RedlineLine[] = [];
  let part = 0;
  let same: RedlineRow[] = [];
  /** The title of the document that a row is the first line of. */
  const begun = (row: RedlineRow): { readonly part?: string } => {
    const title = row.part === part ? undefined : view.parts[row.part]?.title;
    part = row.part;
    return title === undefined ? {} : { part: title };
  };
  const draw = (row: RedlineRow): void => {
    found.push({ id: row.id, row, ...begun(row) });
  };
  const close = (next?: RedlineRow): void => {
    // What a change stands under is drawn with it: a clause with a changed one in it is not unchanged.
    const held = same.length - standingOver(same, next);
    const [folding, over] = [same.slice(0, held), same.slice(held)];
    const [top] = folding;
    const id = `same-${top?.id ?? ''}`;
    if (unfolded.has(id)) folding.forEach(draw);
    else if (top) found.push({ id, same: folding, ...begun(top) });
    over.forEach(draw);
    same = [];
  };
  for (const [index, row] of view.rows.entries()) {
    const isTitle = index === 0 && !row.change && row.inline.map(({ text }) => text).join('') === view.new.title;
    // The title names the screen already.
    if (isTitle || (inline && row.inline.length === 0)) continue;
    if (same.length > 0 && same[0]?.part !== row.part) close();
    if (folded && !row.change) same.push(row);
    else {
      close(row);
      draw(row);
    }
  }
  close();
  return found;
}

/** How many rows at the end of a stretch hold the row that follows it: its clause, the clause of that, its heading. */
function standingOver(rows: readonly RedlineRow[], next: RedlineRow | undefined): number {
  let level = next?.level ?? 0;
  const others = rows.toReversed().findIndex((row) => {
    if (row.part !== next?.part || row.level >= level) return true;
    level = row.level;
    return false;
  });
  return others === -1 ? rows.length : others;
}

/** A number that can stand in "from 3.1 to 4.2". */
const PLAIN = /^\d+(?:\.\d+)*$/u;

/** What a folded stretch is called: by the clauses it holds, else by how many they are. */
export function unchangedWords(rows: readonly RedlineRow[]): string {
  const all = rows.flatMap((row) => row.new?.number ?? row.old?.number ?? []);
  const plain = all.filter((number) => PLAIN.test(number));
  const numbers = plain.length > 0 ? plain : all.filter((number) => chineseNumber(number) !== undefined);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    !areUnder(rows, new Set(numbers)) ||
    !areInOrder(numbers.map(chineseAsPlain))
  )
    return t('compare.same', { count: rows.length });
  if (numbers.length === 1) return t('compare.sameOne', { number: first });
  return plain.length > 0
    ? t('compare.sameFromTo', { first, last })
    : t('compare.sameFromToNamed', { first: clauseCalled(first), last: clauseCalled(last) });
}

/** Whether every row is one of these clauses or stands under one: the end of a clause above is not unchanged with them. */
function areUnder(rows: readonly RedlineRow[], numbers: ReadonlySet<string>): boolean {
  let level: number | undefined;
  return rows.every((row) => {
    const own = row.new?.number ?? row.old?.number;
    if (own !== undefined && numbers.has(own)) level = row.level;
    else if (row.role !== 'heading') return level !== undefined && row.level > level;
    return true;
  });
}

const clauseCalled = (number: string): string => t('compare.clause', { number });

const DIGITS = '零一二三四五六七八九';
/** 一 to 九十九, as headings are counted; nothing else. */
function chineseNumber(written: string): number | undefined {
  const found = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(written);
  if (!found || written === '') return undefined;
  const [, tens = '', ten = '', ones = ''] = found;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : DIGITS.indexOf(tens + ones);
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

const chineseAsPlain = (number: string): string => String(chineseNumber(number) ?? number);

/** Each after the one before it: only then does a range name them all, and no other. */
function areInOrder(numbers: readonly string[]): boolean {
  const parts = numbers.map((number) => number.split('.').map(Number));
  return parts.every((own, index) => {
    const before = parts[index - 1];
    if (!before) return true;
    const at = own.findIndex((part, place) => part !== before[place]);
    return at !== -1 && (own[at] ?? 0) > (before[at] ?? -1);
  });
}

/** The bar beside a text that is bold: as its source has it, or by a rule. */
export function barOf(runs: readonly RedlineRun[]): 'source' | 'rule' | '' {
  if (runs.some(({ strong }) => strong === 'rule')) return 'rule';
  return runs.some(({ strong }) => strong === 'source') ? 'source' : '';
}
