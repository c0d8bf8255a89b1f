import { storedJson } from './stored-json.ts';
import type { Database } from './database.ts';

/** A working paper of a feature: a letter, a notice, an order, an outage, a request for explanation, a company. */
export interface PaperRow<Body = unknown> {
  readonly id: string;
  readonly desk: string;
  readonly kind: string;
  /** What it is about: the id of a version, an agreement, another paper. */
  readonly subject?: string;
  readonly state: string;
  readonly body: Body;
  readonly createdAt: string;
  readonly updatedAt: string;
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
}

const view = <Body>(row: Row): PaperRow<Body> => ({
  id: row.id,
  desk: row.desk,
  kind: row.kind,
  state: row.state,
  body: JSON.parse(row.body) as Body,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  ...(row.subject === null ? {} : { subject: row.subject }),
});

/** The body's shape is its feature's own: the feature parses what it is given before it writes. */
export function paperStore(database: Database) {
  const insert = database.prepare(
    'INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE paper SET state = ?, body = ?, updated_at = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM paper WHERE id = ?');
  const byId = database.prepare<[string], Row>('SELECT * FROM paper WHERE id = ?');
  const ofKind = database.prepare<[string, string], Row>(
    'SELECT * FROM paper WHERE desk = ? AND kind = ? ORDER BY created_at, rowid',
  );
  const ofSubject = database.prepare<[string, string, string], Row>(
    'SELECT * FROM paper WHERE desk = ? AND kind = ? AND subject = ? ORDER BY created_at, rowid',
  );
  return {
    add: (paper: Omit<PaperRow, 'updatedAt'>): void => {
      const { id, desk, kind, subject, state, body, createdAt } = paper;
      insert.run(id, desk, kind, subject ?? null, state, storedJson(body), createdAt, createdAt);
    },
    update: (id: string, state: string, body: unknown, at: string): void => {
      update.run(state, storedJson(body), at, id);
    },
    remove: (id: string): void => {
      remove.run(id);
    },
    byId: <Body>(id: string): PaperRow<Body> | undefined => {
      const row = byId.get(id);
      return row && view<Body>(row);
    },
    ofKind: <Body>(desk: string, kind: string): readonly PaperRow<Body>[] =>
      ofKind.all(desk, kind).map((row) => view<Body>(row)),
    ofSubject: <Body>(desk: string, kind: string, subject: string): readonly PaperRow<Body>[] =>
      ofSubject.all(desk, kind, subject).map((row) => view<Body>(row)),
  };
}
