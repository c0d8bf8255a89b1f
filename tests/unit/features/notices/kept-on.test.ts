import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { OBJECTION_CASES } from '../../../../src-main/features/notices/objection-cases.ts';
import { caseByOrigin } from '../../../../src-main/kernel/cases/cases.ts';
import { standingOf } from '../../../../src-main/kernel/standing.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

const BY = '陈远';
let desk: AppUnderTest;
let versions: readonly string[];
let agreementId: string;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
  const line = desk.agreement('跨域专线服务协议');
  [versions, agreementId] = [line.versions, line.id];
  conclude(versions[0], '2026-11-01');
});
afterEach(() => desk.end());

const open = (noticeId: string) => desk.handlers['notices.open']({ noticeId }) as NoticeView;

function conclude(versionId = '', on: string): void {
  const conclusion = { kind: 'made', how: 'clicked-at-provider', on } as const;
  void desk.handlers['review.conclude']({ by: BY, answers: [{ versionId, conclusion }] });
}

/** A notice that was objected to; the objection is a draft. */
function objected(newVersionId: string = versions[1] ?? ''): string {
  const said = { kind: 'change', channel: 'site', sent: '2026-11-10', announcedEffective: '2026-12-15' } as const;
  const { id } = desk.handlers['notices.register']({
    agreementId,
    ...said,
    ...(newVersionId === '' ? {} : { newVersionId }),
  }) as NoticeView;
  void desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });
  void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: BY });
  return id;
}

const send = (noticeId: string) =>
  desk.handlers['letters.takeCaseStep']({
    origin: `notice:${noticeId}`,
    state: 'sent',
    on: '2026-11-23',
    by: BY,
    channel: 'ems',
    number: '1001',
  });

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
  return 'not refused';
};

