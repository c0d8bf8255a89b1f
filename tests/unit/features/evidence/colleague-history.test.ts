import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import type { ChosenFile } from '../../../../src-main/kernel/ports.ts';
import { libraryOf0001 } from '../../../fixtures/library-0001.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

/** A colleague's whole history out of a file that they made to move: checked, shown as theirs, never one's own. */

let colleague: EvidenceUnderTest;
let work: string;
let file: ChosenFile;
let decisionId: string;
let keyId: string;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'assent-history-'));
  colleague = new EvidenceUnderTest();
  await colleague.furnish();
  await colleague.handlers['evidence.protectKey']({ passphrase: '桥下的水流得很慢 2026' });
  const [versionId = ''] = colleague.desk.agreement('服务条款').versions;
  decisionId = await colleague.accept(versionId);
  await colleague.handlers['evidence.exportBundle']({ scope: { kind: 'everything' } });
  keyId = colleague.store.ledger.head()?.device ?? '';
  file = { name: '同事的数据.assent-data', bytes: await copied('whole.sqlite') };
}, 60_000);
afterAll(() => {
  colleague.end();
  rmSync(work, { recursive: true, force: true });
});

let mine: EvidenceUnderTest;
beforeEach(() => {
  mine = new EvidenceUnderTest();
});
afterEach(() => mine.end());

/** A copy of the colleague's records, altered. */
async function copied(name: string, alter: (database: Sqlite.Database) => void = () => undefined): Promise<Uint8Array> {
  const path = join(work, name);
  await colleague.store.backupTo(path);
  const database = new Sqlite(path);
  alter(database);
  database.close();
  return new Uint8Array(readFileSync(path));
}

async function opened(chosen: ChosenFile) {
  mine.desk.chosen = [chosen];
  const review = await mine.handlers['evidence.chooseBundle']({});
  if (!review) throw new Error('nothing was chosen');
  return review;
}

const copies = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('assent-copy-'));

