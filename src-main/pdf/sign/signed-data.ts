import { constants, createHash, createPublicKey, verify } from 'node:crypto';
import { concat, type Der, DerError, octetsOf, oidOf, part, parts, readDer, sameBytes, TAG } from './der.ts';
import { OID } from './oids.ts';
import { hashName } from './pkcs12-key.ts';
import { algorithmOf } from './signer.ts';
import { type Certificate, readCertificate } from './x509.ts';

/** A read CMS SignedData with its first signer (RFC 5652, 5). */
export interface SignedData {
  /** The content carried inside, if any: a timestamp's TSTInfo. */
  readonly content: Uint8Array | undefined;
  readonly certificates: readonly Certificate[];
  readonly signer: Certificate;
  readonly digest: string;
  readonly signatureAlgorithm: string;
  readonly signedAttributes: Der;
  readonly value: Uint8Array;
  readonly unsignedAttributes: Der | undefined;
}

/** Value of an attribute by type. */
export function attributeOf(attributes: Der | undefined, type: string): Der | undefined {
  const found = attributes ? parts(attributes).find((attribute) => oidOf(part(attribute, 0)) === type) : undefined;
  return found ? part(part(found, 1), 0) : undefined;
}

/** Reads SignedData with signed attributes; throws `DerError` for anything else. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const outer = readDer(bytes);
  if (oidOf(part(outer, 0)) !== OID.signedData) throw new DerError('not signed data');
  const body = part(part(outer, 1), 0, TAG.sequence);
  const all = parts(body);
  const carried = parts(all[2] ?? body)[1];
  const certificates = all
    .filter(({ tag }, index) => tag === 0xa0 && index > 2)
    .flatMap((set) =>
      parts(set)
        .filter(({ tag }) => tag === TAG.sequence)
        .map(({ raw }) => readCertificate(raw)),
    );
  const info = part(all[all.length - 1] ?? body, 0, TAG.sequence);
  const fields = parts(info);
  const [, identifier, digestAlgorithm, signedAttributes, signatureAlgorithm, value] = fields;
  if (!identifier || !digestAlgorithm || signedAttributes?.tag !== 0xa0 || !signatureAlgorithm || !value) {
    throw new DerError('no signed attributes');
  }
  const [issuer, serial] = identifier.tag === TAG.sequence ? parts(identifier) : [];
  const signer = certificates.find((each) =>
    issuer && serial
      ? sameBytes(each.issuer, issuer.raw) && sameBytes(each.serial, serial.raw)
      : isBound(each, signedAttributes),
  );
  if (!signer) throw new DerError('the signer’s certificate is not in the signature');
  return {
    content: carried ? octetsOf(part(carried, 0)) : undefined,
    certificates,
    signer,
    digest: hashName(oidOf(part(digestAlgorithm, 0))),
    signatureAlgorithm: oidOf(part(signatureAlgorithm, 0)),
    signedAttributes,
    value: octetsOf(value),
    unsignedAttributes: fields.find(({ tag }) => tag === 0xa1),
  };
}

/** Does signing-certificate-v2 name this certificate? (RFC 5035; the hash is SHA-256 unless it says otherwise.) */
function isBound(certificate: Certificate, signedAttributes: Der): boolean {
  const attribute = attributeOf(signedAttributes, OID.signingCertificateV2);
  if (!attribute) return false;
  const first = parts(part(part(attribute, 0), 0));
  const named = first[0]?.tag === TAG.sequence ? hashName(oidOf(part(first[0], 0))) : 'sha256';
  const hash = first.find(({ tag }) => tag === TAG.octetString);
  return hash !== undefined && createHash(named).update(certificate.raw).digest().equals(octetsOf(hash));
}

export type SignatureFault = 'digest-differs' | 'signature-wrong' | 'certificate-not-bound' | 'sm2-unsupported';

const RSA_PSS = '1.2.840.113549.1.1.10';

function signatureHolds({ signer, digest, signatureAlgorithm, signedAttributes, value }: SignedData): boolean {
  const key = createPublicKey({ key: Buffer.from(signer.publicKey), format: 'der', type: 'spki' });
  const signed = concat([Uint8Array.of(TAG.set), signedAttributes.raw.subarray(1)]);
  const padding =
    signatureAlgorithm === RSA_PSS
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : {};
  return verify(digest, signed, { key, dsaEncoding: 'der', ...padding }, value);
}

/** Everything wrong with a signature over `content`; `bound`: PAdES asks for signing-certificate-v2, timestamps may use the older form. */
export function signatureFaults(
  signed: SignedData,
  content: readonly Uint8Array[],
  bound: boolean,
): readonly SignatureFault[] {
  if (algorithmOf(signed.signer) === 'sm2-sm3') return ['sm2-unsupported'];
  const hash = createHash(signed.digest);
  for (const piece of content) hash.update(piece);
  const expected = attributeOf(signed.signedAttributes, OID.messageDigest);
  const faults: SignatureFault[] = [];
  if (!expected || !hash.digest().equals(octetsOf(expected))) faults.push('digest-differs');
  if (!signatureHolds(signed)) faults.push('signature-wrong');
  if (bound && !isBound(signed.signer, signed.signedAttributes)) faults.push('certificate-not-bound');
  return faults;
}