describe('objected to in writing, going on under the earlier text', () => {
  test('only once the objection was sent; of that day; the earlier text stands and the new one never did', async () => {
    const noticeId = objected();
    const keepOn = () => desk.handlers['notices.keepOn']({ noticeId, by: BY });
    expect(open(noticeId).moves).not.toContain('continuing');
    expect(code(keepOn)).toBe('objection-not-sent');
    void send(noticeId);
    expect(open(noticeId).moves).toContain('continuing');
    const view = keepOn() as NoticeView;
    expect(view.awaits).toBe('arrival');
    // What differs between the text that stands and the one that was objected to is told, and not that there is none.
    expect(await desk.handlers['library.changes']({ agreementId })).toMatchObject({
      oldVersionId: versions[0],
      newVersionId: versions[1],
    });
    expect(view).toMatchObject({ state: 'continuing', open: false });
    expect(say(view.history.at(-1)!.words, 'zh')).toBe('已书面反对，按原约定继续履行');
    const standing = standingOf(desk.store, agreementId);
    expect(standing.periods).toMatchObject([{ versionId: versions[0] }]);
    expect(standing.periods[0]?.until).toBeUndefined();
    expect(say(standing.periods[0]!.keptOn!, 'zh')).toBe(
      '对变更的书面反对已于 2026-11-23 发出，何时到达没有登记；反对自到达服务商时生效（《民法典》第一百三十七条）。按原约定继续履行。',
    );
    expect(standing.states.get(versions[1] ?? '')?.state).toBe('objected');
    expect(standing.states.get(versions[1] ?? '')?.since).toBeUndefined();
    const told = desk.store.ledger.latestOfKinds(['earlier-text-kept'], -1, 0);
    expect(told).toMatchObject([{ payload: { from: '2026-11-23', against: versions[1], said: BY, noticeId } }]);
    const { agreements } = await desk.handlers['library.list']({});
    const listed = agreements.find(({ id }) => id === agreementId)?.versions;
    expect(listed?.map(({ state }) => state)).toEqual(['accepted', 'objected']);
  });

  test.each([true, false])(
    'it is of the day on which it arrived, and of none when that is taken back (kept on: %s)',
    (kept) => {
      const noticeId = objected();
      const origin = `notice:${noticeId}`;
      const newText = () => standingOf(desk.store, agreementId).states.get(versions[1] ?? '');
      expect(say(newText()!.why, 'zh')).toMatch(/已决定反对它带来的变更，反对函还没有标为已发出/u);
      void send(noticeId);
      if (kept) void desk.handlers['notices.keepOn']({ noticeId, by: BY });
      expect(open(noticeId)).toMatchObject({ objectionSent: '2026-11-23' });
      expect(open(noticeId).objectionArrived).toBeUndefined();
      expect(newText()).toMatchObject({ state: 'objected' });
      expect(newText()?.since).toBeUndefined();
      desk.now = new Date('2026-11-26T02:00:00.000Z');
      void desk.handlers['letters.takeCaseStep']({ origin, state: 'arrived', on: '2026-11-25', by: BY });
      expect(open(noticeId).objectionArrived).toBe('2026-11-25');
      expect(newText()).toMatchObject({ state: 'objected', since: '2026-11-24T16:00:00.000Z' });
      expect(say(newText()!.why, 'zh')).toMatch(/于 2026-11-25 到达服务商（2026-11-23 发出），自到达时生效/u);
      void desk.handlers['letters.undoCaseStep']({ origin });
      expect(open(noticeId).objectionArrived).toBeUndefined();
      expect(newText()?.since).toBeUndefined();
    },
  );

  test('what it rests on cannot be taken back, and the arrival can still be said', () => {
    const noticeId = objected();
    void send(noticeId);
    void desk.handlers['notices.keepOn']({ noticeId, by: BY });
    const origin = `notice:${noticeId}`;
    expect(code(() => desk.handlers['letters.undoCaseStep']({ origin }))).toBe('case-nothing-to-undo');
    void desk.handlers['letters.takeCaseStep']({ origin, state: 'arrived', on: '2026-11-23', by: BY });
    expect(caseByOrigin(desk.store, [OBJECTION_CASES], origin)?.history.map(({ state }) => state)).toEqual([
      'drafted',
      'sent',
      'arrived',
    ]);
  });

  test.each(['sent', 'arrived'] as const)(
    'taken back while its letter is %s: objected as before, the letter as it is; then its sending too, and said anew',
    (state) => {
      const noticeId = objected();
      const origin = `notice:${noticeId}`;
      void send(noticeId);
      const before = open(noticeId);
      void desk.handlers['notices.keepOn']({ noticeId, by: BY });
      if (state === 'arrived') {
        void desk.handlers['letters.takeCaseStep']({ origin, state, on: '2026-11-23', by: BY });
      }
      const letter = caseByOrigin(desk.store, [OBJECTION_CASES], origin);
      const { history, ...after } = desk.handlers['notices.undoKeepOn']({ noticeId }) as NoticeView;
      const { history: _before, ...was } = before;
      expect(after).toEqual({ ...was, ...(state === 'arrived' ? { objectionArrived: '2026-11-23' } : {}) });
      expect(say(history.at(-1)!.words, 'zh')).toBe('撤销“按原约定继续履行”，仍为已反对');
      expect(desk.store.ledger.ofSubject(origin).at(-1)).toMatchObject({
        kind: 'notice-keep-on-undone',
        payload: { from: 'continuing', to: 'objected' },
      });
      expect(caseByOrigin(desk.store, [OBJECTION_CASES], origin)?.history).toEqual(letter?.history);
      expect(standingOf(desk.store, agreementId).periods[0]?.keptOn).toBeUndefined();
      void desk.handlers['notices.keepOn']({ noticeId, by: BY });
      expect(standingOf(desk.store, agreementId).periods[0]?.keptOn).toBeDefined();
      void desk.handlers['notices.undoKeepOn']({ noticeId });
      void desk.handlers['letters.undoCaseStep']({ origin });
      if (state === 'sent') expect(open(noticeId).objectionSent).toBeUndefined();
    },
  );

  test('once it was answered it cannot be taken back, until the answer is', () => {
    const noticeId = objected();
    const origin = `notice:${noticeId}`;
    void send(noticeId);
    const undo = () => desk.handlers['notices.undoKeepOn']({ noticeId });
    expect(code(undo)).toBe('keep-on-final');
    void desk.handlers['notices.keepOn']({ noticeId, by: BY });
    for (const state of ['arrived', 'answered'] as const) {
      void desk.handlers['letters.takeCaseStep']({ origin, state, on: '2026-11-23', by: BY });
    }
    expect(code(undo)).toBe('keep-on-final');
    void desk.handlers['letters.undoCaseStep']({ origin });
    expect(code(undo)).toBe('not refused');
  });

  test('a text that is linked later is told as the one that was objected to', () => {
    const noticeId = objected('');
    void send(noticeId);
    void desk.handlers['notices.keepOn']({ noticeId, by: BY });
    expect(standingOf(desk.store, agreementId).states.get(versions[1] ?? '')?.state).toBe('not-reviewed');
    void desk.handlers['notices.correct']({ noticeId, newVersionId: versions[1] ?? '' });
    void desk.handlers['letters.takeCaseStep']({
      origin: `notice:${noticeId}`,
      state: 'arrived',
      on: '2026-11-23',
      by: BY,
    });
    expect(standingOf(desk.store, agreementId).states.get(versions[1] ?? '')).toMatchObject({
      state: 'objected',
      since: '2026-11-22T16:00:00.000Z',
    });
  });

  test.each(['withdrawn', 'accepted'] as const)('%s later: nothing is said to go on by an objection any more', (to) => {
    const noticeId = objected('');
    void send(noticeId);
    void desk.handlers['notices.keepOn']({ noticeId, by: BY });
    expect(standingOf(desk.store, agreementId).periods[0]?.keptOn).toBeDefined();
    void desk.handlers['notices.move']({ noticeId, to, by: BY });
    expect(open(noticeId).state).toBe(to);
    expect(standingOf(desk.store, agreementId).periods[0]?.keptOn).toBeUndefined();
  });

  test('accepted with the provider after all: the notice follows, the new text stands, and its objection is settled', () => {
    const noticeId = objected();
    void send(noticeId);
    void desk.handlers['notices.keepOn']({ noticeId, by: BY });
    conclude(versions[1], '2026-11-23');
    expect(open(noticeId).state).toBe('accepted');
    expect(standingOf(desk.store, agreementId).states.get(versions[1] ?? '')?.state).toBe('accepted');
    const objection = caseByOrigin(desk.store, [OBJECTION_CASES], `notice:${noticeId}`);
    expect(objection?.state).toBe('settled');
    // When it was said, never later.
    expect(objection?.history.at(-1)?.at).toBe(desk.now.toISOString());
  });
});
