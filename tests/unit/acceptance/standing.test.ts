import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src-main/acceptance/history.ts';
import { say, type Sentence } from '../../../src-main/agreement/sentence.ts';
import {
  isConcluded,
  type Standing,
  standing,
  standsAt,
  stateAt,
  textBefore,
} from '../../../src-main/acceptance/standing.ts';
import type { Decision } from '../../../src-main/acceptance/record.ts';
import { concluded, decided, replaced, saved, sealed } from './history.ts';

/** In Chinese; empty for no sentence. */
const inChinese = (words: Sentence | undefined): string => (words ? say(words, 'zh') : '');
const noClause = () => undefined;
const state = (of: Standing, id = 'v1') => [of.states.get(id)?.state, of.states.get(id)?.since];
const clicked = '2026-11-01T00:00:00.000Z';
const judged = '2026-11-11T00:00:00.000Z';
const later = '2026-11-15T00:00:00.000Z';

describe('where a version stands', () => {
  test.each<[string, readonly HistoryEvent[], string, string | undefined]>([
    ['nothing happened', [], 'not-reviewed', undefined],
    ['opened', [{ kind: 'opened', versionId: 'v1', at: clicked }], 'reviewing', clicked],
    ['accepted inside only', [decided('v1', 'accepted', clicked)], 'decided', clicked],
    [
      'accepted inside, then declined',
      [decided('v1', 'accepted', clicked), decided('v1', 'declined', later)],
      'declined',
      later,
    ],
    [
      'set aside, then declined',
      [decided('v1', 'declined', '2026-11-03T00:00:00.000Z'), decided('v1', 'set-aside', '2026-11-02T00:00:00.000Z')],
      'declined',
      '2026-11-03T00:00:00.000Z',
    ],
    ['concluded', [concluded('v1', clicked)], 'accepted', clicked],
    ['sealed by both alone', [sealed('v1', judged)], 'accepted', judged],
    ['sealed by one alone', [sealed('v1', judged, { by: 'theirs' })], 'not-reviewed', undefined],
    ['clicked, then sealed: since the click', [concluded('v1', clicked), sealed('v1', judged)], 'accepted', clicked],
    [
      'declined, then sealed: since the seal',
      [decided('v1', 'declined', clicked), sealed('v1', judged)],
      'accepted',
      judged,
    ],
    ['concluded, then declined', [concluded('v1', clicked), decided('v1', 'declined', later)], 'accepted', clicked],
    ['a copy that is none', [sealed('v1', judged, { result: 'rejected' })], 'not-reviewed', undefined],
    ['concluded and replaced', [concluded('v1', clicked), replaced('v1', later)], 'superseded', later],
    ['replaced but never concluded', [replaced('v1', later)], 'not-reviewed', undefined],
    [
      'concluded after it was replaced',
      [concluded('v1', '2026-11-20T00:00:00.000Z'), replaced('v1', later)],
      'accepted',
      '2026-11-20T00:00:00.000Z',
    ],
  ])('%s', (_name, events, word, since) => {
    const told = standing([saved('v1'), ...events], noClause);
    expect(state(told)).toEqual([word, since]);
    expect(inChinese(told.states.get('v1')?.why)).not.toBe('');
  });

  test('a replacement names the clause, a later version its title', () => {
    const accepted = [saved('v1'), saved('v2'), concluded('v1', clicked)];
    expect(inChinese(standing([...accepted, replaced('v1', later)], noClause).states.get('v1')?.why)).toContain(
      '第 2 条“取代此前约定”',
    );
    const { states } = standing([...accepted, concluded('v2', later)], noClause);
    expect(states.get('v1')).toMatchObject({ state: 'superseded', since: later });
    expect(inChinese(states.get('v1')?.why)).toBe('被《条款 v2》取代。');
  });
});

