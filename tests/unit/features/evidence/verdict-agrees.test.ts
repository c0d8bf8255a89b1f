import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../../../../src-main/cli/verify.ts';
import { buildBundle } from '../../../../src-main/ledger/bundle.ts';
import { sha256 } from '../../../../src-main/ledger/node-digest.ts';
import { timestampRequest } from '../../../../src-main/ledger/timestamp-request.ts';
import type { Verdict } from '../../../../src-main/ledger/verdict.ts';
import { checkFile } from '../../../../src-main/ledger/verifier/check-file.ts';
import { AppUnderTest } from '../../kernel/ports.ts';
import { sampleContents } from '../../ledger/sample-bundle.ts';
import { newKey } from '../../ledger/sample-chain.ts';
import { openAuthority } from '../../ledger/timestamp-authority.ts';

const folder = mkdtempSync(join(tmpdir(), 'assent-agrees-'));
const authority = openAuthority('ec');
const desk = new AppUnderTest();
afterAll(() => {
  desk.end();
  authority.close();
  rmSync(folder, { recursive: true });
});

const key = newKey();
const contents = sampleContents(key);
const head = contents.entries.at(-1);
const stamp = authority.answer(timestampRequest(head?.hash ?? '', new Uint8Array(8).fill(7)));
const stamped = { ...contents, timestamps: [{ sequence: head?.sequence ?? 0, bytes: stamp }] };
const built = (of: typeof contents, signer: typeof key | undefined) => buildBundle(of, { digest: sha256, signer });
const good = built(contents, key);

type Said = Pick<Verdict, 'integrity' | 'identity' | 'time'>;
const said = ({ integrity, identity, time }: Said): Said => ({ integrity, identity, time });

async function byCommand(bytes: Uint8Array): Promise<Said> {
  const file = join(folder, 'bundle.assent.zip');
  writeFileSync(file, bytes);
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  await command.run({ args: [file], json: true, language: 'en', now: () => new Date(), print });
  return said(JSON.parse(printed.join('\n')) as Said);
}

describe('app, command line and offline verifier say the same of', () => {
  test.each<[string, Uint8Array, Said]>([
    [
      'a bundle at the device’s own time',
      good,
      {
        integrity: 'intact',
        identity: { keyId: key.id, known: 'new' },
        time: { source: 'device-clock', anchored: [] },
      },
    ],
    [
      'a stamped bundle',
      built(stamped, key),
      {
        integrity: 'intact',
        identity: { keyId: key.id, known: 'new' },
        time: { source: 'time-stamp', authority: expect.any(String) as string, trusted: false, anchored: [] },
      },
    ],
    [
      'a bundle that nobody signed',
      built(sampleContents(undefined), undefined),
      { integrity: 'intact', identity: { known: 'unsigned' }, time: { source: 'device-clock', anchored: [] } },
    ],
    [
      'a bundle whose entries say another key',
      built({ ...contents, deviceKeys: [newKey().publicKey] }, key),
      {
        integrity: 'incomplete',
        identity: { keyId: key.id, known: 'new' },
        time: { source: 'device-clock', anchored: [] },
      },
    ],
  ])('%s', async (name, bytes, expected) => {
    const { report } = await checkFile(name, bytes, undefined);
    expect(said(report)).toEqual(expected);
    expect(await byCommand(bytes)).toEqual(said(report));
    expect(said(await desk.handlers['evidence.readBundle']({ name, bytes: Uint8Array.from(bytes) }))).toEqual(
      said(report),
    );
  });
});

test('the app says of its own ledger who signs it and what its times rest on', async () => {
  expect(await desk.handlers['evidence.verify']({})).toMatchObject({
    ok: true,
    integrity: 'intact',
    identity: { known: 'unsigned' },
    time: { source: 'device-clock', anchored: [] },
  });
});
