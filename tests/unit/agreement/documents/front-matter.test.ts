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
