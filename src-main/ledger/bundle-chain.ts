import { sentence } from '../agreement/sentence.ts';
import { bad, type BundleVerification, good, lacking, remark, unchecked } from './bundle-check.ts';
import { verifyChain } from './chain.ts';
import { type ChainReport, isGap } from './chain-report.ts';
import type { ChainHead } from './entry.ts';
import type { OpenedBundle } from './open-bundle.ts';
import type { Check } from './verdict.ts';

const CHAIN = sentence('ledger.bundle-chain.chain');
const SIGNATURES = sentence('ledger.bundle-chain.signatures');
const CLOCK = sentence('ledger.bundle-chain.clock');
const HEAD = sentence('ledger.bundle-chain.head');

/** What the walk along the chain found, as checks of a bundle; `stray` are lines that are not canonical. */
export function chainChecks(
  chain: ChainReport,
  stray: readonly number[],
  from: ChainHead | undefined,
): readonly Check[] {
  const faults = [
    ...chain.faults.map(({ kind, sequence, position, why }) =>
      (isGap(kind) ? lacking : bad)(CHAIN, sentence('ledger.verify-bundle.entry-fault', { sequence, position, why })),
    ),
    ...stray.map((line) => bad(CHAIN, sentence('ledger.verify-bundle.line-not-canonical', { line }))),
  ];
  const { entries, disclosed } = chain;
  const intact = sentence('ledger.verify-bundle.chain-intact', { entries, disclosed });
  return [
    ...(faults.length > 0 ? faults : [good(CHAIN, intact)]),
    ...(from ? [remark(CHAIN, sentence('ledger.verify-bundle.starts-after', { sequence: from.sequence }))] : []),
    signatureCheck(chain),
    ...chain.remarks.map(({ kind, sequence, why }) =>
      remark(kind === 'unknown-kind' ? CHAIN : CLOCK, sentence('ledger.verify-bundle.entry-remark', { sequence, why })),
    ),
  ];
}

function signatureCheck({ signatures, faults, devices }: ChainReport): Check {
  const { valid, unsigned } = signatures;
  const broken = faults.filter(({ kind }) => kind.endsWith('signature') || kind === 'unknown-key');
  const keys = devices.length > 0 ? devices.join(', ') : '—';
  if (broken.length > 0)
    return (broken.every(({ kind }) => isGap(kind)) ? lacking : bad)(
      SIGNATURES,
      sentence('ledger.verify-bundle.signatures-broken', { broken: broken.length }),
    );
  if (signatures.unchecked > 0) {
    return unchecked(
      SIGNATURES,
      sentence('ledger.verify-bundle.signatures-unchecked', { unchecked: signatures.unchecked }),
    );
  }
  if (unsigned > 0) {
    return remark(SIGNATURES, sentence('ledger.verify-bundle.signatures-some-unsigned', { valid, unsigned, keys }));
  }
  return good(
    SIGNATURES,
    valid === 1
      ? sentence('ledger.verify-bundle.signature-valid', { keys })
      : sentence('ledger.verify-bundle.signatures-valid', { valid, keys }),
  );
}

/** Compares with a head that the person brought from elsewhere. */
export async function knownHeadChecks(
  values: readonly unknown[],
  { manifest }: OpenedBundle,
  by: BundleVerification,
): Promise<readonly Check[]> {
  if (!by.expectedHead) return [];
  const { sequence, hash } = by.expectedHead;
  const { faults } = await verifyChain(values, {
    digest: by.digest,
    verifySignature: () => 'unchecked',
    expectedHead: by.expectedHead,
    from: manifest.from,
  });
  const fault = faults.find(({ kind }) => kind === 'truncated' || kind === 'head-mismatch');
  if (fault) {
    const why = sentence('ledger.verify-bundle.head-differs', { why: fault.why });
    return [(isGap(fault.kind) ? lacking : bad)(HEAD, why)];
  }
  return [good(HEAD, sentence('ledger.verify-bundle.head-agrees', { sequence, start: hash.slice(0, 16) }))];
}
