import { asWritten, type Sentence, sentence } from '../../agreement/sentence.ts';
import { Refusal } from '../../agreement/refusal.ts';
import type { Feature } from '../../contract/event.ts';
import type { Removable, UndoToken } from '../../contract/undo.ts';
import type { JsonObject } from '../../ledger/canonical-json.ts';
import type { EntryKind } from '../../ledger/entry.ts';
import type { Subject } from '../../ledger/subject.ts';
import type { PaperRow } from '../../store/papers.ts';
import type { Store } from '../../store/store.ts';
import type { PaperName } from '../stored-names.ts';
import { bodyOf, type Shape, storedBody } from './shape.ts';

/** A paper with its body in the newest shape. */
export interface Paper<Body, State extends string = string> extends Omit<PaperRow, 'desk' | 'kind' | 'body' | 'state'> {
  readonly state: State;
  readonly body: Body;
}

/** How papers of a kind are removed and brought back. */
export interface Removal<Body, State extends string> {
  readonly what: Removable;
  readonly entries: { readonly removed: EntryKind; readonly restored: EntryKind };
  /** What the entries are about, and what they say beside the paper's id. */
  entry(paper: Paper<Body, State>): { readonly subject: Subject; readonly payload: JsonObject };
  readonly changed: readonly Feature[];
  /** Papers without which this one cannot come back. */
  needs?(paper: Paper<Body, State>): readonly string[];
}

/** One kind of paper: under which name it is stored, the states and bodies it can have, and what one of it is called. */
export interface PaperKind<Body, State extends string = string> {
  readonly name: PaperName;
  /** What one of it is, in a sentence. */
  readonly noun: Sentence;
  /** The screen that shows it. */
  readonly feature: Feature;
  readonly states: readonly State[];
  /** States that were written before and what they are now. */
  readonly formerStates?: Readonly<Record<string, State>>;
  readonly shape: Shape<Body>;
  /** The name of one at an instant (UTC ISO), where it has any. */
  called?(paper: Paper<Body, State>, store: Store, instant: string): string | Sentence | undefined;
  /** Absent: papers of this kind are never removed. */
  readonly removal?: Removal<Body, State>;
}

/** Any kind, where only what all have in common is asked for. */
export type AnyPaperKind = PaperKind<unknown>;

/** A paper that cannot be read: which it is and why. */
export interface UnreadablePaper {
  readonly id: string;
  readonly feature: Feature;
  readonly refusal: Refusal;
}

/** What a person did with papers of one kind, as typed values. Every write belongs into the act of a `record()`. */
export interface Repository<Body, State extends string = string> {
  /** Absent where there is none of this kind, or it was removed. @throws Refusal `record-unreadable`. */
  get(id: string): Paper<Body, State> | undefined;
  /** Whether there is one of this kind that was not removed; it need not be readable. */
  has(id: string): boolean;
  /** Those that can be read, oldest first; `about`: with this subject; `removedToo`: then those that were removed. The others are told by `unreadable`. */
  list(filter?: { readonly about?: string; readonly removedToo?: true }): readonly Paper<Body, State>[];
  /** The first with this subject: where there is only one. @throws Refusal `record-unreadable`. */
  about(subject: string): Paper<Body, State> | undefined;
  /** Those that `list` leaves out because they cannot be read. */
  unreadable(): readonly UnreadablePaper[];
  /** Writes a paper at the newest shape: a new one, or over the one of this id. `at` is UTC ISO. */
  put(paper: PaperToPut<Body, State>, at: string): void;
  /** Takes a paper off every list; it stays for its undoing. */
  remove(id: string, at: string): UndoToken;
  /** Brings a removed paper back. */
  restore(token: UndoToken): void;
  /** Every state of a paper that binds, oldest first. @throws Refusal `record-unreadable`. */
  revisions(id: string): readonly Revision<Body, State>[];
}

export interface PaperToPut<Body, State extends string> {
  readonly id: string;
  readonly subject?: string;
  readonly state: State;
  readonly body: Body;
}

export interface Revision<Body, State extends string> {
  readonly revision: number;
  readonly state: State;
  readonly body: Body;
  readonly at: string;
}

