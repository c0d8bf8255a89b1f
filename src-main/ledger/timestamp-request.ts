import * as asn1js from 'asn1js';
import { fromHex } from './hex.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';

/**
 * A request for an RFC 3161 timestamp over a ledger entry's hash, as the DER of a `.tsq` file.
 * `nonce` is 8 or more random bytes, kept to check the answer; its highest bit is cleared so that it stays a positive
 * INTEGER of that length (see `timestampNonce`). The authority's certificate is asked for (§2.4.1 certReq).
 */
export function timestampRequest(hash: string, nonce: Uint8Array): Uint8Array {
  const request = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Sequence({
        value: [
          new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: SHA256 }), new asn1js.Null()] }),
          new asn1js.OctetString({ valueHex: fromHex(hash).buffer }),
        ],
      }),
      new asn1js.Integer({ valueHex: timestampNonce(nonce).slice().buffer }),
      new asn1js.Boolean({ value: true }),
    ],
  });
  return new Uint8Array(request.toBER());
}

/** The nonce as it stands in the request: the highest bit cleared, the next one set, so that no encoder shortens it. */
export function timestampNonce(random: Uint8Array): Uint8Array<ArrayBuffer> {
  if (random.length < 8) throw new TypeError('a nonce has at least 8 bytes');
  const nonce = Uint8Array.from(random);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  return nonce;
}
