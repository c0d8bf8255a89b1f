import { type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
import { deflateSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src-main/agreement/refusal.ts';
import { crc32 } from '../../../src-main/ledger/crc32.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../src-main/ledger/zip-write.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const two = writeZip([
  { path: 'a.txt', bytes: bytes('one') },
  { path: 'b/c.txt', bytes: bytes('two') },
]);

const withoutPython = spawnSync('python3', ['--version']).error !== undefined;

/** The sentence of the refusal, or nothing when the ZIP is read. */
function refusalOf(zip: Uint8Array): Sentence | undefined {
  try {
    readZip(zip);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bundle-unreadable') return error.sentence;
    throw error;
  }
  return undefined;
}

const inFile = (path: string, what: Sentence): Sentence => sentence('ledger.zip-read.in-file', { path, what });
const notSafe = (path: string): Sentence => sentence('ledger.zip-read.name-not-safe', { path: JSON.stringify(path) });
const cutOff = sentence('ledger.zip-read.no-zip-or-cut-off');
const contradiction = sentence('ledger.zip-read.directory-record-contradicts-itself');
const headerDiffers = sentence('ledger.zip-read.header-differs-from-directory');
const sizeDiffers = sentence('ledger.zip-read.size-does-not-fit');
const betweenOrOverlap = sentence('ledger.zip-read.bytes-between-or-overlap');

/** A ZIP of raw names, as a hostile packer would write it. */
function named(...names: readonly string[]): Uint8Array {
  return writeZip(names.map((path) => ({ path, bytes: bytes(path) })));
}

function patched(at: number, value: readonly number[], zip: Uint8Array = two): Uint8Array {
  const copy = Uint8Array.from(zip);
  copy.set(value, at < 0 ? zip.length + at : at);
  return copy;
}

describe('the ZIP that is written', () => {
  test('comes back as it was, whatever the files', () => {
    const file = fc.record({
      path: fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/),
      bytes: fc.uint8Array({ maxLength: 300 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: ({ path }) => path }), (files) => {
        const opened = readZip(writeZip(files));
        expect(opened.asWritten).toBe(true);
        expect(opened.files.map(({ path, bytes: content }) => [path, [...content]])).toEqual(
          files.map(({ path, bytes: content }) => [path, [...content]]),
        );
      }),
    );
  });

  test.skipIf(withoutPython)(
    `is read by other tools${withoutPython ? ' (skipped: python3 is not installed)' : ''}`,
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'assent-zip-'));
      try {
        writeFileSync(join(folder, 'two.zip'), two);
        const script =
          'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.read("b/c.txt").decode(), z.infolist()[0].date_time)';
        const said = execFileSync('python3', ['-c', script, join(folder, 'two.zip')], { encoding: 'utf8' });
        expect(said.trim()).toBe('None two (1980, 1, 1, 0, 0, 0)');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test('has the checksum that everybody computes', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  });
});

describe('a ZIP that somebody else made', () => {
  test('is read when it is deflated, but is not taken for ours', () => {
    const opened = readZip(zipSync({ 'a.txt': bytes('one'.repeat(100)) }));
    expect(opened.asWritten).toBe(false);
    expect(new TextDecoder().decode(opened.files[0]?.bytes)).toBe('one'.repeat(100));
  });

  test.each<[string, Uint8Array, Sentence]>([
    ['nothing', new Uint8Array(), cutOff],
    ['trailing bytes', Uint8Array.from([...two, 0]), cutOff],
    ['leading bytes', Uint8Array.from([0, ...two]), contradiction],
    ['a comment', patched(-2, [1, 0]), cutOff],
    ['a cut end', two.subarray(0, -5), cutOff],
    ['a way up', named('../a'), notSafe('../a')],
    ['an absolute path', named('/etc/passwd'), notSafe('/etc/passwd')],
    ['a drive', named('C:/a'), notSafe('C:/a')],
    ['a backslash', named('a\\b'), notSafe('a\\b')],
    ['a dot folder', named('a/./b'), notSafe('a/./b')],
    ['a NUL', named('a\0b'), notSafe('a\0b')],
    ['a trailing dot', named('a./b'), notSafe('a./b')],
    ['the same name twice', named('a', 'a'), sentence('ledger.zip-read.name-occurs-twice', { path: 'a' })],
    [
      'names that differ in case only',
      named('records/a', 'Records/A'),
      sentence('ledger.zip-read.name-occurs-twice', { path: 'Records/A' }),
    ],
    ['content in a folder', named('a/'), inFile('a/', sentence('ledger.zip-read.folder-holds-content'))],
    ['a name that is another in the local header', patched(30, [0x78]), inFile('a.txt', headerDiffers)],
    ['a checksum that is another in the local header', patched(14, [1]), inFile('a.txt', headerDiffers)],
    [
      'content that does not fit its checksum',
      patched(35, [0x78]),
      inFile('a.txt', sentence('ledger.zip-read.checksum-does-not-fit')),
    ],
    ['bytes hidden between its files', withGap(), betweenOrOverlap],
    ['two names for one content', overlapping(), betweenOrOverlap],
    ['encryption', bothHeaders(two, 6, 8, 0x01), inFile('a.txt', sentence('ledger.zip-read.encrypted'))],
    [
      'a compression that nobody knows',
      bothHeaders(two, 8, 10, 99),
      inFile('a.txt', sentence('ledger.zip-read.compression-not-supported')),
    ],
    ['a stored file whose sizes differ', storedLie(), inFile('a.txt', sizeDiffers)],
    ['a bomb', bomb(64 * 1024 * 1024), inFile('a', sentence('ledger.zip-read.absurd-size'))],
    ['a stream that goes on beyond its declared size', bomb(64 * 1024 * 1024, 1000), inFile('a', sizeDiffers)],
    ['more than fits', sizes(0xf0000000), sentence('ledger.zip-read.too-large')],
  ])('is refused with %s', (_name, zip, why) => {
    expect(refusalOf(zip)).toEqual(sentence('ledger.zip-read.unreadable', { why }));
  });

  test('never makes the reader throw anything but a refusal', () => {
    fc.assert(
      fc.property(fc.nat(two.length - 1), fc.nat(255), fc.nat(two.length), (at, value, length) => {
        refusalOf(patched(at, [value]));
        refusalOf(two.subarray(0, length));
      }),
    );
  });
});

