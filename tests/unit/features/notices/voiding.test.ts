import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import { standingOf } from '../../../../src-main/kernel/standing.ts';
import { AppUnderTest } from '../../kernel/ports.ts';
import { usedAsThen } from '../used-as-then.ts';

const BY = '陈远';
const REASON = '选错了协议';
let desk: AppUnderTest;
let versions: readonly string[];
let agreementId: string;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const line = desk.agreement('跨域专线服务协议');
  [versions, agreementId] = [line.versions, line.id];
  const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } as const;
  void desk.handlers['review.conclude']({ by: BY, answers: [{ versionId: versions[0] ?? '', conclusion }] });
});
afterEach(() => desk.end());

const open = (noticeId: string): NoticeView => desk.handlers['notices.open']({ noticeId }) as NoticeView;

function registered(): string {
  const said = { kind: 'change', channel: 'site', sent: '2026-11-10', announcedEffective: '2026-12-15' } as const;
  const view = desk.handlers['notices.register']({ agreementId, ...said, newVersionId: versions[1] ?? '' });
  return (view as NoticeView).id;
}

const voidIt = (noticeId: string) => desk.handlers['notices.void']({ noticeId, by: BY, reason: REASON });

async function inAgenda(noticeId: string): Promise<readonly string[]> {
  const { lines } = await desk.handlers['agenda.list']({});
  return lines.flatMap(({ id }) => (id.startsWith(`notice:${noticeId}`) ? [id] : []));
}

test('a notice that was registered by mistake has no date, no clock and no say, stays readable, and comes back as it was', async () => {
  const noticeId = registered();
  const before = open(noticeId);
  const dates = await inAgenda(noticeId);
  expect(dates.length).toBeGreaterThan(0);
  void voidIt(noticeId);
  expect(open(noticeId)).toMatchObject({ state: 'voided', open: false, moves: [], voided: { by: BY, reason: REASON } });
  expect(await inAgenda(noticeId)).toEqual([]);
  expect(remindersOver(desk.ports).now().next).toEqual([]);
  expect(desk.store.ledger.ofSubject(`notice:${noticeId}`).at(-1)).toMatchObject({
    kind: 'notice-voided',
    payload: { from: 'announced', by: BY, note: REASON },
  });
  const { linked } = (await desk.handlers['library.inspect']({ agreementId })) as { linked: readonly { id: string }[] };
  expect(linked.map(({ id }) => id)).not.toContain(noticeId);
  expect(() => voidIt(noticeId)).toThrow(Refusal);
  expect(() => desk.handlers['notices.correct']({ noticeId, sent: '2026-11-11' })).toThrow(Refusal);
  void desk.handlers['notices.unvoid']({ noticeId });
  const { history: _after, ...after } = open(noticeId);
  const { history: _before, ...was } = before;
  expect(after).toEqual(was);
  expect(await inAgenda(noticeId)).toEqual(dates);
  expect(() => desk.handlers['notices.unvoid']({ noticeId })).toThrow(Refusal);
});

test('the calendar calls off what an earlier file told of it', async () => {
  const noticeId = registered();
  const file = async (): Promise<string> => {
    await desk.handlers['agenda.calendar']({ items: [], of: 'notices', language: 'zh' });
    return new TextDecoder().decode(desk.saved.at(-1)?.bytes);
  };
  expect(await file()).not.toContain('CANCELLED');
  void voidIt(noticeId);
  expect(await file()).toContain('STATUS:CANCELLED');
});

test('a text that stands by use alone, as an earlier build told it, stands no more where its notice was a mistake, and again once that is taken back', () => {
  const noticeId = registered();
  desk.now = new Date('2026-12-20T02:00:00.000Z');
  usedAsThen(desk.ports, noticeId, '2026-12-16');
  const stands = (): readonly string[] => standingOf(desk.store, agreementId).periods.map(({ versionId }) => versionId);
  expect(stands()).toEqual([versions[0], versions[1]]);
  void voidIt(noticeId);
  expect(stands()).toEqual([versions[0]]);
  void desk.handlers['notices.unvoid']({ noticeId });
  expect(stands()).toEqual([versions[0], versions[1]]);
});

test('an objection that was only begun is no case any more; one that went out stays one', async () => {
  const [begun, sent] = [registered(), registered()];
  for (const noticeId of [begun, sent]) void desk.handlers['notices.move']({ noticeId, to: 'objected', by: BY });
  const origin = `notice:${sent}`;
  void desk.handlers['letters.takeCaseStep']({ origin, state: 'sent', on: '2026-11-23', by: BY, channel: 'ems' });
  for (const noticeId of [begun, sent]) void voidIt(noticeId);
  expect(await desk.handlers['letters.case']({ origin: `notice:${begun}` })).toBeUndefined();
  const kept = await desk.handlers['letters.case']({ origin });
  expect(kept).toMatchObject({ state: 'sent' });
  expect(open(sent).objectionSent).toBe('2026-11-23');
});
