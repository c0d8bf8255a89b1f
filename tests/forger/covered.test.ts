import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src-main/ledger/entry.ts';
import { oneEntry } from './database-edits.ts';
import { all, by, type DatabaseForgery, rebuild, WITHOUT_NOTES } from './database-tools.ts';
import { lookAt } from './look.ts';
import { setCoveredStage, type Stage } from './stage.ts';

const AT = '2026-11-30T03:00:00.000Z';

let stage: Stage;
beforeAll(async () => {
  stage = await setCoveredStage();
}, 60_000);
afterAll(() => stage.end());

const covering = ({ kind }: LedgerEntry): boolean => kind === 'rows-covered';
const ORDER = by("UPDATE paper SET body = json_set(body, '$.order.amount', '12.00') WHERE kind = 'order'");
const anew = rebuild((entry) => (covering(entry) ? undefined : entry));

const look = (forge: DatabaseForgery): ReturnType<typeof lookAt> => lookAt(stage, forge, AT);

test('covered records are intact, with what nobody can tell of them said', async () => {
  const { ok, integrity, unchecked, heldSince } = await look((database) =>
    database.exec('PRAGMA user_version = 2; CREATE TABLE harmless (x)'),
  );
  expect({ ok, integrity, unchecked, said: heldSince.length }).toEqual({
    ok: true,
    integrity: 'intact',
    unchecked: [],
    said: 1,
  });
});

describe('a forger with the database and the source, without the key,', () => {
  test.each<[string, DatabaseForgery, 'altered' | 'incomplete']>([
    ['changes a row after it was covered', ORDER, 'altered'],
    ['takes the first covering entry out', oneEntry(covering, () => undefined), 'altered'],
    ['changes a row and makes the chain anew without covering entries', all(ORDER, anew), 'altered'],
  ])('%s', async (_name, forge, integrity) => {
    expect(await look(forge)).toMatchObject({ ok: false, integrity });
  });

  test('makes the chain anew without covering entries and deletes the notes: never green', async () => {
    const { ok, unchecked } = await look(all(ORDER, anew, WITHOUT_NOTES));
    expect({ ok, unchecked: unchecked.length }).toEqual({ ok: false, unchecked: 1 });
  });
});
