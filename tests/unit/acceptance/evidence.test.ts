import { expect, test } from 'vitest';
import { assembleRecord } from '../../../src-main/acceptance/assemble.ts';
import { canonicalText as wordsOf } from '../../../src-main/agreement/canonical.ts';
import { canonicalBytes, canonicalJson, type JsonValue } from '../../../src-main/ledger/canonical-json.ts';
import { appendEntry, GENESIS } from '../../../src-main/ledger/entry.ts';
import { buildBundle } from '../../../src-main/ledger/bundle.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import { sha256, sha256Hex } from '../../../src-main/ledger/node-digest.ts';
import { verifyBundle } from '../../../src-main/ledger/verify-bundle.ts';
import { PICTURE, recordInput, sample } from './sample.ts';

const canonicalText = wordsOf(sample);
const source = new TextEncoder().encode(`来源\n${canonicalText}`);
const document = { ...sample, fingerprint: sha256Hex(canonicalText) };

test('a record that is itself the payload of its entry makes a bundle that verifies', async () => {
  const record = assembleRecord(
    recordInput({
      document,
      sources: [{ id: 's1', name: '条款.txt', sha256: sha256Hex(source) }],
      hashes: {
        canonicalText: document.fingerprint,
        structure: sha256Hex(canonicalJson(document)),
        renderedPdf: sha256Hex('print'),
      },
      previousLedgerHash: GENESIS,
    }),
  );
  const entry = appendEntry(
    undefined,
    {
      at: record.time.utc,
      kind: 'acceptance-decided',
      subject: 'acceptance:a1',
      payload: JSON.parse(canonicalJson(record)) as JsonValue,
      clock: { rollback: false, source: 'system', offsetMinutes: 480 },
    },
    { digest: sha256 },
  );
  expect(entry.payloadHash).toBe(sha256Hex(canonicalBytes(record)));
  const bundle = buildBundle(
    {
      sources: [{ extension: 'txt', bytes: source }],
      versions: [{ fingerprint: document.fingerprint, canonicalText, document }],
      records: [{ id: 'a1', record }],
      certificates: [],
      letters: [],
      attachments: [
        { extension: 'pdf', bytes: new TextEncoder().encode('print') },
        { extension: 'png', bytes: new TextEncoder().encode(PICTURE) },
      ],
      entries: [entry],
      timestamps: [],
      deviceKeys: [],
      verifier: new Uint8Array(),
    },
    { digest: sha256 },
  );
  const { checks, records } = await verifyBundle(bundle, { digest: sha256, verifySignature: signatureVerifier });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  const structure = `versions/${document.fingerprint}.json`;
  expect(records).toEqual([{ id: 'a1', sequence: 1, record: JSON.parse(canonicalJson(record)), structure }]);
});
