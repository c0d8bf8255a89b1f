import { expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readMarkdown } from '../../../../src-main/import/markdown/markdown.ts';

test('a table of figures with a letter for the level is no text in two languages', () => {
  const { documents } = read(
    readMarkdown(
      '# 云舟服务等级协议\n\n## 1 赔偿\n\n| 当月可用率（Av） | 补偿 |\n|---|---|\n| 99.9% > Av ≥ 99.0% | 月度服务费的10% |\n| 99.0% > Av ≥ 98.0% | 月度服务费的20% |\n| 98.0% > Av | 月度服务费的50% |\n',
      'utf-8',
    ),
  );
  expect(documents.flatMap(({ tables }) => tables).map(({ rows }) => rows.length)).toEqual([3]);
  const tiers = documents.flatMap(({ facts }) => facts).filter(({ kind }) => kind === 'credit-tier');
  expect(tiers.map(({ value }) => value)).toMatchObject([
    { below: 99.9, from: 99 },
    { below: 99, from: 98 },
    { below: 98 },
  ]);
});
