import { describe, expect, test } from 'vitest';
import { asWritten, type Sentence, say, sentence } from '../../../../src-main/agreement/sentence.ts';
import type { Anchor, Fact, Unit } from '../../../../src-main/agreement/fact.ts';
import type { ClauseTag } from '../../../../src-main/agreement/model.ts';
import { noticeItems } from '../../../../src-main/term/agenda/agenda-items.ts';
import type { FactSource } from '../../../../src-main/term/basis.ts';
import { type ChangeNotice, type NoticeClock, noticeClock } from '../../../../src-main/term/notice/notice-clock.ts';
import { silenceAgrees } from '../../../../src-main/term/notice/objection.ts';
import { basisOf, documentOf, fact, missingOf, valueOf } from '../basis-of.ts';

/** An agreement with thirty days' notice by electronic ways, delivered when sent, and these times to object. */
function agreement(...facts: readonly Partial<Fact>[]): FactSource {
  const told = documentOf(fact('change-notice-days', 30), fact('electronic-delivery', '发送成功即视为送达'));
  return {
    ...told,
    facts: [
      ...told.facts,
      ...facts.map((more, at): Fact => ({
        id: `o${at}`,
        kind: 'objection-window',
        value: 7,
        unit: 'day',
        clause: `o${at}`,
        quote: `变更本协议的，可以提出异议（${at}）`,
        ...more,
      })),
    ],
    clauses: [
      ...told.clauses,
      ...facts.map((_, at) => ({ id: `o${at}`, number: `9.${at}`, text: '变更本协议的异议' })),
    ],
  };
}

const clockOf = (source: FactSource, notice: Partial<ChangeNotice> = {}): NoticeClock =>
  noticeClock(basisOf(source), { kind: 'change', channel: 'email', sent: '2026-09-01', ...notice });
const day = (value: number, unit: Unit, anchor?: Anchor): FactSource =>
  agreement({ value, unit, ...(anchor && { anchor }) });
const said = (words: Sentence): string => say(words, 'zh');
const safeOf = ({ objectBy }: NoticeClock) =>
  objectBy?.known === true ? objectBy.value.safe : (objectBy?.notBefore ?? 'none');

describe('the last day to object', () => {
  test.each([
    // 1 September is not counted: the seventh day is the 8th.
    [7, 'day', 'received', '2026-09-08'],
    // Ten working days: 2–4, 7–11, 14, 15 September.
    [10, 'working-day', 'announced', '2026-09-15'],
    [1, 'month', 'delivered', '2026-10-01'],
    // By an hour that nobody noted, the second day is certainly in time.
    [48, 'hour', 'received', '2026-09-02'],
  ] as const)('%d %s, counted from when it was %s: %s', (value, unit, anchor, expected) => {
    expect(safeOf(clockOf(day(value, unit, anchor)))).toBe(expected);
  });

  test('so long before it takes effect is counted backward, and no holiday moves it', () => {
    // Ten days before 15 October lie in the week of the National Day.
    const { objectBy } = clockOf(day(10, 'day', 'effective'), { announcedEffective: '2026-10-15' });
    expect(objectBy && valueOf(objectBy)).toMatchObject({ safe: '2026-10-05', latest: '2026-10-05' });
  });

  test('so long after it takes effect is counted on from that day', () => {
    // Seven days after 1 October: the 8th, the first working day after the week of the National Day.
    const told = clockOf(day(7, 'day', 'in-force'), { announcedEffective: '2026-10-01' });
    expect(told.objectBy && valueOf(told.objectBy)).toMatchObject({ safe: '2026-10-08', latest: '2026-10-08' });
    expect(told.objectBy?.steps.map(({ text }) => said(text)).join(' ')).toContain('2026年10月1日');
    // Whoever does not want it to bind still has to act on its eve.
    expect(valueOf(told.lastDayToAct)).toMatchObject({ safe: '2026-09-30' });
    // Five working days after Thursday 15 October: 16, 19, 20, 21, 22.
    expect(safeOf(clockOf(day(5, 'working-day', 'in-force'), { announcedEffective: '2026-10-15' }))).toBe('2026-10-22');
  });

  test('so long after an effect of which only the earliest day is known is no sooner than from that', () => {
    const { objectBy } = clockOf(day(7, 'day', 'in-force'));
    // Thirty days after 1 September end on 1 October; by the safe day it takes effect on the 2nd.
    expect(objectBy && safeOf(clockOf(day(7, 'day', 'in-force')))).toBe('2026-10-09');
  });

  test('a holiday moves only the latest arguable day', () => {
    const { objectBy } = clockOf(day(30, 'day', 'received'));
    expect(objectBy && valueOf(objectBy)).toMatchObject({ safe: '2026-10-01', latest: '2026-10-08' });
  });

  test('is none where the agreement gives no time for it', () => {
    expect(clockOf(agreement()).objectBy).toBeUndefined();
    expect(clockOf(day(7, 'day'), { kind: 'termination' }).objectBy).toBeUndefined();
  });

  test('is not known, and no sooner than the count from the sending, where nobody knows when the notice arrived', () => {
    const told = day(7, 'day', 'received');
    const silent = { ...told, facts: told.facts.filter(({ kind }) => kind !== 'delivery') };
    const { objectBy, lastDayToAct } = clockOf(silent);
    expect(objectBy && missingOf(objectBy)).toContain('input received');
    expect(objectBy).toMatchObject({ known: false, notBefore: '2026-09-08' });
    expect(lastDayToAct).toMatchObject({ known: false, notBefore: '2026-09-08' });
    const arrived = clockOf(silent, { received: '2026-09-05' });
    expect(safeOf(arrived)).toBe('2026-09-12');
  });

  test('two lengths that contradict each other: none is picked, and it is no sooner than by the shorter', () => {
    const { objectBy } = clockOf(agreement({ value: 7 }, { value: 15 }));
    expect(objectBy && missingOf(objectBy)).toEqual(['conflict objection-window']);
    expect(objectBy).toMatchObject({ notBefore: '2026-09-08' });
  });

  test('of a transfer and of prices the text has its own', () => {
    const told = agreement(
      { value: 7 },
      { value: 20, quote: '转让本协议的，可以提出异议' },
      { value: 5, quote: '对涨价可以提出异议' },
    );
    expect(safeOf(clockOf(told))).toBe('2026-09-08');
    expect(safeOf(clockOf(told, { kind: 'assignment' }))).toBe('2026-09-21');
    expect(safeOf(clockOf(told, { kind: 'fee' }))).toBe('2026-09-06');
  });

  test('words about it that were not read are quoted, never passed over', () => {
    const told = agreement();
    const text = '变更本协议的，客户有异议的应在公告之日起三十日内提出异议，并说明理由。';
    const tags: readonly ClauseTag[] = [{ kind: 'change-notice', because: '变更' }];
    const { objectBy } = clockOf({ ...told, clauses: [...told.clauses, { id: 'x', number: '7', text, tags }] });
    expect(objectBy).toMatchObject({ known: false, notBefore: '2026-09-01' });
  });
});

