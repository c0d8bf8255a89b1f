import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import { type Der, DerError, numberOf, octetsOf, oidOf, part, parts, readDer, sameBytes, TAG } from './der.ts';
import { OID } from './oids.ts';
import {
  decryptWithPassword,
  integrityHolds,
  type PasswordReading,
  passwordReadings,
  UnknownAlgorithm,
} from './pkcs12-key.ts';
import { algorithmOf, keySigner, privateKey, type Signer, sm2Refusal } from './signer.ts';
import { type Certificate, readCertificate } from './x509.ts';

/** What a P12 file holds, before anything is matched. Keys are PKCS#8 DER. */
interface Contents {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly Certificate[];
}

const refuse = (code: string, zh: string, en: string, nextZh: string, nextEn: string, cause?: unknown): Refusal =>
  new Refusal(code, { zh, en }, { zh: nextZh, en: nextEn }, { cause });

const notP12 = (cause?: unknown): Refusal =>
  refuse(
    'p12-unreadable',
    '这不是可读的 PKCS#12（.p12 / .pfx）证书文件，没有签署任何文件。',
    'This is not a readable PKCS#12 (.p12, .pfx) file; nothing was signed.',
    '请选择导出时带私钥的 .p12 或 .pfx 文件；.cer、.crt 只有证书，不能签名。',
    'Choose a .p12 or .pfx file exported with its private key; .cer and .crt hold only the certificate.',
    cause,
  );

const wrongPassword = (cause?: unknown): Refusal =>
  refuse(
    'wrong-password',
    '证书密码不对，或证书文件已损坏；没有签署任何文件，密码没有保存。',
    'The password is wrong or the file is damaged; nothing was signed and the password was not kept.',
    '请重新输入密码，注意大小写和全角半角；仍不对，请重新导出证书文件。',
    'Enter the password again, minding case and full-width characters; if it still fails, export the file again.',
    cause,
  );

const unknownAlgorithm = (cause: UnknownAlgorithm): Refusal =>
  refuse(
    'p12-algorithm-unsupported',
    `证书文件使用了不支持的加密算法（${cause.message}），没有签署任何文件。`,
    `The file uses an algorithm that is not supported (${cause.message}); nothing was signed.`,
    '请以 AES-256 或 3DES 方式重新导出证书文件。',
    'Export the file again with AES-256 or triple DES.',
    cause,
  );

/** The authenticated safe's bytes and the integrity code around them. */
function outer(bytes: Uint8Array): { content: Uint8Array; mac: Der | undefined } {
  const pfx = readDer(bytes);
  const [version, safe, mac] = parts(pfx);
  if (
    pfx.tag !== TAG.sequence ||
    version?.tag !== TAG.integer ||
    numberOf(version) !== 3 ||
    !safe ||
    oidOf(part(safe, 0)) !== OID.data
  ) {
    throw new DerError('not a PFX');
  }
  return { content: octetsOf(part(part(safe, 1), 0)), mac };
}

function openSafe(info: Der, password: PasswordReading): Uint8Array {
  const kind = oidOf(part(info, 0));
  if (kind === OID.data) return octetsOf(part(part(info, 1), 0));
  if (kind !== OID.encryptedData) throw new UnknownAlgorithm(kind);
  const encrypted = part(part(part(info, 1), 0), 1, TAG.sequence);
  const [, algorithm, text] = parts(encrypted);
  if (!algorithm || !text) throw new DerError('no encrypted content');
  return decryptWithPassword(algorithm, password, octetsOf(text));
}

function readBags(safe: Uint8Array, password: PasswordReading): Contents {
  const keys: Uint8Array[] = [];
  const certificates: Certificate[] = [];
  for (const bag of parts(readDer(safe))) {
    const kind = oidOf(part(bag, 0));
    const value = part(part(bag, 1), 0);
    if (kind === OID.keyBag) keys.push(value.raw);
    if (kind === OID.shroudedKeyBag) {
      keys.push(decryptWithPassword(part(value, 0), password, octetsOf(part(value, 1))));
    }
    if (kind === OID.certificateBag && oidOf(part(value, 0)) === OID.x509Certificate) {
      certificates.push(readCertificate(octetsOf(part(part(value, 1), 0))));
    }
  }
  return { keys, certificates };
}

