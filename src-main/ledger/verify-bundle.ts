import { say, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { ENTRIES, KEY_WORD, KEYS, MANIFEST, MANIFEST_SIGNATURE, VERIFIER } from './bundle.ts';
import { bad, type BundleCheck, type BundleReport, type BundleVerification, good, remark } from './bundle-check.ts';
import { checkPapers } from './bundle-papers.ts';
import { canonicalJson } from './canonical-json.ts';
import { verifyChain } from './chain.ts';
import type { ChainReport } from './chain-report.ts';
import { type ChainHead, UNSIGNED } from './entry.ts';
import { fromHex, isHash, toHex } from './hex.ts';
import { openBundle, type OpenedBundle, parseJson, utf8 } from './open-bundle.ts';

const CONTAINER = sentence('ledger.verify-bundle.container');
const FILES = sentence('ledger.verify-bundle.files');
const SEAL = sentence('ledger.verify-bundle.seal');
const DEVICES = sentence('ledger.verify-bundle.devices');
const CHAIN = sentence('ledger.verify-bundle.chain');
const SIGNATURES = sentence('ledger.verify-bundle.signatures');
const CLOCK = sentence('ledger.verify-bundle.clock');
const HEAD = sentence('ledger.verify-bundle.head');

/**
 * Verifies a bundle from its bytes alone. Never throws for what the bytes hold: whatever cannot be opened is a failed
 * check. A bundle that somebody made anew from end to end, with a key of their own, is consistent in itself; only
 * `expectedHead`, a trusted timestamp or a device id known from elsewhere tells it from the original.
 */
export async function verifyBundle(bytes: Uint8Array, by: BundleVerification): Promise<BundleReport> {
  let bundle: OpenedBundle;
  try {
    bundle = openBundle(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const check = bad(CONTAINER, say(error.sentence, 'zh'), say(error.sentence, 'en'));
    return { ok: false, checks: [check], records: [], devices: [] };
  }
  return verifyOpened(bundle, by);
}

/** Verifies a bundle that is already open; see `verifyBundle`. */
export async function verifyOpened(bundle: OpenedBundle, by: BundleVerification): Promise<BundleReport> {
  const hashes = await hashFiles(bundle, by);
  const keys = await readKeys(bundle, by);
  const { values, stray } = readLines(bundle);
  const chain = await verifyChain(values, {
    digest: by.digest,
    verifySignature: by.verifySignature(keys.publicKeys),
    expectedHead: bundle.manifest.head,
    from: bundle.manifest.from,
  });
  const papers = await checkPapers(bundle, { hashes, values, sound: chain.ok }, by);
  const checks = [
    containerCheck(bundle),
    ...fileChecks(bundle, hashes),
    await sealCheck(bundle, hashes, keys.publicKeys, by),
    ...keys.checks,
    ...chainChecks(chain, stray, bundle.manifest.from),
    ...(await knownHeadChecks(values, bundle, by)),
    ...papers.checks,
  ];
  return {
    ok: checks.every(({ ok }) => ok),
    checks,
    records: papers.records,
    ...(chain.head ? { head: chain.head } : {}),
    devices: chain.devices,
  };
}

async function hashFiles(bundle: OpenedBundle, { digest }: BundleVerification): Promise<ReadonlyMap<string, string>> {
  const hashed = await Promise.all(
    [...bundle.files].map(async ([path, bytes]) => [path, toHex(await digest(bytes))] as const),
  );
  return new Map(hashed);
}

function containerCheck({ asWritten }: OpenedBundle): BundleCheck {
  return asWritten
    ? good(CONTAINER, '与生成时逐字节一致。', 'Byte for byte as it was made.')
    : remark(
        CONTAINER,
        '外层 ZIP 被重新打包或改动过；其中的文件另行逐一核验。',
        'The ZIP around the files was packed anew or changed; the files themselves are checked one by one.',
      );
}

/** Every file is listed with its size and hash, and every listed file is there. */
function fileChecks(bundle: OpenedBundle, hashes: ReadonlyMap<string, string>): readonly BundleCheck[] {
  const { manifest, manifestCanonical, files } = bundle;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const faults: BundleCheck[] = [];
  if (!manifestCanonical)
    faults.push(bad(FILES, '清单不是规范格式，被改动过。', 'The list is not canonical: it was changed.'));
  if (listed.size !== manifest.files.length) {
    faults.push(bad(FILES, '清单中有重复的文件。', 'The list names a file twice.'));
  }
  for (const [path, { bytes, sha256 }] of listed) {
    const file = files.get(path);
    if (!file) faults.push(bad(FILES, `缺少 ${path}。`, `${path} is missing.`));
    else if (file.length !== bytes || hashes.get(path) !== sha256) {
      faults.push(bad(FILES, `${path} 被改动过。`, `${path} was altered.`));
    }
  }
  for (const path of files.keys()) {
    if (path !== MANIFEST && path !== MANIFEST_SIGNATURE && !listed.has(path)) {
      faults.push(bad(FILES, `${path} 不在清单中，是后加的。`, `${path} is not in the list: it was added.`));
    }
  }
  for (const path of [ENTRIES, KEYS, VERIFIER]) {
    if (!listed.has(path)) faults.push(bad(FILES, `清单缺少 ${path}。`, `The list lacks ${path}.`));
  }
  if (faults.length > 0) return faults;
  return [good(FILES, `${listed.size} 个文件都与清单一致。`, `${listed.size} files agree with the list.`)];
}

async function sealCheck(
  { manifest, files }: OpenedBundle,
  hashes: ReadonlyMap<string, string>,
  publicKeys: readonly string[],
  by: BundleVerification,
): Promise<BundleCheck> {
  const signature = utf8(files.get(MANIFEST_SIGNATURE));
  if (manifest.signedBy === UNSIGNED) {
    return signature === undefined
      ? remark(
          SEAL,
          '清单没有签名；内容仍由台账逐一证明。',
          'The list is not signed; the ledger still vouches for each file.',
        )
      : bad(SEAL, '清单写明未签名，却带有签名。', 'The list says it is unsigned, yet comes with a signature.');
  }
  if (signature === undefined) return bad(SEAL, '清单的签名缺失。', 'The signature of the list is missing.');
  if (!/^[0-9a-f]{128}$/.test(signature)) return bad(SEAL, '清单的签名残缺。', 'The signature of the list is damaged.');
  const hash = fromHex(hashes.get(MANIFEST) ?? '');
  const verdict = await by.verifySignature(publicKeys)(manifest.signedBy, hash, fromHex(signature));
  switch (verdict) {
    case 'valid':
      return good(SEAL, `由设备 ${manifest.signedBy} 签名，有效。`, `Signed by device ${manifest.signedBy}; valid.`);
    case 'unchecked':
      return remark(SEAL, '本机不能核验 Ed25519 签名，未核验。', 'This machine cannot check Ed25519: not checked.');
    case 'unknown-key':
      return bad(SEAL, '签名设备的公钥不在包内。', 'The key of the signing device is not in the bundle.');
    case 'invalid':
      return bad(SEAL, '清单的签名无效。', 'The signature of the list is not valid.');
  }
}

/** The public keys that the bundle brings; each must have the id that follows from it. */
async function readKeys(
  { files }: OpenedBundle,
  { digest }: BundleVerification,
): Promise<{ readonly publicKeys: readonly string[]; readonly checks: readonly BundleCheck[] }> {
  const publicKeys: string[] = [];
  const faults: BundleCheck[] = [];
  const text = utf8(files.get(KEYS)) ?? '';
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const [word, id, key, ...rest] = line.split(' ');
    const fits = word === KEY_WORD && isHash(key) && rest.length === 0;
    if (fits && toHex(await digest(fromHex(key))).slice(0, 32) === id) publicKeys.push(key);
    else faults.push(bad(DEVICES, `第 ${index + 1} 行与其编号不符。`, `Line ${index + 1} does not fit its id.`));
  }
  if (text !== '' && !text.endsWith('\n')) faults.push(bad(DEVICES, '公钥文件残缺。', 'The file of keys is cut off.'));
  return { publicKeys, checks: faults };
}

/** The lines of the ledger; each must be one canonical entry. */
function readLines({ files }: OpenedBundle): {
  readonly values: readonly unknown[];
  readonly stray: readonly number[];
} {
  const lines = (utf8(files.get(ENTRIES)) ?? '').split('\n');
  const stray: number[] = [];
  // A sound file ends in a line feed: what stands after the last one is a line cut off.
  if (lines.pop() !== '') stray.push(lines.length + 1);
  const values = lines.map((line, index) => {
    const value = parseJson(line);
    if (value === undefined || !isCanonical(value, line)) stray.push(index + 1);
    return value;
  });
  return { values, stray };
}

function isCanonical(value: unknown, line: string): boolean {
  try {
    return canonicalJson(value) === line;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function chainChecks(
  chain: ChainReport,
  stray: readonly number[],
  from: ChainHead | undefined,
): readonly BundleCheck[] {
  const faults = [
    ...chain.faults.map(({ sequence, position, why }) =>
      bad(
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

function signatureCheck({ signatures, faults, devices }: ChainReport): BundleCheck {
  const { valid, unsigned, unchecked } = signatures;
  const broken = faults.filter(({ kind }) => kind.endsWith('signature') || kind === 'unknown-key').length;
  const keys = devices.length > 0 ? devices.join(', ') : '—';
  if (broken > 0)
    return bad(
      SIGNATURES,
      `${broken} 个签名无效、缺失或无从核验。`,
      `${broken} signatures are invalid, missing or uncheckable.`,
    );
  if (unchecked > 0) {
    return remark(
      SIGNATURES,
      `本机不能核验 Ed25519 签名：${unchecked} 个签名未核验。`,
      `This machine cannot check Ed25519: ${unchecked} signatures were not checked.`,
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
async function knownHeadChecks(
  values: readonly unknown[],
  { manifest }: OpenedBundle,
  by: BundleVerification,
): Promise<readonly BundleCheck[]> {
  if (!by.expectedHead) return [];
  const { sequence, hash } = by.expectedHead;
  const { faults } = await verifyChain(values, {
    digest: by.digest,
    verifySignature: () => 'unchecked',
    expectedHead: by.expectedHead,
    from: manifest.from,
  });
  const fault = faults.find(({ kind }) => kind === 'truncated' || kind === 'head-mismatch');
  if (fault) return [bad(HEAD, `${say(fault.why, 'zh')}。`, `${say(fault.why, 'en')}.`)];
  return [
    good(
      HEAD,
      `第 ${sequence} 号与所给哈希 ${hash.slice(0, 16)}… 一致。`,
      `Entry ${sequence} agrees with the given hash ${hash.slice(0, 16)}….`,
    ),
  ];
}