describe('the day by which to act', () => {
  test('is the sooner of the time to object and the eve of effect', () => {
    const sooner = clockOf(day(7, 'day', 'received'), { announcedEffective: '2026-10-15' });
    expect(valueOf(sooner.lastDayToAct)).toMatchObject({ safe: '2026-09-08' });
    const later = clockOf(day(60, 'day', 'received'), { announcedEffective: '2026-10-15' });
    expect(valueOf(later.lastDayToAct)).toMatchObject({ safe: '2026-10-14' });
    expect(safeOf(later)).toBe('2026-10-31');
  });

  test('is the time to object where nothing says when the change takes effect', () => {
    const told = day(7, 'day', 'received');
    const { lastDayToAct } = clockOf({ ...told, facts: told.facts.filter(({ kind }) => kind !== 'change-notice') });
    expect(valueOf(lastDayToAct)).toMatchObject({ safe: '2026-09-08' });
  });

  test('says what silence means, with its clause and the article', () => {
    const silent = clockOf(day(7, 'day', 'received')).objectBy?.steps.at(-1);
    expect(silent?.statute && say(silent.statute, 'zh')).toContain('第一百四十条');
    const told = agreement({}, { kind: 'deemed-consent', value: '逾期视为同意', unit: 'text' });
    const agrees = clockOf(told).objectBy?.steps.at(-1);
    expect(agrees?.clause?.number).toBe('9.1');
    expect(agrees && said(agrees.text)).not.toBe(silent && said(silent.text));
    expect(silenceAgrees(basisOf(told), 'change')).toBe(true);
    expect(silenceAgrees(basisOf(told), 'assignment')).toBe(false);
  });
});

test('the agenda has it once where it is the last day, else as an item of its own, and says what silence does', () => {
  const items = (clock: NoticeClock) =>
    noticeItems({ id: 'notice:1', name: asWritten('远帆') }, clock, { silence: true }).map(
      ({ kind, date, ifMissed }) => [kind, date.known ? date.value : '', said(ifMissed)] as const,
    );
  const SILENCE = said(sentence('term.agenda-items.silence-agrees'));
  const missed = (kind: 'notice-last-day' | 'notice-effect'): string =>
    said(sentence(`term.agenda-items.kind-words.${kind}.if-missed`));
  const sooner = clockOf(day(7, 'day', 'received'), { announcedEffective: '2026-10-15' });
  expect(items(sooner)).toEqual([
    ['notice-last-day', '2026-09-08', SILENCE],
    ['notice-effect', '2026-10-15', missed('notice-effect')],
  ]);
  const later = clockOf(day(60, 'day', 'received'), { announcedEffective: '2026-10-15' });
  expect(items(later)).toEqual([
    ['notice-last-day', '2026-10-14', missed('notice-last-day')],
    ['notice-objection', '2026-10-31', SILENCE],
    ['notice-effect', '2026-10-15', missed('notice-effect')],
  ]);
});
