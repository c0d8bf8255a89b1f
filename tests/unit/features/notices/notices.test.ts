import { say, sentence } from '../../../../src-main/agreement/sentence.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FolderFinds } from '../../../../src-main/contract/import.ts';
import type { NoticeView } from '../../../../src-main/contract/notices.ts';
import { settleNotices } from '../../../../src-main/features/notices/notice-moves.ts';
import { remindersOver } from '../../../../src-main/handlers.ts';
import { Refusal } from '../../../../src-main/agreement/refusal.ts';
import { verifyChain } from '../../../../src-main/ledger/chain.ts';
import { sha256 } from '../../../../src-main/ledger/node-digest.ts';
import { OBJECTION_CHECKLIST } from '../../../../src-main/term/notice/notice-states.ts';
import { OBJECTION_CASES } from '../../../../src-main/features/notices/objection-cases.ts';
import { caseByOrigin } from '../../../../src-main/kernel/cases/cases.ts';
import { AppUnderTest, samples } from '../../kernel/ports.ts';
import type { AgendaView } from '../../../../src-main/contract/agenda.ts';
import { ALARM_LEADS, REMINDER_LEADS, reminderSchedule } from '../../../../src-main/term/notice/reminders.ts';

const LINE = '跨域专线服务协议';
let desk: AppUnderTest;

beforeEach(async () => {
  desk = await AppUnderTest.withSamples();
});
afterEach(() => desk.end());

/** The provider's announcement of the second version: 20 days on site where the first version wants 30. */
function registered(more: Partial<Parameters<AppUnderTest['handlers']['notices.register']>[0]> = {}) {
  const { id, versions } = desk.agreement(LINE);
  return desk.handlers['notices.register']({
    agreementId: id,
    kind: 'change',
    channel: 'site',
    sent: '2026-11-10',
    announcedEffective: '2026-11-30',
    newVersionId: versions[1],
    ...more,
  }) as NoticeView;
}

const line = (view: NoticeView, name: string) => view.clock.find((each) => each.name === name);

const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

const kinds = (noticeId: string): readonly string[] =>
  desk.store.ledger.ofSubject(`notice:${noticeId}`).map(({ kind }) => kind);

describe('registering a notice', () => {
  test('the clock runs on the old version: the day it counts as delivered, the earliest effect, the last day, the shortfall', () => {
    const view = registered();
    expect(view.basis).toMatchObject({ ordinal: 1, accepted: false });
    expect(line(view, 'delivered')?.date).toBe('2026-11-10');
    expect(say(line(view, 'required')!.words!, 'zh')).toBe('30 天');
    expect(line(view, 'earliestEffective')?.date).toBe('2026-12-11');
    expect(line(view, 'effective')?.date).toBe('2026-11-30');
    expect(line(view, 'lastDayToAct')?.date).toBe('2026-11-29');
    expect(view.shortfall).toEqual({ full: 11, back: 10 });
    expect(line(view, 'required')?.steps[0]?.clause?.number).toBe('5.2');
    expect(view.continuedUse?.number).toBe('5.2');
  });

  test('row, attachment and ledger entry are one write; the chain stays whole', async () => {
    const view = registered({ announcement: { kind: 'text', text: '公告：条款将于月底调整。' } });
    expect(view.announcement?.text).toContain('条款将于月底调整');
    expect(desk.store.attachments.get(view.announcement?.sha256 ?? '')?.size).toBeGreaterThan(0);
    expect(kinds(view.id)).toEqual(['notice-registered']);
    const entries = [...desk.store.ledger.latest(500, 0)].reverse();
    expect((await verifyChain(entries, { digest: sha256, verifySignature: () => 'unknown-key' })).faults).toEqual([]);
  });

  test('a version of another agreement is refused as the new text; nothing is stored', async () => {
    const other = desk.agreement('服务等级').versions[0];
    expect(await refusal(() => registered({ newVersionId: other }))).toBe('foreign-version');
    expect(desk.handlers['notices.list']({})).toMatchObject({ notices: [] });
  });

  test('paper counts from the sixth natural day: as the agreement says, or as the person read it there', () => {
    const view = registered({ channel: 'post' });
    const asked = view.fields.some(({ name }) => name === 'paper-delivery-days');
    const counted = asked
      ? (desk.handlers['notices.correct']({
          noticeId: view.id,
          own: { name: 'paper-delivery-days', value: 6 },
        }) as NoticeView)
      : view;
    expect(line(counted, 'delivered')?.date).toBe('2026-11-16');
  });

  test('a year without a verified calendar: no holiday moves the end of a notice, so that its days are known', () => {
    const view = registered({ sent: '2027-03-01', announcedEffective: undefined });
    const last = line(view, 'lastDayToAct');
    expect(last?.date).toBe('2027-03-31');
    expect([last?.latest, view.latest]).toEqual([undefined, undefined]);
    expect(view).toMatchObject({ lastDay: '2027-03-31', lastDayKnown: true, effective: '2027-04-01' });
  });
});

