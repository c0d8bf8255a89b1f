import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

test('of which samples the set holds more than one text is told, for as many versions they begin with', async () => {
  const { agreements } = await desk.handlers['library.list']({});
  expect(agreements.every(({ sample }) => sample)).toBe(true);
  expect(agreements.map(({ versions, sampleTexts = 1 }) => sampleTexts === versions.length)).not.toContain(false);
  expect(agreements.flatMap(({ title, sampleTexts }) => (sampleTexts === undefined ? [] : [title]))).toEqual([
    '云舟跨域专线服务协议（示例）',
    '跨域专线信息安全承诺书（示例）',
  ]);
});
