import { describe, expect, test } from 'vitest';
import { readingOf, UNNAMED_READER } from '../../../src-main/store/stored-reading.ts';
import { sample } from '../acceptance/sample.ts';

const version = { id: 'v1', savedAt: '2026-11-23T02:00:00.000Z', document: JSON.stringify(sample) };

describe('the reading of a version', () => {
  test('is the document that was saved with it, by a reader that nobody noted', () => {
    expect(readingOf(version)).toEqual({
      versionId: 'v1',
      reader: UNNAMED_READER,
      at: '2026-11-23T02:00:00.000Z',
      document: sample,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test.each([
    ['a list', []],
    ['no clauses', { ...sample, clauses: undefined }],
    ['facts that are none', { ...sample, facts: {} }],
    ['no fingerprint', { ...sample, fingerprint: 7 }],
  ])('is refused where it is no document: %s', (_what, document) => {
    expect(() => readingOf({ ...version, document: JSON.stringify(document) })).toThrow(
      expect.objectContaining({ code: 'document-unreadable' }),
    );
  });
});