describe('which text stands from when to when', () => {
  test('a decision inside the company never stands; its conclusion does, and so does a seal only of both', () => {
    expect(standing([saved('v1'), decided('v1', 'accepted', clicked)], noClause).periods).toEqual([]);
    expect(standing([saved('v1'), sealed('v1', judged, { by: 'ours' })], noClause).periods).toEqual([]);
    const both = [saved('v1'), decided('v1', 'accepted', clicked), concluded('v1', '2026-11-05', { how: 'ordered' })];
    expect(standing(both, noClause).periods).toMatchObject([
      { versionId: 'v1', from: '2026-11-04T16:00:00.000Z', by: 'order', recordId: 'c 2026-11-05', governing: 'click' },
    ]);
    expect(state(standing(both, noClause))).toEqual(['accepted', '2026-11-04T16:00:00.000Z']);
  });

  test('it stands from the stated effective day where that is later, unless a person corrects it', () => {
    const events = [saved('v1', clicked, { statedEffective: '2027-01-01' }), concluded('v1', '2026-11-05')];
    const effective = '2026-12-31T16:00:00.000Z';
    expect(standing(events, noClause).periods).toMatchObject([{ from: effective }]);
    expect(standsAt(standing(events, noClause), '2026-12-31T15:59:59.999Z')).toBeUndefined();
    expect(standsAt(standing(events, noClause), effective)?.versionId).toBe('v1');
    const said = '2026-12-02T00:00:00.000Z';
    const correction = { kind: 'corrected', versionId: 'v1', at: said, reason: '函件写明', said: '李航' } as const;
    const corrected = [...events, { ...correction, what: 'from', date: '2026-11-20' } as const];
    expect(standing(corrected, noClause).periods).toMatchObject([{ from: '2026-11-19T16:00:00.000Z' }]);
    const ended = [...corrected, { ...correction, what: 'until', date: '2026-11-30' } as const];
    expect(standing(ended, noClause).periods).toMatchObject([{ until: '2026-11-29T16:00:00.000Z' }]);
  });

  test('declining what was concluded ends nothing: it is disputed until its end is said', () => {
    const events = [saved('v1'), concluded('v1', '2026-11-05'), decided('v1', 'declined', later)];
    const [period] = standing(events, noClause).periods;
    expect(period?.until).toBeUndefined();
    expect(inChinese(period?.disputed)).toMatch(/2026-11-05.*2026-11-15/);
    const end = { kind: 'ended', versionId: 'v1', at: later, from: '2026-12-01', why: 'terminated' } as const;
    expect(standing([...events, end], noClause).periods).toMatchObject([{ until: '2026-11-30T16:00:00.000Z' }]);
    expect(state(standing([...events, end], noClause))[0]).toBe('accepted');
  });

  test('the last decision says whether what stands is disputed; putting it off says nothing', () => {
    const events = [saved('v1'), concluded('v1', '2026-11-05'), decided('v1', 'declined', judged)];
    const disputed = (more: readonly HistoryEvent[]) => standing([...events, ...more], noClause).periods[0]?.disputed;
    expect(disputed([decided('v1', 'set-aside', later)])).toBeDefined();
    expect(disputed([decided('v1', 'accepted', later)])).toBeUndefined();
    const before = [saved('v1'), decided('v1', 'declined', clicked), concluded('v1', '2026-11-05')];
    expect(standing(before, noClause).periods[0]?.disputed).toBeUndefined();
  });

  test('what is declined between its conclusion and its effective day is disputed when it comes to stand', () => {
    const effective = saved('v1', clicked, { statedEffective: '2027-01-01' });
    const [period] = standing(
      [effective, concluded('v1', '2026-11-05'), decided('v1', 'declined', later)],
      noClause,
    ).periods;
    expect(period).toMatchObject({ from: '2026-12-31T16:00:00.000Z' });
    expect(period?.disputed).toBeDefined();
  });

  test('a correction concerns what was recorded by then, and an end said later goes before it', () => {
    const corrected = (what: 'from' | 'until', date: string, at: string): HistoryEvent => ({
      ...{ kind: 'corrected', versionId: 'v1', reason: '函件写明', said: '李航' },
      ...{ what, date, at },
    });
    const ended = (from: string, at: string): HistoryEvent => ({
      kind: 'ended',
      versionId: 'v1',
      at,
      from,
      why: 'expired',
    });
    const first = concluded('v1', '2026-11-01', { at: '2026-11-01T00:00:00.000Z' });
    const until = corrected('until', '2026-11-20', '2026-11-21T00:00:00.000Z');
    const events = [saved('v1'), first, until, ended('2026-11-25', '2026-11-26T00:00:00.000Z')];
    expect(standing(events, noClause).periods).toMatchObject([{ until: '2026-11-24T16:00:00.000Z' }]);
    const again = [
      ...[saved('v1'), first, corrected('from', '2026-11-03', '2026-11-04T00:00:00.000Z')],
      ended('2026-11-10', '2026-11-10T00:00:00.000Z'),
      concluded('v1', '2026-11-20', { at: '2026-11-20T08:00:00.000Z' }),
    ];
    expect(standing(again, noClause).periods.at(-1)).toMatchObject({ from: '2026-11-19T16:00:00.000Z' });
  });

  test('until the day of its successor a version is not replaced yet, and a new text is compared with it', () => {
    const next = saved('v2', clicked, { statedEffective: '2027-01-01' });
    const told = standing([saved('v1'), next, concluded('v1', '2026-11-01'), concluded('v2', '2026-11-20')], noClause);
    const [before, after] = ['2026-12-01T00:00:00.000Z', '2027-01-02T00:00:00.000Z'];
    expect([before, after].map((at) => stateAt(told, 'v1', at)?.state)).toEqual(['accepted', 'superseded']);
    expect([before, after].map((at) => textBefore(told, 'v3', at)?.versionId)).toEqual(['v1', 'v2']);
    expect([before, after].map((at) => textBefore(told, 'v2', at)?.versionId)).toEqual(['v1', 'v1']);
    expect(textBefore(told, 'v1', before)).toBeUndefined();
  });

  test('the sealed text governs where a clause says so, or where nothing else was agreed on', () => {
    const clause = { clauseId: 'p', because: '以盖章文本为准' };
    const events = [saved('v1'), concluded('v1', clicked), sealed('v1', judged)];
    expect(standing(events, noClause).periods).toMatchObject([{ governing: 'click', by: 'click' }]);
    expect(standing(events, () => clause).periods).toMatchObject([{ governing: 'sealed', by: 'click' }]);
    expect(standing([saved('v1'), sealed('v1', judged)], noClause).periods).toMatchObject([
      { governing: 'sealed', by: 'seal', recordId: 's1' },
    ]);
  });

  test('continued use counts when a person says it, from the effective day at the earliest', () => {
    const said = {
      kind: 'used-on',
      versionId: 'v2',
      at: later,
      from: '2026-11-10',
      noticeId: 'n1',
      said: '李航',
    } as const;
    const next = saved('v2', clicked, { statedEffective: '2026-12-01' });
    const told = standing([saved('v1'), next, concluded('v1', '2026-11-01'), said], noClause);
    expect(told.periods).toMatchObject([
      { versionId: 'v1', until: '2026-11-30T16:00:00.000Z' },
      { versionId: 'v2', from: '2026-11-30T16:00:00.000Z', by: 'use', recordId: 'n1' },
    ]);
  });

  test('an older version concluded again has no room while a later one stands, and has it afterwards', () => {
    const events: readonly HistoryEvent[] = [
      ...[saved('v1'), saved('v2')],
      concluded('v2', clicked),
      concluded('v1', judged),
      { kind: 'ended', versionId: 'v2', at: later, from: later, why: 'terminated' },
    ];
    expect(standing(events, noClause).periods).toMatchObject([
      { versionId: 'v2', from: clicked, until: later },
      { versionId: 'v1', from: later },
    ]);
    const told = standing(events, noClause);
    expect(standsAt(told, later)?.versionId).toBe('v1');
    expect(standsAt(told, '2026-11-14T23:59:59.999Z')?.versionId).toBe('v2');
  });
});

