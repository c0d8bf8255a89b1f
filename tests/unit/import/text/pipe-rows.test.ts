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
    [
      '可用率（30 天） | 抵扣\n99.95 至 99.99 | 5%\n99.5 至 99.95 | 10%',
      [
        ['可用率（30 天）', '抵扣'],
        ['99.95 至 99.99', '5%'],
        ['99.5 至 99.95', '10%'],
      ],
    ],
    [
      'No. | Item | Price\n1. | Line | 30\n2. | Port | 10',
      [
        ['No.', 'Item', 'Price'],
        ['1.', 'Line', '30'],
        ['2.', 'Port', '10'],
      ],
    ],
    [
      'Plan | 2025 | 2026\n--- | --- | ---\nBasic | 10 | 12',
      [
        ['Plan', '2025', '2026'],
        ['Basic', '10', '12'],
      ],
    ],
    [
      'Length | Discount\n12 months | 5%\n24 months | 10%\n— | 0%',
      [
        ['Length', 'Discount'],
        ['12 months', '5%'],
        ['24 months', '10%'],
        ['—', '0%'],
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

  const ROWS = ['租金 | 每季 300 元', '押金 | 600 元', '逾期 | 每日 0.05%'];
  const numbered = (marks: readonly string[]): string =>
    ['项目 | 金额', ...ROWS.map((row, index) => `${marks[index] ?? ''}${row}`)].join('\n');

  test.each([
    [['1. ', '2. ', '3. ']],
    [['1、', '2、', '3、']],
    [['1) ', '2) ', '3) ']],
    [['（1）', '（2）', '（3）']],
    [['①', '②', '③']],
    [['一、', '二、', '三、']],
    [['（一）', '（二）', '（三）']],
    [['第一条 ', '第二条 ', '第三条 ']],
    [['2.1 ', '2.2 ', '2.3 ']],
    [['a. ', 'b. ', 'c. ']],
    [['Section 1. ', 'Section 2. ', 'Section 3. ']],
    [['- ', '- ', '- ']],
    [['• ', '• ', '• ']],
    [['## ', '## ', '## ']],
    [['## 第一条 ', '## 第二条 ', '## 第三条 ']],
  ])('are none where they are clauses, items or headings: %j', (marks) => {
    expect(cellsOf(numbered(marks))).toEqual([]);
  });

  test.each([
    '热线：400-000 | 传真：010-000\n热线：400-001 | 传真：010-001\n热线：400-002 | 传真：010-002',
    'Seller | Buyer\nPhone: 555-0100 | Phone: 555-0101\nRoom: 12 | Room: 14\nFax: 555-0102 | Fax: 555-0103',
    'Edition 4 | Changed 2025 | EN\nEdition 4 | Changed 2025 | EN\nEdition 4 | Changed 2025 | EN',
    'Room 1 | north\nRoom 2 | south\nRoom 3 | east',
    'Place | Side\nRoom 1 | north\nRoom 2 | south',
  ])('are none where no line names columns of figures: %s', (text) => {
    expect(cellsOf(text)).toEqual([]);
  });
});
