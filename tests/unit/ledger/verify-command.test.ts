import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { say, type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
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

/** The line of a check, as a person reads it. */
const line = (mark: string, what: Sentence, why: Sentence): string => `${mark} ${say(what, 'en')}  ${say(why, 'en')}`;

/** The line of the time stamp, with the time that it says. */
function stampLine(text: string, mark: string, key: 'ledger.timestamp.attested' | 'ledger.timestamp.untrusted') {
  const [at = 'no time'] = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(text) ?? [];
  const why = sentence(key, { authority: '示例时间戳 tsa · Example', at });
  return line(
    mark,
    sentence('ledger.bundle-papers.stamps'),
    sentence('ledger.bundle-papers.stamp-of-entry', { sequence: 7, why }),
  );
}

describe('assent verify', () => {
  test('says yes to a good bundle, for a person and as JSON', async () => {
    const said = await run(file);
    const lines = said.text.split('\n');
    expect(said.code).toBe(0);
    expect(lines).toContain(
      line(
        '✓',
        sentence('ledger.bundle-chain.chain'),
        sentence('ledger.verify-bundle.chain-intact', { entries: 7, disclosed: 5 }),
      ),
    );
    expect(lines.at(-1)).toBe(say(sentence('cli.verify.verdict-good'), 'en'));
    const { code, answer } = await run(file, '--json');
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      ok: true,
      head: { sequence: 7, hash: head?.hash },
      records: [{ id: 'a1', sequence: 5 }],
    });
    expect(answer.checks).toContainEqual({
      what: say(sentence('ledger.bundle-papers.texts'), 'en'),
      ok: true,
      why: say(sentence('ledger.bundle-papers.texts-whole'), 'en'),
    });
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
    const why = sentence('ledger.chain-walk.end-cut-off', { sequence: 9, highest: 7 });
    expect((await run(file, `--head=9:${head?.hash}`)).text.split('\n')).toContain(
      line('✗', sentence('ledger.bundle-chain.head'), sentence('ledger.verify-bundle.head-differs', { why })),
    );
  });

  test('trusts a timestamp authority by its root certificate', async () => {
    const { text: untrusted } = await run(file);
    expect(untrusted.split('\n')).toContain(stampLine(untrusted, '•', 'ledger.timestamp.untrusted'));
    const { text: attested } = await run(file, `--roots=${join(authority.folder, 'root.pem')}`);
    expect(attested.split('\n')).toContain(stampLine(attested, '✓', 'ledger.timestamp.attested'));
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