describe('what the agreement does not say', () => {
  test('fees: unknown until the person gives a value of their own, which stays marked as theirs', () => {
    const view = registered({ kind: 'fee' });
    expect(line(view, 'required')?.words).toBeUndefined();
    expect(view.fields.map(({ name }) => name)).toContain('fee-notice-days');
    const after = desk.handlers['notices.correct']({
      noticeId: view.id,
      own: { name: 'fee-notice-days', value: 15 },
    }) as NoticeView;
    expect(say(line(after, 'required')!.words!, 'zh')).toBe('15 天');
    expect(line(after, 'required')?.steps.some(({ own }) => own)).toBe(true);
    expect(kinds(view.id)).toEqual(['notice-registered', 'notice-amended']);
  });
});

describe('states', () => {
  const begin = (id: string) => desk.handlers['notices.move']({ noticeId: id, to: 'under-review', by: '' });

  test('nothing moves by the passing of time', () => {
    const { id } = registered();
    desk.now = new Date('2027-06-01T00:00:00.000Z');
    const view = desk.handlers['notices.open']({ noticeId: id }) as NoticeView;
    expect(view).toMatchObject({ state: 'announced', overdue: true, open: true });
  });

  test('a notice with a new text is accepted by accepting that text, in the same transaction', async () => {
    const { id, newVersion } = registered();
    void begin(id);
    expect(await refusal(() => desk.handlers['notices.move']({ noticeId: id, to: 'accepted', by: '陈远' }))).toBe(
      'new-version-not-accepted',
    );
    settleNotices(desk.ports, { versionId: newVersion?.versionId ?? '', acceptanceId: 'a1', by: '陈远' });
    const view = desk.handlers['notices.open']({ noticeId: id }) as NoticeView;
    expect(view).toMatchObject({ state: 'accepted', open: false });
    expect(view.history.at(-1)).toMatchObject({ by: '陈远' });
    expect(say(view.history.at(-1)!.words, 'zh')).toBe('已接受');
  });

  test('whoever decides is named', async () => {
    const { id } = registered();
    void begin(id);
    expect(await refusal(() => desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: ' ' }))).toBe(
      'name-missing',
    );
  });

  test('an objection is carried out item by item, each with its day and evidence; then nothing is left open', () => {
    const { id } = registered();
    void begin(id);
    void desk.handlers['notices.move']({ noticeId: id, to: 'objected', by: '陈远' });
    let view: NoticeView | undefined;
    const objection = () => caseByOrigin(desk.store, [OBJECTION_CASES], `notice:${id}`);
    expect(objection()).toMatchObject({ kind: 'objection', state: 'drafted', history: [{ state: 'drafted' }] });
    for (const { id: item } of OBJECTION_CHECKLIST) {
      // Only what goes out in writing sends it.
      if (item === 'confirm-in-writing') expect(objection()?.state).toBe('drafted');
      view = desk.handlers['notices.tick']({
        noticeId: id,
        item,
        done: { on: '2026-11-23', evidence: '工单 1001' },
      }) as NoticeView;
    }
    expect(view).toMatchObject({ state: 'objected', open: false });
    expect(objection()).toMatchObject({ state: 'sent', history: [{ state: 'drafted' }, { state: 'sent' }] });
    expect(view?.checklist.every(({ done }) => done?.evidence === '工单 1001')).toBe(true);
    expect(kinds(id).filter((kind) => kind === 'objection-step')).toHaveLength(4);
    expect(kinds(id).filter((kind) => kind === 'objection-sent')).toHaveLength(1);
    const again = desk.handlers['notices.tick']({ noticeId: id, item: 'settle-fees' }) as NoticeView;
    expect(again.open).toBe(true);
  });

  test('in use only on a word that use went on, after the effect: a fact by which no text stands or ends, and nothing is conceded', async () => {
    const { id } = registered();
    void begin(id);
    const noted = (usedOn: string) => desk.handlers['notices.noteUse']({ noticeId: id, by: '陈远', usedOn });
    expect(await refusal(() => noted('2026-11-29'))).toBe('use-too-early');
    expect(await refusal(() => noted('2026-12-02'))).toBe('use-too-early');
    const standing = () => JSON.stringify(desk.handlers['library.list']({}));
    desk.now = new Date('2026-12-03T02:00:00.000Z');
    const before = standing();
    const said = (by: string) => desk.handlers['notices.noteUse']({ noticeId: id, by, usedOn: '2026-12-02' });
    for (const by of ['', '  ', '　']) expect(await refusal(() => said(by))).toBe('name-missing');
    const view = await noted('2026-12-02');
    expect(view).toMatchObject({ state: 'in-use', open: false, moves: ['accepted', 'objected', 'withdrawn'] });
    const words = say(view.history.at(-1)!.words, 'zh');
    expect(words).toContain('不承认由此构成接受');
    expect(words).not.toMatch(/视为接受|5\.2/u);
    expect(kinds(id).at(-1)).toBe('notice-use-noted');
    const [entry] = desk.store.ledger.ofSubject(`notice:${id}`).slice(-1);
    expect(entry?.payload).toMatchObject({ usedOn: '2026-12-02', acceptance: 'not-conceded' });
    expect(entry?.payload).not.toHaveProperty('clause');
    expect(standing()).toBe(before);
    const told = [...desk.store.ledger.rows()].flatMap(({ entry: each }) => each?.kind ?? []);
    expect(told).not.toContain('use-reported');
  });

  test('use is a fact whether or not a clause takes it for acceptance', async () => {
    const { id: agreementId } = desk.agreement('承诺书');
    const view = registered({ agreementId, newVersionId: undefined, kind: 'sla-change' });
    desk.now = new Date('2026-12-03T02:00:00.000Z');
    expect(view.continuedUse).toBeUndefined();
    const noted = await desk.handlers['notices.noteUse']({ noticeId: view.id, by: '陈远', usedOn: '2026-12-02' });
    expect(noted.state).toBe('in-use');
  });

  test('a settled notice keeps the version its clock rested on and cannot be corrected', async () => {
    const { id } = registered();
    void desk.handlers['notices.move']({ noticeId: id, to: 'withdrawn', by: '陈远' });
    expect(await refusal(() => desk.handlers['notices.correct']({ noticeId: id, sent: '2026-11-11' }))).toBe(
      'notice-settled',
    );
    expect((desk.handlers['notices.open']({ noticeId: id }) as NoticeView).basis.ordinal).toBe(1);
  });
});

