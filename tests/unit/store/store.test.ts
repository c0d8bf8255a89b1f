import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inEveryForm } from '../../../src-main/agreement/canonical.ts';
import type { AgreementDocument } from '../../../src-main/agreement/model.ts';
import { APPLICATION_ID } from '../../../src-main/store/database.ts';
import { matchExpression } from '../../../src-main/store/search.ts';
import { appendEntry } from '../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { openStore, type Store } from '../../../src-main/store/store.ts';

const AT = '2026-11-23T01:02:03.000Z';
let folder: string;
let path: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-store-'));
  path = join(folder, 'assent.sqlite');
  store = openStore(path);
});

afterEach(() => {
  try {
    store.close();
  } catch {
    // a test that closed it itself
  }
  rmSync(folder, { recursive: true, force: true });
});

const document = (texts: readonly string[]): AgreementDocument => ({
  title: '示例条款',
  kind: 'terms',
  language: 'zh',
  fingerprint: 'a'.repeat(64),
  lines: [1, texts.length],
  repairs: [],
  clauses: texts.map((text, index) => ({
    id: `c${index}`,
    level: 1,
    role: 'clause' as const,
    text,
    emphasis: [],
    tags: [],
    lines: [index + 1, index + 1] as const,
  })),
  tables: [],
  facts: [],
  blanks: [],
});

function seedVersion(id: string, texts: readonly string[]): void {
  if (!store.sources.byId('s1')) {
    store.sources.add({
      id: 's1',
      name: 'a.txt',
      bytes: new Uint8Array([1, 2]),
      sha256: 'b'.repeat(64),
      origin: 'own',
      at: AT,
    });
    store.agreements.addAgreement({ id: 'a1', title: '示例', kind: 'terms', origin: 'own', createdAt: AT });
  }
  store.agreements.addVersion(
    {
      id,
      agreementId: 'a1',
      title: '示例条款',
      fingerprint: 'a'.repeat(64),
      sourceId: 's1',
      conspicuous: 0,
      savedAt: AT,
    },
    { document: document(texts), reader: 'test' },
    texts.join('\n'),
  );
}

describe('the database file', () => {
  test('is marked as Assent’s, in WAL mode, written through to disk', () => {
    const raw = new Sqlite(path);
    expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    raw.close();
  });

  test('of another application is refused and left untouched', () => {
    const other = join(folder, 'other.sqlite');
    const raw = new Sqlite(other);
    raw.exec('CREATE TABLE t (x)');
    raw.close();
    expect(() => openStore(other)).toThrowError(expect.objectContaining({ code: 'database-foreign' }));
  });

  test('of a newer version of the app is refused', () => {
    store.close();
    const raw = new Sqlite(path);
    raw.pragma('user_version = 999');
    raw.close();
    expect(() => openStore(path)).toThrowError(expect.objectContaining({ code: 'database-newer' }));
  });

  test('that is no database at all is named as damaged', () => {
    const junk = join(folder, 'junk.sqlite');
    writeFileSync(junk, 'this is not a database, it only looks like a file'.repeat(100));
    expect(() => openStore(junk)).toThrowError(expect.objectContaining({ code: 'database-damaged' }));
  });
});

describe('what binds is append-only', () => {
  const attempts: readonly [string, string][] = [
    ['source', "UPDATE source SET name = 'x'"],
    ['source', 'DELETE FROM source'],
    ['version', "UPDATE version SET title = 'x'"],
    ['version_text', "UPDATE version_text SET canonical_text = 'x'"],
    ['version_text', 'DELETE FROM version_text'],
    ['reading', "UPDATE reading SET document = '{}'"],
    ['reading', 'DELETE FROM reading'],
    ['version', 'DELETE FROM version'],
    ['acceptance', "UPDATE acceptance SET decision = 'declined'"],
    ['acceptance', 'DELETE FROM acceptance'],
    ['ledger', "UPDATE ledger SET at = 'x'"],
    ['ledger', 'DELETE FROM ledger'],
    ['attachment', "UPDATE attachment SET name = 'x'"],
    ['attachment', 'DELETE FROM attachment'],
  ];

  test.each(attempts)('%s: %s is refused by the database itself', (table, statement) => {
    seedVersion('v1', ['甲', '乙']);
    store.acceptances.add({ id: 'r1', versionId: 'v1', decision: 'accepted', record: '{}', decidedAt: AT });
    store.attachments.keep({ sha256: 'c'.repeat(64), name: 'a', mediaType: 'x/y', bytes: new Uint8Array(3), at: AT });
    const draft = { at: AT, kind: 'ledger-opened', subject: 'ledger:own', payload: {} } as const;
    const clock = { rollback: false, source: 'system', offsetMinutes: 480 } as const;
    store.ledger.add(appendEntry(undefined, { ...draft, clock }, { digest: sha256 }));
    store.close();
    const raw = new Sqlite(path);
    expect(() => raw.exec(statement)).toThrowError(`append-only: ${table}`);
    raw.close();
  });

  test('a transaction that fails leaves nothing behind', () => {
    expect(() =>
      store.transaction(() => {
        seedVersion('v1', ['甲']);
        throw new Error('power cut');
      }),
    ).toThrowError('power cut');
    expect(store.agreements.agreements()).toEqual([]);
    expect(store.sources.all()).toEqual([]);
  });
});

