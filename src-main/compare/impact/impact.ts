import { say as sayIn } from '../../agreement/sentence.ts';
import { conspicuousTags } from '../../agreement/meaning/emphasise.ts';
import { sentences } from '../../agreement/meaning/sentences.ts';
import type { FactKind } from '../../agreement/fact.ts';
import type { AgreementDocument, Clause, Fact } from '../../agreement/model.ts';
import { type TagKind, tagKind } from '../../agreement/tag-kinds.ts';
import { REASON_KINDS, type Reason } from '../comparison.ts';
import type { EmphasisChange } from '../redline/emphasis.ts';
import { figureChanges, figuresIn, figureValue, limitChanges, onlyFigures } from './figures.ts';
import * as say from './reasons.ts';
import { isOwnDate } from './own-date.ts';
import type { Edit } from '../redline/redline.ts';
import {
  changedNames,
  dutyChanges,
  holdsSentence,
  isInName,
  isParticles,
  namesCourt,
  partyChanges,
} from '../words/duty-words.ts';

/** What a document says about its clauses, looked up by clause when a change asks. */
export class Standing {
  readonly #document: AgreementDocument | undefined;
  /** Made when enough was asked that looking through the clauses would cost more. */
  #clauses: ReadonlyMap<string, Clause> | undefined;
  #asked = 0;
  #facts: Map<string, Fact[]> | undefined;

  constructor(document: AgreementDocument | undefined) {
    this.#document = document;
  }

