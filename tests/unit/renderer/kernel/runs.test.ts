import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences, runsOf } from '../../../../src-renderer/kernel/runs.ts';

const bold = (start: number, end: number, origin: 'source' | 'rule' = 'source') => ({
  start,
  end,
  strong: true,
  underline: false,
  origin,
});

describe('stretches of a text', () => {
  it('a text without emphasis is one stretch', () => {
    expect(runsOf('berth', [])).toEqual([{ text: 'berth', underline: false, found: false }]);
  });

  it('bold of the source wins over bold by rule where both lie', () => {
    expect(runsOf('abcdef', [bold(0, 4, 'rule'), bold(2, 6)]).map(({ text, strong }) => [text, strong])).toEqual([
      ['ab', 'rule'],
      ['cd', 'source'],
      ['ef', 'source'],
    ]);
  });

  it('underlined words need not be strong', () => {
    const runs = runsOf('abcd', [{ start: 1, end: 3, strong: false, underline: true, origin: 'source' }]);
    expect(runs.map(({ text, underline, strong }) => [text, underline, strong])).toEqual([
      ['a', false, undefined],
      ['bc', true, undefined],
      ['d', false, undefined],
    ]);
  });

  it('what was found is marked without regard to case, also inside emphasis', () => {
    const runs = runsOf('No Berth here', [bold(0, 5)], 'berth');
    expect(runs.map(({ text, found, strong }) => [text, found, strong])).toEqual([
      ['No ', false, 'source'],
      ['Be', true, 'source'],
      ['rth', true, undefined],
      [' here', false, undefined],
    ]);
  });

  it('occurrences do not overlap, and nothing occurs nowhere', () => {
    expect(occurrences('aaaa', 'aa')).toEqual([0, 2]);
    expect(occurrences('aaaa', '')).toEqual([]);
    expect(occurrences('第一条 甲方', '甲方')).toEqual([4]);
  });

  it('the stretches are the text, whatever lies on it', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span), fc.string({ maxLength: 2 }), (text, spans, find) => {
        const emphasis = spans.map(([one, other, strong, underline]) => ({
          start: Math.min(one, other),
          end: Math.max(one, other),
          strong,
          underline,
          origin: 'source' as const,
        }));
        expect(
          runsOf(text, emphasis, find)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
