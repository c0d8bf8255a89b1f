import { sentence } from '../../agreement/sentence.ts';
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import { nullValue, oid, sequence } from './der.ts';
import { OID } from './oids.ts';
import type { Certificate } from './x509.ts';

export type Digest = 'sha256' | 'sha384' | 'sha512';
export type SignatureAlgorithm = 'rsa-sha256' | 'ecdsa-sha256' | 'ecdsa-sha384' | 'ecdsa-sha512' | 'sm2-sm3';

/** Who can sign: a key from a P12 file today, a smart card or a signing service behind the same interface tomorrow. */
export interface Signer {
  readonly algorithm: SignatureAlgorithm;
  readonly certificate: Certificate;
  /** Issuers upwards, the root last if it is known. */
  readonly chain: readonly Certificate[];
  /** Signature value over `bytes` (not over their digest): PKCS#1 v1.5, or ECDSA as DER. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

interface AlgorithmFacts {
  readonly digest: Digest;
  readonly digestOid: string;
  readonly signatureOid: string;
  /** RSA's AlgorithmIdentifier carries NULL parameters, ECDSA's none (RFC 5754). */
  readonly parameters: boolean;
}

/** What can be signed with. SM2 is known by name, so that it can be refused in words. */
export const ALGORITHMS: Readonly<Record<Exclude<SignatureAlgorithm, 'sm2-sm3'>, AlgorithmFacts>> = {
  'rsa-sha256': { digest: 'sha256', digestOid: OID.sha256, signatureOid: OID.rsaEncryption, parameters: true },
  'ecdsa-sha256': { digest: 'sha256', digestOid: OID.sha256, signatureOid: OID.ecdsaSha256, parameters: false },
  'ecdsa-sha384': { digest: 'sha384', digestOid: OID.sha384, signatureOid: OID.ecdsaSha384, parameters: false },
  'ecdsa-sha512': { digest: 'sha512', digestOid: OID.sha512, signatureOid: OID.ecdsaSha512, parameters: false },
};

const CURVES: Readonly<Record<string, SignatureAlgorithm>> = {
  [OID.p256]: 'ecdsa-sha256',
  [OID.p384]: 'ecdsa-sha384',
  [OID.p521]: 'ecdsa-sha512',
  [OID.sm2Curve]: 'sm2-sm3',
};

/** The algorithm a certificate's key signs with; `undefined` for a kind of key that is not known here. */
export function algorithmOf(certificate: Pick<Certificate, 'keyAlgorithm' | 'curve'>): SignatureAlgorithm | undefined {
  if (certificate.keyAlgorithm === OID.rsaEncryption) return 'rsa-sha256';
  if (certificate.keyAlgorithm === OID.ecPublicKey) return CURVES[certificate.curve ?? ''];
  return undefined;
}

/** Plain words on SM2: the certificate is read and named, a signature with it is not made. */
export function sm2Refusal(): Refusal {
  return new Refusal(
    'sm2-unsupported',
    sentence('pdf.signer.sm2-unsupported'),
    sentence('pdf.signer.sm2-unsupported.next'),
  );
}

/** Facts of an algorithm that can be used; refuses SM2 in words. */
export function usableAlgorithm(algorithm: SignatureAlgorithm): AlgorithmFacts {
  if (algorithm === 'sm2-sm3') throw sm2Refusal();
  return ALGORITHMS[algorithm];
}

/** AlgorithmIdentifier of a digest or signature. */
export const algorithmIdentifier = (identifier: string, parameters: boolean): Uint8Array =>
  parameters ? sequence(oid(identifier), nullValue()) : sequence(oid(identifier));

export const digestOf = (digest: Digest, bytes: Uint8Array): Uint8Array => createHash(digest).update(bytes).digest();

/** Signs with a private key held in memory; nothing of it is written anywhere. */
export function keySigner(key: KeyObject, certificate: Certificate, chain: readonly Certificate[]): Signer {
  const algorithm = algorithmOf(certificate);
  if (algorithm === undefined) {
    throw new Refusal(
      'key-algorithm-unsupported',
      sentence('pdf.signer.key-algorithm-unsupported', { subjectName: certificate.subjectName }),
      sentence('pdf.signer.key-algorithm-unsupported.next'),
    );
  }
  const { digest } = usableAlgorithm(algorithm);
  return { algorithm, certificate, chain, sign: async (bytes) => sign(digest, bytes, { key, dsaEncoding: 'der' }) };
}

/** A private key from PKCS#8 DER. */
export const privateKey = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
