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
