import { concat, integer, octetString, oid, sequence, setOf, tagged } from './der.ts';
import { OID } from './oids.ts';
import { algorithmIdentifier, digestOf, type Signer, usableAlgorithm } from './signer.ts';

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/** A SET carried as `[0] IMPLICIT`: the same bytes but for the tag. */
const retagged = (set: Uint8Array): Uint8Array => concat([Uint8Array.of(0xa0), set.subarray(1)]);

/** ESSCertIDv2 with SHA-256 as the default algorithm (RFC 5035, 3): binds the signature to this very certificate. */
const signingCertificate = (certificate: Uint8Array): Uint8Array =>
  sequence(sequence(sequence(octetString(digestOf('sha256', certificate)))));

/** A made signature: the CMS structure and the bare signature value that a timestamp is asked for. */
export interface DetachedSignature {
  readonly cms: Uint8Array;
  readonly value: Uint8Array;
}

/**
 * Detached CMS signature of PAdES baseline B-B (ETSI EN 319 142-1, 6.3; RFC 5652): content type, message digest and
 * signing-certificate-v2 are signed; signing-time is left out as the baseline demands, the time stands in the PDF's /M.
 */
export async function signDetached(
  signer: Signer,
  contentDigest: Uint8Array,
  timestamp?: (value: Uint8Array) => Promise<Uint8Array>,
): Promise<DetachedSignature> {
  const { digestOid, signatureOid, parameters } = usableAlgorithm(signer.algorithm);
  const { certificate, chain } = signer;
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octetString(contentDigest)),
    attribute(OID.signingCertificateV2, signingCertificate(certificate.raw)),
  ];
  // signed as SET OF, carried as [0] (RFC 5652, 5.4)
  const signed = setOf(...attributes);
  const value = await signer.sign(signed);
  const token = timestamp ? await timestamp(value) : undefined;
  const digestAlgorithm = algorithmIdentifier(digestOid, false);
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer, certificate.serial),
    digestAlgorithm,
    retagged(signed),
    algorithmIdentifier(signatureOid, parameters),
    octetString(value),
    ...(token ? [tagged(1, attribute(OID.timestampToken, token))] : []),
  );
  const cms = sequence(
    oid(OID.signedData),
    tagged(
      0,
      sequence(
        integer(1),
        setOf(digestAlgorithm),
        sequence(oid(OID.data)),
        retagged(setOf(certificate.raw, ...chain.map(({ raw }) => raw))),
        setOf(signerInfo),
      ),
    ),
  );
  return { cms, value };
}
