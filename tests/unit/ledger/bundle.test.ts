import { say } from '../../../src-main/agreement/sentence.ts';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildBundle,
  type BundleContents,
  ENTRIES,
  KEYS,
  MANIFEST,
  MANIFEST_SIGNATURE,
} from '../../../src-main/ledger/bundle.ts';
import type { BundleReport } from '../../../src-main/ledger/bundle-check.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import type { ChainHead } from '../../../src-main/ledger/entry.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { openBundle } from '../../../src-main/ledger/open-bundle.ts';
import { verifyBundle } from '../../../src-main/ledger/verify-bundle.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../src-main/ledger/zip-write.ts';
import { certificate, fingerprint, hashOf, sampleContents } from './sample-bundle.ts';
import { chainOf, newKey } from './sample-chain.ts';

const key = newKey();
const contents = sampleContents(key);
const bundle = buildBundle(contents, { digest: sha256, signer: key });
const files = new Map(readZip(bundle).files.map(({ path, bytes }) => [path, bytes]));

function verify(bytes: Uint8Array, expectedHead?: ChainHead): Promise<BundleReport> {
  return verifyBundle(bytes, { digest: sha256, verifySignature: signatureVerifier, expectedHead });
}

/** Failed checks as text, to be matched. */
async function failures(bytes: Uint8Array, expectedHead?: ChainHead): Promise<string> {
  const { ok, checks } = await verify(bytes, expectedHead);
  const failed = checks.filter((check) => !check.ok).map(({ what, why }) => `${say(what, 'en')}: ${say(why, 'en')}`);
  expect(ok).toBe(failed.length === 0);
  return failed.join('\n');
}

type Change = (files: Map<string, Uint8Array>) => void;

/** The bundle's files changed by hand and packed again without touching the manifest. */
function forged(change: Change): Uint8Array {
  const copy = new Map(files);
  change(copy);
  return writeZip([...copy].map(([path, bytes]) => ({ path, bytes })));
}

/** The same, by a forger who also makes a fitting manifest, but has not the device's key. */
function forgedWithManifest(change: Change): Uint8Array {
  return forged((copy) => {
    change(copy);
    const manifest = JSON.parse(text(copy, MANIFEST)) as Record<string, unknown>;
    manifest.files = [...copy]
      .filter(([path]) => path !== MANIFEST && path !== MANIFEST_SIGNATURE)
      .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) }));
    copy.set(MANIFEST, canonicalBytes(manifest));
  });
}

function text(from: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(from.get(path));
}

function replaceText(path: string, from: string, to: string): Change {
  return (copy) => {
    const before = text(copy, path);
    expect(before).toContain(from);
    copy.set(path, new TextEncoder().encode(before.replace(from, to)));
  };
}

function editLines(edit: (lines: string[]) => string[]): Change {
  return (copy) => {
    const lines = text(copy, ENTRIES).split('\n').slice(0, -1);
    copy.set(
      ENTRIES,
      new TextEncoder().encode(
        edit(lines)
          .map((line) => `${line}\n`)
          .join(''),
      ),
    );
  };
}

const VERSION = `versions/${fingerprint}.txt`;