  facts(clause: Clause | undefined): readonly Fact[] {
    if (!clause || !this.#document) return [];
    this.#facts ??= factsByClause(this.#document.facts);
    return this.#facts.get(clause.id) ?? [];
  }

  #clause(id: string): Clause | undefined {
    this.#asked += 1;
    if (this.#asked <= FEW) return this.#document?.clauses.find((clause) => clause.id === id);
    this.#clauses ??= new Map(this.#document?.clauses.map((clause) => [clause.id, clause]));
    return this.#clauses.get(id);
  }

  /** Tags that make every word of the clause count: its own, and for an item those of the clauses it stands under. */
  weighty(clause: Clause | undefined): readonly TagKind[] {
    const found = new Set<TagKind>();
    let at = clause;
    for (let depth = 0; at && depth < DEEPEST; depth += 1) {
      if (depth === 0 || at.role !== 'heading') for (const tag of ownWeighty(at)) found.add(tag);
      at = at.parent === undefined ? undefined : this.#clause(at.parent);
    }
    return [...found];
  }
}

function factsByClause(facts: readonly Fact[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const fact of facts) {
    const others = found.get(fact.clause);
    if (others) others.push(fact);
    else found.set(fact.clause, [fact]);
  }
  return found;
}

const DEEPEST = 8;
const FEW = 24;

function ownWeighty(clause: Clause | undefined): readonly TagKind[] {
  if (!clause) return [];
  const loud = conspicuousTags(clause.tags);
  const quiet = clause.tags.filter(({ kind }) => {
    const row = tagKind(kind);
    return row?.material !== undefined && row.conspicuous === undefined;
  });
  return [...new Set([...loud, ...quiet].map(({ kind }) => kind))];
}

/** A clause that changed its words, came or went: what `changedWords` judges. */
export interface JudgedChange {
  readonly old: Clause | undefined;
  readonly new: Clause | undefined;
  readonly edits: readonly Edit[];
}

/** Reasons of a change of words, of an addition or of a removal; empty when nothing in it is material. */
export function wordReasons(change: JudgedChange, old: Standing, next: Standing): readonly Reason[] {
  const { edits } = change;
  const oldText = change.old?.text ?? '';
  const newText = change.new?.text ?? '';
  if ([change.old, change.new].every((clause) => clause === undefined || isOwnDate(clause.text))) return [];
  const facts = [old.facts(change.old), next.facts(change.new)] as const;
  const reasons: Reason[] = [...factReasons(...facts)];
  const isName = (edit: Edit): boolean => isInName(oldText, newText, edit);
  const stated = new Set(facts.flat().flatMap(({ quote }) => figuresIn(quote)));
  for (const figure of figureChanges(edits, isName)) {
    const isTold = [...figure.old, ...figure.new].every((written) => stated.has(figureValue(written)));
    if (!isTold || reasons.length === 0) reasons.push(say.figureReason(figure.kind, figure.old, figure.new));
  }
  reasons.push(...tagReasons(change, old, next));
  if (change.old && change.new) {
    const limits = limitChanges(oldText, newText, edits);
    if (limits.old.length + limits.new.length > 0) reasons.push(say.limitReason(limits.old, limits.new));
    if (edits.some((edit) => isName(edit) && /[\p{L}\p{N}]/u.test(edit.old + edit.new))) {
      const names = changedNames(oldText, newText);
      reasons.push(say.scopeReason(names.old, names.new));
    }
  }
  const isToldCourt = reasons.some(({ kind }) => kind === 'court');
  if (!isToldCourt && namesCourt(oldText, newText, edits)) reasons.push(say.courtReason());
  const duties = dutyChanges(edits);
  if (duties.old.length + duties.new.length > 0) reasons.push(say.dutyReason(duties.old, duties.new));
  const parties = partyChanges(edits);
  if (parties) reasons.push(say.partyReason(parties.old, parties.new));
  return reasons;
}

function factReasons(old: readonly Fact[], next: readonly Fact[]): readonly Reason[] {
  const says = (fact: Fact): string => `${fact.kind} ${JSON.stringify(fact.value)} ${fact.unit}`;
  const oldSays = new Set(old.map(says));
  const newSays = new Set(next.map(says));
  const gone = old.filter((fact) => !newSays.has(says(fact)));
  const come = next.filter((fact) => !oldSays.has(says(fact)));
  const kinds = new Set<FactKind>([...gone, ...come].map((fact) => fact.kind));
  return [...kinds].map((kind) =>
    say.factReason(
      kind,
      gone.filter((fact) => fact.kind === kind),
      come.filter((fact) => fact.kind === kind),
    ),
  );
}

function tagReasons(change: JudgedChange, old: Standing, next: Standing): readonly Reason[] {
  const [before, after] = [old.weighty(change.old), next.weighty(change.new)];
  const told = (reasons: readonly (Reason | undefined)[]): Reason[] => reasons.filter((reason) => reason !== undefined);
  if (!change.old) return told(after.map((tag) => say.tagEvent('conspicuous-added', tag)));
  if (!change.new) return told(before.map((tag) => say.tagEvent('conspicuous-removed', tag)));
  const { old: was, new: becomes } = change;
  const edits = change.edits.filter((edit) => !isParticles(edit));
  const touchedIn = (tag: TagKind): readonly Edit[] =>
    edits.filter((edit) => holdsSentence(edit) || touches(edit, 0, was, tag) || touches(edit, 1, becomes, tag));
  return told([
    ...before.map((tag) => {
      const touched = touchedIn(tag);
      if (touched.length === 0) return undefined;
      return after.includes(tag) ? say.tagReason(tag, onlyFigures(touched)) : say.tagEvent('conspicuous-removed', tag);
    }),
    ...after
      .filter((tag) => !before.includes(tag) && touchedIn(tag).length > 0)
      .map((tag) => say.tagEvent('conspicuous-added', tag)),
  ]);
}

/**
 * Whether an edit changes the sentence that makes a clause one of a kind. Where the clause has the kind from elsewhere (the clause or
 * the heading it stands under), all of its words count.
 */
function touches(edit: Edit, side: 0 | 1, clause: Clause | undefined, tag: TagKind): boolean {
  const text = clause?.text ?? '';
  const [from, to] = [edit.at[side], edit.at[side] + (side === 0 ? edit.old : edit.new).length];
  const own = clause?.tags.filter(({ kind }) => kind === tag) ?? [];
  const places = own.map(({ because }) => (because === '' ? -1 : text.indexOf(because)));
  if (places.length === 0 || places.includes(-1)) return true;
  return own.some(({ because }, index) => {
    const start = places[index] ?? 0;
    const end = start + because.length;
    return sentences(text).some(
      (each) => each.start < end && start < each.end && from < each.end && (to > each.start || from > each.start),
    );
  });
}

/** Bold that a conspicuous clause lost or gained in the source; empty for other clauses. */
export function boldReasons(
  change: EmphasisChange,
  clauses: readonly [Clause, Clause],
  old: Standing,
  next: Standing,
): readonly Reason[] {
  const tags = [...new Set([...old.weighty(clauses[0]), ...next.weighty(clauses[1])])];
  return tags
    .flatMap((tag) => [
      ...(change.boldLost.length > 0 ? [say.tagEvent('bold-lost', tag)] : []),
      ...(change.boldGained.length > 0 ? [say.tagEvent('bold-gained', tag)] : []),
    ])
    .filter((reason) => reason !== undefined);
}

/** Most serious first; of reasons of one kind and sentence, one. */
export function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  const once = new Map(reasons.map((reason) => [sayIn(reason.text, 'zh'), reason]));
  return [...once.values()].toSorted((a, b) => REASON_KINDS.indexOf(a.kind) - REASON_KINDS.indexOf(b.kind));
}
