import { createHash } from 'node:crypto';
import { canonicalText } from './canonical.ts';
import type { Clause } from './model.ts';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The fingerprint of a version: SHA-256 (hex) of its canonical text. */
export function fingerprint(document: { readonly clauses: readonly Pick<Clause, 'number' | 'text'>[] }): string {
  return sha256(canonicalText(document));
}
