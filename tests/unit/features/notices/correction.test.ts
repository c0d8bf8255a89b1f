import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

test('a correction of what a notice says keeps what was said before in its entry', () => {
  const { id: noticeId } = desk.handlers['notices.register']({
    agreementId: desk.agreement('跨域专线服务协议').id,
    kind: 'change',
    channel: 'email',
    sent: '2026-11-10',
    subject: '调整价格',
  }) as NoticeView;
  const corrected = desk.handlers['notices.correct']({ noticeId, channel: 'site', subject: '调整计费' }) as NoticeView;
  expect(corrected).toMatchObject({ channel: 'site', subject: '调整计费' });
  expect(desk.store.ledger.ofSubject(`notice:${noticeId}`).at(-1)).toMatchObject({
    kind: 'notice-amended',
    payload: { changed: ['channel', 'subject'], before: { channel: 'email', subject: '调整价格' } },
  });
});

test('a correction empties a day that is not known after all, and replaces the paper; what was there stays in its entry', () => {
  const register = desk.handlers['notices.register']({
    agreementId: desk.agreement('跨域专线服务协议').id,
    kind: 'change',
    channel: 'email',
    sent: '2026-11-10',
    received: '2026-11-12',
    announcedEffective: '2026-12-20',
    announcement: { kind: 'text', text: '公告一' },
  }) as NoticeView;
  const noticeId = register.id;
  const paper = { sha256: register.announcement?.sha256, name: register.announcement?.name };
  const corrected = desk.handlers['notices.correct']({
    noticeId,
    received: null,
    announcedEffective: null,
    announcement: { kind: 'text', text: '公告二' },
  }) as NoticeView;
  expect(corrected.received).toBeUndefined();
  expect(corrected.announcedEffective).toBeUndefined();
  expect(corrected.announcement?.text).toBe('公告二');
  expect(desk.store.ledger.ofSubject(`notice:${noticeId}`).at(-1)).toMatchObject({
    kind: 'notice-amended',
    payload: {
      changed: ['received', 'announcedEffective', 'announcement'],
      before: { received: '2026-11-12', announcedEffective: '2026-12-20', announcement: paper },
      announcement: { sha256: corrected.announcement?.sha256 },
    },
  });
  expect(desk.store.attachments.bytes(paper.sha256 ?? '')).toBeDefined();
  const bare = desk.handlers['notices.correct']({ noticeId, announcement: null }) as NoticeView;
  expect(bare.announcement).toBeUndefined();
  expect(desk.store.ledger.ofSubject(`notice:${noticeId}`).at(-1)?.payload).toMatchObject({
    changed: ['announcement'],
  });
});
