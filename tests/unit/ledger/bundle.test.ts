import { sentence } from '../../../src-main/agreement/sentence.ts';
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
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { openBundle } from '../../../src-main/ledger/open-bundle.ts';
import {
  chainFails,
  endCutOff,
  entryFails,
  type Failure,
  failures,
  fileGone,
  filesFail,
  hashNotOfName,
  ledgerUnsound,
  notInLedger,
  otherText,
  recordAltered,
  sealFails,
  sealInvalid,
  signaturesUncheckable,
  signingKeyMissing,
  textFails,
  verify,
} from './failed-checks.ts';
import {
  bundle,
  contents,
  editLines,
  files,
  forged,
  forgedWithManifest,
  key,
  replaceText,
  text,
} from './forged-bundle.ts';
import { certificate, fingerprint, hashOf, sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';

const signerUnknown = signaturesUncheckable(key.id, contents.entries.length);

/** The remark on a ZIP that is not byte for byte as it was made. */
const packedAnew = {
  what: sentence('ledger.verify-bundle.container'),
  why: sentence('ledger.verify-bundle.packed-anew'),
  remark: true,
};

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
      '说明.html',
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
    expect(await failures(tail)).toEqual([]);
    expect((await verify(tail)).checks).toContainEqual({
      what: sentence('ledger.bundle-chain.chain'),
      ok: true,
      why: sentence('ledger.verify-bundle.starts-after', { sequence: 2 }),
      remark: true,
    });
  });

  test('holds what the records name by its hash, and nothing that no entry names', async () => {
    const named = { extension: 'pdf', bytes: certificate };
    const stranger = { extension: 'png', bytes: new Uint8Array([1, 2, 3]) };
    const sound = buildBundle({ ...contents, attachments: [named] }, { digest: sha256, signer: key });
    expect([...openBundle(sound).files.keys()]).toContain(`attachments/${hashOf(certificate)}.pdf`);
    expect(await failures(sound)).toEqual([]);
    const odd = buildBundle({ ...contents, attachments: [named, stranger] }, { digest: sha256, signer: key });
    expect(await failures(odd)).toEqual([notInLedger(`attachments/${hashOf(stranger.bytes)}.png`)]);
  });

  test('may be unsigned, and says so', async () => {
    const { ok, checks } = await verify(buildBundle(sampleContents(undefined), { digest: sha256 }));
    expect(ok).toBe(true);
    expect(checks.filter((check) => check.remark).map(({ what }) => what)).toEqual([
      sentence('ledger.verify-bundle.seal'),
      sentence('ledger.bundle-chain.signatures'),
      sentence('ledger.bundle-papers.stamps'),
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
    expect(await failures(both)).toEqual([
      notInLedger(`versions/${fingerprint}-2.json`),
      otherText(`versions/${fingerprint}-2.json`),
      textFails('other-words'),
    ]);
  });

  test('verifies when it was unpacked and packed again by another tool', async () => {
    const repacked = zipSync(Object.fromEntries([...files, ['records/', new Uint8Array()]]), { level: 9 });
    expect(await failures(repacked)).toEqual([]);
    const { checks } = await verify(repacked);
    expect(checks[0]).toMatchObject(packedAnew);
  });
});

