import { expect, test } from 'vitest';
import type { AgreementDocument } from '../../../../src-main/agreement/model.ts';
import { read } from '../../../../src-main/agreement/read.ts';
import { compare } from '../../../../src-main/compare/compare.ts';
import { isBetterForCustomer } from '../../../../src-main/compare/impact/better.ts';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { readText } from '../../../../src-main/import/text/text.ts';

const HEAD = '仓储服务协议\n\n本协议由港口仓储有限公司（以下简称“仓储方”）与使用泊位的客户（以下简称“您”）签订。\n\n';
const TAIL = '\n\n2. 您应按约定付款。\n\n3. 仓储方负责日常维护。';

function documentOf(text: string): AgreementDocument {
  const [document] = read(readText(text, 'utf-8')).documents;
  if (!document) throw new Error('no document');
  return document;
}

/** Which of the changes between two texts of one clause is better for the customer. */
function better(old: string, next: string): readonly boolean[] {
  const [before, after] = [documentOf(`${HEAD}${old}${TAIL}`), documentOf(`${HEAD}${next}${TAIL}`)];
  return compare(before, after)
    .changes.filter(({ material }) => material)
    .map((change) => isBetterForCustomer(change, [before, after]));
}

test.each([
  ['1. 仓储方变更本协议的，应提前20天通知您。', '1. 仓储方变更本协议的，应提前30天通知您。'],
  ['1. 您逾期付款的，按每天2‰的比例支付违约金。', '1. 您逾期付款的，按每天1‰的比例支付违约金。'],
  ['1. 服务可用性为99.5%。', '1. 服务可用性为99.9%。'],
])('%s → %s is better, and the other way round it is not', (worse, good) => {
  expect(better(worse, good)).toEqual([true]);
  expect(better(good, worse)).toEqual([false]);
});

test('what only bound the customer and went is better; what bound the provider, or gave the customer a right, is not', () => {
  const rest = '1. 仓储方每日清点货物。';
  expect(better(`${rest}\n\n4. 您应当每月盘点一次，不得转租泊位。`, rest)).toEqual([true]);
  expect(better(`${rest}您不得在夜间装卸。`, rest)).toEqual([true]);
  expect(better(`${rest}\n\n4. 仓储方应当每月盘点一次。`, rest)).toEqual([false]);
  expect(better(`${rest}\n\n4. 您应当每月盘点一次，您有权查阅记录。`, rest)).toEqual([false]);
  expect(better(rest, `${rest}您不得在夜间装卸。`)).toEqual([false]);
});

test('what also changed in words, or cannot be held against each other, is never taken for better', () => {
  expect(
    better('1. 仓储方变更本协议的，应提前20天通知您。', '1. 仓储方变更本协议的，应提前30天通知您，紧急情形除外。'),
  ).toEqual([false]);
  expect(
    better('1. 仓储方变更本协议的，应提前20天通知您。', '1. 仓储方变更本协议的，应提前15个工作日通知您。'),
  ).toEqual([false]);
});

test('a clause that changed nothing but its figure is not called reworded', () => {
  const ofDays = (days: number) => documentOf(`${HEAD}1. 仓储方变更本协议的，应提前${days}天通知您。${TAIL}`);
  const [old, next] = [ofDays(20), ofDays(30)];
  const reasons = (from: AgreementDocument, to: AgreementDocument) =>
    compare(from, to).changes.flatMap((change) => change.reasons.map(({ text }) => say(text, 'zh')));
  expect(reasons(old, next)).toContain('变更与通知条款：数字修改');
  expect(reasons(old, next).join()).not.toContain('改写');
  const reworded = documentOf(`${HEAD}1. 仓储方变更本协议的，应提前20天在网站公告。${TAIL}`);
  expect(reasons(old, reworded)).toContain('变更与通知条款改写');
});
