import { inflateSync } from 'fflate';
import { type Sentence, sentence } from '../agreement/sentence.ts';
import { Refusal } from '../agreement/refusal.ts';
import { crc32 } from './crc32.ts';
import * as layout from './zip-layout.ts';
import { type BundleFile, writeZip } from './zip-write.ts';

/** What a bundle may hold at most. Generous for evidence, far below what would exhaust a machine. */
export const MOST_FILES = 20_000;
export const MOST_BYTES = 512 * 1024 * 1024;
/** Text packs 3 to 20 times; beyond this a file of more than a mebibyte is a bomb. */
const MOST_RATIO = 200;
const SMALL = 1024 * 1024;

/** Files of a ZIP, and whether the container is byte for byte as `writeZip` makes it. */
export interface OpenedZip {
  readonly files: readonly BundleFile[];
  /** False after someone unpacked and packed it again: the container says nothing then, the content still does. */
  readonly asWritten: boolean;
}

interface Member {
  readonly path: string;
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/**
 * Reads a ZIP that anybody may have made.
 * @throws Refusal `bundle-unreadable` (with what is wrong) for everything that is not a plain, whole ZIP: trailing or
 * leading bytes, overlapping or hidden content, duplicate or escaping names, local and central headers that disagree,
 * sizes that lie, encryption, ZIP64, more than the limits.
 */
export function readZip(bytes: Uint8Array): OpenedZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, centralAt, centralSize } = readEnd(view);
  const members = readCentral(bytes, view, centralAt, centralSize, count);
  const names = new Set<string>();
  for (const { path } of members) {
    // Folded, because Windows and macOS would unpack both onto one file.
    const folded = path.normalize('NFC').toLowerCase();
    if (names.has(folded)) throw unreadable(sentence('ledger.zip-read.name-occurs-twice', { path }));
    names.add(folded);
  }
  if (members.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    throw unreadable(sentence('ledger.zip-read.too-large'));
  }
  let due = 0;
  const files: BundleFile[] = [];
  for (const member of members.toSorted((a, b) => a.at - b.at)) {
    if (member.at !== due) throw unreadable(sentence('ledger.zip-read.bytes-between-or-overlap'));
    const { file, end } = readMember(bytes, view, member, centralAt);
    if (!member.path.endsWith('/')) files.push(file);
    due = end;
  }
  if (due !== centralAt) throw unreadable(sentence('ledger.zip-read.bytes-before-directory'));
  return { files, asWritten: isAsWritten(bytes, files, members) };
}

/** The end record, which must be the last 22 bytes: a comment would be a place to hide. */
function readEnd(view: DataView): { count: number; centralAt: number; centralSize: number } {
  const at = view.byteLength - layout.END_LENGTH;
  if (at < 0 || view.getUint32(at, true) !== layout.END || view.getUint16(at + 20, true) !== 0) {
    throw unreadable(sentence('ledger.zip-read.no-zip-or-cut-off'));
  }
  const count = view.getUint16(at + 10, true);
  const centralSize = view.getUint32(at + 12, true);
  const centralAt = view.getUint32(at + 16, true);
  const whole =
    view.getUint16(at + 4, true) === 0 &&
    view.getUint16(at + 6, true) === 0 &&
    view.getUint16(at + 8, true) === count &&
    centralAt + centralSize === at;
  if (!whole) throw unreadable(sentence('ledger.zip-read.directory-record-contradicts-itself'));
  if (count > MOST_FILES) throw unreadable(sentence('ledger.zip-read.too-many-files', { most: MOST_FILES }));
  return { count, centralAt, centralSize };
}

