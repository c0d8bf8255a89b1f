import iconv from 'iconv-lite';
import { decode } from './encoding.ts';

/** Bytes below which a text is decoded at once. */
const SMALL = 256 * 1024;
/** Bytes that tell the encoding of a longer one, and bytes of one slice. */
const SAMPLE = 128 * 1024;

/** Up to the last line end of the sample, where no character is cut in two; one of two bytes may have its second one behind. */
function beginning(bytes: Uint8Array): Uint8Array {
  const at = bytes.subarray(0, SAMPLE).lastIndexOf(0x0a);
  return bytes.subarray(0, at < 0 ? SAMPLE : bytes[at + 1] === 0 ? at + 2 : at + 1);
}

/**
 * Decodes a text of any size slice by slice; its encoding is told from its beginning.
 * @throws Refusal as `decode`
 */
export function* decoding(
  bytes: Uint8Array,
  encoding?: string,
): Generator<void, { readonly text: string; readonly encoding: string }> {
  if (bytes.length <= SMALL) return decode(bytes, encoding);
  const { encoding: found } = decode(beginning(bytes), encoding);
  const decoder = iconv.getDecoder(found);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += SAMPLE) {
    const slice = bytes.subarray(at, at + SAMPLE);
    parts.push(decoder.write(Buffer.from(slice.buffer, slice.byteOffset, slice.byteLength)));
    yield;
  }
  return { text: parts.join('') + (decoder.end() ?? ''), encoding: found };
}
