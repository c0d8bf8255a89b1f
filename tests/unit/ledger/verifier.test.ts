import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildVerifier, verifierHtml } from '../../../.config/verifier.mjs';
import { say, type Sentence, sentence } from '../../../src-main/agreement/sentence.ts';
import { buildBundle, ENTRIES, MANIFEST, MANIFEST_SIGNATURE } from '../../../src-main/ledger/bundle.ts';
import { canonicalBytes } from '../../../src-main/ledger/canonical-json.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { timestampRequest } from '../../../src-main/ledger/timestamp-request.ts';
import { readZip } from '../../../src-main/ledger/zip-read.ts';
import { writeZip } from '../../../src-main/ledger/zip-write.ts';
import { fingerprint, hashOf, sampleContents } from './sample-bundle.ts';
import { newKey } from './sample-chain.ts';
import { openAuthority } from './timestamp-authority.ts';

/** Debian's own; the verifier must work in a browser that nobody prepared. */
const CHROMIUM = '/usr/bin/chromium';
const absent = existsSync(CHROMIUM) ? '' : ' (skipped: Debian’s chromium is not installed)';

const folder = mkdtempSync(join(tmpdir(), 'assent-verifier-'));
const key = newKey();
let browser: Browser;
let page: Page;
let html: Uint8Array;
let good: Uint8Array;
const requests: string[] = [];
const complaints: string[] = [];

