import { expect } from 'vitest';
import { type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
import type { BundleReport } from '../../../src-main/ledger/bundle-check.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import type { ChainHead } from '../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { verifyBundle } from '../../../src-main/ledger/verify-bundle.ts';

/** A failed check: what it checks, and why it failed, both as the catalogue's sentences. */
export interface Failure {
  readonly what: Sentence;
  readonly why: Sentence;
}

export function verify(bytes: Uint8Array, expectedHead?: ChainHead): Promise<BundleReport> {
  return verifyBundle(bytes, { digest: sha256, verifySignature: signatureVerifier, expectedHead });
}

export async function failures(bytes: Uint8Array, expectedHead?: ChainHead): Promise<readonly Failure[]> {
  const { ok, checks } = await verify(bytes, expectedHead);
  const failed = checks.filter((check) => !check.ok).map(({ what, why }) => ({ what, why }));
  expect(ok).toBe(failed.length === 0);
  return failed;
}

export const filesFail = (why: Sentence): Failure => ({ what: sentence('ledger.verify-bundle.files'), why });
export const sealFails = (why: Sentence): Failure => ({ what: sentence('ledger.verify-bundle.seal'), why });
export const chainFails = (why: Sentence): Failure => ({ what: sentence('ledger.bundle-chain.chain'), why });
export const papersFail = (why: Sentence): Failure => ({ what: sentence('ledger.bundle-papers.papers'), why });

export const entryFails = (sequence: number, position: number, why: Sentence): Failure =>
  chainFails(sentence('ledger.verify-bundle.entry-fault', { sequence, position, why }));
export const notInLedger = (path: string): Failure =>
  papersFail(sentence('ledger.bundle-papers.hash-not-in-ledger', { path }));
export const hashNotOfName = (path: string): Failure => ({
  what: sentence('ledger.bundle-papers.texts'),
  why: sentence('ledger.bundle-papers.hash-not-of-name', { path }),
});

export const otherText = (path: string): Failure => ({
  what: sentence('ledger.bundle-papers.texts'),
  why: sentence('ledger.bundle-papers.structure-of-other-text', { path }),
});

/** What the examination of the one text of the sample finds, which its entry 4 saved. */
export const textFails = (kind: 'text-altered' | 'other-words'): Failure => ({
  what: sentence('ledger.bundle-papers.texts'),
  why: sentence(`ledger.examine.${kind}`, { called: sentence('ledger.examine.text-of-entry', { entry: 4 }) }),
});

export const recordAltered: Failure = {
  what: sentence('ledger.bundle-papers.records'),
  why: sentence('ledger.examine.record-altered', {
    called: sentence('ledger.examine.record-called', { title: '示例服务条款', ordinal: 1 }),
  }),
};

export const fileGone = (name: string, entry: number): Failure => ({
  what: sentence('ledger.examine.files'),
  why: sentence('ledger.examine.file-gone', { name, entry }),
});

export const sealInvalid = sealFails(sentence('ledger.verify-bundle.list-signature-invalid'));
export const ledgerUnsound = papersFail(sentence('ledger.bundle-papers.ledger-unsound'));
export const endCutOff = sentence('ledger.chain-walk.end-cut-off', { sequence: 7, highest: 6 });
export const signingKeyMissing = sealFails(sentence('ledger.verify-bundle.list-key-missing'));

/** What follows when no key of the bundle is that of the device: nobody can check the signature of any entry. */
export function signaturesUncheckable(device: string, entries: number): readonly Failure[] {
  const why = sentence('ledger.chain-walk.key-unknown', { device });
  return [
    ...Array.from({ length: entries }, (_, index) => entryFails(index + 1, index + 1, why)),
    {
      what: sentence('ledger.bundle-chain.signatures'),
      why: sentence('ledger.verify-bundle.signatures-broken', { broken: entries }),
    },
    ledgerUnsound,
  ];
}
