import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const reading = (...lines: readonly string[]) => read(readText(lines.join('\n'), 'utf-8'));
const droppedOf = (...lines: readonly string[]): readonly string[] => {
  const { dropped, documents } = reading(...lines);
  return [...dropped, ...documents.flatMap(({ repairs }) => repairs)]
    .filter(({ kind }) => kind === 'dropped-chrome')
    .map(({ before }) => before);
};
const TITLE = '云仓储服务协议';

describe('words that pages have, in a text that binds', () => {
  test.each([
    '4.1 客户未完成ICP备案即对外开放网站的，服务商停止服务且不退费用。',
    '4.2 服务商持有增值电信业务经营许可证',
    '4.3 本软件的版权所有人为服务商',
    '4.4 公网安备手续由客户自行办理',
    '使用前须办妥ICP备案',
    '未经版权所有者书面许可，不得转让本软件。',
    '版权所有者对用户的资料保密。',
    'Copyright infringement by the Customer entitles the Provider to terminate without notice.',
    'Copyright policy',
    'Copyright claims and the notices that follow them:',
    'The image of the Customer is used by the Provider without payment.',
  ])('are no chrome: %s', (line) => {
    expect(droppedOf(TITLE, '1. 客户应当按月付款。', line, '9. 服务商应当交付。')).toEqual([]);
    // Nor at the end of the text, where footers stand.
    expect(droppedOf(TITLE, '1. 客户应当按月付款。', line)).toEqual([]);
  });

  test('a heading that a page has for a link is one, where a text follows it', () => {
    const lines = [TITLE, '1. 客户应当按月付款。', '联系我们', '客户的意见以书面送达。', '2. 服务商应当交付。'];
    expect(droppedOf(...lines)).toEqual([]);
    expect(reading(...lines).documents[0]?.clauses.map(({ text, heading }) => heading ?? text)).toContain('联系我们');
  });

  test('a term that was turned round in a new version is not lost in both', () => {
    const text = (end: string): string =>
      reading(TITLE, `1. 客户未办ICP备案的，服务商停止服务，${end}`)
        .documents[0]!.clauses.map((each) => each.text)
        .join('\n');
    expect(text('不退还费用。')).toContain('不退还费用');
    expect(text('应退还全部费用。')).toContain('应退还全部费用');
  });
});

describe('what only the page has', () => {
  test('stands before the text and after it', () => {
    const lines = [
      '首页',
      '登录',
      TITLE,
      '1. 客户应当按月付款。',
      '浙ICP备20230001号',
      '© 2024 东港仓储 版权所有',
      '返回顶部',
    ];
    expect(droppedOf(...lines)).toEqual(['首页', '登录', '浙ICP备20230001号', '© 2024 东港仓储 版权所有', '返回顶部']);
  });

  test('stands again and again, or beside its like, between two texts', () => {
    const page = [
      TITLE,
      '1. 客户应当按月付款。',
      '打印本页',
      '上一篇：收费标准',
      '云仓储等级协议',
      '1. 服务商应当交付。',
      '打印本页',
    ];
    expect(droppedOf(...page)).toEqual(['打印本页', '上一篇：收费标准', '打印本页']);
  });
});
