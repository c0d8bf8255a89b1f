import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import { sentence } from '../../agreement/sentence.ts';
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

const notP12 = (cause?: unknown): Refusal =>
  new Refusal('p12-unreadable', sentence('pdf.p12.unreadable'), sentence('pdf.p12.unreadable.next'), { cause });

const wrongPassword = (cause?: unknown): Refusal =>
  new Refusal('wrong-password', sentence('pdf.p12.wrong-password'), sentence('pdf.p12.wrong-password.next'), { cause });

const unknownAlgorithm = (cause: UnknownAlgorithm): Refusal =>
  new Refusal(
    'p12-algorithm-unsupported',
    sentence('pdf.p12.algorithm-unsupported', { message: cause.message }),
    sentence('pdf.p12.algorithm-unsupported.next'),
    { cause },
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

const noKey = (): Refusal => new Refusal('p12-no-key', sentence('pdf.p12.no-key'), sentence('pdf.p12.no-key.next'));

const noMatch = (): Refusal =>
  new Refusal('p12-key-mismatch', sentence('pdf.p12.key-mismatch'), sentence('pdf.p12.key-mismatch.next'));

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
