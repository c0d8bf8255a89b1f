import { expect, it } from 'vitest';
import { firstWords } from '../../../../../src-renderer/features/review/reader/ring-words.ts';

it('a clause without a title is called by its first words: as many as have room in its script, none of them cut', () => {
  expect(firstWords('泊位按日出租，过期不退。', 14)).toBe('泊位按日出租');
  expect(firstWords('泊位按日出租过期不退由港口另行安排其他船只停靠', 14)).toBe('泊位按日出租过期不退由港口另…');
  expect(firstWords('Berths are let by the day only and are not returned', 14)).toBe('Berths are let by the day…');
  expect(firstWords('Berths are let by the day.', 14)).toBe('Berths are let by the day.');
  expect(firstWords('Late fees: one part in a hundred', 14)).toBe('Late fees');
  // A mark inside a figure is no pause: a price never ends at its thousands.
  expect(firstWords('The berth costs USD 3,000 a month, in advance.', 14)).toBe('The berth costs USD 3,000 a…');
  expect(firstWords('泊位费为人民币3,000元，预付。', 14)).toBe('泊位费为人民币3,000元');
});
