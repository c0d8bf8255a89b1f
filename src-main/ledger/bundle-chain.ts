import { say, sentence } from '../agreement/sentence.ts';
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
      (isGap(kind) ? lacking : bad)(
        CHAIN,
        `第 ${sequence} 号（第 ${position} 行）：${say(why, 'zh')}。`,
        `Entry ${sequence} (line ${position}): ${say(why, 'en')}.`,
      ),
    ),
    ...stray.map((line) => bad(CHAIN, `第 ${line} 行不是规范格式。`, `Line ${line} is not canonical.`)),
  ];
  const intact = `${chain.entries} 条记录首尾相接，无缺失、改动或调换；其中 ${chain.disclosed} 条随附正文。`;
  const intactEn = `${chain.entries} entries form one chain; none is missing, altered or moved. ${chain.disclosed} show their content.`;
  return [
    ...(faults.length > 0 ? faults : [good(CHAIN, intact, intactEn)]),
    ...(from
      ? [
          remark(
            CHAIN,
            `只含第 ${from.sequence} 号之后的记录；此前的不在包内。`,
            `It holds the entries after ${from.sequence}; earlier ones are not in the bundle.`,
          ),
        ]
      : []),
    signatureCheck(chain),
    ...chain.remarks.map(({ kind, sequence, why }) =>
      remark(
        kind === 'unknown-kind' ? CHAIN : CLOCK,
        `第 ${sequence} 号：${say(why, 'zh')}。`,
        `Entry ${sequence}: ${say(why, 'en')}.`,
      ),
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
      `${broken.length} 个签名无效、缺失或无从核验。`,
      `${broken.length} signatures are invalid, missing or uncheckable.`,
    );
  if (signatures.unchecked > 0) {
    return unchecked(
      SIGNATURES,
      `本机不能核验 Ed25519 签名：${signatures.unchecked} 个签名未核验。`,
      `This machine cannot check Ed25519: ${signatures.unchecked} signatures were not checked.`,
    );
  }
  if (unsigned > 0) {
    return remark(
      SIGNATURES,
      `${valid} 个有效，${unsigned} 条记录未签名。设备：${keys}`,
      `${valid} are valid, ${unsigned} entries are unsigned. Devices: ${keys}`,
    );
  }
  return good(
    SIGNATURES,
    `${valid} 个签名全部有效。设备：${keys}`,
    `All ${valid} signatures are valid. Devices: ${keys}`,
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
  if (fault)
    return [(isGap(fault.kind) ? lacking : bad)(HEAD, `${say(fault.why, 'zh')}。`, `${say(fault.why, 'en')}.`)];
  return [
    good(
      HEAD,
      `第 ${sequence} 号与所给哈希 ${hash.slice(0, 16)}… 一致。`,
      `Entry ${sequence} agrees with the given hash ${hash.slice(0, 16)}….`,
    ),
  ];
}
