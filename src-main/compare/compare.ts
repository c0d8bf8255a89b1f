import { listed, say } from '../agreement/sentence.ts';
import type { AgreementDocument, Clause } from '../agreement/model.ts';
import { align, type AlignedPair } from './align/align.ts';
import {
  type Change,
  CHANGE_KINDS,
  type ChangeKind,
  type ChangeSide,
  type ComparedPair,
  type Comparison,
  isMaterial,
  type Reason,
  type ReasonKind,
  REASON_KINDS,
} from './comparison.ts';
import { type EmphasisChange, emphasisChange } from './redline/emphasis.ts';
import { boldReasons, inOrder, Standing, wordReasons } from './impact/impact.ts';
import { wordsKey } from './words/normalise.ts';
import { judgeReferences, type Pointing } from './impact/reference-targets.ts';
import { emphasisReason, PLAIN_REASONS, splitReason } from './impact/reasons.ts';
import { type Edit, redline } from './redline/redline.ts';
import { ClauseNumbers, sameNumber } from './impact/references.ts';
import { sameSource } from './align/same-source.ts';
import { passages } from './align/splits.ts';

export interface CompareOptions {
  /**
   * Whether the two sources are the same bytes, where the caller knows: documents do not show every byte (line ends).
   * Without it `identical` means that nothing differs in what the documents show.
   */
  readonly sameBytes?: boolean;
}

/** Compares two documents; annexes are compared by `compareAgreements`. Never throws; same input, same answer. */
export function compare(old: AgreementDocument, next: AgreementDocument, options: CompareOptions = {}): Comparison {
  const { changes, pairs } = comparePart(old, next, 0);
  const identical = changes.length === 0 && (options.sameBytes ?? true) && sameSource(old, next);
  return compose(changes, pairs, [{ old: { title: old.title }, new: { title: next.title } }], identical);
}

/** Puts the parts of a comparison together: counts, impact order, whether words changed. */
export function compose(
  changes: readonly Change[],
  pairs: readonly ComparedPair[],
  parts: Comparison['parts'],
  identical: boolean,
): Comparison {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const summary = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count(kind)])) as Record<ChangeKind, number>;
  const weight = (index: number): number => REASON_KINDS.indexOf(changes[index]?.reasons[0]?.kind ?? 'layout');
  const impact = [...changes.keys()].filter((index) => changes[index]?.material);
  return {
    identical,
    sameWords: summary.added + summary.removed + summary.changed + summary.moved === 0,
    changes,
    summary,
    impact: impact.sort((a, b) => weight(a) - weight(b) || a - b),
    pairs,
    parts,
  };
}

/** What is known of a row before it is judged. */
interface Row {
  readonly pair: AlignedPair;
  readonly old: Clause | undefined;
  readonly new: Clause | undefined;
  readonly edits: readonly Edit[];
  readonly layout: readonly Edit[];
  readonly emphasis: EmphasisChange | undefined;
}

/** Changes and pairs of one document; indices in the pairs count from the first of these changes. */
export function comparePart(
  old: AgreementDocument | undefined,
  next: AgreementDocument | undefined,
  part: number,
): { readonly changes: readonly Change[]; readonly pairs: readonly ComparedPair[] } {
  const rows = align(old?.clauses ?? [], next?.clauses ?? []).map((pair) => rowOf(pair, old, next));
  const judge = new Judge(rows, old, next, part);
  const isClause = old !== undefined && next !== undefined && titleClause(old) && titleClause(next);
  const title = isClause ? undefined : titleChange(old?.title, next?.title, part);
  const changes: Change[] = title ? [title] : [];
  const pairs: ComparedPair[] = title ? [{ part, old: 'title', new: 'title', change: 0 }] : [];
  rows.forEach((row, index) => {
    const change = judge.change(row, index);
    if (change) changes.push(change);
    const ids = row.old && row.new ? { old: row.old.id, new: row.new.id } : oneSide(row);
    pairs.push(change ? { part, ...ids, change: changes.length - 1 } : { part, ...ids });
  });
  return { changes, pairs };
}

