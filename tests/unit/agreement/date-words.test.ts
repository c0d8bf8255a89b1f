import { describe, expect, test } from 'vitest';
import { dateWords, dayWords, monthWords } from '../../../src-main/agreement/date-words.ts';
import { asWritten, say, words } from '../../../src-main/agreement/sentence.ts';

describe('a date in words', () => {
  test('says a day of one digit as each language writes it', () => {
    expect(words(dateWords('2026-03-01'))).toEqual({ zh: '2026年3月1日（周日）', en: 'Sun 1 Mar 2026' });
    expect(words(dayWords('2026-03-01'))).toEqual({ zh: '2026年3月1日', en: '1 Mar 2026' });
    expect(words(monthWords('2026-03'))).toEqual({ zh: '2026年3月', en: 'March 2026' });
  });

  test('says a day of two digits as it is', () => {
    expect(words(dateWords('2026-12-31'))).toEqual({ zh: '2026年12月31日（周四）', en: 'Thu 31 Dec 2026' });
  });

  test('is a sentence, so that it is said in the language of its reader', () => {
    expect(dateWords('2026-03-01')).toHaveProperty('key', 'format.date');
  });

  test('takes the day of an instant for a letter', () => {
    expect(say(dayWords('2026-03-01T09:30:00+08:00'), 'zh')).toBe('2026年3月1日');
  });

  test.each(['', '2026-13-01', 'soon'])('says “%s”, which is no day, as it was written', (written) => {
    expect(words(dateWords(written))).toEqual(words(asWritten(written)));
    expect(words(monthWords(written.slice(0, 7)))).toEqual(words(asWritten(written.slice(0, 7))));
  });
});
