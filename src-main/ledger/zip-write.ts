import { crc32 } from './crc32.ts';
import * as layout from './zip-layout.ts';

/** A file inside a bundle. */
export interface BundleFile {
  /** Forward slashes, relative. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP of the files in the order given: stored, one fixed time, no extra fields, no comment. The same files always
 * give the same bytes, whatever library or platform; a reader needs no inflating and no trust in sizes.
 */
export function writeZip(files: readonly BundleFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const size = files.reduce(
    (sum, { path, bytes }) =>
      sum + layout.LOCAL_LENGTH + layout.CENTRAL_LENGTH + 2 * encoder.encode(path).length + bytes.length,
    layout.END_LENGTH,
  );
  const writer = new layout.ByteWriter(size);
  const placed = files.map((file) => {
    const name = encoder.encode(file.path);
    const common = { crc: crc32(file.bytes), size: file.bytes.length, name, at: writer.at };
    writeLocal(writer, common);
    writer.bytes(file.bytes);
    return common;
  });
  const centralAt = writer.at;
  for (const file of placed) writeCentral(writer, file);
  const centralSize = writer.at - centralAt;
  writer.u32(layout.END).u16(0).u16(0).u16(placed.length).u16(placed.length).u32(centralSize).u32(centralAt).u16(0);
  return writer.done();
}

interface Placed {
  readonly crc: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly at: number;
}

function writeLocal(writer: layout.ByteWriter, { crc, size, name }: Placed): void {
  writer.u32(layout.LOCAL);
  writeShared(writer, crc, size, name.length);
  writer.bytes(name);
}

function writeCentral(writer: layout.ByteWriter, { crc, size, name, at }: Placed): void {
  const beyondAscii = name.some((byte) => byte > 0x7f);
  writer.u32(layout.CENTRAL).u16(beyondAscii ? layout.MADE_ON_UNIX : layout.VERSION);
  writeShared(writer, crc, size, name.length);
  writer.u16(0).u16(0).u16(0);
  writer.u32(beyondAscii ? layout.PLAIN_FILE : 0);
  writer.u32(at).bytes(name);
}

/** What local and central header have in common, from "version needed" to the length of the extra field. */
function writeShared(writer: layout.ByteWriter, crc: number, size: number, nameLength: number): void {
  writer.u16(layout.VERSION).u16(layout.FLAGS).u16(layout.STORED).u16(layout.TIME).u16(layout.DATE);
  writer.u32(crc).u32(size).u32(size).u16(nameLength).u16(0);
}