/** Compares the two sides of a pair; of clauses that are equal to the eye nothing is worked out. */
function rowOf(pair: AlignedPair, oldDocument?: AgreementDocument, newDocument?: AgreementDocument): Row {
  const old = oldDocument?.clauses[pair.old ?? -1];
  const next = newDocument?.clauses[pair.new ?? -1];
  const none: Row = { pair, old, new: next, edits: NO_EDITS, layout: NO_EDITS, emphasis: undefined };
  if (pair.recut) return none;
  if (!old || !next) return { ...none, edits: wholeEdit(old?.text ?? '', next?.text ?? '') };
  if (old.text === next.text) {
    const emphasis = emphasisChange(old, next, () => redline(old.text, next.text).kept());
    return emphasis ? { ...none, emphasis } : none;
  }
  const found = redline(old.text, next.text);
  return {
    ...none,
    edits: found.edits,
    layout: found.layout,
    emphasis: emphasisChange(old, next, found.kept),
  };
}

const NO_EDITS: readonly Edit[] = [];

function oneSide(row: Row): Pick<ComparedPair, 'old' | 'new'> {
  return { ...(row.old && { old: row.old.id }), ...(row.new && { new: row.new.id }) };
}

function wholeEdit(old: string, next: string): readonly Edit[] {
  return old === next ? [] : [{ old, new: next, at: [0, 0] }];
}

/** Judges the rows of one document against each other: a row's neighbours and the numbers of all rows bear on it. */
class Judge {
  readonly #rows: readonly Row[];
  readonly #part: number;
  readonly #old: Standing;
  readonly #new: Standing;
  readonly #pointing: Pointing;
  readonly #titles: ReadonlySet<Clause | undefined>;
  /** Rows whose words only went to or came from a neighbour, and the edits that this accounts for. */
  readonly #splits = new Map<number, Reason>();
  readonly #explained = new Set<Edit>();

  constructor(
    rows: readonly Row[],
    old: AgreementDocument | undefined,
    next: AgreementDocument | undefined,
    part: number,
  ) {
    this.#rows = rows;
    this.#part = part;
    this.#titles = new Set([titleClause(old), titleClause(next)]);
    this.#old = new Standing(old);
    this.#new = new Standing(next);
    this.#pointing = {
      old: new ClauseNumbers(old?.clauses ?? []),
      new: new ClauseNumbers(next?.clauses ?? []),
      became: (before, after) => this.#partner(before) === after,
      shifted: rows.some((row) => !row.old || !row.new || row.pair.moved || !sameNumber(row.old, row.new)),
    };
    rows.forEach((row, index) => this.#findSplits(row, index));
  }

  #partners: ReadonlyMap<Clause | undefined, Clause | undefined> | undefined;

