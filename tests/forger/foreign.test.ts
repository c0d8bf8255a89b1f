import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, by, type DatabaseForgery, WITHOUT_NOTES } from './database-tools.ts';
import { lookAt } from './look.ts';
import { setForeignStage, type Stage } from './stage.ts';

const AT = '2026-11-30T03:00:00.000Z';
const NEW = '99999999-2222-4333-8444-555555555555';
const HAPPENING = "kind = 'happening'";

let stage: Stage;
beforeAll(async () => {
  stage = await setForeignStage();
}, 60_000);
afterAll(() => stage.end());

const look = (forge: DatabaseForgery): ReturnType<typeof lookAt> => lookAt(stage, forge, AT);

const RECORD = by("UPDATE acceptance SET record = json_set(record, '$.person.name', '别人')");

test('what came in with a colleague’s bundle is intact', async () => {
  const { ok, faults, unchecked } = await look(by('CREATE TABLE harmless (x)'));
  expect({ ok, faults, unchecked }).toEqual({ ok: true, faults: [], unchecked: [] });
});

describe('a forger with the database and the source, without the key, with a colleague’s', () => {
  test.each<[string, DatabaseForgery, 'altered' | 'incomplete']>([
    ['decision, changes who decided', RECORD, 'altered'],
    ['decision, turns its column', by("UPDATE acceptance SET decision = 'declined'"), 'altered'],
    [
      'decision, invents another',
      by(
        `INSERT INTO acceptance (id, version_id, decision, record, decided_at)
         SELECT '${NEW}', version_id, decision, json_set(record, '$.id', '${NEW}'), decided_at FROM acceptance`,
      ),
      'altered',
    ],
    [
      'happening, changes who said it',
      by(
        `UPDATE paper SET body = json_set(body, '$.said', '别人') WHERE ${HAPPENING}`,
        `UPDATE paper_revision SET body = json_set(body, '$.said', '别人')
         WHERE paper_id IN (SELECT id FROM paper WHERE ${HAPPENING})`,
      ),
      'altered',
    ],
    [
      'happening, invents another',
      by(
        `INSERT INTO paper (id, desk, kind, subject, state, body, created_at, updated_at)
         SELECT '${NEW}', desk, kind, subject, state, body, created_at, updated_at FROM paper WHERE ${HAPPENING}`,
        `INSERT INTO paper_revision SELECT '${NEW}', revision, state, body, at FROM paper_revision
         WHERE paper_id IN (SELECT id FROM paper WHERE ${HAPPENING} AND id <> '${NEW}')`,
      ),
      'altered',
    ],
    [
      'version, puts in another',
      by(
        `INSERT INTO version (id, agreement_id, ordinal, title, fingerprint, source_id, saved_at)
         SELECT '${NEW}', agreement_id, 99, title, fingerprint, source_id, saved_at FROM version LIMIT 1`,
      ),
      'altered',
    ],
    [
      'decision, changes who decided and takes the bundle away',
      all(RECORD, by("DELETE FROM attachment WHERE name LIKE '%.assent.zip'"), WITHOUT_NOTES),
      'incomplete',
    ],
  ])('%s', async (_name, forge, integrity) => {
    expect(await look(forge)).toMatchObject({ ok: false, integrity });
  });
});
