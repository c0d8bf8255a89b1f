import { expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readMarkdown } from '../../../../src-main/import/markdown/markdown.ts';

const titles = (source: string): readonly string[] =>
  read(readMarkdown(source, 'utf-8'), {}, null).documents.map(({ title }) => title);

const CLAUSES =
  '\n\nThese terms apply to your use.\n\n1. We may change the service.\n\n2. You pay the fees.\n\n3. We may end the contract.\n';

test('a title that comes again behind a summary begins no second document', () => {
  const source = `# Terms of Service\n\nHere is what you find on this page.\n\nLast updated in May.\n\n# The Cloudskiff Terms of Service${CLAUSES}`;
  expect(titles(source)).toHaveLength(1);
});

test('headings alone above a title are none of a document', () => {
  expect(
    titles(
      `# 平台商家入驻协议\n\n# 云舟商铺入驻合作协议\n\n一、定义\n\n1. 本协议所称商铺。\n\n二、费用\n\n1. 商家应支付费用。\n`,
    ),
  ).toHaveLength(1);
});

test('an agreement with clauses of its own stays one beside the next', () => {
  expect(titles(`# Terms of Service${CLAUSES}\n# Terms of Service for Partners${CLAUSES}`)).toHaveLength(2);
});

test('the line of an annex and its title again are one beginning', () => {
  const source = `# 云舟业务服务协议\n\n第一条 总则\n\n1.1 乙方提供服务。\n\n1.2 甲方签署附件。\n\n**附件一 《安全责任书》**\n\n**安全责任书**\n\n用户必须认真阅读本责任书。\n\n一、用户承诺遵守法律。\n\n二、用户承诺保管账户。\n`;
  expect(titles(source)).toHaveLength(2);
});

test('another company that defines itself begins another agreement, however it is numbered', () => {
  const source =
    '云舟主机服务条款\n\n一、服务\n\n1. 云舟（温州）网络有限公司（以下简称“云舟”）提供服务。\n\n2. 您应付费。\n\n月影云产品服务协议\n\n提示条款\n\n欢迎您与月影（北京）网络有限公司（以下简称“月影”）共同签署本协议。\n\n1. 服务内容\n\n1.1 月影提供服务。\n';
  expect(titles(source)).toEqual(['云舟主机服务条款', '月影云产品服务协议']);
});