const VERSIONS = ['v1', 'v2', 'v3'];
const LAST = '2027-12-31T00:00:00.000Z';
const instant = fc.integer({ min: 0, max: 400 }).map((hours) => new Date(Date.UTC(2026, 9, 1, hours)).toISOString());
const day = instant.map((at) => at.slice(0, 10));
const version = fc.constantFrom(...VERSIONS);
const decision = fc.constantFrom<Decision>('accepted', 'declined', 'set-aside');
const replacement = fc.tuple(version, instant).map(([id, at]) => replaced(id, at));
const seal = fc
  .tuple(
    version,
    instant,
    fc.constantFrom('confirmed', 'overruled', 'rejected'),
    fc.constantFrom('ours', 'theirs', 'both'),
  )
  .map(([id, at, result, by]) => sealed(id, at, { result, by }));
const recent = fc.oneof(
  fc.tuple(version, decision, instant).map(([id, what, at]) => decided(id, what, at)),
  fc.tuple(version, day).map(([id, on]) => concluded(id, on)),
  fc
    .tuple(version, day)
    .map(([versionId, from]): HistoryEvent => ({ kind: 'ended', versionId, at: LAST, from, why: 'expired' })),
  fc.tuple(version, day, fc.constantFrom('from', 'until')).map(([versionId, date, what]): HistoryEvent => ({
    kind: 'corrected',
    versionId,
    at: LAST,
    what,
    date,
    reason: '',
    said: '',
  })),
);
const imports = VERSIONS.map((id) => saved(id));
const history = (event: fc.Arbitrary<HistoryEvent>) =>
  fc.array(event, { maxLength: 14 }).map((events) => [...imports, ...events]);
