import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handlers as handlersOver } from '../../../src-main/handlers.ts';
import { demoJob } from '../../../src-main/kernel/demo/demo-job.ts';
import { rehearsalIn } from '../../../src-main/kernel/demo/rehearsal.ts';
import { ledgerWriter } from '../../../src-main/kernel/ledger-writer.ts';
import { beginIn } from '../../../src-main/kernel/preferences.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { setPlain } from '../../../src-main/pdf/plain/plain.ts';
import { FONTS, pdfjsText } from '../pdf/paper-tools.ts';
import { AppUnderTest } from './ports.ts';

const ASSETS = fileURLToPath(new URL('../../../assets', import.meta.url));
const HAN = /\p{Script=Han}/u;

/** Every file that the demo leaves, by name. */
async function demo(language: 'zh' | 'en'): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'assent-demo-'));
  const app = new AppUnderTest();
  const rehearsal = rehearsalIn(folder, ASSETS, language, () => new Date('2026-11-30T06:00:00.000Z'));
  const { store, offsetMinutes } = app.ports;
  const { files, now, monotonic } = rehearsal;
  const ports = {
    ...app.ports,
    now,
    monotonic,
    files: {
      ...files,
      asset: (name: string) =>
        Promise.resolve(
          name.endsWith('Regular.ttf')
            ? FONTS.regular
            : name.endsWith('Bold.ttf')
              ? FONTS.bold
              : new TextEncoder().encode('<!doctype html>'),
        ),
    },
    print: { toPdf: setPlain, dialog: () => Promise.resolve(false) },
    picture: () => Promise.resolve(undefined),
    ledger: ledgerWriter({ store, now, offsetMinutes, signer: () => undefined, clock: 'rehearsal' }),
  };
  beginIn(ports, language);
  try {
    await demoJob(handlersOver(ports), rehearsal, () => Promise.resolve());
    return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  } finally {
    app.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the demo of an English user', () => {
  let made: ReadonlyMap<string, Uint8Array> = new Map();
  beforeAll(async () => {
    made = await demo('en');
  }, 180_000);
  afterAll(() => {
    made = new Map();
  });

  test('leaves two records, a letter, the letter signed, certificates and a bundle, all named in English', () => {
    const names = [...made.keys()];
    expect(names.filter((name) => HAN.test(name))).toEqual([]);
    expect(names.filter((name) => name.includes('Record of review and decision'))).toHaveLength(2);
    expect(names.filter((name) => name.includes('Security Commitment'))).toHaveLength(2);
    expect(names.filter((name) => name.startsWith('Assent evidence bundle '))).toHaveLength(1);
  });

  test('writes no paper in Chinese, and marks each as a demo', async () => {
    const papers = [...made].filter(([name]) => name.endsWith('.pdf'));
    const bundle = [...made].find(([name]) => name.endsWith('.zip'))?.[1] ?? new Uint8Array();
    const printed = readZip(bundle).files.filter(({ path }) =>
      /^(?:attachments|certificates|letters)\/.*\.pdf$/u.test(path),
    );
    expect([papers.length, printed.length]).toEqual([4, 6]);
    for (const [name, bytes] of [...papers, ...printed.map(({ path, bytes: own }) => [path, own] as const)]) {
      const text = await pdfjsText(bytes);
      expect(HAN.exec(text)?.[0], name).toBeUndefined();
      expect(text, name).toContain('nobody sat at the screen');
    }
  });

  test('asks for the seal and signature of the company in English, and says to which version it belongs', async () => {
    const [, letter] = [...made].find(([name]) => /Security Commitment.*\) \d{4}/u.test(name)) ?? [];
    const text = (await pdfjsText(letter ?? new Uint8Array())).replace(/\s+/gu, ' ');
    expect(text).toContain(
      'This letter relates to the “Skyboat Cross-Region Private Line Agreement (Sample)” (dated 1',
    );
    expect(text).toContain('For and on behalf of');
    expect(text).toContain('(company seal)');
  });
});