describe.skipIf(absent !== '')(`the offline verifier in a browser, from file:// and without a network${absent}`, () => {
  beforeAll(async () => {
    const path = await buildVerifier(folder);
    html = new TextEncoder().encode(await verifierHtml());
    good = buildBundle(sampleContents(key, { verifier: html }), { digest: sha256, signer: key });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    const context = await browser.newContext({ offline: true, locale: 'zh-CN' });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(pathToFileURL(path).href);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });

  test('says what to do, also to those who unpacked the bundle', async () => {
    expect(await page.title()).toBe(say(sentence('verifier.title'), 'zh'));
    const text = await page.locator('main').innerText();
    expect(text).toContain(say(sentence('verifier.intro'), 'zh'));
    expect(text).toContain(say(sentence('verifier.unpacked'), 'zh'));
  });

  test('finds a good bundle good, signatures included', async () => {
    const checks = await choose(good);
    expect(await verdict()).toBe('true');
    const valid = sentence('ledger.verify-bundle.signatures-valid', { valid: 7, keys: key.id });
    expect(checks).toContainEqual(expect.stringContaining(say(valid, 'zh')));
    expect(await page.locator('li.bad').count()).toBe(0);
  });

  test('shows the agreement as accepted, bold of the source apart from bold by rule', async () => {
    await choose(good);
    const clause = page.locator('[data-clause="c2"]');
    expect(await clause.getAttribute('class')).toContain('conspicuous');
    expect(await clause.locator('b.rule').innerText()).toBe('甲方的赔偿总额以当月费用为限。');
    expect(await page.locator('[data-clause="c1"] u b.source').innerText()).toBe('乙方');
    expect(await clause.locator('.number').innerText()).toBe('1.2');
    const signs = await page.evaluate(() =>
      ['[data-clause] b.rule', '[data-clause] b.source'].map((selector) => {
        const { content, borderBottomStyle } = getComputedStyle(document.querySelector(selector) as Element, '::after');
        return [content, borderBottomStyle];
      }),
    );
    expect(signs).toEqual([
      ['"＊"', 'none'],
      ['none', 'none'],
    ]);
    expect(await page.locator('[data-clause="t1"] td').allInnerTexts()).toEqual([
      '低于 99.95%',
      '15%',
      '低于 99%',
      '30%',
    ]);
    expect(await page.locator('[data-clause="t1"] th').allInnerTexts()).toEqual(['可用性', '赔偿']);
    const pairs = await page
      .locator('.record dl')
      .evaluateAll((lists) => lists.map((list) => [...list.children].map((part) => part.textContent)));
    expect(pairs).toEqual(
      expect.arrayContaining([
        [say(sentence('verifier.decision'), 'zh'), say(sentence('verifier.accepted'), 'zh')],
        [say(sentence('verifier.company'), 'zh'), '示例科技有限公司'],
        [say(sentence('verifier.person'), 'zh'), '李示例 · 法务经理'],
      ]),
    );
  });

  test('checks a timestamp, and says that trust in its authority is another matter', async () => {
    const authority = openAuthority('ec');
    try {
      const contents = sampleContents(key, { verifier: html });
      const hash = contents.entries.at(-1)?.hash ?? '';
      const stamped = async (of: string) => {
        const bytes = authority.answer(timestampRequest(of, new Uint8Array(8).fill(9)));
        const timestamps = [{ sequence: 7, bytes }];
        return (await choose(buildBundle({ ...contents, timestamps }, { digest: sha256, signer: key }))).at(-1);
      };
      const ofEntry = (why: Sentence) =>
        say(sentence('ledger.bundle-papers.stamp-of-entry', { sequence: 7, why }), 'zh');
      const untrusted = (await stamped(hash)) ?? '';
      const [at = 'no time'] = /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(untrusted) ?? [];
      const name = '示例时间戳 tsa · Example';
      expect(untrusted).toContain(ofEntry(sentence('ledger.timestamp.untrusted', { authority: name, at })));
      expect(await verdict()).toBe('true');
      const why = sentence('ledger.timestamp.stamps-something-else');
      expect(await stamped('a'.repeat(64))).toContain(ofEntry(sentence('ledger.timestamp.does-not-hold', { why })));
      expect(await verdict()).toBe('false');
    } finally {
      authority.close();
    }
  });

  test.each<[string, (files: Map<string, Uint8Array>) => void, Sentence]>([
    [
      'a word of the accepted text changed',
      (files) => replaceText(files, `versions/${fingerprint}.json`, '当月', '十年'),
      sentence('ledger.bundle-papers.hash-not-in-ledger', { path: `versions/${fingerprint}.json` }),
    ],
    [
      'an entry taken out of the ledger',
      (files) => replaceText(files, ENTRIES, /^.*"sequence":2.*\n/m, ''),
      entryFault(2, sentence('ledger.chain-walk.missing', { missing: '2' })),
    ],
    [
      'a signature that another key made',
      (files) => replaceText(files, ENTRIES, /"signature":"[0-9a-f]{8}/, '"signature":"00000000'),
      entryFault(1, sentence('ledger.chain-walk.signature-invalid')),
    ],
    [
      'the decision changed in record and ledger alike',
      forgeDecision,
      entryFault(5, sentence('ledger.chain-walk.payload-differs')),
    ],
  ])('finds a forged bundle forged: %s', async (_name, forge, why) => {
    const checks = await choose(forged(forge));
    expect(await verdict()).toBe('false');
    expect(checks.join('\n')).toContain(say(why, 'zh'));
  });

  test('says who vouches and when, and is never green: it knows nobody’s key', async () => {
    await choose(good);
    const text = await page.locator('#verdict').innerText();
    expect(text).toContain(say(sentence('ledger.verdict.new', { keyId: key.id }), 'zh'));
    expect(text).toContain(say(sentence('ledger.verdict.device-clock'), 'zh'));
    const green = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--good'));
    expect(green).not.toBe('');
    expect(await page.locator('#verdict').getAttribute('class')).toBe('verdict open');
    await choose(buildBundle(sampleContents(undefined, { verifier: html }), { digest: sha256, signer: undefined }));
    expect(await page.locator('#verdict h2').innerText()).toBe(`• ${say(sentence('verifier.intact-unsigned'), 'zh')}`);
  });

  test('refuses what is no bundle', async () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('hello'), good.subarray(0, -9)]) {
      await choose(bytes);
      expect(await verdict()).toBe('false');
    }
  });

  test('compares with a place in the ledger that the person knows', async () => {
    const head = sampleContents(key, { verifier: html }).entries.at(-1);
    await page.locator('#head').fill(`7:${'a'.repeat(64)}`);
    await choose(good);
    expect(await verdict()).toBe('false');
    await page.locator('#head').fill(`7:${head?.hash}`);
    await choose(good);
    expect(await verdict()).toBe('true');
    await page.locator('#head').fill('');
  });

  test('checks signatures also where the browser knows no Ed25519', async () => {
    await page.evaluate(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
      crypto.subtle.verify = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
    });
    const checks = await choose(good);
    const valid = sentence('ledger.verify-bundle.signatures-valid', { valid: 7, keys: key.id });
    expect(checks).toContainEqual(expect.stringContaining(say(valid, 'zh')));
    expect(await verdict()).toBe('true');
    const stale = await choose(
      forged((files) => replaceText(files, ENTRIES, /"signature":"[0-9a-f]{8}/, '"signature":"00000000')),
    );
    expect(stale.join('\n')).toContain(say(entryFault(1, sentence('ledger.chain-walk.signature-invalid')), 'zh'));
    expect(await verdict()).toBe('false');
    await page.reload();
  });

  test('speaks English, too', async () => {
    await choose(good);
    await page.locator('#language').click();
    expect(await page.locator('#verdict h2').innerText()).toBe(`• ${say(sentence('verifier.intact-new'), 'en')}`);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.locator('#language').click();
  });

  test('takes a dropped file', async () => {
    await page.reload();
    const small = buildBundle(sampleContents(key), { digest: sha256, signer: key });
    const transfer = await page.evaluateHandle((base64) => {
      const made = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      made.items.add(new File([bytes], 'dropped.assent.zip'));
      return made;
    }, Buffer.from(small).toString('base64'));
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
    expect(await verdict()).toBe('true');
  });

  test('tells of each key clause how it was seen, in the records of either format', async () => {
    const contents = sampleContents(key, { verifier: html });
    const told = async (record: object): Promise<readonly string[]> => {
      const records = [{ id: 'a1', record: { ...(contents.records[0]?.record as object), ...record } }];
      await choose(buildBundle({ ...contents, records }, { digest: sha256, signer: key }));
      await page.locator('details.attention summary').click();
      return page.locator('details.attention li').allInnerTexts();
    };
    const at = '2026-11-23T00:02:00.000Z';
    const why = { absent: 'not collected', why: { zh: '没有标为已注意', en: 'it was not marked as noted' } };
    const seconds = { seconds: 10.5, needed: 8 };
    const noted = `1.2 ${say(sentence('verifier.attention.noted', { ...seconds, at }), 'zh')}`;
    const not = `c3 ${say(sentence('verifier.attention.not-noted', { ...seconds }), 'zh')}`;
    const beside = { secondsVisible: 10.5, secondsNeeded: 8 };
    const first = [
      { clauseId: 'c2', number: '1.2', ...beside, acknowledgedAt: at },
      { clauseId: 'c3', number: why, ...beside, acknowledgedAt: why },
    ];
    expect(await told({ review: { clauses: first } })).toEqual([noted, not]);
    const earlier = { recordId: 'a0', seenOn: '2026-10-01T02:00:00.000Z', confirmedAt: at };
    const second = [
      { clauseId: 'c2', number: '1.2', attention: { how: 'seen', ...seconds, acknowledgedAt: at } },
      { clauseId: 'c3', number: why, attention: { how: 'not-seen', ...seconds } },
      { clauseId: 'c4', number: '2', attention: { how: 'inherited', clauseHash: '3'.repeat(64), ...earlier } },
    ];
    expect(await told({ format: 'assent-acceptance-record-2', review: { clauses: second } })).toEqual([
      noted,
      not,
      `2 ${say(sentence('verifier.attention.inherited', earlier), 'zh')}`,
    ]);
    await choose(good);
    expect(await page.locator('details.attention').count()).toBe(0);
  });

  test('shows nothing of a bundle as markup', async () => {
    const contents = sampleContents(key, { verifier: html });
    const record = {
      ...(contents.records[0]?.record as object),
      person: { name: '<img src=x onerror=alert(1)>', role: 'x' },
    };
    await choose(buildBundle({ ...contents, records: [{ id: 'a1', record }] }, { digest: sha256, signer: key }));
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('.record').innerText()).toContain('<img');
  });
});

