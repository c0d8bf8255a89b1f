import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from '../../src-main/features/evidence/ledger-check.ts';
import { RECORD_KINDS } from '../../src-main/record-kinds.ts';
import { openStore } from '../../src-main/store/store.ts';
import { EvidenceUnderTest } from '../unit/features/evidence/evidence-handlers.ts';
import { DATABASE_FORGERIES } from './database-forgeries.ts';
import { forgedDatabase } from './database-tools.ts';
import { ROW_FORGERIES } from './row-forgeries.ts';
import { setStage, type Stage } from './stage.ts';
import { bundleByCommand, byCommand, byPage, said, StrangerApp } from './surfaces.ts';

const AT = '2026-11-24T03:00:00.000Z';

let stage: Stage;
const stranger = new StrangerApp();
beforeAll(async () => {
  stage = await setStage();
}, 60_000);
afterAll(() => {
  stranger.end();
  stage.end();
});

/** What the app says of the records in a folder, and the bundle it hands out of them. */
async function byApp(folder: string) {
  const store = openStore(join(folder, 'assent.sqlite'));
  const verdict = await checkLedger(store, AT, RECORD_KINDS);
  store.close();
  const app = new EvidenceUnderTest(join(folder, 'assent.sqlite'));
  try {
    const scope = { kind: 'everything' } as const;
    const refused = await (async () => app.handlers['evidence.exportBundle']({ scope }))().then(
      () => undefined,
      (error: unknown) => error,
    );
    await app.handlers['evidence.exportBundle']({ scope, despite: true });
    return { verdict, refused, bundle: app.desk.saved.at(-1)?.bytes ?? new Uint8Array() };
  } finally {
    app.end();
  }
}

test('the records themselves are intact, by the key that is known here', async () => {
  const folder = forgedDatabase(stage, (database) =>
    database.exec('PRAGMA user_version = 2; CREATE TABLE harmless (x)'),
  );
  const verdict = await byCommand(folder);
  expect(verdict).toMatchObject({
    ok: true,
    integrity: 'intact',
    identity: { known: 'pinned', keyId: stage.keyId },
    time: { source: 'time-stamp', trusted: false },
  });
});

describe('a forger with the database and the source, without the key, changes', () => {
  test.each([...DATABASE_FORGERIES, ...ROW_FORGERIES].map((forgery) => [forgery.name, forgery] as const))(
    '%s',
    async (_name, forgery) => {
      const folder = forgedDatabase(stage, forgery.forge);
      const command = await byCommand(folder);
      const { verdict, refused, bundle } = await byApp(folder);
      expect({ integrity: verdict.integrity, known: verdict.identity.known }).toEqual(forgery.records);
      expect(said(command)).toEqual(said(verdict));
      expect(command.identity.known).toBe(verdict.identity.known);
      // Nothing that was forged is green: not intact, or not by the key that is known, or told by an anchor outside.
      expect(verdict.ok).toBe(verdict.integrity === 'intact' && verdict.unchecked.length === 0);
      const page = said(await byPage(bundle));
      expect(page.integrity).toBe(forgery.bundle);
      expect(said(await bundleByCommand(stage.folder, bundle))).toEqual(page);
      expect(said(await stranger.look(bundle))).toEqual(page);
      // What is not intact is not handed out without the person saying so.
      if (forgery.bundle !== 'intact') expect(refused).toMatchObject({ code: 'evidence-faulty' });
    },
  );
});
