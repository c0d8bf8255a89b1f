import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sentence } from '../../src-main/agreement/sentence.ts';
import { checkFile } from '../../src-main/ledger/verifier/check-file.ts';
import { forger } from './bundle-edits.ts';
import { BUNDLE_FORGERIES as FORGERIES } from './bundle-forgeries.ts';
import { BUNDLE_REMAKES } from './bundle-remakes.ts';
import { DATABASE_FORGERIES } from './database-forgeries.ts';
import { ROW_FORGERIES } from './row-forgeries.ts';
import { setStage, type Stage } from './stage.ts';
import { bundleByCommand, byPage, said, StrangerApp } from './surfaces.ts';

const BUNDLE_FORGERIES = [...FORGERIES, ...BUNDLE_REMAKES];

let stage: Stage;
const stranger = new StrangerApp();
beforeAll(async () => {
  stage = await setStage();
}, 60_000);
afterAll(() => {
  stranger.end();
  stage.end();
});

test('there are more than sixty forgeries, each of its own name', () => {
  const names = [...DATABASE_FORGERIES, ...ROW_FORGERIES, ...BUNDLE_FORGERIES].map(({ name }) => name);
  expect(names.length).toBeGreaterThan(100);
  const ofDatabases = [...DATABASE_FORGERIES, ...ROW_FORGERIES];
  expect(new Set(ofDatabases.map(({ name }) => name)).size).toBe(ofDatabases.length);
  expect(new Set(BUNDLE_FORGERIES.map(({ name }) => name)).size).toBe(BUNDLE_FORGERIES.length);
});

test('the bundle itself is intact, by a key that is new to whoever has not noted it', async () => {
  const page = await byPage(stage.bundle);
  expect(page).toMatchObject({
    ok: true,
    integrity: 'intact',
    identity: { known: 'new', keyId: stage.keyId },
    time: { source: 'time-stamp', trusted: false },
  });
  expect(said(await bundleByCommand(stage.folder, stage.bundle))).toEqual(said(page));
  expect(said(await stranger.look(stage.bundle))).toEqual(said(page));
  const noted = await bundleByCommand(stage.folder, stage.bundle, `--pin=${stage.keyId}`);
  expect(noted.identity.known).toBe('pinned');
});

describe('a forger with a bundle and the source, without the key, hands on', () => {
  test.each(BUNDLE_FORGERIES.map((forgery) => [forgery.name, forgery] as const))('%s', async (_name, forgery) => {
    const bytes = forgery.forge(stage);
    const page = await byPage(bytes);
    expect(page.integrity).toBe(forgery.integrity);
    expect(said(await bundleByCommand(stage.folder, bytes))).toEqual(said(page));
    expect(said(await stranger.look(bytes))).toEqual(said(page));
    const { keyId = '' } = page.identity;
    const signer = { device: stage.keyId, forger: forger.id, nobody: '', someone: keyId }[forgery.signer];
    expect(keyId).toBe(signer);
    // Beside the key that was noted, nothing forged is both intact and by that key, unless only its wrapping is another.
    const noted = await bundleByCommand(stage.folder, bytes, `--pin=${stage.keyId}`);
    const green = noted.ok && noted.identity.known === 'pinned';
    expect(green).toBe(forgery.name === 'files in another order' || forgery.name === 'packed anew');
  });
});

test.each(['files in another order', 'packed anew'])('%s is not byte for byte as it was made', async (name) => {
  const bytes = BUNDLE_FORGERIES.find((forgery) => forgery.name === name)?.forge(stage) ?? new Uint8Array();
  const { report } = await checkFile(name, bytes, undefined);
  const container = report.checks
    .filter(({ what }) => what === report.checks[0]?.what)
    .map(({ why, remark }) => [why, remark]);
  expect(container).toEqual([[sentence('ledger.verify-bundle.packed-anew'), true]]);
  const own = await checkFile(name, stage.bundle, undefined);
  expect(own.report.checks[0]?.why).toEqual(sentence('ledger.verify-bundle.as-made'));
});