  #partner(old: Clause): Clause | undefined {
    this.#partners ??= new Map(this.#rows.map((row) => [row.old, row.new]));
    return this.#partners.get(old);
  }

  change(row: Row, index: number): Change | undefined {
    if (row.pair.recut) return this.#recut(row, index);
    const { old, new: next } = row;
    if (!old || !next) return this.#cameOrWent(row, index);
    if (isUntouched(row) && !this.#pointing.shifted) return undefined;
    const references = judgeReferences(old, next, row.edits, this.#pointing);
    const words = row.edits.filter((edit) => !references.following.has(edit));
    const kinds: ChangeKind[] = [];
    if (words.length > 0) kinds.push('changed');
    if (row.pair.moved) kinds.push('moved');
    if (!sameNumber(old, next) || references.following.size > 0 || references.stale) kinds.push('renumbered');
    if (row.emphasis || row.layout.length > 0) kinds.push('emphasis');
    const judged = words.filter((edit) => !this.#explained.has(edit));
    return this.#finish(row, kinds, [
      ...references.reasons,
      ...(judged.length > 0 ? wordReasons({ old, new: next, edits: judged }, this.#old, this.#new) : []),
      ...(row.emphasis ? boldReasons(row.emphasis, [old, next], this.#old, this.#new) : []),
      ...(this.#splits.has(index) ? [this.#splits.get(index)] : []),
    ]);
  }

  #cameOrWent(row: Row, index: number): Change | undefined {
    const split = this.#splits.get(index);
    const kind = row.old ? 'removed' : 'added';
    return this.#finish(row, [kind], split ? [split] : wordReasons(row, this.#old, this.#new));
  }

  /** One change for a run of clauses that are cut elsewhere, on its first row. */
  #recut(row: Row, index: number): Change | undefined {
    const isFirst = row.old !== undefined && row.new !== undefined && !this.#rows[index - 1]?.pair.recut;
    return isFirst ? this.#finish(row, ['emphasis'], [PLAIN_REASONS.layout]) : undefined;
  }

  #finish(row: Row, kinds: readonly ChangeKind[], found: readonly (Reason | undefined)[]): Change | undefined {
    const [kind, ...also] = kinds;
    if (!kind) return undefined;
    const told = found.filter((reason) => reason !== undefined);
    const isTitle = kind === 'changed' && this.#titles.has(row.old) && this.#titles.has(row.new);
    if (kind !== 'emphasis' && told.length === 0) told.push(PLAIN_REASONS[isTitle ? 'title' : kind]);
    if (row.emphasis) told.push(emphasisReason(row.emphasis));
    const reasons = told.length > 0 ? whole(kind, inOrder(told)) : [PLAIN_REASONS.layout];
    return {
      kind,
      also,
      part: this.#part,
      ...(row.old && { old: sideOf(row.old) }),
      ...(row.new && { new: sideOf(row.new) }),
      edits: row.edits,
      layout: row.layout,
      ...(row.emphasis && { emphasis: row.emphasis }),
      material: reasons.some((reason) => isMaterial(reason.kind)),
      because: listed(
        reasons.map((reason) => say(reason.text, 'zh')),
        'zh',
        'clauses',
      ),
      reasons,
    };
  }

  #findSplits(row: Row, index: number): void {
    if (!row.old || !row.new || row.edits.length === 0) return;
    for (const side of [0, 1] as const) {
      const neighbours = this.#neighbours(index, side).map((at) => {
        const clause = side === 0 ? this.#rows[at]?.new : this.#rows[at]?.old;
        return { row: at, text: clause?.text ?? '' };
      });
      const found = passages(row.edits, neighbours, side);
      for (const at of found.rows) {
        const number = side === 0 ? row.old.number : row.new.number;
        this.#splits.set(at, splitReason(number, false));
        const theirs = this.#rows[at];
        this.#splits.set(index, splitReason((theirs?.new ?? theirs?.old)?.number, side === 0));
      }
      for (const edit of found.edits) this.#explained.add(edit);
    }
  }

  /** Rows around a row that were added (side 0) or removed (side 1), without another clause between. */
  #neighbours(index: number, side: 0 | 1): readonly number[] {
    const passes = (at: number): boolean => {
      const row = this.#rows[at];
      return row !== undefined && !row.pair.recut && (side === 0 ? !row.old : !row.new);
    };
    const found: number[] = [];
    for (let at = index - 1; passes(at); at -= 1) found.unshift(at);
    for (let at = index + 1; passes(at); at += 1) found.push(at);
    return found;
  }
}

function isUntouched(row: Row): boolean {
  return row.edits.length === 0 && row.layout.length === 0 && !row.emphasis;
}

function sideOf(clause: Clause): ChangeSide {
  return {
    id: clause.id,
    ...(clause.number !== undefined && { number: clause.number }),
    ...(clause.heading !== undefined && { heading: clause.heading }),
    role: clause.role,
    text: clause.text,
  };
}

/** Of a clause that came or went as a whole, that it did is said first, unless its first reason says so by itself. */
function whole(kind: ChangeKind, reasons: readonly Reason[]): readonly Reason[] {
  if (kind !== 'added' && kind !== 'removed') return reasons;
  const says: readonly ReasonKind[] = [`conspicuous-${kind}`, 'split', PLAIN_REASONS[kind].kind];
  return reasons[0] && says.includes(reasons[0].kind) ? reasons : [PLAIN_REASONS[kind], ...reasons];
}

/** The clause that is the document's title: it speaks for the title wherever there is one. */
function titleClause(document: AgreementDocument | undefined): Clause | undefined {
  return document?.clauses.find((clause) => clause.text === document.title);
}

function titleChange(old: string | undefined, next: string | undefined, part: number): Change | undefined {
  if (old === next) return undefined;
  const { edits, layout } =
    old === undefined || next === undefined
      ? { edits: wholeEdit(old ?? '', next ?? ''), layout: [] }
      : redline(old, next);
  const isLayout = old !== undefined && next !== undefined && wordsKey(old) === wordsKey(next);
  const side = (text: string): ChangeSide => ({ id: 'title', role: 'title', text });
  const reason = isLayout ? PLAIN_REASONS.layout : PLAIN_REASONS.title;
  return {
    kind: old === undefined ? 'added' : next === undefined ? 'removed' : isLayout ? 'emphasis' : 'changed',
    also: [],
    part,
    ...(old !== undefined && { old: side(old) }),
    ...(next !== undefined && { new: side(next) }),
    edits,
    layout,
    material: false,
    because: say(reason.text, 'zh'),
    reasons: [reason],
  };
}
