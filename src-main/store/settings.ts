import { storedJson } from './stored-json.ts';
import type { Database } from './database.ts';
import type { NoteWritten } from './written.ts';

/** Named settings as JSON values; the feature that keeps one knows its shape. */
export function settingStore(database: Database, note: NoteWritten) {
  const get = database.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck();
  const put = database.prepare(
    `INSERT INTO setting (name, value, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
  );
  const remove = database.prepare('DELETE FROM setting WHERE name = ?');
  return {
    remove: (name: string): void => {
      remove.run(name);
    },
    get: (name: string): unknown => {
      const json = get.get(name);
      return json === undefined ? undefined : JSON.parse(json);
    },
    put: (name: string, value: unknown, at: string): void => {
      put.run(name, storedJson(value), at);
      note('setting', name);
    },
  };
}
