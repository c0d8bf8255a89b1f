import { describe, expect, test } from 'vitest';
import { readText } from '../../../../src-main/import/text/text.ts';

const cellsOf = (text: string) => readText(text, 'UTF-8').lines.flatMap(({ cells }) => (cells ? [cells] : []));

describe('rows with bars between their cells alone', () => {
  test.each([
    [
      'Availability | Credit\n< 99.9% | 5%\n< 99% | 10%',
      [
        ['Availability', 'Credit'],
        ['< 99.9%', '5%'],
        ['< 99%', '10%'],
      ],
    ],
    [
      '可用性 | 赔偿比例\n--- | ---\n99.0%-99.9% | 10%',
      [
        ['可用性', '赔偿比例'],
        ['99.0%-99.9%', '10%'],
      ],
    ],
  ])('are a table: %s', (text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  test.each([
    'Home | Prices | Help',
    'Home | Prices | Help\nTerms | Privacy | Imprint\nBlog | Jobs | Press',
    'Availability | Credit\n\n< 99.9% | 5%\n\n< 99% | 10%',
    'Call 1 | 2\nor write to us | any day | by post\nor come',
    '```\na | 1\nb | 2\nc | 3\n```',
  ])('are none where they are links, stand apart or differ: %s', (text) => {
    expect(cellsOf(text)).toEqual([]);
  });
});
