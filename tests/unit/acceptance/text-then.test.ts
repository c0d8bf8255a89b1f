import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HistoryEvent, instantOf } from '../../../src-main/acceptance/history.ts';
import type { Decision } from '../../../src-main/acceptance/record.ts';
import { standing } from '../../../src-main/acceptance/standing.ts';
import { textThen } from '../../../src-main/acceptance/text-then.ts';
import { concluded, decided, replaced, saved, sealed } from './history.ts';

const SAVED = '2026-10-01T00:00:00.000Z';
const VERSIONS = ['v1', 'v2', 'v3'];
const imports = (effective?: string): readonly HistoryEvent[] =>
  VERSIONS.map((id) => saved(id, SAVED, id === 'v3' && effective !== undefined ? { statedEffective: effective } : {}));

/** The text at an instant, by what was recorded. */
function at(events: readonly HistoryEvent[], instant: string, chosen?: string) {
  const told = standing(events, () => undefined);
  const versions = events
    .filter(({ kind }) => kind === 'saved')
    .map(({ versionId, at: savedAt }) => ({
      id: versionId,
      savedAt,
      decisions: events.flatMap((event) =>
        event.kind === 'decided' && event.versionId === versionId
          ? [{ decision: event.decision, decidedAt: event.at }]
          : [],
      ),
    }));
  return textThen(told, versions, chosen, instant);
}

describe('the text of a time at which none stood', () => {
  const october = '2026-10-31T15:59:59.999Z';

  test('is the one that stood before, not the one that came to stand later', () => {
    const events = [
      ...imports(),
      concluded('v1', '2026-03-01'),
      { kind: 'ended', versionId: 'v1', at: SAVED, from: '2026-06-01', why: 'expired' } as const,
      concluded('v2', '2026-11-05'),
    ];
    expect(at(events, october)).toEqual({ id: 'v1', by: 'other-time' });
    expect(at(events, '2026-11-30T00:00:00.000Z')).toEqual({ id: 'v2', by: 'accepted' });
  });

  test('is the one that was decided on by then, whatever was decided later', () => {
    const early = [...imports(), decided('v1', 'accepted', '2026-10-10T00:00:00.000Z')];
    const later = [...early, decided('v2', 'accepted', '2026-11-10T00:00:00.000Z')];
    expect(at(later, october)).toEqual({ id: 'v1', by: 'decided' });
    expect(at(later, '2026-11-30T00:00:00.000Z')).toEqual({ id: 'v2', by: 'decided' });
    const declined = [...early, decided('v1', 'declined', '2026-10-20T00:00:00.000Z')];
    expect(at(declined, october)).toEqual({ id: 'v3', by: 'newest' });
  });

  test('is the newest that was known then, or the first where none was', () => {
    const events = [saved('v1', '2026-09-01T00:00:00.000Z'), saved('v2', '2026-11-01T00:00:00.000Z')];
    expect(at(events, october)).toEqual({ id: 'v1', by: 'newest' });
    expect(at(events, '2026-08-31T00:00:00.000Z')).toEqual({ id: 'v1', by: 'first' });
    expect(at([], october)).toBeUndefined();
  });

  test('is the one that the person chose; where one stood, the choice changes nothing', () => {
    const events = [...imports(), concluded('v1', '2026-10-15')];
    expect(at(events, '2026-10-10T00:00:00.000Z', 'v2')).toEqual({ id: 'v2', by: 'chosen' });
    expect(at(events, october, 'v2')).toEqual({ id: 'v1', by: 'accepted' });
  });
});

describe('over any history', () => {
  const instant = fc.integer({ min: 0, max: 400 }).map((hours) => new Date(Date.UTC(2026, 9, 1, hours)).toISOString());
  const day = instant.map((time) => time.slice(0, 10));
  const version = fc.constantFrom(...VERSIONS);
  const decision = fc.constantFrom<Decision>('accepted', 'declined', 'set-aside');
  const event: fc.Arbitrary<HistoryEvent> = fc.oneof(
    fc.tuple(version, decision, instant).map(([id, what, time]) => decided(id, what, time)),
    fc.tuple(version, day, instant).map(([id, on, time]) => concluded(id, on, { at: time })),
    fc.tuple(version, day, instant).map(([id, on, time]) => sealed(id, on, { at: time })),
    fc.tuple(version, instant).map(([id, time]) => replaced(id, time)),
    fc
      .tuple(version, day, instant)
      .map(([versionId, from, time]): HistoryEvent => ({ kind: 'ended', versionId, at: time, from, why: 'expired' })),
    fc
      .tuple(version, day, fc.constantFrom('from', 'until'), instant)
      .map(([versionId, date, what, time]): HistoryEvent => ({
        ...{ kind: 'corrected', versionId, at: time, what, date, reason: '', said: '' },
      })),
  );
  const LATER = '2026-12-20T00:00:00.000Z';
  /** Recorded after everything else: an acceptance of any way, on a day. */
  const acceptance = fc.oneof(
    fc.tuple(version, day).map(([id, on]) => [on, concluded(id, on, { at: LATER, recordId: 'later' })] as const),
    fc.tuple(version, day).map(([id, on]) => [on, sealed(id, on, { at: LATER })] as const),
    fc
      .tuple(version, day)
      .map(
        ([versionId, on]) =>
          [on, { kind: 'used-on', versionId, at: LATER, from: on, noticeId: 'n', said: '' }] as const,
      ),
    fc.tuple(version, instant).map(([id, time]) => [time, decided(id, 'accepted', time)] as const),
    instant.map((time) => [time, saved('v4', time)] as const),
  );

  test('a later acceptance, decision or import changes nothing of an earlier time', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 12 }),
        fc.option(day, { nil: undefined }),
        fc.option(version, { nil: undefined }),
        acceptance,
        instant,
        (events, effective, chosen, [on, later], time) => {
          fc.pre(time < instantOf(on));
          // What is decided comes in the order of its recording.
          const ordered = [...events].sort((a, b) => a.at.localeCompare(b.at));
          if (later.kind === 'decided') fc.pre(ordered.every((each) => each.at <= later.at));
          const before = [...imports(effective), ...ordered];
          expect(at([...before, later], time, chosen)).toEqual(at(before, time, chosen));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
