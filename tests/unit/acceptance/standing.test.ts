import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../../src-main/acceptance/history.ts';
import { say, type Sentence } from '../../../src-main/agreement/sentence.ts';
import { isConcluded, type Standing, standing, standsAt } from '../../../src-main/acceptance/standing.ts';
import type { Decision } from '../../../src-main/acceptance/record.ts';
import { concluded, decided, inside, replaced, saved, sealed, type With } from './history.ts';

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
    ['accepted by click', [decided('v1', 'accepted', clicked)], 'accepted', clicked],
    [
      'set aside, then declined',
      [decided('v1', 'declined', '2026-11-03T00:00:00.000Z'), decided('v1', 'set-aside', '2026-11-02T00:00:00.000Z')],
      'declined',
      '2026-11-03T00:00:00.000Z',
    ],
    ['accepted by seal alone', [sealed('v1', judged)], 'accepted', judged],
    [
      'clicked, then sealed: since the click',
      [decided('v1', 'accepted', clicked), sealed('v1', judged)],
      'accepted',
      clicked,
    ],
    [
      'declined, then sealed: since the seal',
      [decided('v1', 'declined', clicked), sealed('v1', judged)],
      'accepted',
      judged,
    ],
    ['a copy that is none', [sealed('v1', judged, { result: 'rejected' })], 'not-reviewed', undefined],
    ['accepted and replaced', [decided('v1', 'accepted', clicked), replaced('v1', later)], 'superseded', later],
    ['replaced but never accepted', [replaced('v1', later)], 'not-reviewed', undefined],
    [
      'accepted after it was replaced',
      [decided('v1', 'accepted', '2026-11-20T00:00:00.000Z'), replaced('v1', later)],
      'accepted',
      '2026-11-20T00:00:00.000Z',
    ],
    ['accepted inside only', [inside('v1', 'accepted', clicked)], 'decided', clicked],
  ])('%s', (_name, events, word, since) => {
    const told = standing([saved('v1'), ...events], noClause);
    expect(state(told)).toEqual([word, since]);
    expect(inChinese(told.states.get('v1')?.why)).not.toBe('');
  });

  test('a replacement names the clause, a later version its title', () => {
    const accepted = [saved('v1'), saved('v2'), decided('v1', 'accepted', clicked)];
    expect(inChinese(standing([...accepted, replaced('v1', later)], noClause).states.get('v1')?.why)).toContain(
      '第 2 条“取代此前约定”',
    );
    const { states } = standing([...accepted, decided('v2', 'accepted', later)], noClause);
    expect(states.get('v1')).toMatchObject({ state: 'superseded', since: later });
    expect(inChinese(states.get('v1')?.why)).toBe('被《条款 v2》取代。');
  });
});

