import { expect, test } from 'vitest';
import { type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
import type { BundleReport } from '../../../src-main/ledger/bundle-check.ts';
import { buildBundle } from '../../../src-main/ledger/bundle.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { failures, verify } from './failed-checks.ts';
import { contents, key } from './forged-bundle.ts';
import { hashOf } from './sample-bundle.ts';
import { chainOf, type Said } from './sample-chain.ts';

const record = contents.records[0]?.record as Readonly<Record<string, unknown>>;
const LATER = { format: 'assent-acceptance-record-9' };
const CARRIED_OVER = {
  format: 'assent-acceptance-record-2',
  review: {
    clauses: [
      {
        clauseId: 'c2',
        attention: {
          how: 'inherited',
          recordId: 'a0',
          clauseHash: '3'.repeat(64),
          seenOn: '2026-10-01T02:00:00.000Z',
          confirmedAt: '2026-11-23T00:02:00.000Z',
        },
      },
    ],
  },
};

/** The bundle with other records, by id; the entry of its one decision vouches for all of them. */
function withRecords(records: Readonly<Record<string, object>>): Uint8Array {
  const hashes = Object.entries(records).map(([id, body]) => [id, hashOf(canonicalBytes(body))]);
  const vouched = Object.fromEntries(hashes) as Readonly<Record<string, string>>;
  const said = contents.entries.map(({ kind, subject, payload }): Said => ({
    kind,
    subject,
    payload: kind === 'acceptance-decided' ? vouched : (payload ?? {}),
  }));
  return buildBundle(
    {
      ...contents,
      entries: chainOf(said, key),
      records: Object.entries(records).map(([id, body]) => ({ id, record: body })),
    },
    { digest: sha256, signer: key },
  );
}

test.each<[string, object, Sentence, BundleReport['integrity']]>([
  ['has a later format', LATER, sentence('ledger.bundle-papers.record-format-unknown'), 'intact'],
  [
    'carries over a clause from one that is not there',
    CARRIED_OVER,
    sentence('ledger.bundle-papers.earlier-record-not-in-bundle', { record: 'a0' }),
    'incomplete',
  ],
])('a record that %s is not green', async (_name, change, what, integrity) => {
  const report = await verify(withRecords({ a1: { ...record, ...change } }));
  expect(report).toMatchObject({ ok: false, integrity });
  const told = report.checks.filter(({ ok }) => ok !== true).map((check) => [check.what, check.why]);
  expect(told).toEqual([
    [
      sentence('ledger.bundle-papers.records'),
      sentence('ledger.bundle-papers.in-record', { path: 'records/a1.json', what }),
    ],
  ]);
});

test('a record that names another place in the ledger is altered', async () => {
  const report = await verify(withRecords({ a1: { ...record, previousLedgerHash: '1'.repeat(64) } }));
  expect(report).toMatchObject({ ok: false, integrity: 'altered' });
  const called = sentence('ledger.examine.record-called', { title: '示例服务条款', ordinal: 1 });
  const elsewhere = sentence('ledger.examine.record-elsewhere', { called });
  expect(report.checks.filter(({ ok }) => ok !== true).map(({ why }) => why)).toEqual([elsewhere]);
});

test('a record of format 2 that carries over a clause is whole beside the one in which it was seen', async () => {
  const records = { a0: { ...record, id: 'a0' }, a1: { ...record, ...CARRIED_OVER } };
  expect(await failures(withRecords(records))).toEqual([]);
});
