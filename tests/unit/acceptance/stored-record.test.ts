import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { certificateContent } from '../../../src-main/acceptance/certificate.ts';
import { readRecord, storedRecord } from '../../../src-main/acceptance/stored-record.ts';
import { canonicalJson, type JsonValue } from '../../../src-main/ledger/canonical-json.ts';
import { sha256Hex } from '../../../src-main/ledger/node-digest.ts';

/** One record of each format as it was written: own words, canonical bytes. Neither file ever changes. */
const golden = (format: 1 | 2): string =>
  readFileSync(
    fileURLToPath(new URL(`../../fixtures/record/acceptance-record-${format}.json`, import.meta.url)),
    'utf8',
  );

const WRITTEN = {
  1: '1b969a59ea9e06278978edb0ab2be0e7b399d04d1243a1a94f845570a081f3f7',
  2: '384400e8dbbe4391462bd64d97a5a3b6815febf249f9ac377774d29d62b2a5eb',
} as const;

const PROOF = {
  entry: { sequence: 7, hash: '7'.repeat(64), device: 'd'.repeat(32) },
  recordHash: '9'.repeat(64),
  signature: 'none',
  stamps: [],
  deposits: [],
} as const;

/** Every way to leave one member out, with its place. */
function* withoutOne(value: JsonValue, place = ''): Generator<readonly [place: string, JsonValue]> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly JsonValue[]).entries())
      for (const [where, less] of withoutOne(item, `${place}.${index}`)) yield [where, value.with(index, less)];
    return;
  }
  for (const [name, member] of Object.entries(value as Readonly<Record<string, JsonValue>>)) {
    const { [name]: _gone, ...rest } = value as Readonly<Record<string, JsonValue>>;
    yield [`${place}.${name}`, rest];
    for (const [where, less] of withoutOne(member, `${place}.${name}`)) yield [where, { ...rest, [name]: less }];
  }
}

describe.each([1, 2] as const)('a record of format %i', (format) => {
  const json = golden(format);
  const value = JSON.parse(json) as JsonValue;

  test('is read as it was written, and its bytes stay', () => {
    expect(sha256Hex(json)).toBe(WRITTEN[format]);
    expect(canonicalJson(storedRecord('a1', value))).toBe(json);
  });

  test('that lacks any member is refused, by its name', () => {
    const kept = [...withoutOne(value)].flatMap(([place, less]) => {
      try {
        storedRecord('a1', less);
        return [place];
      } catch (error) {
        expect(error).toMatchObject({ code: 'record-unreadable', sentence: { params: { id: 'a1' } } });
        return [];
      }
    });
    expect(kept).toEqual([]);
  });

  test('with a member that a later build added is read', () => {
    expect(storedRecord('a1', { ...(value as object), later: true })).toMatchObject({ later: true });
  });
});

test('records of both formats say the same to whoever shows them', () => {
  const attention = ([1, 2] as const).map((format) => {
    const { review } = readRecord('a1', golden(format));
    return 'absent' in review.clauses ? [] : review.clauses.map((clause) => clause.attention);
  });
  const [shown, seen, other, unseen] = [
    { how: 'shown', seconds: 10, needed: 2 },
    { how: 'seen', seconds: 10, needed: 2, acknowledgedAt: '2026-11-23T01:05:00.000Z' },
    {
      how: 'inherited',
      recordId: 'a0',
      clauseHash: '3'.repeat(64),
      seenOn: '2026-10-01T02:00:00.000Z',
      confirmedAt: '2026-11-23T01:05:30.000Z',
    },
    { how: 'not-seen', seconds: 0, needed: 2 },
  ];
  expect(attention).toEqual([
    [shown, seen, seen, unseen],
    [shown, seen, other, unseen],
  ]);
});

test('what a record of format 1 does not hold is neither said of it nor made up', () => {
  const [first, second] = ([1, 2] as const).map((format) => readRecord('a1', golden(format)));
  expect(first).not.toHaveProperty('reading');
  expect(first?.review).not.toHaveProperty('secondsBy');
  expect(second).toMatchObject({ reading: { reader: '0.1.0' }, review: { secondsBy: 'main-process' } });
});

test.each(['zh', 'en'] as const)(
  'the certificate of either format is whole in %s, and tells what was carried over',
  (language) => {
    const texts = ([1, 2] as const).map((format) => {
      const { sections } = certificateContent(readRecord('a1', golden(format)), PROOF, language);
      return sections.flatMap(({ rows }) => rows.map(({ label, value }) => `${label}: ${value}`));
    });
    for (const line of texts.flat()) expect(line).not.toMatch(/undefined|\[object|NaN|: $/u);
    const [first = [], second = []] = texts;
    expect(second.length - first.length).toBe(2);
    expect(second.filter((line) => line.includes('a0') && line.includes('3'.repeat(64)))).toHaveLength(1);
    expect(first.join('\n')).not.toContain('a0');
  },
);

test.each(['', '{', 'null', '[]', '{"format":"assent-acceptance-record-3"}'])('%j is no record', (json) => {
  expect(() => readRecord('a7', json)).toThrow('record-unreadable');
});
