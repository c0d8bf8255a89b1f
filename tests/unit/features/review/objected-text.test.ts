import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const BY = '陈远';
let desk: AppUnderTest;
let agreementId: string;
let [before, announced] = ['', ''];

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const { id, versions } = desk.agreement('跨域专线服务协议');
  agreementId = id;
  [before = '', announced = ''] = versions;
  const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-01' } as const;
  void desk.handlers['review.conclude']({ by: BY, answers: [{ versionId: before, conclusion }] });
});
afterEach(() => desk.end());

function notice(): string {
  const { id } = desk.handlers['notices.register']({
    agreementId,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-12-15',
    newVersionId: announced,
  }) as NoticeView;
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  return id;
}

/** Where the announced text is asked for: agenda, library, and what follows after another decision. */
async function asked(): Promise<readonly boolean[]> {
  const { lines } = desk.handlers['agenda.list']({}) as AgendaView;
  const { agreements } = await desk.handlers['library.list']({});
  const listed = agreements.find(({ id }) => id === agreementId);
  return [
    lines.some(({ id }) => id === `version:${announced}/review`),
    listed?.waiting === announced && listed.shelves.includes('new-version'),
  ];
}
const state = async () =>
  (await desk.handlers['library.list']({})).agreements
    .find(({ id }) => id === agreementId)
    ?.versions.find(({ id }) => id === announced)?.state;

test('an announced text that was objected to is asked for no more, whether the objection was sent or not', async () => {
  const noticeId = notice();
  expect(await asked()).toEqual([true, true]);
  void desk.handlers['notices.move']({ noticeId, to: 'objected', by: BY });
  expect(await asked()).toEqual([false, false]);
  expect(await state()).toBe('objected');
  void desk.handlers['letters.takeCaseStep']({ origin: `notice:${noticeId}`, state: 'sent', on: '2026-11-23', by: BY });
  expect(await asked()).toEqual([false, false]);
});

test('it comes back once the objection was given up, and leaves again with that taken back', async () => {
  const noticeId = notice();
  void desk.handlers['notices.move']({ noticeId, to: 'objected', by: BY });
  const origin = `notice:${noticeId}`;
  void desk.handlers['letters.takeCaseStep']({ origin, state: 'withdrawn', on: '2026-11-23', by: BY });
  expect(await asked()).toEqual([true, true]);
  void desk.handlers['letters.undoCaseStep']({ origin });
  expect(await asked()).toEqual([false, false]);
});

test('what is accepted after all is accepted', async () => {
  const noticeId = notice();
  void desk.handlers['notices.move']({ noticeId, to: 'objected', by: BY });
  const conclusion = { kind: 'made', how: 'clicked-at-provider', on: '2026-11-23' } as const;
  void desk.handlers['review.conclude']({ by: BY, answers: [{ versionId: announced, conclusion }] });
  expect(await state()).toBe('accepted');
});

test('a text that came before the agreement was left is asked for no more', async () => {
  expect(await asked()).toEqual([true, true]);
  desk.now = new Date('2026-11-25T02:00:00.000Z');
  await desk.handlers['review.endStanding']({ versionId: before, by: BY, from: '2026-11-24', why: 'terminated' });
  expect(await asked()).toEqual([false, false]);
});
