import { describe, expect, test } from 'vitest';
import type { NoticeChannel } from '../../../../src-main/term/notice/notice-delivery.ts';
import { arrivalMatters } from '../../../../src-main/term/notice/arrival-matters.ts';
import { deliveredOn } from '../../../../src-main/term/notice/notice-delivery.ts';
import { basisOfText } from '../basis-of-text.ts';

const SENT = '2026-04-06';

/** The day a notice of 6 April 2026 counts as delivered, or that it is not before, with the day of arrival that a person noted. */
function delivered(text: string, channel: NoticeChannel, received?: string): unknown {
  const day = deliveredOn(basisOfText(text), { channel, sent: SENT, ...(received === undefined ? {} : { received }) });
  return day.known ? day.value : { notBefore: day.notBefore };
}

describe('a notice that is shown', () => {
  test.each<[string, NoticeChannel]>([
    ['在网站公布的通知，一经显示即视为送达。', 'site'],
    ['A notice posted on the site counts as delivered once displayed.', 'site'],
    ['Posting on the website counts as delivery of the notice.', 'site'],
    ['Notices: publication on our website constitutes valid notice.', 'site'],
    ['A message in the console counts as delivery once displayed.', 'message'],
    ['Displaying a notice in the console counts as delivery of it.', 'message'],
    ['Pop-up messages in the console count as delivered once displayed.', 'message'],
  ])('is delivered on the day it is shown, by its own channel alone: %s', (text, channel) => {
    expect(delivered(text, channel)).toBe(SENT);
    expect(delivered(text, 'email')).toEqual({ notBefore: SENT });
  });
});

describe('a notice that counts once the customer logs in', () => {
  test.each<[string, NoticeChannel]>([
    ['以站内信方式通知的，您下次登录时视为送达。', 'message'],
    ["A message in the console counts as delivered at the customer's next login.", 'message'],
    ['Notices in the dashboard are deemed received when you next log in.', 'message'],
    ['A notice posted in the console is effective at the next login.', 'message'],
    ['Notices shown in the console take effect at the next login.', 'message'],
  ])('has no day before somebody says when that was, and then that one: %s', (text, channel) => {
    expect(delivered(text, channel)).toEqual({ notBefore: SENT });
    expect(delivered(text, channel, '2026-04-09')).toBe('2026-04-09');
    expect(delivered(text, 'sms', undefined)).toEqual({ notBefore: SENT });
  });
});

test('a change that applies from the next login is no rule of delivery', () => {
  const read = (text: string) => basisOfText(text).sources.flatMap(({ facts }) => facts.map(({ kind }) => kind));
  expect(read('Changes take effect at the next login.')).not.toContain('delivery');
  expect(read('Notices shown in the console take effect at the next login.')).toContain('delivery');
});

test('what is said not to count as delivery is no rule', () => {
  expect(delivered('Posting on the website does not count as delivery of a notice.', 'site')).toEqual({
    notBefore: SENT,
  });
});

test('the day of arrival is asked for only where something hangs on it', () => {
  const asks = (text: string, channel: NoticeChannel): boolean =>
    arrivalMatters(basisOfText(text), { kind: 'change', channel, sent: SENT });
  const lead = '变更提前30天通知。';
  expect(asks(`${lead}以站内信方式通知的，您下次登录时视为送达。`, 'message')).toBe(true);
  expect(asks(`${lead}在网站公布的通知，一经显示即视为送达。`, 'site')).toBe(false);
  expect(asks(`${lead}以电子邮件发送的，发出后次日视为送达。`, 'email')).toBe(false);
});