describe('which text stands from when to when', () => {
  test('a decision inside the company never stands; its conclusion does, and so does a seal only of both', () => {
    expect(standing([saved('v1'), inside('v1', 'accepted', clicked)], noClause).periods).toEqual([]);
    expect(standing([saved('v1'), sealed('v1', judged, { by: 'ours' })], noClause).periods).toEqual([]);
    const both = [saved('v1'), inside('v1', 'accepted', clicked), concluded('v1', '2026-11-05', { how: 'ordered' })];
    expect(standing(both, noClause).periods).toMatchObject([
      { versionId: 'v1', from: '2026-11-04T16:00:00.000Z', by: 'order', recordId: 'c 2026-11-05', governing: 'click' },
    ]);
    expect(state(standing(both, noClause))).toEqual(['accepted', '2026-11-04T16:00:00.000Z']);
  });

  test('once a conclusion is recorded, the decisions before count outside no more', () => {
    const events = [saved('v1'), decided('v1', 'accepted', clicked), concluded('v1', '2026-11-05')];
    expect(standing(events, noClause).periods).toMatchObject([{ from: '2026-11-04T16:00:00.000Z', by: 'click' }]);
  });

  test('it stands from the stated effective day where that is later, unless a person corrects it', () => {
    const events = [saved('v1', clicked, { statedEffective: '2027-01-01' }), concluded('v1', '2026-11-05')];
    const effective = '2026-12-31T16:00:00.000Z';
    expect(standing(events, noClause).periods).toMatchObject([{ from: effective }]);
    expect(standsAt(standing(events, noClause), '2026-12-31T15:59:59.999Z')).toBeUndefined();
    expect(standsAt(standing(events, noClause), effective)?.versionId).toBe('v1');
    const correction = { kind: 'corrected', versionId: 'v1', at: later, reason: '函件写明', said: '李航' } as const;
    const corrected = [...events, { ...correction, what: 'from', date: '2026-11-20' } as const];
    expect(standing(corrected, noClause).periods).toMatchObject([{ from: '2026-11-19T16:00:00.000Z' }]);
    const ended = [...corrected, { ...correction, what: 'until', date: '2026-11-30' } as const];
    expect(standing(ended, noClause).periods).toMatchObject([{ until: '2026-11-29T16:00:00.000Z' }]);
  });

  test('declining what was concluded ends nothing: it is disputed until its end is said', () => {
    const events = [saved('v1'), concluded('v1', '2026-11-05'), inside('v1', 'declined', later)];
    const [period] = standing(events, noClause).periods;
    expect(period?.until).toBeUndefined();
    expect(inChinese(period?.disputed)).toMatch(/2026-11-04.*2026-11-15/);
    const end = { kind: 'ended', versionId: 'v1', at: later, from: '2026-12-01', why: 'terminated' } as const;
    expect(standing([...events, end], noClause).periods).toMatchObject([{ until: '2026-11-30T16:00:00.000Z' }]);
    expect(state(standing([...events, end], noClause))[0]).toBe('accepted');
  });

  test('before conclusions were asked for, declining took the acceptance back', () => {
    const events = [saved('v1'), decided('v1', 'accepted', clicked), decided('v1', 'declined', later)];
    expect(standing(events, noClause).periods).toMatchObject([{ from: clicked, until: later }]);
    expect(standing(events, noClause).periods[0]?.disputed).toBeUndefined();
    expect(state(standing(events, noClause))).toEqual(['declined', later]);
  });

  test('the sealed text governs where a clause says so, or where nothing else was agreed on', () => {
    const clause = { clauseId: 'p', because: '以盖章文本为准' };
    const events = [saved('v1'), decided('v1', 'accepted', clicked), sealed('v1', judged)];
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

  test('an older version accepted again has no room while a later one stands, and has it afterwards', () => {
    const events = [
      ...[saved('v1'), saved('v2')],
      decided('v2', 'accepted', clicked),
      decided('v1', 'accepted', judged),
      decided('v2', 'declined', later),
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
const legacy = fc.oneof(
  fc.tuple(version, decision, instant).map(([id, what, at]) => decided(id, what, at)),
  fc.tuple(version, instant).map(([id, at]) => replaced(id, at)),
);
const seal = fc
  .tuple(version, instant, fc.constantFrom('confirmed', 'overruled', 'rejected'))
  .map(([id, at, result]) => sealed(id, at, { result }));
const recent = fc.oneof(
  fc.tuple(version, decision, instant).map(([id, what, at]) => inside(id, what, at)),
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
const anything = history(fc.oneof(legacy, seal, recent));

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

  test('declining or setting aside what was never concluded changes nothing of what stands', () => {
    fc.assert(
      fc.property(
        anything,
        instant,
        fc.constantFrom<Decision>('declined', 'set-aside'),
        fc.boolean(),
        (events, at, no, old) => {
          const more = [...events, saved('v4', at), decided('v4', no, at, old)];
          expect(standing(more, noClause).periods).toEqual(standing(events, noClause).periods);
          expect(isConcluded(standing(more, noClause), 'v4')).toBe(false);
        },
      ),
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

  test('data of version 0.1.0 is told as version 0.1.0 told it', () => {
    fc.assert(
      fc.property(history(fc.oneof(legacy, legacy, seal)), (events) => {
        const { states } = standing(events, noClause);
        for (const id of VERSIONS) expect(state({ periods: [], states }, id)).toEqual(asThen(events, id));
      }),
      { numRuns: 2000 },
    );
  });
});

/**
 * The rule of version 0.1.0: the last decision counts, a sealed copy that is one is an acceptance, what was accepted is
 * replaced by a later version's acceptance. Only here a later version's seal replaces, too; then it did not.
 */
function asThen(events: readonly HistoryEvent[], id: string): readonly [string, string | undefined] {
  const actsOf = (version: string) =>
    [
      ...events.filter((event): event is With<'decided'> => event.kind === 'decided'),
      ...events.filter((event): event is With<'sealed'> => event.kind === 'sealed' && event.result !== 'rejected'),
    ]
      .filter(({ versionId }) => versionId === version)
      .map((event) => ({ word: event.kind === 'decided' ? event.decision : 'accepted', at: event.at }))
      .toSorted((a, b) => a.at.localeCompare(b.at));
  const acts = actsOf(id);
  const last = acts.at(-1);
  if (!last) return ['not-reviewed', undefined];
  if (last.word !== 'accepted') return [last.word, last.at];
  const since = acts[acts.findLastIndex(({ word }) => word !== 'accepted') + 1]?.at ?? '';
  const replacements = [
    ...VERSIONS.slice(VERSIONS.indexOf(id) + 1).flatMap((other) =>
      actsOf(other).filter(({ word }) => word === 'accepted'),
    ),
    ...events.filter(({ kind, versionId }) => kind === 'replaced' && versionId === id),
  ];
  const [first] = replacements
    .map(({ at }) => at)
    .filter((at) => at >= since)
    .toSorted();
  return first === undefined ? ['accepted', since] : ['superseded', first];
}
