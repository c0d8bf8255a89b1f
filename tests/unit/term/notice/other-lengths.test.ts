import { describe, expect, test } from 'vitest';
import { noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { missingOf, valueOf } from '../basis-of.ts';
import { basisOfText } from '../basis-of-text.ts';

const clockOf = (text: string) =>
  noticeClock(basisOfText(text), { kind: 'change', channel: 'site', sent: '2026-09-01' });

describe('a length that is written so that it can be read in two ways', () => {
  test.each([
    ['服务方提前30日或60日公告后可以修改本条款，公告即视为送达。', '2026-10-01'],
    ['服务方提前15个工作日或30日公告后可以修改本条款，公告即视为送达。', '2026-09-16'],
    ['服务方提前1个月（30日）公告后可以修改本条款，公告即视为送达。', '2026-10-01'],
    ['服务方提前30日（1个月）公告后可以修改本条款，公告即视为送达。', '2026-10-01'],
    ['服务方提前十五日或者一个月公告后可以修改本条款，公告即视为送达。', '2026-09-16'],
    ['服务方提前45日（不含节假日）公告后可以修改本条款，公告即视为送达。', '2026-10-16'],
    ['服务方提前20日（法定节假日除外）公告后可以修改本条款，公告即视为送达。', '2026-09-21'],
    [
      'Provider may change these terms on either 30 or 60 days’ notice posted on its site, deemed received when posted.',
      '2026-10-01',
    ],
    [
      'Provider may change these terms on 14 days or 30 days notice posted on its site, deemed received when posted.',
      '2026-09-15',
    ],
    [
      'Provider may change these terms on one month (30 days) notice posted on its site, deemed received when posted.',
      '2026-10-01',
    ],
    [
      'Provider may change these terms on 20 days (excluding public holidays) notice posted on its site, deemed received when posted.',
      '2026-09-21',
    ],
  ])('nothing is picked, and no day is sooner than by the sooner one: %s', (text, notBefore) => {
    const { required, periodEnds } = clockOf(text);
    expect(missingOf(required)).toEqual(['conflict change-notice-days']);
    expect(periodEnds).toMatchObject({ known: false, notBefore });
  });

  test.each([
    ['服务方提前30日（工作日）公告后可以修改本条款，公告即视为送达。', { workingDays: 30 }],
    ['服务方提前10日（均为工作日）公告后可以修改本条款，公告即视为送达。', { workingDays: 10 }],
    ['服务方提前15日（不含周末及法定节假日）公告后可以修改本条款，公告即视为送达。', { workingDays: 15 }],
    [
      'Provider may change these terms on 30 days (business days) notice posted on its site, deemed received when posted.',
      { workingDays: 30 },
    ],
    [
      'Provider may change these terms on 15 days (excluding weekends and public holidays) notice posted on its site, deemed received when posted.',
      { workingDays: 15 },
    ],
    ['服务方提前30日公告后可以修改本条款，公告即视为送达。', { days: 30 }],
    ['服务方提前三十日（30日）公告后可以修改本条款，公告即视为送达。', { days: 30 }],
    ['服务方提前30日或在双方约定的其他期限公告后可以修改本条款，公告即视为送达。', { days: 30 }],
    ['服务方提前30日以公告或邮件通知后可以修改本条款，公告即视为送达。', { days: 30 }],
    ['服务方提前30日（自然日）公告后可以修改本条款，公告即视为送达。', { days: 30 }],
    ['服务方提前30日（含节假日）公告后可以修改本条款，公告即视为送达。', { days: 30 }],
    [
      'Provider may change these terms on 30 days (calendar days) notice posted on its site, deemed received when posted.',
      { days: 30 },
    ],
    [
      'Provider may change these terms or the fees on 30 days notice posted on its site, deemed received when posted.',
      { days: 30 },
    ],
  ])('one reading: %s', (text, length) => {
    expect(valueOf(clockOf(text).required)).toEqual(length);
  });
});
