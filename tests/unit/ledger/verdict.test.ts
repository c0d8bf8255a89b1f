import { describe, expect, test } from 'vitest';
import { buildBundle, ENTRIES, MANIFEST, MANIFEST_SIGNATURE } from '../../../src-main/ledger/bundle.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { signatureVerifier } from '../../../src-main/ledger/device-key.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { type Check, identityOf, integrityOf, isOk, timeOf } from '../../../src-main/ledger/verdict.ts';
import { verifyBundle } from '../../../src-main/ledger/verify-bundle.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../src-main/ledger/zip-write.ts';
import { hashOf, sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';

const key = newKey();
const bundle = buildBundle(sampleContents(key), { digest: sha256, signer: key });
const by = { digest: sha256, verifySignature: signatureVerifier };

/** The bundle with files changed or taken away, under a list that fits them and that nobody signed. */
function forged(forge: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(readZip(bundle).files.map(({ path, bytes }) => [path, bytes]));
  forge(files);
  const manifest = JSON.parse(new TextDecoder().decode(files.get(MANIFEST))) as Record<string, unknown>;
  files.delete(MANIFEST);
  files.delete(MANIFEST_SIGNATURE);
  manifest.signedBy = 'unsigned';
  manifest.files = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) }));
  const list = { path: MANIFEST, bytes: canonicalBytes(manifest) };
  return writeZip([list, ...[...files].map(([path, bytes]) => ({ path, bytes }))]);
}

function edit(files: Map<string, Uint8Array>, path: string, from: string | RegExp, to: string): void {
  const before = new TextDecoder().decode(files.get(path));
  files.set(path, new TextEncoder().encode(before.replace(from, to)));
}

describe('a bundle', () => {
  test('is intact, by a key, at the device’s own time', async () => {
    expect(await verifyBundle(bundle, by)).toMatchObject({
      ok: true,
      integrity: 'intact',
      identity: { keyId: key.id, known: 'new' },
      time: { source: 'device-clock', anchored: [] },
    });
  });

  test('is incomplete where something is gone, altered where something was changed', async () => {
    const without = (pattern: RegExp) => (files: Map<string, Uint8Array>) => {
      for (const path of [...files.keys()]) if (pattern.test(path)) files.delete(path);
    };
    expect(await verifyBundle(forged(without(/^sources\//)), by)).toMatchObject({ ok: false, integrity: 'incomplete' });
    const gap = forged((files) => edit(files, ENTRIES, /^.*"sequence":2.*\n/m, ''));
    expect(await verifyBundle(gap, by)).toMatchObject({ ok: false, integrity: 'incomplete' });
    const changed = forged((files) => edit(files, 'records/a1.json', '"accepted"', '"declined"'));
    expect(await verifyBundle(changed, by)).toMatchObject({ ok: false, integrity: 'altered' });
    expect(await verifyBundle(new Uint8Array(9), by)).toMatchObject({
      ok: false,
      integrity: 'altered',
      identity: { known: 'unsigned' },
    });
  });

  test('that nobody signed is unsigned, whatever key is expected', async () => {
    const unsigned = buildBundle(sampleContents(undefined), { digest: sha256, signer: undefined });
    const report = await verifyBundle(unsigned, { ...by, pins: [key.id] });
    expect(report).toMatchObject({ ok: true, identity: { known: 'unsigned' } });
    expect(report.identity.keyId).toBeUndefined();
  });

  test('is not ok while signatures are unchecked, and not altered either', async () => {
    const blind = await verifyBundle(bundle, { digest: sha256, verifySignature: () => () => 'unchecked' });
    expect(blind).toMatchObject({ ok: false, integrity: 'intact', identity: { keyId: key.id } });
    expect(blind.checks.filter(({ ok }) => ok === 'unchecked').length).toBeGreaterThan(0);
  });
});

describe('a verdict', () => {
  const check = (ok: Check['ok'], missing = false): Check => ({
    what: { zh: '项', en: 'check' },
    ok,
    why: { zh: '因', en: 'why' },
    ...(missing ? { missing: true } : {}),
  });

  test('changed goes before incomplete', () => {
    expect(integrityOf([check(true), check('unchecked')])).toBe('intact');
    expect(integrityOf([check(true), check(false, true)])).toBe('incomplete');
    expect(integrityOf([check(false, true), check(false)])).toBe('altered');
  });

  test('is ok only when intact with nothing unchecked', () => {
    expect(isOk({ integrity: 'intact', checks: [check(true)] })).toBe(true);
    expect(isOk({ integrity: 'intact', checks: [check(true), check('unchecked')] })).toBe(false);
    expect(isOk({ integrity: 'incomplete', checks: [check(false, true)] })).toBe(false);
  });

  test('knows a key by the one noted before, and takes a trusted stamp before others', () => {
    expect(identityOf('k')).toEqual({ keyId: 'k', known: 'new' });
    expect(identityOf('k', ['k'])).toEqual({ keyId: 'k', known: 'pinned' });
    expect(identityOf('k', ['x'])).toEqual({ keyId: 'k', known: 'conflict' });
    expect(identityOf(undefined, ['x'])).toEqual({ known: 'unsigned' });
    const successors = new Map([
      ['k', 'j'],
      ['j', 'x'],
      ['m', 'n'],
      ['n', 'm'],
    ]);
    expect(identityOf('k', ['x'], successors)).toEqual({ keyId: 'k', known: 'pinned' });
    expect(identityOf('m', ['x'], successors)).toEqual({ keyId: 'm', known: 'conflict' });
    const stamps = [
      { authority: 'A', trusted: false },
      { authority: 'B', trusted: true },
    ];
    expect(timeOf(stamps)).toEqual({ source: 'time-stamp', authority: 'B', trusted: true, anchored: [] });
    expect(timeOf([], ['keychain'])).toEqual({ source: 'device-clock', anchored: ['keychain'] });
  });
});
