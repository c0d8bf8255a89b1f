import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src-main/cli/command.ts';
import { command } from '../../../src-main/cli/verify.ts';
import { buildBundle } from '../../../src-main/ledger/bundle.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { timestampRequest } from '../../../src-main/ledger/timestamp-request.ts';
import { sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';
import { openAuthority } from './timestamp-authority.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-verify-'));
const authority = openAuthority('ec');
afterAll(() => {
  rmSync(folder, { recursive: true });
  authority.close();
});

const key = newKey();
const contents = sampleContents(key);
const head = contents.entries.at(-1);
const stamp = authority.answer(timestampRequest(head?.hash ?? '', new Uint8Array(8).fill(7)));
const bundle = buildBundle(
  { ...contents, timestamps: [{ sequence: head?.sequence ?? 0, bytes: stamp }] },
  { digest: sha256, signer: key },
);
const file = join(folder, 'good.assent.zip');
writeFileSync(file, bundle);
const forged = join(folder, 'forged.assent.zip');
writeFileSync(forged, bundle.with(bundle.length >> 1, 0));

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const json = args.includes('--json');
  const code = await command.run({
    args: args.filter((argument) => argument !== '--json'),
    json,
    language: 'en',
    now: () => new Date(),
    print: (text) => printed.push(text),
  });
  return {
    code,
    text: printed.join('\n'),
    answer: json ? (JSON.parse(printed.join('\n')) as Record<string, unknown>) : {},
  };
}

describe('assent verify', () => {
  test('says yes to a good bundle, for a person and as JSON', async () => {
    expect(await run(file)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/✓ Ledger {2}7 entries.*The bundle verifies\.$/s) as string,
    });
    const { code, answer } = await run(file, '--json');
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      ok: true,
      head: { sequence: 7, hash: head?.hash },
      records: [{ id: 'a1', sequence: 5 }],
    });
    expect(answer.checks).toContainEqual({ what: 'Texts', ok: true, why: expect.any(String) as string });
  });

  test('says no to a forged one, and to what is no bundle', async () => {
    for (const bad of [forged, join(authority.folder, 'ts.cnf')]) {
      const { code, answer } = await run(bad, '--json');
      expect(code).toBe(1);
      expect(answer).toMatchObject({ ok: false });
    }
  });

  test('names the key and the time, and knows the key only by the one that is given', async () => {
    const { answer } = await run(file, '--json');
    expect(answer).toMatchObject({
      integrity: 'intact',
      identity: { keyId: key.id, known: 'new' },
      time: { source: 'time-stamp', authority: expect.any(String) as string, trusted: false, anchored: [] },
    });
    const pinned = await run(file, `--pin=${key.id}`, `--head=7:${head?.hash}`, '--json');
    expect(pinned.answer).toMatchObject({
      ok: true,
      identity: { keyId: key.id, known: 'pinned' },
      time: { anchored: ['printed-head'] },
    });
    const other = await run(file, `--pin=${'0'.repeat(32)}`, '--json');
    // Who vouches for it never changes whether it is intact.
    expect(other).toMatchObject({ code: 0, answer: { ok: true, identity: { keyId: key.id, known: 'conflict' } } });
  });

  test('compares with a head that the person knows', async () => {
    expect((await run(file, `--head=7:${head?.hash}`)).code).toBe(0);
    expect((await run(file, `--head=7:${'a'.repeat(64)}`)).code).toBe(1);
    expect((await run(file, `--head=9:${head?.hash}`)).text).toMatch(/✗ End of the ledger/);
  });

  test('trusts a timestamp authority by its root certificate', async () => {
    expect((await run(file)).text).toMatch(/• Timestamps .*leads to no trusted root/);
    expect((await run(file, `--roots=${join(authority.folder, 'root.pem')}`)).text).toMatch(
      /✓ Timestamps .*attests that it existed at/,
    );
    await expect(run(file, `--roots=${file}`)).rejects.toThrow('certificate-unreadable');
  });

  test('refuses a file that is not there, and arguments that do not fit', async () => {
    await expect(run(join(folder, 'absent'))).rejects.toThrow('file-not-readable');
    for (const args of [
      [],
      [file, file],
      [file, '--head=1'],
      [file, '--unknown=1'],
      [file, '--roots'],
      [file, '--pin=7'],
    ]) {
      await expect(run(...args)).rejects.toThrow(UsageError);
    }
  });
});
