import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundleScope } from '../../../../src-main/contract/evidence.ts';
import { bundleContents } from '../../../../src-main/features/evidence/bundle-contents.ts';
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

/** A letter about an agreement of which one file was made: its id, and the hash of the file. */
function letter(templateId: string, agreementId: string): { readonly id: string; readonly sha256: string } {
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
  return { id, sha256: file.sha256 };
}

const exported = (templateId: string, agreementId: string): string => letter(templateId, agreementId).sha256;

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

test('what goes to the own lawyer is in no bundle: neither the paper, nor what became of it, whether it was removed or not', async () => {
  const { id: agreementId } = evidence.desk.agreement('跨域专线服务协议');
  const brief = letter('counsel-brief', agreementId);
  const sent = { case: 'letter', origin: `letter:${brief.id}`, letter: brief.id, on: '2026-11-20', by: '李航' };
  evidence.ports.ledger.append({ kind: 'case-sent', subject: `agreement:${agreementId}`, payload: sent });
  const told = (scope: BundleScope): readonly string[] => {
    const { letters, entries, disclose, attachments } = bundleContents(evidence.store, scope, new Uint8Array());
    const files = [...(letters ?? []), ...(attachments ?? [])].map(({ bytes }) => sha256Hex(bytes));
    return [
      ...files.filter((hash) => hash === brief.sha256),
      ...entries
        .filter((entry) => disclose?.(entry) && JSON.stringify(entry).includes(brief.id))
        .map(({ kind }) => kind),
    ];
  };
  const scopes = [{ kind: 'agreement', agreementId }, { kind: 'everything' }] as const;
  expect(scopes.map((scope) => told(scope))).toEqual([[], []]);
  letterPapers(evidence.store).remove(brief.id, evidence.ports.now().toISOString());
  expect(scopes.map((scope) => told(scope))).toEqual([[], []]);
});

test('what is told of a bundle before it leaves is what it holds of the ledger: of every kind, whole or as hashes alone', async () => {
  const { id: agreementId, versions } = evidence.desk.agreement('跨域专线服务协议');
  await evidence.accept(versions[0] ?? '');
  const acceptanceId = evidence.store.acceptances.all()[0]?.id ?? '';
  const scopes: readonly BundleScope[] = [
    { kind: 'acceptance', acceptanceId },
    { kind: 'agreement', agreementId },
    { kind: 'everything' },
  ];
  const told: { whole: number; hashed: number }[] = [];
  for (const scope of scopes) {
    const { entries } = await evidence.handlers['evidence.adverse']({ scope });
    const { entries: all, disclose } = bundleContents(evidence.store, scope, new Uint8Array());
    const whole = all.filter((entry) => disclose?.(entry)).length;
    expect(entries).toEqual({ whole, hashed: all.length - whole });
    told.push(entries);
  }
  expect(told[0]?.hashed).toBeGreaterThan(0);
  expect(told[1]?.whole).toBeGreaterThan(told[0]?.whole ?? 0);
  expect(told[2]?.hashed).toBe(0);
});
