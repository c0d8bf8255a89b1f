import type { Fact } from '../agreement/fact.ts';
import { keyClauses } from '../agreement/meaning/emphasise.ts';
import type { AgreementDocument, Clause } from '../agreement/model.ts';
import { numbersIn, type Numbered } from '../agreement/structure/number-above.ts';

/** What of a clause another reading of the same words sees otherwise. */
export type ClauseAspect = 'words' | 'number' | 'heading' | 'parent' | 'role' | 'emphasis';

/** Where something is, as a person finds it: number and first words of its clause. */
export interface ClausePlace {
  readonly clause: string;
  readonly number?: string;
  readonly excerpt: string;
}

export interface ClauseChange extends ClausePlace {
  readonly change: 'added' | 'removed' | 'changed';
  /** Only of a changed one. */
  readonly aspects: readonly ClauseAspect[];
}

export interface TagChange extends ClausePlace {
  readonly change: 'added' | 'removed';
  readonly kind: Clause['tags'][number]['kind'];
  readonly because: string;
}

export interface FactChange extends ClausePlace {
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: Fact;
  readonly after?: Fact;
}

/** What of the whole document another reading sees otherwise. */
export type DocumentAspect = 'kind' | 'provider' | 'date' | 'language' | 'tables' | 'blanks' | 'repairs' | 'lines';

/** How two readings of the same words differ. */
export interface ReadingChanges {
  readonly clauses: readonly ClauseChange[];
  readonly tags: readonly TagChange[];
  readonly facts: readonly FactChange[];
  readonly document: readonly DocumentAspect[];
  /** Key clauses that only the new reading has, and that only the old one had. */
  readonly keyClauses: { readonly added: readonly ClausePlace[]; readonly removed: readonly ClausePlace[] };
  /** How many differences there are in all; 0 when both are the same reading. */
  readonly count: number;
}

const LONGEST_EXCERPT = 40;

/** Compares two readings of one version, whose clauses are matched by their ids (`carryIds`). */
export function readingChanges(old: AgreementDocument, next: AgreementDocument): ReadingChanges {
  const [before, after] = [byId(old), byId(next)];
  const [numberThen, numberNow] = [numbersIn(old.clauses), numbersIn(next.clauses)];
  const place = (id: string): ClausePlace =>
    after.has(id) ? placeOf(id, after.get(id), numberNow(id)) : placeOf(id, before.get(id), numberThen(id));
  const clauses = [
    ...old.clauses.flatMap(({ id }): ClauseChange[] =>
      after.has(id) ? [] : [{ ...place(id), change: 'removed', aspects: [] }],
    ),
    ...next.clauses.flatMap((clause): ClauseChange[] => {
      const former = before.get(clause.id);
      if (!former) return [{ ...place(clause.id), change: 'added', aspects: [] }];
      const aspects = ASPECTS.filter(([, of]) => !same(of(former), of(clause))).map(([name]) => name);
      return aspects.length === 0 ? [] : [{ ...place(clause.id), change: 'changed', aspects }];
    }),
  ];
  const found = {
    clauses,
    tags: tagChanges(old, next, place),
    facts: factChanges(old.facts, next.facts, place),
    document: DOCUMENT_ASPECTS.filter(([, of]) => !same(of(old), of(next))).map(([name]) => name),
  };
  const [formerKeys, keys] = [keyClauses(old), keyClauses(next)].map((list) => new Set(list.map(({ id }) => id)));
  return {
    ...found,
    keyClauses: { added: only(keys, formerKeys).map(place), removed: only(formerKeys, keys).map(place) },
    count: found.clauses.length + found.tags.length + found.facts.length + found.document.length,
  };
}

/** Words first: they may only be divided otherwise, since the whole text is the same. */
const ASPECTS: readonly (readonly [ClauseAspect, (clause: Clause) => unknown])[] = [
  ['words', ({ text }) => text],
  ['number', ({ number }) => number],
  ['heading', ({ heading }) => heading],
  ['parent', ({ parent, level }) => [parent, level]],
  ['role', ({ role, anomaly }) => [role, anomaly]],
  ['emphasis', ({ emphasis }) => emphasis],
];

