import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asWritten, say } from '../../../../src-main/agreement/sentence.ts';
import { agendaReminders, REMINDERS_SHOWN } from '../../../../src-main/features/agenda/agenda-reminders.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import type { PlacedItem } from '../../../../src-main/kernel/between-features.ts';
import { putSetting } from '../../../../src-main/kernel/papers/settings.ts';
import { AGENDA_KINDS, type AgendaItem, REMINDED_BY } from '../../../../src-main/term/agenda/agenda.ts';
import { calendarFile } from '../../../../src-main/term/agenda/ics.ts';
import { addDays, dayNumber, fromDayNumber } from '../../../../src-main/term/calendar/civil-date.ts';
import { REMINDER_LEADS } from '../../../../src-main/term/notice/reminders.ts';
import { AppUnderTest } from '../../kernel/ports.ts';

let desk: AppUnderTest;
beforeEach(() => (desk = new AppUnderTest()));
afterEach(() => desk.end());

const day = (date: string) => (desk.now = new Date(`${date}T04:00:00.000Z`));

/** What is shown today, and counts as shown. */
function ring(reminders = remindersOver(desk.ports)) {
  const { due, showed } = reminders.now();
  showed();
  return due;
}

async function accepted(clause: string): Promise<string> {
  const title = '青禾排版服务协议';
  const bytes = new TextEncoder().encode(`${title}\n\n第一条 期限\n1.1 ${clause}\n`);
  const outcome = await desk.handlers['import.bytes']({ name: 'terms.txt', bytes });
  if (!('sourceId' in outcome) || outcome.sourceId === undefined) throw new Error('not imported');
  await desk.handlers['import.confirm']({ sourceId: outcome.sourceId, documents: [{ index: 0, title }] });
  const { id, versions } = desk.agreement(title);
  desk.conclude(versions[0] ?? '', '2026-11-01');
  return id;
}

const YEARLY = '本协议自2026年1月1日起生效，有效期一年。期满前10日任何一方未书面提出不续期的，自动续期一年。';

/** Each reminder of one kind over the days from one to another: `day words`. */
function rung(kind: string, from: string, until: string): readonly string[] {
  const rings: string[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    day(date);
    for (const { item, body } of [...ring(), ...ring()]) {
      if (item.endsWith(`/${kind}`)) rings.push(`${date} ${say(body, 'zh')}`);
    }
  }
  return rings;
}

describe('the day to cancel an automatic renewal', () => {
  beforeEach(() => day('2026-12-10'));

  test('is reminded of by its safe day, each step once, with the words of the agenda and its place', async () => {
    const agreementId = await accepted(YEARLY);
    const [line] = (await desk.handlers['agenda.list']({})).lines.filter(({ kind }) => kind === 'cancel-by');
    expect(line?.date).toBe('2026-12-21');
    const { next } = remindersOver(desk.ports).now();
    expect(next.map(({ date, words }) => [date, say(words, 'zh')])).toEqual([
      ['2026-12-21', '2026-12-21（还有 11 天）取消最后一日 · 青禾排版服务协议'],
    ]);
    expect(rung('cancel-by', '2026-12-10', '2026-12-23')).toEqual([
      '2026-12-14 距最后一日还有 7 天。',
      '2026-12-18 距最后一日还有 3 天。',
      '2026-12-20 距最后一日还有 1 天。',
      '2026-12-21 今天是最后一日。',
    ]);
    day('2026-12-22');
    expect(remindersOver(desk.ports).now().next[0]).toMatchObject({
      place: { screen: 'rights', agreementId, part: 'term' },
    });
  });

  test('no more once the letter is sent: then that it arrives is, with no step told twice, until it has', async () => {
    const agreementId = await accepted(YEARLY);
    ring();
    day('2026-12-14');
    expect(ring().map(({ item }) => item)).toEqual([expect.stringMatching(/\/cancel-by$/u)]);
    await desk.handlers['rights.draftNonRenewal']({ agreementId });
    expect(remindersOver(desk.ports).now().next).toHaveLength(1);
    const origin = (await desk.handlers['rights.term']({ agreementId })).notRenewed?.origin ?? '';
    const step = (state: 'sent' | 'arrived') =>
      desk.handlers['letters.takeCaseStep']({ origin, state, on: '2026-12-14', channel: 'mail', by: '李航' });
    await step('sent');
    expect(ring()).toEqual([]);
    day('2026-12-18');
    const told = ring().map(({ item, body }) => [item.split('/').at(-1), say(body, 'zh')]);
    expect(told).toEqual([['arrival', '已发出，尚未登记送达。须在 3 天内到达。']]);
    await step('arrived');
    day('2026-12-21');
    expect(ring()).toEqual([]);
    expect(remindersOver(desk.ports).now().next).toEqual([]);
  });

  test('in working days of a year without a table it is reminded of by its safe day', async () => {
    await accepted(
      '本协议自2030年1月1日起生效，有效期一年。期满前15个工作日任何一方未书面提出不续期的，自动续期一年。',
    );
    const [line] = (await desk.handlers['agenda.list']({})).lines.filter(({ kind }) => kind === 'cancel-by');
    expect(line).toMatchObject({ latest: { known: false } });
    const safe = line?.date ?? '';
    expect(rung('cancel-by', addDays(safe, -1), addDays(safe, 1)).map((told) => told.slice(0, 10))).toEqual([
      addDays(safe, -1),
      safe,
    ]);
  });

  test('put off it is silent until then, and what is due today is told all the same; in the archive it is silent', async () => {
    const agreementId = await accepted(YEARLY);
    ring();
    const [line] = (await desk.handlers['agenda.list']({})).lines.filter(({ kind }) => kind === 'cancel-by');
    await desk.handlers['agenda.snooze']({ itemId: line?.id ?? '', until: '2026-12-28', reason: '等报价' });
    expect(rung('cancel-by', '2026-12-11', '2026-12-21')).toEqual([
      '2026-12-21 今天是最后一日。（另有 3 次提醒没有显示）',
    ]);
    day('2026-12-20');
    await desk.handlers['agenda.reopen']({ itemId: line?.id ?? '' });
    expect(remindersOver(desk.ports).now().next).toHaveLength(1);
    await desk.handlers['library.archive']({ agreementIds: [agreementId], away: true });
    expect(remindersOver(desk.ports).now().next).toEqual([]);
  });
});