describe('the list', () => {
  test('overdue first, then by the last day, settled ones last', () => {
    const overdue = registered({ announcedEffective: '2026-11-20' });
    const later = registered({ announcedEffective: '2026-12-20' });
    const soon = registered();
    const done = registered();
    void desk.handlers['notices.move']({ noticeId: done.id, to: 'withdrawn', by: '陈远' });
    const { notices } = desk.handlers['notices.list']({}) as { notices: readonly { id: string; overdue: boolean }[] };
    expect(notices.map(({ id }) => id)).toEqual([overdue.id, soon.id, later.id, done.id]);
    expect(notices[0]?.overdue).toBe(true);
  });

  test('the calendar has both dates with alarms; what is unknown is counted, not guessed', async () => {
    registered();
    registered({ kind: 'fee', announcedEffective: undefined });
    const saved = await desk.handlers['agenda.calendar']({ items: [], of: 'notices', language: 'zh' });
    const text = new TextDecoder().decode(desk.saved[0]?.bytes);
    expect(saved).toEqual({ fileName: '变更通知 2026-11-23.ics', leftOut: 2 });
    expect(text).toContain('DTSTART;VALUE=DATE:20261129');
    expect(text).toContain('DTSTART;VALUE=DATE:20261130');
    expect(text.match(/BEGIN:VALARM/gu)).toHaveLength(2);
  });

  test('its alarms, those of the agenda’s calendar and the reminders themselves go by one list of days', async () => {
    const { id } = registered();
    await desk.handlers['agenda.calendar']({ items: [], of: 'notices', language: 'zh' });
    const { lines } = desk.handlers['agenda.list']({}) as AgendaView;
    const items = lines.flatMap((line) => (line.id.startsWith(`notice:${id}`) ? [line.id] : []));
    await desk.handlers['agenda.calendar']({ items, language: 'zh' });
    const alarms = desk.saved.map(({ bytes }) => {
      const [, first = ''] = new TextDecoder().decode(bytes).split('BEGIN:VEVENT');
      return [...first.matchAll(/TRIGGER:(-?)PT(\d+)H/gu)].map(([, minus, hours]) =>
        minus === '-' ? (Number(hours) + 9) / 24 : 0,
      );
    });
    const clock = { id, recordedOn: '2026-01-01', lastDayToAct: '2026-11-29', closed: false };
    // Of the alarms of a calendar one lies ahead.
    expect(alarms).toEqual([ALARM_LEADS.slice(-1), ALARM_LEADS.slice(-1)]);
    expect(REMINDER_LEADS).toEqual(expect.arrayContaining([...ALARM_LEADS]));
    expect(reminderSchedule(clock).map(({ lead }) => lead)).toEqual([...REMINDER_LEADS]);
  });
});