const DOCUMENT_ASPECTS: readonly (readonly [DocumentAspect, (document: AgreementDocument) => unknown])[] = [
  ['kind', ({ kind }) => kind],
  ['provider', ({ provider }) => provider],
  ['date', ({ date }) => date],
  ['language', ({ language }) => language],
  ['tables', ({ tables }) => tables],
  ['blanks', ({ blanks }) => blanks],
  ['repairs', ({ repairs }) => repairs],
  ['lines', ({ lines, annexOf, clauses }) => [lines, annexOf, clauses.map((clause) => clause.lines)]],
];

function tagChanges(
  old: AgreementDocument,
  next: AgreementDocument,
  place: (id: string) => ClausePlace,
): readonly TagChange[] {
  const tagsOf = (document: AgreementDocument): ReadonlyMap<string, TagChange> =>
    new Map(
      document.clauses.flatMap(({ id, tags }) =>
        tags.map((tag) => [
          JSON.stringify([id, tag.kind, tag.by, tag.title, tag.because]),
          { ...place(id), change: 'added', kind: tag.kind, because: tag.because },
        ]),
      ),
    );
  const [before, after] = [tagsOf(old), tagsOf(next)];
  return [
    ...only(before, after).flatMap((key): TagChange[] => changeOf(before.get(key), 'removed')),
    ...only(after, before).flatMap((key): TagChange[] => changeOf(after.get(key), 'added')),
  ];
}

const changeOf = (tag: TagChange | undefined, change: 'added' | 'removed'): TagChange[] =>
  tag ? [{ ...tag, change }] : [];

/** A fact that went and one of the same kind that came in the same clause are one that changed. */
function factChanges(
  old: readonly Fact[],
  next: readonly Fact[],
  place: (id: string) => ClausePlace,
): readonly FactChange[] {
  const [gone, come] = [without(old, next), without(next, old)];
  const changes: FactChange[] = [];
  for (const after of come) {
    const at = gone.findIndex(({ kind, clause }) => kind === after.kind && clause === after.clause);
    const [before] = at === -1 ? [] : gone.splice(at, 1);
    changes.push(
      before
        ? { ...place(after.clause), change: 'changed', before, after }
        : { ...place(after.clause), change: 'added', after },
    );
  }
  return [...changes, ...gone.map((before): FactChange => ({ ...place(before.clause), change: 'removed', before }))];
}

/** Facts of one list whose content no fact of the other has; their ids count the facts of a clause and are no content. */
function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const open = others.map(contentOf);
  return facts.filter((fact) => {
    const at = open.indexOf(contentOf(fact));
    if (at !== -1) open.splice(at, 1);
    return at === -1;
  });
}

const contentOf = ({ id: _id, conflictsWith: _others, ...content }: Fact): string => stable(content);

const byId = ({ clauses }: AgreementDocument): ReadonlyMap<string, Clause> =>
  new Map(clauses.map((clause) => [clause.id, clause]));

function placeOf(id: string, clause: Clause | undefined, number: Numbered): ClausePlace {
  const { heading = '', text = '' } = clause ?? {};
  // A heading's own clause has it as its text too.
  const words = (text.startsWith(heading) ? text : `${heading} ${text}`).replaceAll(/\s+/gu, ' ').trim();
  const excerpt = words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words;
  return { clause: id, excerpt, ...number };
}

const only = <Key>(
  these: { readonly keys: () => Iterable<Key> } | undefined,
  those: { readonly has: (key: Key) => boolean } | undefined,
): readonly Key[] => [...(these?.keys() ?? [])].filter((key) => !those?.has(key));

const same = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

/** JSON with the members of objects in one order: a reading that was stored has them in the order it was written in. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