describe('a forged bundle is told', () => {
  test.each<[string, Uint8Array, readonly Failure[]]>([
    [
      'a word of the text',
      forged(replaceText(VERSION, '当月', '当年')),
      [
        filesFail(sentence('ledger.verify-bundle.file-altered', { path: VERSION })),
        notInLedger(VERSION),
        otherText(VERSION.replace('.txt', '.json')),
        hashNotOfName(VERSION),
        textFails('text-altered'),
      ],
    ],
    [
      'a word of the text, with a fitting list',
      forgedWithManifest(replaceText(VERSION, '当月', '当年')),
      [
        sealInvalid,
        notInLedger(VERSION),
        otherText(VERSION.replace('.txt', '.json')),
        hashNotOfName(VERSION),
        textFails('text-altered'),
      ],
    ],
    [
      'a word of the record',
      forgedWithManifest(replaceText('records/a1.json', '李示例', '王示例')),
      [sealInvalid, notInLedger('records/a1.json'), recordAltered],
    ],
    [
      'a file taken away',
      forged((copy) => copy.delete('certificates/a1.pdf')),
      [
        filesFail(sentence('ledger.verify-bundle.file-missing', { path: 'certificates/a1.pdf' })),
        fileGone(hashOf(certificate), 6),
      ],
    ],
    [
      'a file put in',
      forged((copy) => copy.set('letters/l2.pdf', new Uint8Array([1]))),
      [
        filesFail(sentence('ledger.verify-bundle.file-added', { path: 'letters/l2.pdf' })),
        notInLedger('letters/l2.pdf'),
      ],
    ],
    [
      'a file put in, with a fitting list',
      forgedWithManifest((copy) => copy.set('letters/l2.pdf', new Uint8Array([1]))),
      [sealInvalid, notInLedger('letters/l2.pdf')],
    ],
    [
      'an entry taken out',
      forgedWithManifest(editLines((lines) => lines.toSpliced(1, 1))),
      [sealInvalid, entryFails(2, 2, sentence('ledger.chain-walk.missing', { missing: '2' })), ledgerUnsound],
    ],
    [
      'the last entries cut off',
      forgedWithManifest(editLines((lines) => lines.slice(0, -1))),
      [sealInvalid, entryFails(7, 6, endCutOff), ledgerUnsound],
    ],
    [
      'two entries exchanged',
      forgedWithManifest(editLines(([a, b, c, ...rest]) => [a, c, b, ...rest] as string[])),
      [sealInvalid, entryFails(2, 3, sentence('ledger.chain-walk.out-of-order', { highest: 3 })), ledgerUnsound],
    ],
    [
      'an entry altered',
      forgedWithManifest(replaceText(ENTRIES, '"subject":"version:v1"', '"subject":"version:v2"')),
      [sealInvalid, entryFails(4, 4, sentence('ledger.chain-walk.content-differs')), ledgerUnsound],
    ],
    [
      'a line with white space',
      forgedWithManifest(replaceText(ENTRIES, '{"at":', '{ "at":')),
      [sealInvalid, chainFails(sentence('ledger.verify-bundle.line-not-canonical', { line: 1 }))],
    ],
    [
      'a line cut off',
      forgedWithManifest((copy) => copy.set(ENTRIES, (copy.get(ENTRIES) as Uint8Array).subarray(0, -1))),
      [
        sealInvalid,
        entryFails(7, 6, endCutOff),
        chainFails(sentence('ledger.verify-bundle.line-not-canonical', { line: 7 })),
        ledgerUnsound,
      ],
    ],
    [
      'another key',
      forgedWithManifest(replaceText(KEYS, key.publicKey, newKey().publicKey)),
      [
        signingKeyMissing,
        {
          what: sentence('ledger.verify-bundle.devices'),
          why: sentence('ledger.verify-bundle.key-differs-from-id', { line: 1 }),
        },
        ...signerUnknown,
      ],
    ],
    ['no key', forgedWithManifest((copy) => copy.set(KEYS, new Uint8Array())), [signingKeyMissing, ...signerUnknown]],
    [
      'no signature',
      forged((copy) => copy.delete(MANIFEST_SIGNATURE)),
      [sealFails(sentence('ledger.verify-bundle.list-signature-missing'))],
    ],
    [
      'a list that is not canonical',
      forged(replaceText(MANIFEST, '{"files"', '{ "files"')),
      [filesFail(sentence('ledger.verify-bundle.list-not-canonical')), sealInvalid],
    ],
    [
      'a list that lacks the verifier',
      forgedWithManifest((copy) => copy.delete('verify.html')),
      [filesFail(sentence('ledger.verify-bundle.list-lacks', { path: 'verify.html' })), sealInvalid],
    ],
  ])('%s', async (_name, bytes, expected) => {
    expect(await failures(bytes)).toEqual(expected);
  });

  test('made anew from end to end with another key: by the head that was noted elsewhere', async () => {
    const other = newKey();
    const remade = buildBundle(sampleContents(other, { others: [] }), { digest: sha256, signer: other });
    const last = contents.entries.at(-1);
    if (!last) throw new Error('no entry');
    expect(await failures(remade)).toEqual([]);
    expect(await failures(remade, last)).toEqual([
      {
        what: sentence('ledger.bundle-chain.head'),
        why: sentence('ledger.verify-bundle.head-differs', { why: endCutOff }),
      },
    ]);
    expect(await failures(bundle, last)).toEqual([]);
    expect((await verify(remade)).devices).not.toEqual((await verify(bundle)).devices);
  });
});

describe('no flipped byte goes unreported, and none crashes', () => {
  test('every byte of the ZIP', async () => {
    for (let at = 0; at < bundle.length; at += 1) {
      const flipped = Uint8Array.from(bundle);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      const { ok, checks } = await verify(flipped);
      // What only changes the container (a time, an attribute) leaves every file as it was, and is remarked on.
      if (ok) expect(checks[0]).toMatchObject(packedAnew);
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