describe('a bundle', () => {
  test('verifies by itself, and names its record and its end', async () => {
    const report = await verify(bundle);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({ ok: true, records: [{ id: 'a1', sequence: 5 }], devices: [key.id] });
    expect(report.head).toEqual({ sequence: 7, hash: contents.entries.at(-1)?.hash });
  });

  test('is the same bytes for the same records, in whatever order they come', () => {
    const turned: BundleContents = {
      ...contents,
      versions: [...contents.versions, ...contents.versions],
      deviceKeys: [...contents.deviceKeys].reverse(),
    };
    expect(Buffer.compare(buildBundle(turned, { digest: sha256, signer: key }), bundle)).toBe(0);
  });

  test('is a plain ZIP with the files that the layout names', () => {
    expect([...files.keys()].map((path) => path.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      'manifest.json',
      'manifest.sig',
      'certificates/a1.pdf',
      'keys/device.pub',
      'ledger/entries.jsonl',
      'letters/l1.pdf',
      'records/a1.json',
      'sources/….txt',
      'verify.html',
      'versions/….json',
      'versions/….txt',
    ]);
  });

  test('shows no content of entries that are nobody else’s business', () => {
    const lines = text(files, ENTRIES);
    expect(lines).toContain('settings-changed');
    expect(lines).not.toContain('机密设置');
    expect(lines.split('\n').filter((line) => line.includes('"payload":'))).toHaveLength(5);
  });

  test('may start after an entry that is named', async () => {
    const [from] = contents.entries.slice(1, 2);
    const tail = buildBundle(
      { ...contents, entries: contents.entries.slice(2), from },
      { digest: sha256, signer: key },
    );
    expect(await failures(tail)).toBe('');
    expect(
      (await verify(tail)).checks.some(({ why }) => say(why, 'en').startsWith('It holds the entries after 2')),
    ).toBe(true);
  });

  test('holds what the records name by its hash, and nothing that no entry names', async () => {
    const named = { extension: 'pdf', bytes: certificate };
    const stranger = { extension: 'png', bytes: new Uint8Array([1, 2, 3]) };
    const sound = buildBundle({ ...contents, attachments: [named] }, { digest: sha256, signer: key });
    expect([...openBundle(sound).files.keys()]).toContain(`attachments/${hashOf(certificate)}.pdf`);
    expect(await failures(sound)).toBe('');
    const odd = buildBundle({ ...contents, attachments: [named, stranger] }, { digest: sha256, signer: key });
    expect(await failures(odd)).toMatch(/No entry of the ledger names the hash of attachments\/.*\.png/);
  });

  test('may be unsigned, and says so', async () => {
    const { ok, checks } = await verify(buildBundle(sampleContents(undefined), { digest: sha256 }));
    expect(ok).toBe(true);
    expect(checks.filter((check) => check.remark).map(({ what }) => say(what, 'en'))).toEqual([
      'Signature of the list',
      'Device signatures',
      'Timestamps',
    ]);
  });

  test('keeps two structures of one text apart', async () => {
    const again = {
      ...contents.versions[0],
      fingerprint,
      document: { fingerprint, clauses: [] },
    } as BundleContents['versions'][number];
    const both = buildBundle({ ...contents, versions: [...contents.versions, again] }, { digest: sha256, signer: key });
    expect(
      [...openBundle(both).files.keys()].filter((path) => path.endsWith('.json') && path.startsWith('versions')),
    ).toHaveLength(2);
    expect(await failures(both)).toMatch(
      /^Vouched for by the ledger: No entry of the ledger names the hash of versions\/.*-?2?\.json\.$/,
    );
  });

  test('verifies when it was unpacked and packed again by another tool', async () => {
    const repacked = zipSync(Object.fromEntries([...files, ['records/', new Uint8Array()]]), { level: 9 });
    expect(await failures(repacked)).toBe('');
    const { checks } = await verify(repacked);
    expect([checks[0]?.remark, checks[0] && say(checks[0].what, 'en')]).toEqual([true, 'Container']);
  });
});