const anything = history(fc.oneof(replacement, seal, recent));

describe('over any history', () => {
  test('periods never overlap, none is empty, and they come oldest first', () => {
    fc.assert(
      fc.property(anything, (events) => {
        const { periods } = standing(events, noClause);
        periods.forEach(({ from, until }, index) => {
          if (until !== undefined) expect(from < until).toBe(true);
          const next = periods[index + 1];
          if (next) expect(until !== undefined && until <= next.from).toBe(true);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('the newest concluded version stands', () => {
    const conclusions = history(fc.tuple(version, day).map(([id, on]) => concluded(id, on)));
    fc.assert(
      fc.property(conclusions, (events) => {
        const newest = VERSIONS.findLast((id) =>
          events.some(({ kind, versionId }) => kind === 'concluded' && versionId === id),
        );
        expect(standsAt(standing(events, noClause), LAST)?.versionId).toBe(newest);
      }),
    );
  });

  test('importing and opening another version change nothing of what stands', () => {
    fc.assert(
      fc.property(anything, instant, (events, at) => {
        const more = [...events, saved('v4', at), { kind: 'opened', versionId: 'v4', at } as const];
        expect(standing(more, noClause).periods).toEqual(standing(events, noClause).periods);
      }),
    );
  });

  test('a decision inside the company changes nothing of what stands, though it may dispute it', () => {
    const bare = (events: readonly HistoryEvent[]) =>
      standing(events, noClause).periods.map(({ disputed: _disputed, ...period }) => period);
    fc.assert(
      fc.property(anything, fc.constantFrom(...VERSIONS, 'v4'), decision, instant, (events, id, what, at) => {
        const more = [...events, saved('v4', at), decided(id, what, at)];
        expect(bare(more)).toEqual(bare(events));
        expect(isConcluded(standing(more, noClause), 'v4')).toBe(false);
      }),
    );
  });

  test('states agree with periods', () => {
    fc.assert(
      fc.property(anything, (events) => {
        const told = standing(events, noClause);
        const stands = standsAt(told, LAST);
        for (const id of VERSIONS) {
          const word = told.states.get(id)?.state;
          // What stands is called accepted: nothing that is called otherwise stands.
          if (stands?.versionId === id) expect(word).toBe('accepted');
          // What nobody decided on never stood.
          if (word === 'not-reviewed') {
            expect(told.periods.filter(({ versionId }) => versionId === id)).toEqual([]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