function readCentral(bytes: Uint8Array, view: DataView, start: number, size: number, count: number): Member[] {
  const members: Member[] = [];
  const end = start + size;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + layout.CENTRAL_LENGTH > end || view.getUint32(at, true) !== layout.CENTRAL) {
      throw unreadable(sentence('ledger.zip-read.directory-damaged'));
    }
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + layout.CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw unreadable(sentence('ledger.zip-read.directory-damaged'));
    const name = bytes.subarray(at + layout.CENTRAL_LENGTH, at + layout.CENTRAL_LENGTH + nameLength);
    members.push({
      path: safePath(name),
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  if (at !== end) throw unreadable(sentence('ledger.zip-read.directory-damaged'));
  return members;
}

/** Relative, forward slashes, no way up, nothing that a file system would read otherwise. */
function safePath(name: Uint8Array): string {
  let path: string;
  try {
    path = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch (cause) {
    throw unreadable(sentence('ledger.zip-read.name-not-utf-8'), cause);
  }
  const parts = path.replace(/\/$/, '').split('/');
  // eslint-disable-next-line no-control-regex -- control characters are what must not stand in a name
  const odd = /[\u0000-\u001f\u007f\\:*?"<>|]/.test(path);
  if (odd || parts.some((part) => part === '' || part === '.' || part === '..' || /[. ]$/.test(part))) {
    throw unreadable(sentence('ledger.zip-read.name-not-safe', { path: JSON.stringify(path) }));
  }
  return path;
}

function readMember(
  bytes: Uint8Array,
  view: DataView,
  member: Member,
  limit: number,
): { readonly file: BundleFile; readonly end: number } {
  const { path, at, flags, method, packed, size, crc } = member;
  const wrong = (what: Sentence): Refusal => unreadable(sentence('ledger.zip-read.in-file', { path, what }));
  if (at + layout.LOCAL_LENGTH > limit || view.getUint32(at, true) !== layout.LOCAL) {
    throw wrong(sentence('ledger.zip-read.header-damaged'));
  }
  if (flags & layout.ENCRYPTED_FLAG) throw wrong(sentence('ledger.zip-read.encrypted'));
  if (method !== layout.STORED && method !== layout.DEFLATED)
    throw wrong(sentence('ledger.zip-read.compression-not-supported'));
  if (size > SMALL && size > packed * MOST_RATIO) throw wrong(sentence('ledger.zip-read.absurd-size'));
  if (path.endsWith('/') && size > 0) throw wrong(sentence('ledger.zip-read.folder-holds-content'));
  const nameLength = view.getUint16(at + 26, true);
  const start = at + layout.LOCAL_LENGTH + nameLength + view.getUint16(at + 28, true);
  const streamed = (flags & layout.DESCRIPTOR_FLAG) !== 0;
  const agrees =
    view.getUint16(at + 6, true) === flags &&
    view.getUint16(at + 8, true) === method &&
    sameBytes(bytes.subarray(at + layout.LOCAL_LENGTH, at + layout.LOCAL_LENGTH + nameLength), member.name) &&
    (streamed ||
      (view.getUint32(at + 14, true) === crc &&
        view.getUint32(at + 18, true) === packed &&
        view.getUint32(at + 22, true) === size));
  if (!agrees) throw wrong(sentence('ledger.zip-read.header-differs-from-directory'));
  if (start + packed > limit) throw wrong(sentence('ledger.zip-read.content-cut-off'));
  const content = unpack(bytes.subarray(start, start + packed), member, wrong);
  if (crc32(content) !== crc) throw wrong(sentence('ledger.zip-read.checksum-does-not-fit'));
  return {
    file: { path, bytes: content },
    end: start + packed + (streamed ? descriptorLength(view, start + packed, member) : 0),
  };
}

/** Never unpacks more than the declared size, which the limits already bound. */
function unpack(packed: Uint8Array, { method, size }: Member, wrong: (what: Sentence) => Refusal): Uint8Array {
  if (method === layout.STORED) {
    if (packed.length !== size) throw wrong(sentence('ledger.zip-read.size-does-not-fit'));
    return packed;
  }
  // One byte more than declared shows a stream that goes on.
  let content: Uint8Array;
  try {
    content = inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    throw wrong(sentence('ledger.zip-read.compressed-content-damaged'));
  }
  if (content.length !== size) throw wrong(sentence('ledger.zip-read.size-does-not-fit'));
  return content;
}

/** A data descriptor: with or without its signature, both are in use. */
function descriptorLength(view: DataView, at: number, { crc, packed, size }: Member): number {
  for (const skip of [4, 0]) {
    const fits =
      at + skip + 12 <= view.byteLength &&
      (skip === 0 || view.getUint32(at, true) === 0x08074b50) &&
      view.getUint32(at + skip, true) === crc &&
      view.getUint32(at + skip + 4, true) === packed &&
      view.getUint32(at + skip + 8, true) === size;
    if (fits) return skip + 12;
  }
  throw unreadable(sentence('ledger.zip-read.data-descriptor-damaged'));
}

function isAsWritten(bytes: Uint8Array, files: readonly BundleFile[], members: readonly Member[]): boolean {
  if (files.length !== members.length) return false;
  return sameBytes(writeZip(files), bytes);
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** `why` is a clause: it stands inside the sentence of the refusal. */
function unreadable(why: Sentence, cause?: unknown): Refusal {
  return new Refusal(
    'bundle-unreadable',
    sentence('ledger.zip-read.unreadable', { why }),
    sentence('ledger.zip-read.unreadable.next'),
    cause === undefined ? undefined : { cause },
  );
}
