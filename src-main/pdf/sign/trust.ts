import { X509Certificate } from 'node:crypto';
import { sameBytes } from './der.ts';
import { chainOf } from './p12.ts';
import type { Certificate } from './x509.ts';

/** How far a certificate can be believed, given the roots that the person trusts. */
export type Trust = 'trusted' | 'unknown-issuer' | 'not-valid-then' | 'broken-chain';

const signedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  new X509Certificate(certificate.raw).verify(new X509Certificate(issuer.raw).publicKey);

const validAt = ({ notBefore, notAfter }: Certificate, at: Date): boolean => at >= notBefore && at <= notAfter;

/**
 * Follows the chain up to a given root: each certificate signed by the next, each issuer an authority, all valid at `at`.
 * Revocation is not asked for: that needs a network.
 */
export function trustOf(
  leaf: Certificate,
  brought: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Trust {
  const path = [leaf, ...chainOf(leaf, [...brought, ...roots])];
  const sound = path.every((certificate, index) => {
    const issuer = path[index + 1];
    return issuer === undefined || (issuer.authority && signedBy(certificate, issuer));
  });
  if (!sound) return 'broken-chain';
  const top = path[path.length - 1] ?? leaf;
  if (!roots.some(({ raw }) => sameBytes(raw, top.raw))) return 'unknown-issuer';
  return path.every((certificate) => validAt(certificate, at)) ? 'trusted' : 'not-valid-then';
}
