import { expect, test } from 'vitest';
import { buildBundle } from '../../../src-main/ledger/bundle.ts';
import { guidePath } from '../../../src-main/ledger/integrity/bundle-guide.ts';
import { sha256 } from '../../../src-main/ledger/node-digest.ts';
import { openBundle } from '../../../src-main/ledger/open-bundle.ts';
import { failures } from './failed-checks.ts';
import { contents, key } from './forged-bundle.ts';
import { fingerprint } from './sample-bundle.ts';

const guideOf = (bytes: Uint8Array): string => new TextDecoder().decode(openBundle(bytes).files.get(guidePath('zh')));

test('a bundle says in words what it is of and which file is what, in both languages, and every file it names is there', async () => {
  const bundle = buildBundle(contents, { digest: sha256, signer: key });
  expect(await failures(bundle)).toEqual([]);
  const guide = guideOf(bundle);
  for (const words of [
    '《示例服务条款》第 1 版',
    '李示例',
    '示例科技有限公司',
    '条款.txt',
    '“示例服务条款”, version 1',
    'accepted',
  ])
    expect(guide).toContain(words);
  expect(guide).toContain(`versions/${fingerprint}.txt`);
  const { files } = openBundle(bundle);
  const named = [...guide.matchAll(/href="([^"]+)"/gu)].map(([, path = '']) => decodeURI(path));
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((path) => !files.has(path))).toEqual([]);
  expect(guide).not.toMatch(/<script|https?:|src=/u);
});

test('a bundle made in English calls its guide so and begins in English; the other language follows, and it verifies', async () => {
  const bundle = buildBundle(contents, { digest: sha256, signer: key, language: 'en' });
  expect(await failures(bundle)).toEqual([]);
  const { files } = openBundle(bundle);
  expect([...files.keys()].filter((path) => !/^[\x20-\x7E]+$/u.test(path))).toEqual([]);
  const guide = new TextDecoder().decode(files.get(guidePath('en')));
  expect(guide).toContain('<html lang="en">');
  expect(guide.indexOf('“示例服务条款”, version 1')).toBeGreaterThan(0);
  expect(guide.indexOf('“示例服务条款”, version 1')).toBeLessThan(guide.indexOf('《示例服务条款》第 1 版'));
});

test('nothing of a record is markup in it', () => {
  const [only] = contents.records;
  const record = { ...(only?.record as object), person: { name: '<img src=x onerror=alert(1)>', role: '"x"' } };
  const bundle = buildBundle({ ...contents, records: [{ id: 'a1', record }] }, { digest: sha256, signer: key });
  expect(guideOf(bundle)).not.toContain('<img');
  expect(guideOf(bundle)).toContain('&lt;img');
});