describe('a colleague’s whole history', () => {
  test('is checked whole, and by whose key it is vouched for is said', async () => {
    const review = await opened(file);
    expect(review).toMatchObject({ ok: true, integrity: 'intact', identity: { known: 'new', keyId } });
    expect(say(review.checks[0]!.what, 'en')).toBe('Whole history');
    expect(review.decisions).toHaveLength(1);
    expect(copies()).toEqual([]);
  });

  test('comes in beside one’s own, as theirs, with one entry that says what it was', async () => {
    const before = mine.store.ledger.count();
    const review = await opened(file);
    const taken = await mine.handlers['evidence.importBundle']({
      bundleId: review.bundleId,
      origin: '海湾同事',
      newKey: true,
    });
    const history = {
      name: file.name,
      sha256: sha256Hex(file.bytes),
      entries: colleague.store.ledger.count(),
    };
    expect(taken).toMatchObject({ origin: '海湾同事', keyId, history, decisions: 1 });
    expect(mine.store.ledger.count()).toBe(before + 1);
    expect(mine.store.ledger.head()).toMatchObject({ kind: 'bundle-imported', payload: { history, keyId } });
    const { agreements } = await mine.handlers['library.list']({});
    expect(agreements.length).toBeGreaterThan(1);
    expect(new Set(agreements.map(({ origin }) => origin))).toEqual(new Set(['海湾同事']));
    const [line] = await mine.handlers['evidence.acceptances']({});
    expect(line).toMatchObject({ id: decisionId, origin: '海湾同事' });
    expect(await mine.handlers['evidence.importedBundles']({})).toMatchObject([{ history }]);
    expect(await mine.handlers['evidence.verify']({})).toMatchObject({ ok: true });
    // The same once more has nothing new, and its key is a known one now.
    const again = await opened(file);
    expect(again.identity).toMatchObject({ known: 'pinned', keyId });
    expect(() => mine.handlers['evidence.importBundle']({ bundleId: again.bundleId, origin: '海湾同事' })).toThrow(
      'bundle-nothing-new',
    );
  });

  test.each([
    [
      'a text was changed',
      "DROP TRIGGER version_text_fixed; UPDATE version_text SET canonical_text = canonical_text || ' '",
      'altered',
    ],
    [
      'the column of a decision was turned',
      "DROP TRIGGER acceptance_fixed; UPDATE acceptance SET decision = 'declined'",
      'altered',
    ],
    ['files were taken away', 'DROP TRIGGER attachment_kept; DELETE FROM attachment', 'incomplete'],
  ])('in which %s is shown as such and not taken in', async (what, sql, integrity) => {
    const bytes = await copied(`${what}.sqlite`, (database) => {
      database.pragma('foreign_keys = OFF');
      database.exec(sql);
    });
    const review = await opened({ name: 'x.assent-data', bytes });
    expect(review).toMatchObject({ ok: false, integrity });
    expect(review.checks[0]?.ok).toBe(false);
    expect(() => mine.handlers['evidence.importBundle']({ bundleId: review.bundleId, origin: 'x' })).toThrow(
      'bundle-not-verified',
    );
  });

  test('that is one’s own, or no history at all, is refused, and leaves no copy', async () => {
    const path = join(work, 'own.sqlite');
    await mine.store.backupTo(path);
    await expect(opened({ name: 'own.sqlite', bytes: new Uint8Array(readFileSync(path)) })).rejects.toMatchObject({
      code: 'history-own',
    });
    const torn = file.bytes.slice(0, 9000);
    await expect(opened({ name: 'torn.sqlite', bytes: torn })).rejects.toMatchObject({ code: 'history-unreadable' });
    expect(copies()).toEqual([]);
  });

  test('of which not everything can be checked is not good, and comes in once its owner had it covered', async () => {
    const former = join(work, 'former.sqlite');
    writeFileSync(former, libraryOf0001());
    const theirs = new EvidenceUnderTest(former);
    try {
      theirs.desk.now = new Date('2026-11-29T02:00:00.000Z');
      const saved = async (name: string): Promise<ChosenFile> => {
        await theirs.store.backupTo(join(work, name));
        return { name, bytes: new Uint8Array(readFileSync(join(work, name))) };
      };
      const before = await opened(await saved('uncovered.sqlite'));
      expect(before).toMatchObject({ ok: false, integrity: 'intact' });
      expect(before.checks.slice(0, 2).map(({ ok }) => ok)).toEqual(['unchecked', 'unchecked']);
      expect(() => mine.handlers['evidence.importBundle']({ bundleId: before.bundleId, origin: 'x' })).toThrow(
        'bundle-not-verified',
      );
      await theirs.handlers['evidence.cover']({});
      const after = await opened(await saved('covered.sqlite'));
      expect(after).toMatchObject({ ok: true, integrity: 'intact' });
      expect(after.checks.slice(0, 2)).toMatchObject([{ ok: true }, { ok: true, remark: true }]);
      expect(say(after.checks[1]!.why, 'en')).toContain('whether anything was changed before that, no record shows');
    } finally {
      theirs.end();
    }
  });

  /** The newest entry taken off, with which no row was written. */
  const cut = (database: Sqlite.Database): void => {
    database.exec('DROP TRIGGER ledger_kept');
    database.exec('DELETE FROM ledger WHERE sequence = (SELECT max(sequence) FROM ledger)');
  };
  const endOf = ({ checks }: Awaited<ReturnType<typeof opened>>) =>
    checks.find(({ what }) => say(what, 'en') === 'End of the history');

  test('whose end was cut off is told by what was taken in before, and by its own last check', async () => {
    const short = { name: 'short.sqlite', bytes: await copied('short.sqlite', cut) };
    const before = await opened(short);
    expect(before).toMatchObject({ ok: true });
    expect(endOf(before)).toMatchObject({ ok: true, remark: true });
    const { bundleId } = await opened(file);
    await mine.handlers['evidence.importBundle']({ bundleId, origin: '海湾同事', newKey: true });
    const again = await opened(short);
    expect(again).toMatchObject({ ok: false, integrity: 'incomplete', identity: { known: 'pinned' } });
    expect(endOf(again)).toMatchObject({ ok: false, missing: true });
    const whole = await opened(file);
    expect(whole).toMatchObject({ ok: true });
    expect(endOf(whole)).toMatchObject({ ok: true, remark: true });

    expect(await colleague.handlers['evidence.verify']({})).toMatchObject({ ok: true });
    const checked = await opened({ name: 'checked.sqlite', bytes: await copied('checked.sqlite', cut) });
    expect(checked.checks[0]).toMatchObject({ ok: false, missing: true });
  });

  test('that goes another way than what was taken in before is altered, unless its owner went back to a backup', async () => {
    const { bundleId } = await opened(file);
    await mine.handlers['evidence.importBundle']({ bundleId, origin: '海湾同事', newKey: true });
    const otherWay = async (name: string, kind: 'bundle-exported' | 'backup-restored') => {
      const path = join(work, name);
      writeFileSync(path, await copied(`of-${name}`, cut));
      const other = new EvidenceUnderTest(path);
      other.signer = colleague.signer;
      other.ports.ledger.append({ kind, subject: 'database', payload: {} });
      other.ports.ledger.append({ kind: 'bundle-exported', subject: 'database', payload: {} });
      await other.store.backupTo(`${path}.copy`);
      other.end();
      return endOf(await opened({ name, bytes: new Uint8Array(readFileSync(`${path}.copy`)) }));
    };
    expect(await otherWay('fork.sqlite', 'bundle-exported')).toMatchObject({ ok: false });
    expect(await otherWay('restored.sqlite', 'backup-restored')).toMatchObject({ ok: 'unchecked' });
  });
});
