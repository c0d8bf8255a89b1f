import { expect, it } from 'vitest';
import { say } from '../../../../../assets/messages/say.ts';
import { readClauses } from '../../../../../src-renderer/features/review/reader/cards.ts';
import { beginning, clauseName, firstWords } from '../../../../../src-renderer/features/review/reader/ring-words.ts';
import { aDocument } from '../../given/review.ts';

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

it('a list tells a clause without a title by its whole first sentence, else by a part that makes sense, and one sees that it goes on', () => {
  expect(beginning('泊位费逾期未付的，港口可以收回泊位；费用照付。', 26)).toBe('泊位费逾期未付的，港口可以收回泊位');
  expect(beginning('泊位费逾期未付的，港口可以收回泊位，并且另行安排其他船只停靠：', 26)).toBe(
    '泊位费逾期未付的，港口可以收回泊位……',
  );
  expect(beginning('泊位按日出租。', 26)).toBe('泊位按日出租');
  expect(beginning('一'.repeat(30), 26)).toBe(`${'一'.repeat(26)}……`);
  expect(beginning('Where the fee of USD 3,000 is late, the port may take the berth back at once.', 26)).toBe(
    'Where the fee of USD 3,000 is late…',
  );
  expect(beginning('Berths are let by the day only and are never returned before noon', 26)).toBe(
    'Berths are let by the day only and are never…',
  );
});

it('a paragraph without a number, and an item of a list, are called beneath the number of the clause above', () => {
  const [first, second, third] = aDocument().clauses;
  if (!first || !second || !third) throw new TypeError('the text has three clauses');
  const { number: _own, heading: _title, ...bare } = first;
  const clauses = [
    { ...bare, text: '泊位按日出租，过期不退。' },
    { ...second, number: '(2)' },
    { ...third, number: '9.1' },
  ];
  const above = { [first.id]: '八', [second.id]: '7.4' };
  const called = readClauses({ document: aDocument({ clauses }), above }).map(clauseName);
  expect(called.map((name) => say(name, 'zh'))).toEqual(['第八条“泊位按日出租”', '第 7.4 条 (2)', '第 9.1 条']);
  expect(called.map((name) => say(name, 'en'))).toEqual(['clause 8 “泊位按日出租”', 'clause 7.4 (2)', 'clause 9.1']);
});
