import { X509Certificate } from 'node:crypto';
import type { SiteCertificate } from '../../../contract/evidence/captures.ts';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/u;

/** The first certificate of a file that a browser exported, as PEM or DER: that of the site, before those that vouch for it. */
export function certificateIn(bytes: Uint8Array): X509Certificate | undefined {
  const pem = PEM.exec(new TextDecoder('latin1').decode(bytes))?.[0];
  // A DER certificate is a sequence of a long length.
  if (pem === undefined && !(bytes[0] === 0x30 && bytes[1] === 0x82)) return undefined;
  try {
    return new X509Certificate(pem ?? bytes);
  } catch {
    return undefined;
  }
}

const oneLine = (name: string): string => name.replaceAll('\n', ', ');

/** What a certificate says of itself, as a record sheet names it. */
export function factsOf(certificate: X509Certificate): SiteCertificate {
  const { subject, issuer, serialNumber, validFrom, validTo, fingerprint256 } = certificate;
  return {
    subject: oneLine(subject),
    issuer: oneLine(issuer),
    serial: serialNumber,
    from: new Date(validFrom).toISOString(),
    to: new Date(validTo).toISOString(),
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

/** Whether a certificate is of the host of an address. */
export const isOfHost = (certificate: X509Certificate, address: string): boolean =>
  certificate.checkHost(new URL(address).hostname) !== undefined;
