import { describe, expect, test } from 'vitest';
import { asWritten, isSentence, sentence } from '../../../src-main/agreement/sentence.ts';
import { storedJson } from '../../../src-main/store/stored-json.ts';

describe('what is stored', () => {
  test('holds the words of every sentence, however deep it stands, and never its key', () => {
    const body = { checks: [{ text: sentence('format.quantity.day', { n: 30 }) }], name: asWritten('专线') };
    expect(JSON.parse(storedJson(body))).toEqual({
      checks: [{ text: { zh: '30 天', en: '30 days' } }],
      name: { zh: '专线', en: '专线' },
    });
  });

  test('leaves what only looks like a sentence as it is', () => {
    for (const value of [{ key: 'a passphrase' }, { key: 'format.quantity.day', more: 1 }, { key: 3 }, null, 'key']) {
      expect(isSentence(value)).toBe(false);
      expect(JSON.parse(storedJson({ value }))).toEqual({ value });
    }
  });
});
