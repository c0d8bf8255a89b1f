import { type Sentence, sentence } from '../../agreement/sentence.ts';
import { createHash } from 'node:crypto';
import { Refusal } from '../../agreement/refusal.ts';
import {
  booleanTrue,
  concat,
  der,
  type Der,
  DerError,
  integer,
  numberOf,
  octetsOf,
  octetString,
  oid,
  oidOf,
  part,
  parts,
  readDer,
  sequence,
  setOf,
  TAG,
  timeOf,
} from './der.ts';
import { OID } from './oids.ts';
import { hashName } from './pkcs12-key.ts';
import { readSignedData, signatureFaults } from './signed-data.ts';
import { algorithmIdentifier } from './signer.ts';
import { lastSignature } from './signature-fields.ts';
import { trustOf, type Trust } from './trust.ts';
import type { Certificate } from './x509.ts';

/** What a timestamp token says about a signature value. */
export interface TimestampReport {
  readonly at: Date;
  readonly authority: string;
  readonly intact: boolean;
  readonly trust: Trust;
}

const refusal = (code: string, why: Sentence, cause?: unknown): Refusal =>
  new Refusal(code, sentence('pdf.timestamp.file-unchanged', { why }), sentence('pdf.timestamp.next'), { cause });

/** A timestamp query (RFC 3161, 2.4.1) over a signature value: SHA-256, certificate asked for. */
export function timestampRequest(signatureValue: Uint8Array, nonce?: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(signatureValue).digest();
  const imprint = sequence(algorithmIdentifier(OID.sha256, true), octetString(hash));
  return sequence(integer(1), imprint, ...(nonce ? [integer(nonce)] : []), booleanTrue());
}

/** The token of an answer (`.tsr`), or the token itself when the file is a bare one. */
function tokenOf(answer: Uint8Array): Der {
  const whole = readDer(answer);
  const [first, second] = parts(whole);
  if (first?.tag === TAG.oid) return whole;
  if (first?.tag !== TAG.sequence) throw new DerError('no timestamp answer');
  if (numberOf(part(first, 0, TAG.integer)) > 1 || !second) {
    throw refusal('timestamp-refused', sentence('pdf.timestamp.refused'));
  }
  return second;
}

interface TokenFacts {
  readonly at: Date;
  readonly hash: string;
  readonly imprint: Uint8Array;
  readonly info: Uint8Array;
}

function factsOf(token: Uint8Array): TokenFacts {
  const { content } = readSignedData(token);
  if (!content) throw new DerError('a token carries its content');
  const fields = parts(readDer(content));
  const imprint = fields[2];
  const time = fields.find(({ tag }) => tag === TAG.generalizedTime);
  if (!imprint || !time) throw new DerError('no TSTInfo');
  const hash = hashName(oidOf(part(part(imprint, 0), 0)));
  return { at: timeOf(time), hash, imprint: octetsOf(part(imprint, 1)), info: content };
}

/** Checks a token against the signature value it was asked for. */
export function checkTimestamp(
  token: Uint8Array,
  signatureValue: Uint8Array,
  roots: readonly Certificate[],
): TimestampReport {
  const { at, hash, imprint, info } = factsOf(token);
  const signed = readSignedData(token);
  const fits = createHash(hash).update(signatureValue).digest().equals(imprint);
  return {
    at,
    authority: signed.signer.subjectName,
    intact: fits && signatureFaults(signed, [info], false).length === 0,
    trust: trustOf(signed.signer, signed.certificates, roots, at),
  };
}

/** Refuses an answer that is not about this signature value; returns the token to embed. */
export function acceptTimestamp(answer: Uint8Array, signatureValue: Uint8Array): Uint8Array {
  try {
    const token = tokenOf(answer).raw;
    if (checkTimestamp(token, signatureValue, []).intact) return token;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw refusal('timestamp-unreadable', sentence('pdf.timestamp.unreadable'), cause);
  }
  throw refusal('timestamp-mismatch', sentence('pdf.timestamp.mismatch'));
}

/** Fetches a token at signing time: for `SignOptions.timestamp`. `ask` brings the authority's answer to a query. */
export const timestampWith =
  (ask: (query: Uint8Array) => Promise<Uint8Array>, nonce?: Uint8Array) =>
  async (signatureValue: Uint8Array): Promise<Uint8Array> =>
    acceptTimestamp(await ask(timestampRequest(signatureValue, nonce)), signatureValue);

/** First of two steps for a computer without network: the query over the last signature of a signed file, to be carried to the authority. */
export async function timestampQueryFor(pdf: Uint8Array, nonce?: Uint8Array): Promise<Uint8Array> {
  const { cms } = await lastSignature(pdf);
  return timestampRequest(readSignedData(cms).value, nonce);
}

/** Second step: puts the answer into the room that the signature reserved. Only the last signature can still take one. */
export async function embedTimestamp(pdf: Uint8Array, answer: Uint8Array): Promise<Uint8Array> {
  const { cms, opening, closing } = await lastSignature(pdf);
  const signed = readSignedData(cms);
  if (signed.unsignedAttributes) {
    throw refusal('timestamp-present', sentence('pdf.timestamp.present'));
  }
  const token = acceptTimestamp(answer, signed.value);
  const attribute = der(0xa1, sequence(oid(OID.timestampToken), setOf(token)));
  const stamped = withUnsigned(cms, attribute);
  const room = (closing - opening - 2) / 2;
  if (stamped.length > room) throw refusal('timestamp-too-large', sentence('pdf.timestamp.too-large'));
  const changed = pdf.slice();
  changed.set(
    new TextEncoder().encode(
      Buffer.from(stamped)
        .toString('hex')
        .padEnd(room * 2, '0'),
    ),
    opening + 1,
  );
  return changed;
}

/** The same CMS structure with an unsigned attribute after the signer's signature value. */
function withUnsigned(cms: Uint8Array, attribute: Uint8Array): Uint8Array {
  const outer = readDer(cms);
  const body = part(part(outer, 1), 0);
  const all = parts(body);
  const infos = all[all.length - 1];
  if (!infos) throw new DerError('no signer');
  const info = der(TAG.sequence, concat([part(infos, 0).content, attribute]));
  const head = all.slice(0, -1).map(({ raw }) => raw);
  return sequence(oid(OID.signedData), der(0xa0, sequence(...head, der(TAG.set, info))));
}
