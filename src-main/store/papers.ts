import { storedJson } from './stored-json.ts';
import type { Database } from './database.ts';
import { notePaperRead } from './read-rows.ts';
import type { NoteWritten } from './written.ts';

/**
 * A working paper of a feature as it is stored: a letter, a notice, an order, an outage, a request for explanation, a
 * company. What its body means only its repository knows, which parses it.
 */
export interface PaperRow {
  readonly id: string;
  readonly desk: string;
  readonly kind: string;
  /** What it is about: the id of a version, an agreement, another paper. */
  readonly subject?: string;
  readonly state: string;
  readonly body: unknown;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When it was removed (UTC ISO); it stays for its undoing. */
  readonly removedAt?: string;
}

/** One state of a paper that binds, as it was written; `revision` counts from 1. */
export interface RevisionRow {
  readonly revision: number;
  readonly state: string;
  readonly body: unknown;
  readonly at: string;
}

interface Row {
  id: string;
  desk: string;
  kind: string;
  subject: string | null;
  state: string;
  body: string;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
}

const view = (row: Row): PaperRow => {
  notePaperRead(row.id);
  return {
    id: row.id,
    desk: row.desk,
    kind: row.kind,
    state: row.state,
    body: JSON.parse(row.body),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.subject === null ? {} : { subject: row.subject }),
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
  };
};

/** Rows of papers. Only a repository asks for them: it knows the shape of the body and which papers bind. */
export function paperStore(database: Database, note: NoteWritten) {
  const insert = database.prepare(
    'INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE paper SET state = ?, body = ?, updated_at = ? WHERE id = ?');
  const setRemoved = database.prepare('UPDATE paper SET removed_at = ? WHERE id = ?');
  const byId = database.prepare<[string], Row>('SELECT * FROM paper WHERE id = ?');
  const ofKind = database.prepare<[string, string], Row>(
    'SELECT * FROM paper WHERE desk = ? AND kind = ? AND removed_at IS NULL ORDER BY created_at, rowid',
  );
  const ofSubject = database.prepare<[string, string, string], Row>(
    'SELECT * FROM paper WHERE desk = ? AND kind = ? AND subject = ? AND removed_at IS NULL ORDER BY created_at, rowid',
  );
  const removed = database.prepare<[string], Row>(
    'SELECT * FROM paper WHERE removed_at >= ? ORDER BY removed_at DESC, rowid DESC',
  );
  const revisions = database.prepare<[string], { revision: number; state: string; body: string; at: string }>(
    'SELECT revision, state, body, at FROM paper_revision WHERE paper_id = ? ORDER BY revision',
  );
  return {
    add: (paper: Omit<PaperRow, 'updatedAt' | 'removedAt'>): void => {
      const { id, desk, kind, subject, state, body, createdAt } = paper;
      insert.run(id, desk, kind, subject ?? null, state, storedJson(body), createdAt, createdAt);
      note('paper', id);
    },
    update: (id: string, state: string, body: unknown, at: string): void => {
      update.run(state, storedJson(body), at, id);
      note('paper', id);
    },
    /** Takes a paper off every list, or puts it back (`at` absent). Refused by trigger for papers that bind. */
    setRemoved: (id: string, at: string | undefined): void => {
      setRemoved.run(at ?? null, id);
      note('paper', id);
    },
    /** Removed ones too. */
    byId: (id: string): PaperRow | undefined => {
      const row = byId.get(id);
      return row && view(row);
    },
    ofKind: (desk: string, kind: string): readonly PaperRow[] => ofKind.all(desk, kind).map(view),
    ofSubject: (desk: string, kind: string, subject: string): readonly PaperRow[] =>
      ofSubject.all(desk, kind, subject).map(view),
    /** Papers removed since then (UTC ISO), the last one first. */
    removedSince: (since: string): readonly PaperRow[] => removed.all(since).map(view),
    /** Every state of a paper that binds, oldest first; none of any other. */
    revisions: (id: string): readonly RevisionRow[] =>
      revisions.all(id).map(({ body, ...rest }) => ({ ...rest, body: JSON.parse(body) as unknown })),
  };
}
