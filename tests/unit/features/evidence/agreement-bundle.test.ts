import { afterEach, beforeEach, expect, test } from 'vitest';
import { letterPapers } from '../../../../src-main/kernel/papers/letters.ts';
import { record } from '../../../../src-main/kernel/record.ts';
import { sha256, sha256Hex } from '../../../../src-main/ledger/node-digest.ts';
import { openBundle } from '../../../../src-main/ledger/open-bundle.ts';
import { verifyBundle } from '../../../../src-main/ledger/verify-bundle.ts';
import { signatureVerifier } from '../../../../src-main/ledger/device-key.ts';
import { verifyTimestamp } from '../../../../src-main/ledger/timestamp.ts';
import { EvidenceUnderTest } from './evidence-handlers.ts';

let evidence: EvidenceUnderTest;
beforeEach(async () => {
  evidence = new EvidenceUnderTest();
  await evidence.furnish();
});
afterEach(() => evidence.end());

/** A letter about an agreement of which one file was made. */
function exported(templateId: string, agreementId: string): string {
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${templateId}`);
  const at = evidence.ports.now().toISOString();
  const file = { sha256: sha256Hex(bytes), name: `${templateId}.pdf`, at };
  const output = { ...file, kind: 'pdf', pages: 1 } as const;
  const id = crypto.randomUUID();
  const body = { templateId, title: templateId, agreementId, values: {}, outputs: [output] };
  record(evidence.ports, {
    entry: { kind: 'letter-exported', subject: `letter:${id}`, payload: { sha256: file.sha256 } },
    write: () => {
      evidence.store.attachments.keep({ ...file, mediaType: 'application/pdf', bytes });
      letterPapers(evidence.store).put({ id, state: 'exported', body }, at);
    },
    changed: ['letters'],
  });
  return file.sha256;
}

test('a bundle of an agreement holds each of its versions with its source, and the letters about it but for those that stay inside', async () => {
  const { id: agreementId, versions } = evidence.desk.agreement('跨域专线服务协议');
  await evidence.accept(versions[0] ?? '');
  const objection = exported('objection', agreementId);
  const approval = exported('seal-approval', agreementId);
  const another = exported('non-renewal-notice', evidence.desk.agreement('服务条款').id);
  await evidence.handlers['evidence.exportBundle']({ scope: { kind: 'agreement', agreementId } });
  const bytes = Uint8Array.from(evidence.desk.saved.at(-1)?.bytes ?? []);
  const report = await verifyBundle(bytes, {
    digest: sha256,
    verifySignature: signatureVerifier,
    verifyTimestamp: (response, hash) => verifyTimestamp(response, { hash }, { roots: [], crypto: globalThis.crypto }),
  });
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  const { files } = openBundle(bytes);
  const held = new Set([...files.values()].map((file) => sha256Hex(file)));
  expect([objection, approval, another].map((hash) => held.has(hash))).toEqual([true, false, false]);
  expect(versions.length).toBeGreaterThan(1);
  for (const id of versions) {
    const { fingerprint = '', sourceId = '' } = evidence.store.agreements.version(id) ?? {};
    expect(files.has(`versions/${fingerprint}.txt`)).toBe(true);
    expect(held.has(evidence.store.sources.byId(sourceId)?.sha256 ?? '')).toBe(true);
  }
});