/** The papers of one kind in a store. */
export function repository<Body, State extends string>(
  { papers }: Store,
  kind: PaperKind<Body, State>,
): Repository<Body, State> {
  const { desk, kind: sort } = kind.name;
  const isOurs = (row: PaperRow | undefined): row is PaperRow => row?.desk === desk && row.kind === sort;
  const rows = (about?: string): readonly PaperRow[] =>
    about === undefined ? papers.ofKind(desk, sort) : papers.ofSubject(desk, sort, about);

  return {
    get(id) {
      const row = papers.byId(id);
      return isOurs(row) && row.removedAt === undefined ? paperOf(kind, row) : undefined;
    },
    has: (id) => {
      const row = papers.byId(id);
      return isOurs(row) && row.removedAt === undefined;
    },
    list: ({ about, removedToo } = {}) => {
      const removed = removedToo ? papers.removedSince('').filter((row) => isOurs(row)) : [];
      return [...rows(about), ...removed.filter(({ subject }) => about === undefined || subject === about)].flatMap(
        (row) => readable(kind, row) ?? [],
      );
    },
    about: (subject) => {
      const [row] = rows(subject);
      return row && paperOf(kind, row);
    },
    unreadable: () =>
      rows().flatMap((row): readonly UnreadablePaper[] => {
        const refusal = refusalOf(kind, row);
        return refusal ? [{ id: row.id, feature: kind.feature, refusal }] : [];
      }),
    put({ id, subject, state, body }, at) {
      const stored = storedBody(kind.shape, body);
      const before = papers.byId(id);
      if (before && !isOurs(before)) throw new TypeError(`${id} is a paper of another kind`);
      if (before) papers.update(id, state, stored, at);
      else
        papers.add({
          ...kind.name,
          id,
          state,
          body: stored,
          createdAt: at,
          ...(subject === undefined ? {} : { subject }),
        });
    },
    remove(id, at) {
      const { removal } = kind;
      if (!removal || !isOurs(papers.byId(id))) throw new TypeError(`${desk} ${sort}: not one that is removed`);
      papers.setRemoved(id, at);
      return { what: removal.what, id, removedAt: at };
    },
    restore: ({ id }) => papers.setRemoved(id, undefined),
    revisions: (id) =>
      papers.revisions(id).map(({ revision, state, body, at }) => {
        const paper = paperOf(kind, { id, ...kind.name, state, body, createdAt: at, updatedAt: at });
        return { revision, state: paper.state, body: paper.body, at };
      }),
  };
}

/** A row as a paper of its kind. @throws Refusal `record-unreadable`. */
export function paperOf<Body, State extends string>(kind: PaperKind<Body, State>, row: PaperRow): Paper<Body, State> {
  const { desk: _desk, kind: _kind, body: stored, state: written, ...rest } = row;
  try {
    const state = kind.states.find((known) => known === written) ?? kind.formerStates?.[written];
    if (state === undefined) throw new TypeError(`state: ${written}`);
    return { ...rest, state, body: bodyOf(kind.shape, stored, { state: written, createdAt: row.createdAt }) };
  } catch (cause) {
    throw unreadable(kind, row, cause);
  }
}

function readable<Body, State extends string>(
  kind: PaperKind<Body, State>,
  row: PaperRow,
): Paper<Body, State> | undefined {
  try {
    return paperOf(kind, row);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function refusalOf(kind: AnyPaperKind | PaperKind<never, never>, row: PaperRow): Refusal | undefined {
  try {
    paperOf(kind, row);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Characters of an id that tell two papers of one kind apart. */
const SHORT_ID = 8;

function unreadable({ noun }: { readonly noun: Sentence }, { id, createdAt }: PaperRow, cause: unknown): Refusal {
  const which = asWritten(id.slice(0, SHORT_ID));
  return new Refusal(
    'record-unreadable',
    sentence('kernel.papers.record-unreadable', { what: noun, which, day: createdAt.slice(0, 10) }),
    sentence('kernel.papers.record-unreadable.next'),
    { cause },
  );
}