test('the verifier is the same bytes each time, and names no address', async () => {
  const [one, two] = [await verifierHtml(), await verifierHtml()];
  expect(one).toBe(two);
  expect(one).toContain(`default-src 'none'`);
  expect(one).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/);
});

function entryFault(sequence: number, why: Sentence): Sentence {
  return sentence('ledger.verify-bundle.entry-fault', { sequence, position: sequence, why });
}

/** Gives the page a file and waits for its verdict; the text of every check. */
async function choose(bytes: Uint8Array): Promise<readonly string[]> {
  await page.evaluate(() => document.getElementById('verdict')?.remove());
  await page
    .locator('#file')
    .setInputFiles({ name: 'test.assent.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await page.locator('#verdict').waitFor();
  return page.locator('#checks li').allInnerTexts();
}

async function verdict(): Promise<string | undefined> {
  return (await page.locator('#verdict').getAttribute('data-ok')) ?? undefined;
}

/** Files changed by a forger who makes a fitting manifest but has not the device's key, so drops its signature. */
function forged(forge: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(readZip(good).files.map(({ path, bytes }) => [path, bytes]));
  forge(files);
  const manifest = JSON.parse(new TextDecoder().decode(files.get(MANIFEST))) as Record<string, unknown>;
  files.delete(MANIFEST);
  files.delete(MANIFEST_SIGNATURE);
  manifest.signedBy = 'unsigned';
  manifest.files = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOf(bytes) }));
  return writeZip([
    { path: MANIFEST, bytes: canonicalBytes(manifest) },
    ...[...files].map(([path, bytes]) => ({ path, bytes })),
  ]);
}

function replaceText(files: Map<string, Uint8Array>, path: string, from: string | RegExp, to: string): void {
  const before = new TextDecoder().decode(files.get(path));
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  files.set(path, new TextEncoder().encode(after));
}

function forgeDecision(files: Map<string, Uint8Array>): void {
  const before = hashOf(files.get('records/a1.json') as Uint8Array);
  replaceText(files, 'records/a1.json', '"decision":"accepted"', '"decision":"declined"');
  replaceText(files, ENTRIES, before, hashOf(files.get('records/a1.json') as Uint8Array));
}
