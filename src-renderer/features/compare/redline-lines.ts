import type { ComparisonView, RedlineRow, RedlineRun } from '../../../src-main/contract/compare.ts';
import { t } from '../../kernel/preferences.svelte.ts';

/** A row of the redline, with the title of the document it begins; or rows without a change, folded to one line. */
export type RedlineLine =
  | { readonly id: string; readonly row: RedlineRow; readonly part?: string }
  | { readonly id: string; readonly same: readonly RedlineRow[] };

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
  const draw = (row: RedlineRow): void => {
    const title = row.part === part ? undefined : view.parts[row.part]?.title;
    found.push({ id: row.id, row, ...(title === undefined ? {} : { part: title }) });
    part = row.part;
  };
  const close = (next?: RedlineRow): void => {
    // What a change stands under is drawn with it: a clause with a changed one in it is not unchanged.
    const held = same.length - standingOver(same, next);
    const [folding, over] = [same.slice(0, held), same.slice(held)];
    const id = `same-${folding[0]?.id ?? ''}`;
    if (folding.length > 0 && unfolded.has(id)) folding.forEach(draw);
    else if (folding.length > 0) found.push({ id, same: folding });
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

/** What a folded stretch is called: by the numbers it goes from and to, else by how many clauses it holds. */
export function unchangedWords(rows: readonly RedlineRow[]): string {
  const numbers = rows
    .flatMap((row) => row.new?.number ?? row.old?.number ?? [])
    .filter((number) => PLAIN.test(number));
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === undefined || last === undefined || numbers.length < 2 || !areInOrder(numbers)
    ? t('compare.same', { count: rows.length })
    : t('compare.sameFromTo', { first, last });
}

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
