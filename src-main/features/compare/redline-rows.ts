import type { AgreementDocument, Clause, Emphasis } from '../../agreement/model.ts';
import type { ComparedPair } from '../../compare/comparison.ts';
import type { Edit } from '../../compare/redline/redline.ts';
import type { RedlineRow, RedlineRun, RedlineSide } from '../../contract/compare.ts';
import { type ComparedVersions, partDocuments } from '../../kernel/version-comparison.ts';
import { asArrow } from './impact-lines.ts';

/** A stretch of a clause: offsets into its text, and whether the other version lacks it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly change?: RedlineRun['change'];
}

/** A clause's words and emphasis; the document's title has no clause of its own. */
interface Words {
  readonly text: string;
  readonly emphasis: readonly Emphasis[];
}

/** Every clause of both versions in reading order, with the marks of a redline; the first row of a change carries it. */
export function redlineRows(compared: ComparedVersions): readonly RedlineRow[] {
  const { comparison } = compared;
  const places = new Places(compared);
  return comparison.pairs.map((pair, index) => {
    const change = pair.change === undefined ? undefined : comparison.changes[pair.change];
    const old = places.words('old', pair);
    const next = places.words('new', pair);
    const clause = places.clause('new', pair) ?? places.clause('old', pair);
    const edits = change && old && next ? change.edits : [];
    // A clause that is only cut elsewhere stands on one side without having come or gone.
    const alone = change !== undefined && (change.kind === 'added' || change.kind === 'removed');
    return {
      id: `row-${index}`,
      part: pair.part,
      role: clause?.role ?? 'title',
      level: clause?.level ?? 1,
      inline: inlineRuns(old, next, edits, alone),
      ...(old && { old: side(places.clause('old', pair), old, marked(old.text, edits, 0, alone)) }),
      ...(next && { new: side(places.clause('new', pair), next, marked(next.text, edits, 1, alone)) }),
      ...(change && {
        change: {
          kind: change.kind,
          also: change.also,
          material: change.material,
          reasons: change.reasons.map(({ kind, text }) => ({ kind, text: asArrow(text) })),
        },
      }),
    };
  });
}

/** How many stretches of words were struck or inserted in clauses that stand in both versions. */
export function editCount({ comparison }: ComparedVersions): number {
  return comparison.changes
    .filter((change) => change.old && change.new)
    .reduce((count, { edits }) => count + edits.length, 0);
}

/** Looks up clauses of both sides by their ids, part by part: annexes may use the ids of their agreement. */
class Places {
  readonly #clauses = { old: new Map<string, Clause>(), new: new Map<string, Clause>() };
  readonly #parts: ComparedVersions['comparison']['parts'];

  constructor(compared: ComparedVersions) {
    this.#parts = compared.comparison.parts;
    this.#parts.forEach((_, index) => {
      const [old, next] = partDocuments(compared, index);
      this.#note('old', index, old);
      this.#note('new', index, next);
    });
  }

  #note(which: 'old' | 'new', part: number, document: AgreementDocument | undefined): void {
    for (const clause of document?.clauses ?? []) this.#clauses[which].set(`${part} ${clause.id}`, clause);
  }

  clause(which: 'old' | 'new', pair: ComparedPair): Clause | undefined {
    const id = pair[which];
    return id === undefined ? undefined : this.#clauses[which].get(`${pair.part} ${id}`);
  }

  words(which: 'old' | 'new', pair: ComparedPair): Words | undefined {
    const clause = this.clause(which, pair);
    if (clause) return clause;
    if (pair[which] !== 'title') return undefined;
    const title = this.#parts[pair.part]?.[which]?.title;
    return title === undefined ? undefined : { text: title, emphasis: [] };
  }
}

/** The stretches of one side: what the edits touched there, or all of it where the other side has no such clause. */
function marked(text: string, edits: readonly Edit[], at: 0 | 1, alone: boolean): readonly Stretch[] {
  const change = at === 0 ? 'deleted' : 'inserted';
  if (alone) return [{ from: 0, to: text.length, change }];
  const found: Stretch[] = [];
  let end = 0;
  for (const edit of inOrder(edits)) {
    const from = edit.at[at];
    const to = from + (at === 0 ? edit.old : edit.new).length;
    if (from > end) found.push({ from: end, to: from });
    if (to > from) found.push({ from, to, change });
    end = to;
  }
  if (end < text.length) found.push({ from: end, to: text.length });
  return found;
}

const inOrder = (edits: readonly Edit[]): readonly Edit[] =>
  edits.toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);

function side(clause: Clause | undefined, words: Words, stretches: readonly Stretch[]): RedlineSide {
  return {
    runs: stretches.flatMap((stretch) => runsOf(words, stretch)),
    ...(clause?.number === undefined ? {} : { number: clause.number }),
  };
}

/** Both sides in one text. What stayed is shown as the newer version has it: layout is not marked. */
function inlineRuns(
  old: Words | undefined,
  next: Words | undefined,
  edits: readonly Edit[],
  alone: boolean,
): readonly RedlineRun[] {
  if (!next) return old && alone ? runsOf(old, { from: 0, to: old.text.length, change: 'deleted' }) : [];
  if (!old) return runsOf(next, { from: 0, to: next.text.length, ...(alone && { change: 'inserted' }) });
  const runs: RedlineRun[] = [];
  let end = 0;
  for (const edit of inOrder(edits)) {
    const [oldFrom, newFrom] = edit.at;
    const newTo = newFrom + edit.new.length;
    runs.push(
      ...runsOf(next, { from: end, to: newFrom }),
      ...runsOf(old, { from: oldFrom, to: oldFrom + edit.old.length, change: 'deleted' }),
      ...runsOf(next, { from: newFrom, to: newTo, change: 'inserted' }),
    );
    end = newTo;
  }
  return [...runs, ...runsOf(next, { from: end, to: next.text.length })];
}

/** A stretch cut at the borders of emphasis. Bold of the source wins over bold by rule. */
function runsOf({ text, emphasis }: Words, { from, to, change }: Stretch): readonly RedlineRun[] {
  if (to <= from) return [];
  const borders = emphasis.flatMap(({ start, end }) => [start, end]).filter((border) => border > from && border < to);
  const cuts = [...new Set([from, ...borders, to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    const over = emphasis.filter((span) => span.start <= start && span.end >= end);
    const strong = over.filter((span) => span.strong);
    const underline = over.some((span) => span.underline && span.origin === 'source');
    return {
      text: text.slice(start, end),
      ...(change && { change }),
      ...(strong.length > 0 && { strong: strong.some(({ origin }) => origin === 'source') ? 'source' : 'rule' }),
      ...(underline && { underline }),
    } satisfies RedlineRun;
  });
}
