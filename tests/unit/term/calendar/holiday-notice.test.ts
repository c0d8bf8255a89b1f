import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../../../src-main/agreement/sentence.ts';
import { calendarOf, dayStatus } from '../../../../src-main/term/calendar/calendar.ts';
import { addDays, dayNumber, fromDayNumber, weekday } from '../../../../src-main/term/calendar/civil-date.ts';
import { holidayDifferences, readHolidays } from '../../../../src-main/term/calendar/holiday-notice.ts';
import { HOLIDAY_TABLES } from '../../../../src-main/term/calendar/holiday-tables.ts';
import { HOLIDAYS_2027 } from '../../../fixtures/holidays-2027.ts';

const problems = (text: string): readonly string[] => readHolidays(text).problems.map((one) => say(one, 'zh'));

describe('a notice as it is pasted', () => {
  test('gives its year, number, days off and make-up workdays', () => {
    const read = readHolidays(HOLIDAYS_2027);
    expect(read.problems).toEqual([]);
    expect(read).toMatchObject({ year: 2027, number: '某办发明电〔2026〕99号' });
    expect(read.daysOff).toContainEqual({ name: '春节', from: '2027-02-05', to: '2027-02-11' });
    expect(read.daysOff).toContainEqual({ name: '中秋节、国庆节', from: '2027-09-30', to: '2027-10-07' });
    expect(read.daysOff).toContainEqual({ name: '端午节', from: '2027-06-09', to: '2027-06-09' });
    expect(read.makeUpWorkdays.map(({ date }) => date)).toEqual([
      '2027-02-13',
      '2027-04-25',
      '2027-05-08',
      '2027-10-09',
    ]);
  });

  test('may begin in the year before', () => {
    const text = HOLIDAYS_2027.replace(
      '1月1日（周五）至3日（周日）放假，共3天',
      '2026年12月31日至2027年1月3日放假，共4天',
    );
    expect(readHolidays(text)).toMatchObject({ problems: [] });
    expect(readHolidays(text).daysOff[0]).toMatchObject({ from: '2026-12-31', to: '2027-01-03' });
  });

  test.each([
    ['2月13日（周六）上班', '2月13日（周日）上班', '写作周日'],
    ['放假调休，共7天', '放假调休，共8天', '共 8 天'],
    ['2月13日（周六）上班', '2月12日上班', '不是周末'],
    ['4月25日（周日）、', '2月6日（周六）、', '既写作放假，又写作上班'],
    ['一、元旦：1月1日（周五）至3日（周日）', '一、元旦：1月2日（周六）至4日（周一）', '每年都放假'],
    ['6月9日（周三）放假1天', '6月31日放假1天', '不是日历上的日子'],
  ])('what does not fit is a problem: %s → %s', (right, wrong, said) => {
    expect(HOLIDAYS_2027).toContain(right);
    expect(problems(HOLIDAYS_2027.replace(right, wrong)).join('')).toContain(said);
  });

  test('any other text gives nothing', () => {
    expect(problems('本协议自2027年1月1日起生效。')).not.toEqual([]);
    expect(problems('x')).toHaveLength(1);
  });
});

describe('a table', () => {
  test('has a row for a day or for a run of days, off or worked', () => {
    const rows = ['日期,类型,名称', '2027-01-01,休,元旦', '2027/1/2,休,元旦', '２０２７-01-03,休,元旦']
      .concat('2027-05-01,2027-05-05,放假,劳动节', '2027-05-08,班,劳动节', '2027年10月1日;2027年10月7日;放假;国庆节')
      .join('\r\n');
    expect(readHolidays(rows)).toEqual({
      year: 2027,
      daysOff: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
        { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
      ],
      makeUpWorkdays: [{ name: '劳动节', date: '2027-05-08' }],
      problems: [],
    });
  });
});

describe('every shipped year, written as a notice', () => {
  const words = (date: string): string =>
    `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（周${'一二三四五六日'[weekday(date) - 1] ?? ''}）`;

  test.each(HOLIDAY_TABLES.map((table) => [table.year, table] as const))('%i is read as it was', (year, table) => {
    const items = table.daysOff.map(({ name, from, to }, index) => {
      const worked = index === 0 ? table.makeUpWorkdays.map(({ date }) => words(date)).join('、') : '';
      return `${'一二三四五六七八九十'[index] ?? ''}、${name}：${words(from)}至${words(to)}放假调休。${worked === '' ? '' : `${worked}上班。`}`;
    });
    const read = readHolidays(`关于${year}年部分节假日安排的通知\n${items.join('\n')}`);
    expect(read.problems).toEqual([]);
    expect(holidayDifferences(read, table)).toEqual([]);
    const [a, b] = [calendarOf([{ ...table, ...read }]), calendarOf([table])];
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(`${year}-01-01`), max: dayNumber(`${year}-12-31`) }), (number) => {
        const day = fromDayNumber(number);
        expect(dayStatus(a, day)?.off).toBe(dayStatus(b, day)?.off);
      }),
    );
  });

  test('differences are the days that are off in one, or worked in one, only', () => {
    const [table] = HOLIDAY_TABLES.slice(-1);
    if (!table) throw new Error('table');
    const [first, ...others] = table.daysOff;
    if (!first) throw new Error('days');
    expect(
      holidayDifferences({ ...table, daysOff: [{ ...first, to: addDays(first.to, -1) }, ...others] }, table),
    ).toEqual([first.to]);
  });
});
