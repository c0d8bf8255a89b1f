import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../src-main/store/stored-reading.ts';
import { sample } from '../acceptance/sample.ts';

const row = {
  versionId: 'v1',
  reader: 'test',
  at: '2026-11-23T02:00:00.000Z',
  sha256: 'a'.repeat(64),
  document: JSON.stringify(sample),
};

describe('the reading of a version', () => {
  test('is its row with the document parsed', () => {
    expect(readingOf(row)).toEqual({ ...row, document: sample });
  });

  test.each([
    ['a list', []],
    ['no clauses', { ...sample, clauses: undefined }],
    ['facts that are none', { ...sample, facts: {} }],
    ['no fingerprint', { ...sample, fingerprint: 7 }],
  ])('is refused where it is no document: %s', (_what, document) => {
    expect(() => readingOf({ ...row, document: JSON.stringify(document) })).toThrow(
      expect.objectContaining({ code: 'document-unreadable' }),
    );
  });
});
