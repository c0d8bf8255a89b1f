/** The ZIP format as PKWARE's APPNOTE 6.3.10 lays it out, and the fixed values that a bundle has. */

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const LOCAL_LENGTH = 30;
export const CENTRAL_LENGTH = 46;
export const END_LENGTH = 22;

export const STORED = 0;
export const DEFLATED = 8;
/** 2.0: folders and deflate; nothing newer is used. */
export const VERSION = 20;
/**
 * "Version made by" of a UNIX system (APPNOTE 4.4.2), for names beyond ASCII: Info-ZIP's unzip, which Debian and macOS ship, takes a
 * name from MS-DOS to be in a code page of old, whatever the flag for UTF-8 says.
 */
export const MADE_ON_UNIX = (3 << 8) | VERSION;
/** What such a system wants to know of a file: a plain one, which its owner may write and all may read. */
export const PLAIN_FILE = 0o100644 * 0x10000;
/** Names are UTF-8. */
export const FLAGS = 0x0800;
export const ENCRYPTED_FLAG = 0x0001;
/** Sizes and checksum follow the content instead of standing in the local header. */
export const DESCRIPTOR_FLAG = 0x0008;
/** 1980-01-01 00:00:00, the first instant that the format can say: a bundle's times stand in its records. */
export const TIME = 0;
export const DATE = 0x0021;

/** Writes little-endian numbers and bytes into a buffer of known size. */
export class ByteWriter {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get at(): number {
    return this.#at;
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }
}
