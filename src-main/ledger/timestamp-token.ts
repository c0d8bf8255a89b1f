import * as asn1js from 'asn1js';
import type { ContentInfo } from 'pkijs';
import { Certificate, SignedData, type SignerInfo, TimeStampResp, TSTInfo } from 'pkijs';
import { toHex } from './hex.ts';

/** A timestamp answer taken apart; nothing in it is verified yet. */
export type TimestampAnswer =
  | { readonly granted: false; readonly status: number; readonly words: string }
  | {
      readonly granted: true;
      readonly info: TSTInfo;
      /** The bytes that `info` was read from: what is signed. */
      readonly content: Uint8Array<ArrayBuffer>;
      readonly signer: SignerInfo;
      readonly certificates: readonly TokenCertificate[];
    };

/** A certificate with the very bytes that it came in: encoding it again could change its hash. */
export interface TokenCertificate {
  readonly certificate: Certificate;
  readonly der: Uint8Array<ArrayBuffer>;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** An answer is a few kilobytes; more is something else. */
const MOST_BYTES = 1024 * 1024;

/** Takes a `.tsr` apart. @throws Error when it is none, with what is wrong. */
export function readTimestamp(response: Uint8Array): TimestampAnswer {
  if (response.length > MOST_BYTES) throw new Error('larger than a timestamp');
  const bytes = Uint8Array.from(response);
  const parsed = asn1js.fromBER(bytes.buffer);
  if (parsed.offset !== bytes.length) throw new Error('no DER, or bytes after it');
  const answer = TimeStampResp.fromBER(bytes.buffer);
  const { status, statusStrings } = answer.status;
  // 0 granted, 1 granted with modifications; anything above is a refusal (RFC 3161 §2.4.2).
  if (!answer.timeStampToken || Number(status) > 1) {
    return { granted: false, status, words: (statusStrings ?? []).map((text) => text.valueBlock.value).join(' ') };
  }
  return readToken(answer.timeStampToken);
}

function readToken(token: ContentInfo): TimestampAnswer {
  if (token.contentType !== SIGNED_DATA) throw new Error('the token is no signed data');
  const signed = new SignedData({ schema: token.content });
  const { eContentType, eContent } = signed.encapContentInfo;
  if (eContentType !== TST_INFO || !eContent) throw new Error('the token holds no timestamp');
  const [signer, ...more] = signed.signerInfos;
  if (!signer || more.length > 0) throw new Error('a timestamp has exactly one signer');
  const content = new Uint8Array(eContent.getValue().slice(0));
  const info = TSTInfo.fromBER(content.buffer);
  if (Number.isNaN(info.genTime.getTime())) throw new Error('the timestamp holds no time');
  return {
    granted: true,
    info,
    content,
    signer,
    certificates: certificatesOf(token),
  };
}

/** The certificates of a signed data (RFC 5652 §5.1: the field tagged [0]), as they came. */
function certificatesOf(token: ContentInfo): readonly TokenCertificate[] {
  const signedData = token.content as unknown;
  if (!(signedData instanceof asn1js.Sequence)) throw new Error('the signed data is no sequence');
  const field = signedData.valueBlock.value.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  if (!(field instanceof asn1js.Constructed)) return [];
  return field.valueBlock.value
    .filter((block) => block instanceof asn1js.Sequence)
    .map((block) => {
      const der = Uint8Array.from(block.valueBeforeDecodeView);
      return { certificate: Certificate.fromBER(der.buffer), der };
    });
}

/** Hex of an INTEGER without the zero byte that only keeps it positive. */
export function integerHex(integer: asn1js.Integer): string {
  return toHex(new Uint8Array(integer.valueBlock.valueHexView)).replace(/^(?:00)+(?=..)/, '');
}