function readContents(bytes: Uint8Array, password: string): Contents {
  const { content, mac } = outer(bytes);
  const readings = passwordReadings(password);
  const reading = mac ? readings.find((candidate) => integrityHolds(mac, content, candidate)) : readings[0];
  if (!reading) throw wrongPassword();
  const safes = parts(readDer(content)).map((info) => {
    try {
      return readBags(openSafe(info, reading), reading);
    } catch (cause) {
      // a file without integrity code shows a wrong password only here
      if (cause instanceof UnknownAlgorithm || (mac && cause instanceof DerError)) throw cause;
      throw wrongPassword(cause);
    }
  });
  return { keys: safes.flatMap(({ keys }) => keys), certificates: safes.flatMap(({ certificates }) => certificates) };
}

/** Is this PKCS#8 key an SM2 key? Its curve stands in the algorithm identifier. */
function isSm2(pkcs8: Uint8Array): boolean {
  const parameters = parts(part(readDer(pkcs8), 1, TAG.sequence))[1];
  return parameters?.tag === TAG.oid && oidOf(parameters) === OID.sm2Curve;
}

/** The certificate that belongs to the key: same SubjectPublicKeyInfo. */
function matching(key: KeyObject, certificates: readonly Certificate[]): Certificate | undefined {
  const own = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }));
  const ownBits = part(readDer(own), 1, TAG.bitString).raw;
  return certificates.find(({ publicKey }) => sameBytes(part(readDer(publicKey), 1).raw, ownBits));
}

/** Issuers upwards from a leaf, as far as the file has them. */
export function chainOf(leaf: Certificate, certificates: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = [];
  let current = leaf;
  while (!sameBytes(current.issuer, current.subject) && chain.length < certificates.length) {
    const { issuer } = current;
    const next = certificates.find((candidate) => sameBytes(candidate.subject, issuer) && candidate !== leaf);
    if (!next || chain.includes(next)) break;
    chain.push(next);
    current = next;
  }
  return chain;
}

const noKey = (): Refusal =>
  refuse(
    'p12-no-key',
    '证书文件里没有私钥，不能签名。',
    'The file holds no private key; it cannot sign.',
    '请重新导出，并勾选“导出私钥”。',
    'Export it again together with the private key.',
  );

const noMatch = (): Refusal =>
  refuse(
    'p12-key-mismatch',
    '证书文件里的私钥与其中任何一张证书都不配对，没有签署任何文件。',
    'The private key in the file belongs to none of its certificates; nothing was signed.',
    '请向颁发机构重新导出配对的证书和私钥。',
    'Export the matching certificate and key again from the issuer.',
  );

/**
 * Opens a PKCS#12 file and gives the signer in it. Refuses, each in words: not a P12, wrong password, no key, key without its
 * certificate, SM2, unknown algorithms. Validity and key usage are checked when it signs, at the time of signing.
 */
export function openP12(bytes: Uint8Array, password: string): Signer {
  let contents: Contents;
  try {
    contents = readContents(bytes, password);
  } catch (cause) {
    if (cause instanceof DerError || cause instanceof RangeError) throw notP12(cause);
    if (cause instanceof UnknownAlgorithm) throw unknownAlgorithm(cause);
    throw cause;
  }
  const { keys, certificates } = contents;
  if (keys.length === 0) throw noKey();
  if (keys.some(isSm2) || certificates.some((certificate) => algorithmOf(certificate) === 'sm2-sm3'))
    throw sm2Refusal();
  for (const pkcs8 of keys) {
    const key = privateKey(pkcs8);
    const certificate = matching(key, certificates);
    if (certificate) return keySigner(key, certificate, chainOf(certificate, certificates));
  }
  throw noMatch();
}
