import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
let agreementId: string;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const text = '云港存储协议\n\n1. 对于重大变更，云港应提前60天公告；其他变更提前20天公告。\n\n2. 公告发布时视为送达。';
  const bytes = new TextEncoder().encode(text);
  const outcome = await desk.handlers['import.bytes']({ name: '云港.txt', bytes });
  const sourceId = 'sourceId' in outcome ? (outcome.sourceId ?? '') : '';
  const [saved] = await desk.handlers['import.confirm']({ sourceId, documents: [{ index: 0, title: '云港存储协议' }] });
  agreementId = saved?.agreementId ?? '';
});
afterEach(() => desk.end());

const register = async (): Promise<NoticeView> =>
  desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-12-31',
  });
const required = ({ clock }: NoticeView): string | undefined => {
  const words = clock.find(({ name }) => name === 'required')?.words;
  return words && say(words, 'zh');
};

test('a notice of an agreement with several cases shows each with what it means, and counts by the chosen one', async () => {
  const view = await register();
  expect(view.cases.map(({ scope }) => scope)).toEqual(expect.arrayContaining(['重大变更']));
  expect(required(view)).toBeUndefined();
  expect(view.scope).toBeUndefined();
  const major = view.cases.find(({ scope }) => scope === '重大变更');
  expect(major?.required && say(major.required, 'zh')).toMatch(/^60/u);
  const chosen = await desk.handlers['notices.correct']({ noticeId: view.id, scope: '重大变更' });
  expect(chosen.scope).toBe('重大变更');
  expect(required(chosen)).toMatch(/^60/u);
  expect(chosen.lastDay).toBe(major?.lastDay);
  expect(chosen.shortfall).toBeDefined();
  expect(desk.store.ledger.ofSubject(`notice:${view.id}`).at(-1)?.payload).toMatchObject({
    changed: ['scope'],
    scope: '重大变更',
  });
  const taken = await desk.handlers['notices.correct']({ noticeId: view.id, scope: '' });
  expect(taken.scope).toBeUndefined();
  expect(required(taken)).toBeUndefined();
});

test('a case that the text does not tell apart decides nothing', async () => {
  const { id } = await register();
  const other = await desk.handlers['notices.correct']({ noticeId: id, scope: '轻微变更' });
  expect(required(other)).toBeUndefined();
});

test('an agreement with one notice for all has no cases', async () => {
  const { id } = desk.agreement('跨域专线服务协议');
  const view = await desk.handlers['notices.register']({
    agreementId: id,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
  });
  expect(view.cases).toEqual([]);
});
