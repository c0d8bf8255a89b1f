import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { command } from '../../src-main/cli/verify.ts';
import { checkLedger } from '../../src-main/features/evidence/ledger-check.ts';
import { anchorKeeper } from '../../src-main/kernel/backup/anchors.ts';
import { NOTES_FOLDER, noteIdOf, noteName } from '../../src-main/kernel/backup/note-places.ts';
import { RECORD_KINDS } from '../../src-main/record-kinds.ts';
import { openStore } from '../../src-main/store/store.ts';
import { forger, knownKey, madeAnew } from './database-edits.ts';
import { all, by, type DatabaseForgery, forgedDatabase, WITHOUT_NOTES } from './database-tools.ts';
import { setStage, type Stage } from './stage.ts';

const AT = '2026-11-24T03:00:00.000Z';
const config = mkdtempSync(join(tmpdir(), 'assent-config-'));
const notes = join(config, NOTES_FOLDER);

let stage: Stage;
/** What the app noted of the ledger before anything was done to it. */
let note: string;

beforeAll(async () => {
  stage = await setStage();
  vi.stubEnv('XDG_CONFIG_HOME', config);
  const store = openStore(join(forgedDatabase(stage, by('CREATE TABLE harmless (x)')), 'assent.sqlite'));
  const storage = {
    where: 'here',
    places: () => ['second-file' as const],
    read: () => undefined,
    write: (_place: unknown, text: string): void => void (note = text),
  };
  anchorKeeper(store, storage, () => new Date(AT)).note();
  store.close();
}, 60_000);
beforeEach(() => {
  rmSync(notes, { recursive: true, force: true });
  mkdirSync(notes);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(config, { recursive: true, force: true });
  stage.end();
});

interface Told {
  readonly ok: boolean;
  readonly integrity: string;
  readonly time: { readonly anchored: readonly string[] };
  readonly checks: readonly { readonly ok: unknown; readonly why: string }[];
}

async function byCommand(folder: string): Promise<Told> {
  const printed: string[] = [];
  await command.run({
    args: [folder],
    json: true,
    language: 'en',
    now: () => new Date(AT),
    print: (text) => void printed.push(text),
  });
  return JSON.parse(printed.join('\n')) as Told;
}

/** A forged folder, with the note that the app kept of it on this computer. */
function noted(forge: DatabaseForgery, text = note): string {
  const folder = forgedDatabase(stage, forge);
  writeFileSync(join(notes, noteName(noteIdOf(folder, hostname()), 'second-file')), text);
  return folder;
}

/** The same by the app, which knows the note as the keeper gives it. */
async function byApp(folder: string): Promise<string> {
  const store = openStore(join(folder, 'assent.sqlite'));
  const storage = {
    where: 'here',
    places: () => ['second-file' as const],
    read: () => note,
    write: () => undefined,
  };
  const { integrity } = await checkLedger(
    store,
    AT,
    RECORD_KINDS,
    anchorKeeper(store, storage, () => new Date(AT)).all(),
  );
  store.close();
  return integrity;
}

const UNTOUCHED = by('CREATE TABLE harmless (x)');
const CUT = all(
  by(
    'DELETE FROM ledger WHERE sequence > (SELECT max(sequence) - 1 FROM ledger)',
    "DELETE FROM setting WHERE name = 'ceremony-policy'",
  ),
  WITHOUT_NOTES,
);

describe('the command line holds a folder against the second file', () => {
  test('which agrees', async () => {
    const told = await byCommand(noted(UNTOUCHED));
    expect(told).toMatchObject({ ok: true, integrity: 'intact', time: { anchored: ['second-file'] } });
  });

  test.each([
    ['whose end was cut off is shorter', CUT, 'incomplete', 'shorter'],
    [
      'that was made anew is another',
      all(madeAnew(undefined, forger), WITHOUT_NOTES, by(...knownKey())),
      'altered',
      'the ledger recorded in',
    ],
  ])('a ledger %s, as the app says', async (_name, forge, integrity, words) => {
    const folder = noted(forge);
    const told = await byCommand(folder);
    expect(told).toMatchObject({ ok: false, integrity });
    expect(told.checks.some(({ ok, why }) => ok === false && why.includes(words))).toBe(true);
    expect(await byApp(folder)).toBe(integrity);
  });

  test('and where there is none, says that a cut end would not show', async () => {
    const told = await byCommand(forgedDatabase(stage, CUT));
    expect(told).toMatchObject({ ok: true, integrity: 'intact' });
    expect(told.checks.some(({ why }) => why.includes('cut off'))).toBe(true);
  });

  test('and where it cannot be read, or only the keychain can, is not sure', async () => {
    const garbled = await byCommand(noted(UNTOUCHED, 'no note'));
    expect(garbled).toMatchObject({ ok: false, integrity: 'intact' });
    const folder = noted(UNTOUCHED);
    writeFileSync(join(notes, noteName(noteIdOf(folder, hostname()), 'keychain')), 'sealed');
    const sealed = await byCommand(folder);
    expect(sealed).toMatchObject({ ok: false, integrity: 'intact', time: { anchored: ['second-file'] } });
    expect(sealed.checks.filter(({ ok }) => ok === 'unchecked')).toHaveLength(1);
  });
});
