import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

const found = async () =>
  new Set((await desk.handlers['library.search']({ query: '服务' })).map(({ versionId }) => versionId));

test('a version whose structure is damaged leaves the clauses of all others to be found', async () => {
  const before = await found();
  const [damaged = ''] = desk.agreement('专线服务协议').versions;
  expect(before.has(damaged)).toBe(true);
  expect(before.size).toBeGreaterThan(1);
  const database = new Sqlite(join(desk.folder, 'assent.sqlite'));
  database.exec('DROP TRIGGER reading_fixed');
  database.prepare("UPDATE reading SET document = json_remove(document, '$.facts') WHERE version_id = ?").run(damaged);
  database.close();
  desk.restart();
  before.delete(damaged);
  expect(await found()).toEqual(before);
});
