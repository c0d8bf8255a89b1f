/**
 * ASN.1 in DER (ITU-T X.690), as much of it as certificates, CMS and PKCS#12 need. Certificates and names are always handed on as
 * the bytes they came in: encoding them again would break the digests that others took of them.
 */

/** One element. `raw` is tag, length and content; `content` is the content alone. */
export interface Der {
  readonly tag: number;
  readonly raw: Uint8Array;
  readonly content: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
} as const;

/** Thrown for bytes that are no such structure; callers say in words what that means for the person. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

const CONSTRUCTED = 0x20;

function lengthAt(bytes: Uint8Array, at: number): { length: number | undefined; next: number } {
  const first = bytes[at];
  if (first === undefined) throw new DerError('truncated length');
  if (first === 0x80) return { length: undefined, next: at + 1 };
  if (first < 0x80) return { length: first, next: at + 1 };
  const size = first & 0x7f;
  if (size > 4 || at + 1 + size > bytes.length) throw new DerError('length out of range');
  let length = 0;
  for (let index = 0; index < size; index += 1) length = length * 256 + (bytes[at + 1 + index] ?? 0);
  return { length, next: at + 1 + size };
}

/** End of the contents of an element of indefinite length: PKCS#12 files of Java and Windows use them (BER, not DER). */
function indefiniteEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    if (at >= bytes.length) throw new DerError('missing end of contents');
    at += readDer(bytes.subarray(at)).raw.length;
  }
  return at;
}

/** The element at the start of `bytes`. */
export function readDer(bytes: Uint8Array): Der {
  const tag = bytes[0];
  if (tag === undefined || (tag & 0x1f) === 0x1f) throw new DerError('no readable tag');
  const { length, next } = lengthAt(bytes, 1);
  if (length === undefined) {
    const end = indefiniteEnd(bytes, next);
    return { tag, raw: bytes.subarray(0, end + 2), content: bytes.subarray(next, end) };
  }
  if (next + length > bytes.length) throw new DerError('truncated content');
  return { tag, raw: bytes.subarray(0, next + length), content: bytes.subarray(next, next + length) };
}

/** The elements inside a constructed one. */
export function parts(element: Der): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < element.content.length;) {
    const part = readDer(element.content.subarray(at));
    found.push(part);
    at += part.raw.length;
  }
  return found;
}

/** The part at `index`, which must have this tag if one is given. */
export function part(element: Der, index: number, tag?: number): Der {
  const found = parts(element)[index];
  if (!found || (tag !== undefined && found.tag !== tag)) throw new DerError(`unexpected structure at part ${index}`);
  return found;
}

/** Octets of an OCTET STRING, whether written in one piece or (BER) in several. `[0] IMPLICIT` strings too. */
export function octetsOf(element: Der): Uint8Array {
  if ((element.tag & CONSTRUCTED) === 0) return element.content;
  return concat(parts(element).map(octetsOf));
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** One element: tag, shortest length, contents in order. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(contents);
  const size: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const length = content.length < 0x80 ? [content.length] : [0x80 | size.length, ...size];
  return concat([Uint8Array.from([tag, ...length]), content]);
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...contents);

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** SET OF, in DER's order. */
export const setOf = (...contents: readonly Uint8Array[]): Uint8Array =>
  der(TAG.set, ...contents.toSorted(compareBytes));

/** `[number]`, constructed. */
export const tagged = (number: number, ...contents: readonly Uint8Array[]): Uint8Array =>
  der(0xa0 | number, ...contents);

/** A non-negative integer, from a number or from big-endian bytes. */
export function integer(value: number | Uint8Array): Uint8Array {
  const bytes =
    typeof value === 'number'
      ? Uint8Array.from([(value >> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255])
      : value;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const short = bytes.subarray(start);
  return der(TAG.integer, (short[0] ?? 0) >= 0x80 ? concat([Uint8Array.of(0), short]) : short);
}

/** The value of a small INTEGER. */
export const numberOf = (element: Der): number => element.content.reduce((value, byte) => value * 256 + byte, 0);

export const octetString = (bytes: Uint8Array): Uint8Array => der(TAG.octetString, bytes);
export const bitString = (bytes: Uint8Array, unused = 0): Uint8Array =>
  der(TAG.bitString, Uint8Array.of(unused), bytes);
export const nullValue = (): Uint8Array => der(TAG.null);
export const booleanTrue = (): Uint8Array => der(TAG.boolean, Uint8Array.of(0xff));
export const utf8String = (text: string): Uint8Array => der(TAG.utf8, new TextEncoder().encode(text));
export const printableString = (text: string): Uint8Array => der(TAG.printable, new TextEncoder().encode(text));

/** An object identifier from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const base128 = (value: number): number[] => {
    const digits = [value % 128];
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(0x80 | (left % 128));
    return digits;
  };
  return der(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function oidOf(element: Der): string {
  const arcs: number[] = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join('.');
}

/** UTCTime through 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export function time(at: Date): Uint8Array {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const text = `${at.getUTCFullYear() < 2050 ? digits.slice(2) : digits}Z`;
  return der(at.getUTCFullYear() < 2050 ? TAG.utcTime : TAG.generalizedTime, new TextEncoder().encode(text));
}

export function timeOf(element: Der): Date {
  const text = new TextDecoder().decode(element.content);
  const year = element.tag === TAG.utcTime ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text : text;
  const [, y, mo, d, h, mi, s = '00'] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.\d+)?Z$/.exec(year) ?? [];
  if (y === undefined) throw new DerError('unreadable time');
  return new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
}

/** Text of any of the string types that stand in names. */
export function textOf(element: Der): string {
  if (element.tag === TAG.bmp) return new TextDecoder('utf-16be').decode(element.content);
  if (element.tag === TAG.teletex) return new TextDecoder('latin1').decode(element.content);
  return new TextDecoder().decode(element.content);
}
