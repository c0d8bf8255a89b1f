import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { EvidenceUnderTest } from '../features/evidence/evidence-handlers.ts';

/** Every statement that ran, as it ran. */
const ran: string[] = [];

vi.mock('better-sqlite3', async (original) => {
  const { default: Real } = await original<{ default: typeof Sqlite }>();
  return {
    default: class extends Real {
      constructor(path: string, options: Sqlite.Options = {}) {
        super(path, { ...options, verbose: (sql) => ran.push(String(sql)) });
      }
    },
  };
});

/** Tables whose rows hold a text, bytes or a whole record, by name and alias. */
const HEAVY = /^(?:SCAN|SEARCH) (?:reading|version_text|sketch|source|s|attachment|acceptance|ledger)\b/u;

/** Steps of what ran that went to the rows of such a table. */
function stepsInHeavyRows(folder: string): readonly string[] {
  const statements = ran.filter((sql) => /^\s*SELECT/iu.test(sql));
  const database = new Sqlite(join(folder, 'assent.sqlite'), { readonly: true });
  try {
    return statements.flatMap((sql) =>
      database
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .flatMap(({ detail }) =>
          HEAVY.test(detail) && !detail.includes('COVERING INDEX') ? [`${detail} in ${sql}`] : [],
        ),
    );
  } finally {
    database.close();
  }
}

let evidence: EvidenceUnderTest;
beforeAll(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  const pending = new TextEncoder().encode(`示例\n\n1. 甲方付费。\n\n2. ${randomUUID()}`);
  await evidence.handlers['import.bytes']({ name: 'a.txt', bytes: pending });
  await evidence.accept(evidence.desk.agreement('等级协议').versions[0] ?? '');
}, 60_000);
afterAll(() => evidence.end());
beforeEach(() => {
  ran.length = 0;
});

describe('lists never go to the rows of texts', () => {
  test('the library, its sources and its versions', async () => {
    const { agreements, pending } = await evidence.handlers['library.list']({});
    expect([agreements.length > 3, pending.length]).toEqual([true, 1]);
    expect(agreements.flatMap(({ versions }) => versions.filter(({ state }) => state === 'accepted'))).toHaveLength(1);
    expect(ran.length).toBeGreaterThan(3);
    expect(stepsInHeavyRows(evidence.desk.folder)).toEqual([]);
  });

  test('what is known of a kept file', () => {
    const { store } = evidence;
    const sha256 = 'c'.repeat(64);
    store.attachments.keep({ sha256, name: 'a', mediaType: 'x/y', bytes: new Uint8Array(30_000), at: '2026' });
    ran.length = 0;
    expect(store.attachments.get(sha256)?.size).toBe(30_000);
    expect(ran).toHaveLength(1);
    expect(stepsInHeavyRows(evidence.desk.folder)).toEqual([]);
  });

  test('which versions are of a text, and which readings a version has', () => {
    const { agreements } = evidence.store;
    const [version] = agreements.versions();
    ran.length = 0;
    expect(agreements.readings(version?.id ?? '')).toHaveLength(1);
    expect(agreements.readingsTried(1)).toEqual([]);
    expect(stepsInHeavyRows(evidence.desk.folder)).toEqual([]);
  });

  test('and this test sees it where one does', () => {
    const { agreements } = evidence.store;
    const [version] = agreements.versions();
    ran.length = 0;
    expect(agreements.storedDocument(version?.id ?? '')).toBeDefined();
    expect(stepsInHeavyRows(evidence.desk.folder)).toHaveLength(1);
  });
});
