import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const BY = '陈远';
let desk: AppUnderTest;
let noticeId: string;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const { versions, id: agreementId } = desk.agreement('跨域专线服务协议');
  const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } as const;
  void desk.handlers['review.conclude']({ by: BY, answers: [{ versionId: versions[0] ?? '', conclusion }] });
  ({ id: noticeId } = desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-12-15',
    newVersionId: versions[1] ?? '',
  }) as NoticeView);
  void desk.handlers['notices.move']({ noticeId, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId, to: 'objected', by: BY });
});
afterEach(() => desk.end());

const step = (state: 'sent' | 'arrived' | 'settled') =>
  desk.handlers['letters.takeCaseStep']({ origin: `notice:${noticeId}`, state, on: '2026-11-23', by: BY });
const keepOn = () => desk.handlers['notices.keepOn']({ noticeId, by: BY });
const lines = () =>
  (desk.handlers['agenda.list']({}) as AgendaView).lines.filter(
    ({ id, kind }) => id.startsWith(`notice:${noticeId}`) && kind !== 'notice-effect' && kind !== 'answer',
  );
const kept = () => lines().map(({ kind, date, state }) => [kind, date, state]);
const reminders = () => remindersOver(desk.ports).now();
const next = () => reminders().next.map(({ words }) => say(words, 'zh'));
const body = () => {
  const [due] = reminders().due;
  return due && say(due.body, 'zh');
};

const LAST = '2026-12-14';
const UNDER_WAY = [['arrival', LAST, 'ahead']];

test('sent it is not done, its arrival is asked for by the same day: also where it goes on under the earlier text', () => {
  expect(kept()).toEqual([['notice-last-day', LAST, 'ahead']]);
  void step('sent');
  expect(kept()).toEqual(UNDER_WAY);
  void keepOn();
  expect(kept()).toEqual(UNDER_WAY);
  const [line] = lines();
  expect(line && say(line.title, 'zh')).toMatch(/^登记送达/u);
  expect(line && say(line.why, 'zh')).toMatch(/^已于 2026年11月23日.*尚未登记送达；最晚须在 2026年12月14日.*到达$/u);
  expect(line?.place).toEqual({ screen: 'notices', noticeId });
});

test.each(['arrived', 'settled'] as const)('%s it asks no more, and what is taken back is asked for again', (state) => {
  void step('sent');
  void keepOn();
  void step(state);
  expect(kept()).toEqual([]);
  expect(next()).toEqual([]);
  if (state === 'settled') return;
  void desk.handlers['letters.undoCaseStep']({ origin: `notice:${noticeId}` });
  expect(kept()).toEqual(UNDER_WAY);
});

test('the reminders go on with it, and say what is left', () => {
  desk.now = new Date('2026-12-01T02:00:00.000Z');
  expect(body()).toMatch(/^距最后一日还有/u);
  void step('sent');
  void keepOn();
  expect(next()).toEqual(['2026-12-14（还有 13 天）登记送达 · 反对《云舟跨域专线服务协议（示例）》变更']);
  desk.now = new Date('2026-12-14T02:00:00.000Z');
  expect(body()).toMatch(/^已发出，尚未登记送达。今天是到达的最后一日。/u);
  void step('arrived');
  expect(reminders().due).toEqual([]);
});

test('once its day went by it may be too late: it may have arrived', () => {
  void step('sent');
  desk.now = new Date('2026-12-16T02:00:00.000Z');
  expect(kept()[0]).toEqual(['arrival', LAST, 'perhaps']);
});

test('a person may say that it need not be noted', async () => {
  void step('sent');
  void keepOn();
  const [line] = lines();
  expect(line?.closable).toBe(true);
  await desk.handlers['agenda.done']({ itemId: line?.id ?? '', on: '2026-11-23', note: '当面交付', file: false });
  expect(kept().map(([, , state]) => state)).toEqual(['done']);
  expect(next()).toEqual([]);
});
