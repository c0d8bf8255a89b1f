import { type Der, DerError, oidOf, part, parts, readDer, TAG, textOf, timeOf } from './der.ts';
import { OID } from './oids.ts';

/** What signing and checking need of an X.509 certificate (RFC 5280); names and key stay the raw bytes they were. */
export interface Certificate {
  readonly raw: Uint8Array;
  /** INTEGER element, as written. */
  readonly serial: Uint8Array;
  /** Name elements, as written. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuerName: string;
  readonly subjectName: string;
  readonly organisation: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, as written. */
  readonly publicKey: Uint8Array;
  readonly keyAlgorithm: string;
  /** Curve of an EC key. */
  readonly curve?: string | undefined;
  readonly authority: boolean;
  /** Bits of the key usage extension, `undefined` where it is absent and every use is allowed. */
  readonly keyUsage?:
    | { readonly digitalSignature: boolean; readonly nonRepudiation: boolean; readonly certificateSigning: boolean }
    | undefined;
  /** Made by its own holder, here or elsewhere: proves "not altered since", not who signed. */
  readonly selfIssued: boolean;
}

/** Stands in the organisational unit of every certificate that the app makes, and cannot be switched off. */
export const SELF_ISSUED_UNIT = '自签发证书 Self-issued';

function nameText(name: Der, type: string): string {
  for (const set of parts(name)) {
    for (const attribute of parts(set)) if (oidOf(part(attribute, 0)) === type) return textOf(part(attribute, 1));
  }
  return '';
}

/** Common name, else the organisation: some seals' certificates have no common name. */
const displayName = (name: Der): string => nameText(name, OID.commonName) || nameText(name, OID.organisation);

const isOurUnit = (name: Der): boolean => nameText(name, OID.organisationalUnit) === SELF_ISSUED_UNIT;

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

function extensionsOf(tbs: readonly Der[]): ReadonlyMap<string, Der> {
  const list = tbs.find(({ tag }) => tag === 0xa3);
  if (!list) return new Map();
  return new Map(
    parts(part(list, 0, TAG.sequence)).map((extension) => {
      const fields = parts(extension);
      const value = fields[fields.length - 1];
      return [oidOf(part(extension, 0)), readDer(value?.content ?? new Uint8Array())];
    }),
  );
}

function usageOf(extension: Der | undefined): Certificate['keyUsage'] {
  if (!extension) return undefined;
  const bits = extension.content[1] ?? 0;
  return {
    digitalSignature: (bits & 0x80) !== 0,
    nonRepudiation: (bits & 0x40) !== 0,
    certificateSigning: (bits & 0x04) !== 0,
  };
}

/** Reads one DER certificate; throws `DerError` when it is none. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const whole = readDer(bytes);
  const all = parts(part(whole, 0, TAG.sequence));
  // version is optional; the fields after it keep their order
  const [serial, , issuer, validity, subject, publicKey] = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  if (!serial || !issuer || !validity || !subject || !publicKey) throw new DerError('not a certificate');
  const algorithm = part(publicKey, 0, TAG.sequence);
  const parameters = parts(algorithm)[1];
  const extensions = extensionsOf(all);
  const constraints = extensions.get(OID.basicConstraints);
  return {
    raw: whole.raw,
    serial: serial.raw,
    issuer: issuer.raw,
    subject: subject.raw,
    issuerName: displayName(issuer),
    subjectName: displayName(subject),
    organisation: nameText(subject, OID.organisation),
    notBefore: timeOf(part(validity, 0)),
    notAfter: timeOf(part(validity, 1)),
    publicKey: publicKey.raw,
    keyAlgorithm: oidOf(part(algorithm, 0)),
    curve: parameters?.tag === TAG.oid ? oidOf(parameters) : undefined,
    authority: constraints !== undefined && parts(constraints)[0]?.tag === TAG.boolean,
    keyUsage: usageOf(extensions.get(OID.keyUsage)),
    selfIssued: isSame(issuer.raw, subject.raw) || [subject, issuer].some(isOurUnit),
  };
}
