import { sentence } from '../../agreement/sentence.ts';
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import {
  bitString,
  booleanTrue,
  der,
  integer,
  octetString,
  oid,
  part,
  printableString,
  readDer,
  sequence,
  setOf,
  tagged,
  time,
  utf8String,
} from './der.ts';
import { OID } from './oids.ts';
import { algorithmIdentifier, keySigner, type Signer } from './signer.ts';
import { type Certificate, readCertificate, SELF_ISSUED_UNIT } from './x509.ts';

export type LocalKeyKind = 'ec-p256' | 'rsa-2048';

/** A certificate authority of one company, on this computer only. */
export interface LocalRoot {
  readonly certificate: Certificate;
  readonly key: KeyObject;
}

/** A signing certificate with its key, and the local root that issued it. */
export interface LocalIdentity extends LocalRoot {
  readonly root: LocalRoot;
  readonly signer: Signer;
}

export interface LocalIdentityRequest {
  /** Person who signs, or the company's seal name. */
  readonly name: string;
  readonly company: string;
  readonly kind?: LocalKeyKind | undefined;
  /** Start of validity; passed in, never the clock. */
  readonly at: Date;
  /** Years of validity, 1–10; three unless told. */
  readonly years?: number | undefined;
  /** Issue from this root instead of a new one: two signers of one company share a root. */
  readonly root?: LocalRoot | undefined;
}

/** NSS never trusts a self-signed leaf: every identity is a root and a leaf issued by it. */
const ROOT_NAME = '签阅自签发根证书 Self-issued root';

const attribute = (type: string, value: Uint8Array): Uint8Array => setOf(sequence(oid(type), value));

const distinguishedName = (commonName: string, company: string): Uint8Array =>
  sequence(
    attribute(OID.country, printableString('CN')),
    attribute(OID.organisation, utf8String(company)),
    attribute(OID.organisationalUnit, utf8String(SELF_ISSUED_UNIT)),
    attribute(OID.commonName, utf8String(commonName)),
  );

/** RFC 5280, 4.2.1.2 (1): SHA-1 of the key bits. An identifier, not a protection. */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  return createHash('sha1')
    .update(part(readDer(publicKey), 1).content.subarray(1))
    .digest();
}

const extension = (type: string, critical: boolean, value: Uint8Array): Uint8Array =>
  critical ? sequence(oid(type), booleanTrue(), octetString(value)) : sequence(oid(type), octetString(value));

interface Draft {
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly issuerKey: KeyObject;
  readonly issuerPublicKey: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly authority: boolean;
}

function issue(draft: Draft): Certificate {
  const algorithm =
    draft.issuerKey.asymmetricKeyType === 'rsa'
      ? algorithmIdentifier(OID.sha256WithRsa, true)
      : algorithmIdentifier(OID.ecdsaSha256, false);
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  // key usage bits: certificate and CRL signing for the root, digital signature and non-repudiation for the leaf
  const usage = draft.authority ? bitString(Uint8Array.of(0x06), 1) : bitString(Uint8Array.of(0xc0), 6);
  const extensions = sequence(
    extension(OID.basicConstraints, true, draft.authority ? sequence(booleanTrue(), integer(0)) : sequence()),
    extension(OID.keyUsage, true, usage),
    extension(OID.subjectKeyIdentifier, false, octetString(keyIdentifier(draft.publicKey))),
    extension(OID.authorityKeyIdentifier, false, sequence(der(0x80, keyIdentifier(draft.issuerPublicKey)))),
  );
  const body = sequence(
    tagged(0, integer(2)),
    integer(serial),
    algorithm,
    draft.issuer,
    sequence(time(draft.notBefore), time(draft.notAfter)),
    draft.subject,
    draft.publicKey,
    tagged(3, extensions),
  );
  const signature = sign('sha256', body, { key: draft.issuerKey, dsaEncoding: 'der' });
  return readCertificate(sequence(body, algorithm, bitString(signature)));
}

function keyPair(kind: LocalKeyKind): { key: KeyObject; publicKey: Uint8Array } {
  const { privateKey, publicKey } =
    kind === 'rsa-2048'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return { key: privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }) };
}

function endOfValidity(at: Date, years: number): Date {
  const end = new Date(at);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}

/**
 * Makes a signing certificate inside the app: a local root (unless one is given) and a leaf issued by it. Both say in their own
 * subject that they are self-issued; a signature with it proves "not altered since", not who signed or when.
 */
export function makeLocalIdentity(request: LocalIdentityRequest): LocalIdentity {
  const { name, company, kind = 'ec-p256', at, years = 3 } = request;
  if (name.trim() === '' || company.trim() === '' || years < 1 || years > 10) {
    throw new Refusal(
      'certificate-request-incomplete',
      sentence('pdf.certificate.certificate-request-incomplete'),
      sentence('pdf.certificate.certificate-request-incomplete.next'),
    );
  }
  const notAfter = endOfValidity(at, years);
  const root = request.root ?? makeRoot(company, kind, at, notAfter);
  const pair = keyPair(kind);
  const certificate = issue({
    subject: distinguishedName(name, company),
    issuer: root.certificate.subject,
    publicKey: pair.publicKey,
    issuerKey: root.key,
    issuerPublicKey: root.certificate.publicKey,
    notBefore: at,
    notAfter: notAfter < root.certificate.notAfter ? notAfter : root.certificate.notAfter,
    authority: false,
  });
  return { certificate, key: pair.key, root, signer: keySigner(pair.key, certificate, [root.certificate]) };
}

function makeRoot(company: string, kind: LocalKeyKind, at: Date, notAfter: Date): LocalRoot {
  const pair = keyPair(kind);
  const subject = distinguishedName(ROOT_NAME, company);
  const certificate = issue({
    subject,
    issuer: subject,
    publicKey: pair.publicKey,
    issuerKey: pair.key,
    issuerPublicKey: pair.publicKey,
    notBefore: at,
    notAfter,
    authority: true,
  });
  return { certificate, key: pair.key };
}
