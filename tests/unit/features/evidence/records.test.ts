import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AcceptanceRecord2, recordSubject } from '../../../../src-main/acceptance/record.ts';
import { say, type Sentence, sentence } from '../../../../src-main/agreement/sentence.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { canonicalJson, type JsonObject } from '../../../../src-main/ledger/canonical-json.ts';
import { signatureVerifier } from '../../../../src-main/ledger/device-key.ts';
import { sha256 } from '../../../../src-main/ledger/node-digest.ts';
import { openBundle } from '../../../../src-main/ledger/open-bundle.ts';
import { verifyBundle } from '../../../../src-main/ledger/verify-bundle.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

let evidence: EvidenceUnderTest;
let versionId: string;
let first: AcceptanceRecord2;

beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
  [versionId = ''] = evidence.desk.agreement('服务条款').versions;
  first = JSON.parse(evidence.store.acceptances.json(await evidence.accept(versionId)) ?? '{}') as AcceptanceRecord2;
});
afterEach(() => evidence.end());

/** What the first decision was about, by name. */
const named = () => ({ title: first.agreement.title, ordinal: first.version.ordinal });
const text = (): Sentence => sentence('ledger.examine.text-called', named());
const itsRecord = (): Sentence => sentence('ledger.examine.record-called', named());
const called = (): string => `${first.agreement.title} v${first.version.ordinal}`;

/** Writes a decision whose record was changed, as a build of another time would: record and entry agree. */
function written(change: object): string {
  const { store } = evidence;
  const previousLedgerHash = store.ledger.head()?.hash;
  const id = evidence.ports.newId();
  const body = { ...first, id, previousLedgerHash, ...change };
  const { decision, time } = first;
  return record(evidence.ports, {
    entry: {
      at: time.utc,
      kind: 'acceptance-decided',
      subject: recordSubject(id),
      payload: body as unknown as JsonObject,
    },
    write: () => {
      store.acceptances.add({ id, versionId, decision, decidedAt: time.utc, record: canonicalJson(body) });
      return id;
    },
    changed: [],
  });
}

describe('a record of a format that nobody knows here', () => {
  let id: string;
  beforeEach(() => {
    id = written({ format: 'assent-acceptance-record-3' });
  });

  const refused = { code: 'record-unreadable', sentence: { params: { id: expect.any(String) as string } } };

  test('is refused by its id wherever its words are asked for', async () => {
    const { handlers, companyId } = evidence;
    const language = 'zh' as const;
    const asked: readonly (() => unknown)[] = [
      () => handlers['evidence.acceptance']({ acceptanceId: id, language }),
      () => handlers['evidence.certificate']({ acceptanceId: id, language }),
      () => handlers['evidence.acceptances']({}),
      () => handlers['evidence.register']({ as: 'csv', language }),
      () => handlers['evidence.register']({ as: 'json', language }),
      () => handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId: id } }),
      () => handlers['review.open']({ versionId }),
    ];
    for (const ask of asked) {
      const failure = await (async () => ask())().catch((error: unknown) => error);
      expect(failure).toMatchObject(refused);
      expect((failure as typeof refused).sentence.params.id).toBe(id);
    }
    expect(await handlers['review.page']({ versionId, language, companyId })).toBeDefined();
  });

  test('does not keep lists from being shown, and the ledger’s check reports it', async () => {
    const { agreements } = await evidence.handlers['library.list']({});
    expect(agreements.length).toBeGreaterThan(0);
    const { lines } = await evidence.handlers['evidence.ledger']({ offset: 0, limit: 5 });
    // The entry still says what it was about.
    expect(lines.filter(({ acceptanceId }) => acceptanceId === id).map(({ about }) => say(about, 'zh'))).toEqual([
      called(),
    ]);
    const { ok, faults } = await evidence.handlers['evidence.verify']({});
    expect(ok).toBe(false);
    const told = sentence('evidence.ledger-check.record-unreadable', { record: text() });
    expect(faults.map(({ text }) => say(text, 'zh'))).toEqual([say(told, 'zh')]);
  });
});

test('a record that is damaged while the app runs is reported, and the library is still shown', async () => {
  const database = new Sqlite(join(evidence.desk.folder, 'assent.sqlite'));
  database.exec(
    "DROP TRIGGER acceptance_fixed; PRAGMA ignore_check_constraints = 1; UPDATE acceptance SET record = '{'",
  );
  database.close();
  const { id } = first;
  expect((await evidence.handlers['library.list']({})).agreements.length).toBeGreaterThan(0);
  await expect(
    (async () => evidence.handlers['evidence.acceptance']({ acceptanceId: id, language: 'zh' }))(),
  ).rejects.toMatchObject({ code: 'record-unreadable' });
  const { faults } = await evidence.handlers['evidence.verify']({});
  const altered = sentence('ledger.examine.record-altered', { called: itsRecord() });
  const unreadable = sentence('evidence.ledger-check.record-unreadable', { record: text() });
  expect(faults.map((fault) => say(fault.text, 'zh'))).toEqual([altered, unreadable].map((each) => say(each, 'zh')));
});

test('a bundle of one decision holds the earlier one whose attention to a clause it carries over', async () => {
  const { review } = first;
  if ('absent' in review.clauses) throw new Error('the sample has key clauses');
  const attention = {
    how: 'inherited',
    recordId: first.id,
    clauseHash: '3'.repeat(64),
    seenOn: first.time.utc,
    confirmedAt: first.time.utc,
  };
  const [clause, ...others] = review.clauses;
  const acceptanceId = written({ review: { ...review, clauses: [{ ...clause, attention }, ...others] } });
  await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'acceptance', acceptanceId } });
  const bytes = Uint8Array.from(evidence.desk.saved.at(-1)?.bytes ?? []);
  const report = await verifyBundle(bytes, { digest: sha256, verifySignature: signatureVerifier });
  expect(report.checks.filter(({ ok }) => ok !== true)).toEqual([]);
  expect(report.records.map(({ id }) => id).sort()).toEqual([acceptanceId, first.id].sort());
  expect(openBundle(bytes).files.has(`records/${first.id}.json`)).toBe(true);
  const { content } = await evidence.handlers['evidence.acceptance']({ acceptanceId, language: 'en' });
  expect(JSON.stringify(content)).toContain(`carried over from record ${first.id}`);
});