describe('agenda, calendar and reminders', () => {
  const START = dayNumber('2026-12-01');
  const date = fc.integer({ min: START - 20, max: START + 50 }).map(fromDayNumber);
  const answer = fc.oneof(
    date.map((value) => ({ known: true, value, steps: [] }) as const),
    date.map((notBefore) => ({ known: false, missing: [], steps: [], notBefore }) as const),
    fc.constant({ known: false, missing: [], steps: [] } as const),
  );
  const item = fc.record({ kind: fc.constantFrom(...AGENDA_KINDS), date: answer, done: fc.boolean() });

  test('every open item with a safe day has its reminders, each once and on its days, and no other has any', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (drawn) => {
        putSetting(desk.ports, REMINDERS_SHOWN, {});
        const words = asWritten('线');
        const items = drawn.map(({ done, ...each }, index): AgendaItem => ({
          ...{ ...each, id: `r${index}/${each.kind}`, title: words, why: words, ifMissed: words },
          ...(done ? { done: { on: '2026-12-01', evidence: '' } } : {}),
        }));
        const placed: readonly PlacedItem[] = items.map((each) => ({ item: each }));
        const rings: string[] = [];
        for (let today = START; today <= START + 60; today += 1) {
          day(fromDayNumber(today));
          for (const { item: id } of ring(agendaReminders(desk.ports, () => placed))) {
            rings.push(`${fromDayNumber(today)} ${id}`);
          }
        }
        const leads = { steps: REMINDER_LEADS, day: [0] };
        const { text } = calendarFile(items, { now: '2026-12-01T04:00:00Z', language: 'zh' });
        const inCalendar = items.filter(({ id }) => text.includes(`UID:${id.replace('/', '=2f=')}@`));
        const expected = inCalendar.flatMap(({ id, kind, date: answered }) => {
          const on = answered.known ? answered.value : (answered.notBefore ?? '');
          return leads[REMINDED_BY[kind]].map((lead) => `${addDays(on, -lead)} ${id}`);
        });
        expect(rings.toSorted()).toEqual(expected.filter((told) => told >= '2026-12-01').toSorted());
      }),
      { numRuns: 25 },
    );
  });

  test('what was shown of a notice before other dates were reminded of stays shown', () => {
    const words = asWritten('线');
    const placed: PlacedItem = {
      since: '2026-11-01',
      item: {
        ...{ id: 'notice:n1/notice-last-day', kind: 'notice-last-day', title: words, why: words, ifMissed: words },
        date: { known: true, value: '2026-12-08', steps: [] },
      },
    };
    day('2026-12-01');
    putSetting(desk.ports, REMINDERS_SHOWN, {
      'n1/last-day/30/2026-11-08': '2026-11-08T01:00:00.000Z',
      'n1/last-day/14/2026-11-24': '2026-11-24T01:00:00.000Z',
      'n1/last-day/7/2026-12-01': '2026-12-01T01:00:00.000Z',
    });
    expect(ring(agendaReminders(desk.ports, () => [placed]))).toEqual([]);
  });

  test('what is still open years after its day is not told anew at each look', () => {
    const words = asWritten('线');
    const item: AgendaItem = {
      ...{ id: 'r/payment', kind: 'payment', title: words, why: words, ifMissed: words },
      date: { known: true, value: '2026-12-15', steps: [] },
    };
    const looked = () => ring(agendaReminders(desk.ports, () => [{ item, since: '2026-12-01' }])).length;
    day('2026-12-20');
    expect([looked(), looked()]).toEqual([1, 0]);
    day('2028-03-01');
    expect([looked(), looked(), looked()]).toEqual([0, 0, 0]);
  });
});
