import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formerShape, type LegacyFact } from '../../../src-main/agreement/legacy-fact.ts';
import { canonicalJson } from '../../../src-main/ledger/canonical-json.ts';
import { sha256Hex } from '../../../src-main/ledger/node-digest.ts';
import { openStore, type Store } from '../../../src-main/store/store.ts';

const FIXTURE = 'tests/fixtures/database/library-0001.sqlite.gz';

let folder = '';
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-former-'));
  const original = join(folder, 'original.sqlite');
  writeFileSync(original, gunzipSync(readFileSync(FIXTURE)));
  copyFileSync(original, join(folder, 'assent.sqlite'));
  store = openStore(join(folder, 'assent.sqlite'));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Stored {
  readonly facts: readonly LegacyFact[];
}

test('facts of a library made before have the present form when read, and lose nothing by it', () => {
  let count = 0;
  for (const { id } of store.agreements.versions()) {
    const stored = store.agreements.storedDocument(id) as Stored;
    const read = store.agreements.document(id);
    expect(read?.facts.map((fact) => formerShape(fact))).toEqual(stored.facts);
    expect(read?.facts.filter((fact) => fact.id === '')).toEqual([]);
    count += stored.facts.length;
  }
  expect(count).toBeGreaterThan(50);
});

test('what was saved, and the hash of it that the ledger keeps, stays as it was', () => {
  const saved = [...store.ledger.rows()].flatMap(({ entry }) =>
    entry?.kind === 'version-saved' && entry.payload !== undefined ? [entry] : [],
  );
  expect(saved.length).toBeGreaterThan(5);
  for (const { subject, payload } of saved) {
    const document = store.agreements.storedDocument(subject.replace(/^version:/u, ''));
    const hash = sha256Hex(canonicalJson(document));
    expect((payload as { readonly structure?: string }).structure).toBe(hash);
  }
});