/** Sets one byte in the first local header and in the first central header. */
function bothHeaders(zip: Uint8Array, local: number, central: number, value: number): Uint8Array {
  return patched(centralStart(zip) + central, [value], patched(local, [value], zip));
}

function centralStart(zip: Uint8Array): number {
  return new DataView(zip.buffer, zip.byteOffset, zip.byteLength).getUint32(zip.length - 6, true);
}

/** One deflated file of zeros; its declared size can be a lie. */
function bomb(size: number, declared = size): Uint8Array {
  const content = new Uint8Array(size);
  const packed = deflateSync(content, { level: 9 });
  const zip = Uint8Array.from(writeZip([{ path: 'a', bytes: packed }]));
  const view = new DataView(zip.buffer);
  for (const [method, crc, full] of [
    [8, 14, 22],
    [10, 16, 24],
  ] as const) {
    const base = method === 8 ? 0 : centralStart(zip);
    view.setUint16(base + method, 8, true);
    view.setUint32(base + crc, crc32(content), true);
    view.setUint32(base + full, declared, true);
  }
  return zip;
}

function storedLie(): Uint8Array {
  const copy = Uint8Array.from(two);
  const view = new DataView(copy.buffer);
  view.setUint32(22, 2, true);
  view.setUint32(centralStart(copy) + 24, 2, true);
  return copy;
}

function sizes(size: number): Uint8Array {
  const copy = Uint8Array.from(two);
  const view = new DataView(copy.buffer);
  view.setUint32(22, size, true);
  view.setUint32(centralStart(copy) + 24, size, true);
  return copy;
}

/** Four bytes between the first file and the second, which the directory steps over. */
function withGap(): Uint8Array {
  const [first, central] = [30 + 'a.txt'.length + 3, centralStart(two)];
  const zip = Uint8Array.from([...two.subarray(0, first), 1, 2, 3, 4, ...two.subarray(first)]);
  const view = new DataView(zip.buffer);
  view.setUint32(zip.length - 6, central + 4, true);
  view.setUint32(central + 4 + 46 + 'a.txt'.length + 42, first + 4, true);
  return zip;
}

/** Both names point at the first file: the way of bombs that multiply. */
function overlapping(): Uint8Array {
  const zip = writeZip([
    { path: 'a', bytes: bytes('one') },
    { path: 'b', bytes: bytes('one') },
  ]);
  new DataView(zip.buffer).setUint32(centralStart(zip) + 47 + 42, 0, true);
  return zip;
}

test.skipIf(spawnSync('unzip', ['-v']).error !== undefined)(
  'Info-ZIP unpacks names beyond ASCII as they are, readable, and what was packed as a bundle keeps its bytes',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'assent-zip-'));
    try {
      const zip = join(folder, 'names.zip');
      writeFileSync(zip, writeZip([{ path: '证据/01 条款.txt', bytes: bytes('one') }]));
      execFileSync('unzip', ['-q', zip, '-d', folder], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      expect(readFileSync(join(folder, '证据', '01 条款.txt'), 'utf8')).toBe('one');
      // Version made by, in the first header of the directory: 2.0 of MS-DOS, as every bundle has it.
      const view = new DataView(two.buffer);
      const directory = view.getUint32(two.length - 6, true);
      expect(view.getUint16(directory + 4, true)).toBe(20);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
