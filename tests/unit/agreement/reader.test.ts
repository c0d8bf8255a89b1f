import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from '../../../src-main/agreement/read.ts';
import { isEarlierReader, READER, readerName, readerNumber } from '../../../src-main/agreement/reader.ts';
import { readText } from '../../../src-main/import/text/text.ts';
import { canonicalJson } from '../../../src-main/ledger/canonical-json.ts';
import { sha256Hex } from '../../../src-main/ledger/node-digest.ts';
import { twin } from '../../fixtures/references.ts';

const readers = JSON.parse(
  readFileSync(new URL('../../fixtures/readings/readers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, { readonly twin: string }>>;

/**
 * Where this fails, the reader reads otherwise than its number says. If the number was part of a release, raise `READER`
 * and add a row to `readers.json`; otherwise the row of the number is the new hash.
 */
test('the reader’s number stands for what it reads', () => {
  const { documents } = read(readText(twin.text, 'utf-8'));
  expect(documents.length).toBeGreaterThan(3);
  expect(readers[READER]?.twin).toBe(sha256Hex(canonicalJson(JSON.parse(JSON.stringify(documents)))));
  expect(Object.keys(readers).map(Number)).toEqual(Array.from({ length: READER }, (_, index) => index + 1));
});

test('a reading knows whether an earlier reader made it', () => {
  expect(readerNumber(readerName('0.2.0 linux-x64'))).toBe(READER);
  expect(isEarlierReader(readerName('any'))).toBe(false);
  expect(isEarlierReader(readerName('any').replace(String(READER), String(READER - 1)))).toBe(true);
  expect(isEarlierReader('before readings were kept')).toBe(true);
});
