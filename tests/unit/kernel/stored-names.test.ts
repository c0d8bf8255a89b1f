import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FEATURES } from '../../../src-main/contract/event.ts';
import { LETTER, letterPapers } from '../../../src-main/kernel/papers/letters.ts';
import { repository } from '../../../src-main/kernel/papers/repository.ts';
import { scanPapers } from '../../../src-main/features/letters/scan-records.ts';
import { PAPERS, SETTINGS, TEMPLATES } from '../../../src-main/kernel/stored-names.ts';
import { AppUnderTest } from './ports.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const expected = JSON.parse(readFileSync(join(ROOT, 'tests/fixtures/database/expected.json'), 'utf8')) as {
  readonly papers: Readonly<Record<string, number>>;
  readonly settings: readonly string[];
};

/** Every paper of the table as `feature name: desk kind`. */
const papers = Object.entries(PAPERS).flatMap(([feature, names]) =>
  Object.entries(names).map(([name, { desk, kind }]) => ({ as: `${feature} ${name}`, stored: `${desk} ${kind}` })),
);
const settings = Object.entries(SETTINGS).flatMap(([feature, names]) =>
  Object.entries(names).map(([name, stored]) => ({ as: `${feature} ${name}`, stored })),
);

describe('names inside stored data', () => {
  test('stand as they were first written: whoever changes one leaves the libraries that hold it', () => {
    expect(Object.fromEntries(papers.map(({ as, stored }) => [as, stored]))).toEqual({
      'library particulars': 'library particulars',
      'library putAway': 'library put-away',
      'import offer': 'notices offer',
      'import unreadPage': 'notices unread-page',
      'import newText': 'import new-text',
      'import answers': 'import answers',
      'review explanation': 'review explanation',
      'review happening': 'review happening',
      'notices notice': 'notices notice',
      'letters letter': 'letters letter',
      'letters ownForm': 'letters own-form',
      'letters scan': 'letters scan',
      'letters certificate': 'letters certificate',
      'letters sealedCopy': 'evidence sealed-copy',
      'letters replacement': 'evidence supersession',
      'letters case': 'letters case',
      'rights ownTerms': 'obligations terms',
      'rights fact': 'obligations fact',
      'rights term': 'obligations term',
      'rights order': 'obligations order',
      'rights invoice': 'obligations invoice',
      'rights outage': 'obligations outage',
      'rights outageLog': 'obligations outage-log',
      'rights outageRows': 'obligations outage-rows',
      'rights ticket': 'obligations ticket',
      'rights claim': 'obligations claim',
      'agenda mark': 'agenda mark',
      'evidence timestamp': 'evidence timestamp',
      'evidence timestampRoot': 'evidence timestamp-root',
      'evidence bundle': 'evidence bundle',
      'evidence courtList': 'evidence court-list',
      'evidence deposit': 'evidence deposit',
      'evidence capture': 'evidence capture',
      'settings company': 'settings company',
      'settings signatory': 'settings signatory',
      'settings holidays': 'settings holidays',
    });
    expect(Object.fromEntries(settings.map(({ as, stored }) => [as, stored]))).toEqual({
      'import watchedFolder': 'watched-folder',
      'agenda calendarTold': 'calendar-told',
      'library providersApart': 'providers-apart',
      'notices remindersShown': 'reminders-shown',
      'letters printers': 'printers',
      'rights reopenedClaimsTold': 'reopened-claims-told',
      'rights logColumns': 'outage-log-columns',
      'evidence deviceKey': 'device-key',
      'evidence headChecked': 'ledger-head-checked',
      'evidence lastCheck': 'ledger-check',
      'evidence keyPins': 'key-pins',
      'evidence anchored': 'ledger-anchored',
      'settings preferences': 'preferences',
      'settings ceremonyPolicy': 'ceremony-policy',
      'settings restored': 'restored-from',
      'settings restoredUnseen': 'restored-unseen',
      'settings stampInterval': 'stamp-interval',
      'settings positions': 'clause-positions',
      'settings statutes': 'statute-table',
    });
    expect(TEMPLATES).toEqual({ commitment: 'commitment:', ownForm: 'own-form:' });
  });

  test('are each the name of one thing, owned by a feature of today', () => {
    for (const names of [papers, settings]) {
      const stored = names.map((name) => name.stored);
      expect(new Set(stored).size).toBe(stored.length);
    }
    const owners = [...Object.keys(PAPERS), ...Object.keys(SETTINGS)];
    expect(owners.filter((owner) => !FEATURES.some((feature) => feature === owner))).toEqual([]);
  });

  test('cover all that a library of version 0.1.0 holds', () => {
    const known = new Set(papers.map(({ stored }) => stored));
    const held = Object.keys(expected.papers).map((words) => words.split(' ').slice(0, 2).join(' '));
    expect(held.filter((stored) => !known.has(stored))).toEqual([]);
    const named = new Set<string>(settings.map(({ stored }) => stored));
    expect(expected.settings.filter((name) => !named.has(name))).toEqual([]);
  });

  test('stand nowhere but in the table', () => {
    const files = ['features', 'kernel', 'shell', 'cli'].flatMap((room) =>
      readdirSync(join(ROOT, 'src-main', room), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && name !== 'stored-names.ts' && name !== 'papers/repository.ts')
        .map((name) => join('src-main', room, name)),
    );
    expect(files.length).toBeGreaterThan(60);
    const own =
      /\bdesk: ['"`\w]|settings\s*\.(?:get|put)(?:<[^(]*>)?\(\s*['"`]|\.of(?:Kind|Subject)(?:<[^(]*>)?\(\s*['"]|papers\s*\.of(?:Kind|Subject)/u;
    expect(files.filter((file) => own.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });
});

test('an id of another sort of paper names none', async () => {
  const desk = new AppUnderTest();
  const body = { templateId: 't', title: '函', values: {}, outputs: [] };
  letterPapers(desk.store).put({ id: 'a', state: 'draft', body }, '2026-01-01T00:00:00.000Z');
  expect(letterPapers(desk.store).get('a')?.state).toBe('draft');
  expect(scanPapers(desk.store).get('a')).toBeUndefined();
  const elsewhere = { ...LETTER, name: { desk: 'notices', kind: 'letter' } };
  expect(repository(desk.store, elsewhere).get('a')).toBeUndefined();
  desk.end();
});