test('a text is known in the canonical form that it was saved in', () => {
  seedVersion('v1', ['甲']);
  const fingerprint = 'a'.repeat(64);
  const idsOf = (...texts: { form: number; fingerprint: string }[]) =>
    store.agreements.ofText(texts).map(({ id }) => id);
  expect(idsOf({ form: 1, fingerprint })).toEqual(['v1']);
  expect(idsOf({ form: 2, fingerprint })).toEqual([]);
  expect(idsOf({ form: 2, fingerprint }, { form: 1, fingerprint })).toEqual(['v1']);
  expect(idsOf(...inEveryForm({ fingerprint }))).toEqual(['v1']);
});

describe('search', () => {
  test('finds words of one, two and more characters, across Latin and Chinese', () => {
    seedVersion('v1', ['责任总额不超过一百元', 'availability 99.95% 的承诺', '管辖法院']);
    expect(store.search.find('责任', 9).map((hit) => hit.clauseId)).toEqual(['c0']);
    expect(store.search.find('法', 9).map((hit) => hit.clauseId)).toEqual(['c2']);
    expect(store.search.find('avail', 9).map((hit) => hit.clauseId)).toEqual(['c1']);
    expect(store.search.find('99.95', 9).map((hit) => hit.clauseId)).toEqual(['c1']);
    expect(store.search.find('任责', 9)).toEqual([]);
  });

  test('newest versions come first', () => {
    seedVersion('v1', ['管辖']);
    seedVersion('v2', ['管辖']);
    expect(store.search.find('管辖', 9).map((hit) => hit.versionId)).toEqual(['v2', 'v1']);
  });

  test('looks at the newest reading of each version alone', () => {
    seedVersion('v1', ['管辖法院', '违约金']);
    seedVersion('v2', ['管辖法院']);
    const [divided, other] = [document(['管辖', '法院']), document(['其他'])];
    store.agreements.keepReading({ versionId: 'v1', reader: 'test', at: AT, conspicuous: 1 }, divided);
    expect(store.search.find('管辖', 9).map(({ versionId, clauseId }) => [versionId, clauseId])).toEqual([
      ['v1', 'c0'],
      ['v2', 'c0'],
    ]);
    expect(store.search.find('管辖法院', 9).map(({ versionId }) => versionId)).toEqual(['v2']);
    expect(store.search.find('违约金', 9)).toEqual([]);
    expect(store.agreements.document('v1')).toEqual(divided);
    expect(store.agreements.version('v1')?.conspicuous).toBe(1);
    // A reading that was not kept after all leaves nothing behind, not even in what is remembered of it.
    expect(() =>
      store.transaction(() => {
        store.agreements.keepReading({ versionId: 'v1', reader: 'test', at: AT, conspicuous: 0 }, other);
        expect(store.agreements.document('v1')).toEqual(other);
        throw new Error('power cut');
      }),
    ).toThrowError('power cut');
    expect(store.agreements.document('v1')).toEqual(divided);
    expect(store.search.find('其他', 9)).toEqual([]);
  });

  test('whatever is typed is a query or nothing, never a syntax error', () => {
    seedVersion('v1', ['甲']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        expect(() => store.search.find(typed, 5)).not.toThrow();
      }),
    );
    expect(matchExpression(' "*^() ')).toBeUndefined();
  });
});
