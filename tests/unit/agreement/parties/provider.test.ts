import { describe, expect, test } from 'vitest';
import { read } from '../../../../src-main/agreement/read.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const providerOf = (opening: string): string | undefined =>
  read(readText(`示例服务等级协议\n\n${opening}\n\n1. 总则\n\n1.1. 双方应遵守本协议。\n`, 'utf-8')).documents[0]
    ?.provider;

describe('the provider is the company, not the words before its name', () => {
  test.each([
    ['本协议说明甲乙丙科技有限公司（以下简称“甲乙丙”）的可用性承诺。', '甲乙丙科技有限公司'],
    ['本服务等级协议规定了甲乙丙科技有限公司（以下简称“甲乙丙”）的可用性指标。', '甲乙丙科技有限公司'],
    ['本条款适用于甲乙丙科技有限公司（以下简称“甲乙丙”）提供的服务。', '甲乙丙科技有限公司'],
    ['本协议由甲乙丙科技有限公司（以下简称“甲乙丙”）与客户订立。', '甲乙丙科技有限公司'],
  ])('%s', (opening, provider) => {
    expect(providerOf(opening)).toBe(provider);
  });
});
