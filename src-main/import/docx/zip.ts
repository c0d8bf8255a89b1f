import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_PACKAGE_BYTES, MAX_PART_BYTES } from '../guard/limits.ts';
import { importRefusal } from '../refusals.ts';

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
}

/** The parts of a zip package, inflated one by one when asked for. */
export interface Package {
  readonly names: readonly string[];
  /**
   * Names that stand more than once, with other bytes. Of those spelt alike the last one is read; of those that differ in the case
   * of their letters the one spelt as it is asked for.
   */
  readonly doubled: readonly string[];
  /** The bytes of a part, or undefined if there is none of that name. @throws Refusal `zip-bomb`, `zip-encrypted`; Error if damaged */
  readonly part: (name: string) => Uint8Array | undefined;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 20_000;

/**
 * Opens a zip package by its central directory (APPNOTE 4.3). Written against Node's own inflater because that one can be told
 * where to stop: a part that inflates past its limit is refused before it fills the memory, and every checksum is compared.
 * @throws Error if the directory is damaged
 */
export function openPackage(bytes: Uint8Array): Package {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, doubled } = readDirectory(view);
  let inflated = 0;
  return {
    names: [...entries.keys()],
    doubled: [...doubled],
    part: (name) => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = inflate(view, entry);
      inflated += content.length;
      if (inflated > MAX_PACKAGE_BYTES) throw importRefusal('zip-bomb');
      return content;
    },
  };
}

interface Directory {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly doubled: ReadonlySet<string>;
}

function readDirectory(view: Buffer): Directory {
  let end = view.length - END_SIZE;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && view.readUInt32LE(end) !== END_MARK) end--;
  if (end < lowest || end < 0) throw new Error('zip: no end of central directory');
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw importRefusal('zip-bomb');
  const entries = new Map<string, Entry>();
  /** Names of parts are the same whatever the case of their letters (ECMA-376-2, 6.2.2.3). */
  const folded = new Map<string, string>();
  const doubled = new Set<string>();
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (view.readUInt32LE(at) !== ENTRY_MARK) throw new Error('zip: damaged central directory');
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const entry = {
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      header: view.readUInt32LE(at + 42),
    };
    const before = entries.get(folded.get(name.toLowerCase()) ?? name);
    if (before && (before.crc !== entry.crc || before.size !== entry.size)) doubled.add(name);
    folded.set(name.toLowerCase(), name);
    entries.set(name, entry);
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return { entries, doubled };
}

function inflate(view: Buffer, entry: Entry): Uint8Array {
  if (entry.encrypted) throw importRefusal('zip-encrypted');
  if (entry.size > MAX_PART_BYTES) throw importRefusal('zip-bomb');
  if (view.readUInt32LE(entry.header) !== LOCAL_MARK) throw new Error('zip: damaged local header');
  const start = entry.header + 30 + view.readUInt16LE(entry.header + 26) + view.readUInt16LE(entry.header + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw new Error('zip: cut off');
  const content = unpack(packed, entry.method);
  if (crc32(content) !== entry.crc) throw new Error('zip: checksum differs');
  return content;
}

function unpack(packed: Buffer, method: number): Uint8Array {
  if (method === 0) return packed;
  if (method !== 8) throw new Error(`zip: method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw importRefusal('zip-bomb', error);
    throw error;
  }
}