describe('a forged bundle is told', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a word of the text', forged(replaceText(VERSION, '当月', '当年')), /^List of files: versions\/.*altered/],
    [
      'a word of the text, with a fitting list',
      forgedWithManifest(replaceText(VERSION, '当月', '当年')),
      /Signature of the list.*not valid.*\n.*No entry of the ledger names the hash of versions\/.*\.txt.*\n.*Texts: .*does not have the hash/,
    ],
    [
      'a word of the record',
      forgedWithManifest(replaceText('records/a1.json', '李示例', '王示例')),
      /No entry of the ledger names the hash of records\/a1\.json/,
    ],
    ['a file taken away', forged((copy) => copy.delete('certificates/a1.pdf')), /certificates\/a1\.pdf is missing/],
    [
      'a file put in',
      forged((copy) => copy.set('letters/l2.pdf', new Uint8Array([1]))),
      /letters\/l2\.pdf is not in the list/,
    ],
    [
      'a file put in, with a fitting list',
      forgedWithManifest((copy) => copy.set('letters/l2.pdf', new Uint8Array([1]))),
      /No entry of the ledger names the hash of letters\/l2\.pdf/,
    ],
    [
      'an entry taken out',
      forgedWithManifest(editLines((lines) => lines.toSpliced(1, 1))),
      /Ledger: Entry 2 \(line 2\): entry 2 is missing/,
    ],
    [
      'the last entries cut off',
      forgedWithManifest(editLines((lines) => lines.slice(0, -1))),
      /Ledger: Entry 7 .*the end was cut off/,
    ],
    [
      'two entries exchanged',
      forgedWithManifest(editLines(([a, b, c, ...rest]) => [a, c, b, ...rest] as string[])),
      /Ledger: Entry 2 .*out of order/,
    ],
    [
      'an entry altered',
      forgedWithManifest(replaceText(ENTRIES, '"subject":"version:v1"', '"subject":"version:v2"')),
      /Ledger: Entry 4 .*its content does not fit its hash/,
    ],
    [
      'a line with white space',
      forgedWithManifest(replaceText(ENTRIES, '{"at":', '{ "at":')),
      /Ledger: Line 1 is not canonical/,
    ],
    [
      'a line cut off',
      forgedWithManifest((copy) => copy.set(ENTRIES, (copy.get(ENTRIES) as Uint8Array).subarray(0, -1))),
      /Ledger: Line 7 is not canonical|cut off/,
    ],
    [
      'another key',
      forgedWithManifest(replaceText(KEYS, key.publicKey, newKey().publicKey)),
      /Device keys: Line 1 does not fit its id/,
    ],
    [
      'no key',
      forgedWithManifest((copy) => copy.set(KEYS, new Uint8Array())),
      /not in the bundle[^]*signatures are invalid, missing or uncheckable/,
    ],
    ['no signature', forged((copy) => copy.delete(MANIFEST_SIGNATURE)), /The signature of the list is missing/],
    [
      'a list that is not canonical',
      forged(replaceText(MANIFEST, '{"files"', '{ "files"')),
      /The list is not canonical/,
    ],
    [
      'a list that lacks the verifier',
      forgedWithManifest((copy) => copy.delete('verify.html')),
      /The list lacks verify\.html/,
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect(await failures(bytes)).toMatch(expected);
  });

  test('made anew from end to end with another key: by the head that was noted elsewhere', async () => {
    const other = newKey();
    const remade = buildBundle(sampleContents(other, { others: [] }), { digest: sha256, signer: other });
    const last = contents.entries.at(-1);
    if (!last) throw new Error('no entry');
    expect(await failures(remade)).toBe('');
    expect(await failures(remade, last)).toMatch(/^End of the ledger: /);
    expect(await failures(bundle, last)).toBe('');
    expect((await verify(remade)).devices).not.toEqual((await verify(bundle)).devices);
  });

  test('a record that names another place in the ledger', async () => {
    const record = contents.records[0]?.record as Record<string, unknown>;
    const moved = { ...record, previousLedgerHash: '1'.repeat(64) };
    const entries = chainOf(
      contents.entries.map(({ kind, subject, payload }) => ({
        kind,
        subject,
        payload: kind === 'acceptance-decided' ? { record: hashOf(canonicalBytes(moved)) } : (payload ?? {}),
      })),
      key,
    );
    const bytes = buildBundle(
      { ...contents, entries, records: [{ id: 'a1', record: moved }] },
      { digest: sha256, signer: key },
    );
    expect(await failures(bytes)).toMatch(/^Acceptance records: records\/a1\.json: it names another place/);
  });
});

describe('no flipped byte goes unreported, and none crashes', () => {
  test('every byte of the ZIP', async () => {
    for (let at = 0; at < bundle.length; at += 1) {
      const flipped = Uint8Array.from(bundle);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { ok, checks } = await verify(flipped);
      // What only changes the container (a time, an attribute) leaves every file as it was, and is remarked on.
      if (ok) expect([checks[0]?.remark, checks[0] && say(checks[0].what, 'en')]).toEqual([true, 'Container']);
    }
  });

  test('every byte of every file, by a forger who also mends checksums', async () => {
    for (const [path, bytes] of files) {
      for (let at = 0; at < bytes.length; at += path === ENTRIES ? 29 : 11) {
        const flipped = Uint8Array.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        const { ok } = await verify(forged((copy) => copy.set(path, flipped)));
        if (ok) throw new Error(`${path}: a flip at byte ${at} went unreported`);
      }
    }
  });

  test('any bytes whatsoever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await verify(bytes)).ok).toBe(false);
      }),
    );
  });
});

describe('a bundle is not made', () => {
  test('without a ledger, nor with names that are no file names', () => {
    expect(() => buildBundle({ ...contents, entries: [] }, { digest: sha256 })).toThrow('bundle-empty');
    for (const id of ['../a', 'a/b', '', '.a', 'a'.repeat(99)]) {
      expect(() =>
        buildBundle({ ...contents, letters: [{ id, bytes: new Uint8Array() }] }, { digest: sha256 }),
      ).toThrow(TypeError);
    }
  });
});