describe('reminders', () => {
  const ring = () => {
    const { due, showed } = remindersOver(desk.ports).now();
    showed();
    return due.map(({ body }) => say(body, 'zh'));
  };
  const day = (date: string) => (desk.now = new Date(`${date}T04:00:00.000Z`));

  test('each of its days once, also when asked again and after a restart', () => {
    day('2026-11-15');
    registered();
    const rings: string[] = [];
    for (let date = 15; date <= 30; date += 1) {
      day(`2026-11-${date}`);
      for (const body of [...ring(), ...ring()]) rings.push(`${date} ${body.replaceAll(/[^\d今]/gu, '')}`);
      desk.restart();
    }
    expect(rings).toEqual(['15 14', '22 7', '26 3', '28 1', '29 今', '30 今']);
  });

  test('after a week off the latest is shown once, with how many were missed', () => {
    day('2026-11-21');
    registered();
    expect(ring()).toEqual([]);
    day('2026-11-28');
    const body = sentence('agenda.reminders.body', {
      left: sentence('agenda.reminders.last-ahead', { n: 1 }),
      more: sentence('agenda.reminders.more', { missed: 2 }),
    });
    expect(ring()).toEqual([say(body, 'zh')]);
    expect(ring()).toEqual([]);
  });

  test('a clock that ran a year ahead and was put back swallows nothing', () => {
    day('2026-11-21');
    registered();
    day('2027-11-21');
    // Its last day and its day of effect.
    expect(ring()).toHaveLength(2);
    day('2026-11-22');
    expect(ring()).toHaveLength(1);
    expect(ring()).toEqual([]);
  });

  test('a settled notice is silent; the tray keeps the next dates, soonest first', () => {
    day('2026-11-21');
    const soon = registered();
    registered({ announcedEffective: '2026-12-20' });
    const next = () => remindersOver(desk.ports).now().next;
    expect(next().map(({ date }) => date)).toEqual(['2026-11-29', '2026-12-19']);
    void desk.handlers['notices.move']({ noticeId: soon.id, to: 'withdrawn', by: '陈远' });
    expect(next().map(({ date }) => date)).toEqual(['2026-12-19']);
    day('2026-11-29');
    expect(ring()).not.toContain('今天是最后一日。');
  });
});

describe('the watched folder', () => {
  const offered = () => (desk.handlers['import.offers']({}) as FolderFinds).offers;

  test('off until it is turned on; a page that resembles an agreement is offered, anything else is not kept', async () => {
    expect(desk.handlers['import.watchedFolder']({})).toEqual({ on: false, missing: false });
    desk.chosenFolder = '/somewhere/下载';
    expect(await desk.handlers['import.watch']({ on: true })).toEqual({ on: true, name: '下载', missing: false });
    const sources = desk.store.sources.all().length;
    const [, , , second] = samples();
    const text = new TextDecoder().decode(second?.bytes).replace('提前20天', '提前15天');
    const page = { name: '新条款.txt', bytes: new TextEncoder().encode(text) };
    const recipe = {
      name: '菜谱.txt',
      bytes: new TextEncoder().encode('今晚做番茄炒蛋，先打三个鸡蛋。\n再切两个番茄。'),
    };
    await desk.found?.([recipe, page], '2026-11-23T02:00:05.000Z');
    await desk.found?.([page], '2026-11-23T02:00:06.000Z');
    expect(offered().map(({ agreementTitle }) => agreementTitle)).toEqual([expect.stringContaining(LINE)]);
    expect(desk.store.sources.all()).toHaveLength(sources + 1);
    await desk.handlers['import.watch']({ on: false });
    expect(desk.found).toBeUndefined();
  });

  test('the very text that is in the library already is no offer', async () => {
    desk.chosenFolder = '/somewhere';
    await desk.handlers['import.watch']({ on: true });
    const copy = samples()[3];
    await desk.found?.(copy ? [{ ...copy, name: '又一份.txt' }] : [], '2026-11-23T02:00:05.000Z');
    expect(offered()).toEqual([]);
  });
});
