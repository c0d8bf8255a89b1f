import { describe, expect, it } from 'vitest';
import { clauseWords } from '../../../../assets/messages/clause-words.ts';
import { namesIn } from '../../../../src-main/agreement/structure/number-above.ts';

/** An item that is begun anew beneath each clause is named with the clause that it is of. */

const PLACES = [
  { id: 'a', number: '2.1' },
  { id: 'a1', number: '（1）', parent: 'a' },
  { id: 'b', number: '2.2' },
  { id: 'b1', number: '（1）', parent: 'b' },
  { id: 'b2', number: '①', parent: 'b1' },
  { id: 'c', parent: 'b2' },
  { id: 'd', number: '（1）' },
  { id: 'e', number: '（2）', parent: 'd' },
  { id: 'f', number: '3', parent: 'b' },
];

describe('the name of a clause', () => {
  it.each([
    ['a1', '2.1（1）'],
    ['b1', '2.2（1）'],
    ['b2', '2.2（1）①'],
    ['d', '（1）'],
    ['e', '（2）'],
    ['f', '3'],
  ])('%s is %s', (id, number) => {
    expect(namesIn(PLACES)(id)).toEqual({ number });
  });

  it('is that of the clause above where it has no number', () => {
    expect(namesIn(PLACES)('c')).toEqual({ number: '2.2（1）①' });
    expect(namesIn(PLACES)('none')).toEqual({});
  });

  it.each([
    ['2.2（1）', '第 2.2 条第（1）项', 'clause 2.2(1)'],
    ['第九条（2）', '第九条第（2）项', 'clause 9(2)'],
    ['附件二（3）', '附件二第（3）项', 'Annex 2(3)'],
    ['7.1（1）①', '第 7.1 条第（1）项第①项', 'clause 7.1(1)①'],
    ['（1）', '第（1）项', 'item (1)'],
    ['（一）', '第（一）项', 'item (一)'],
    ['第（二）项', '第（二）项', 'item (二)'],
    ['第十一条第（二）项', '第十一条第（二）项', 'clause 11(二)'],
    ['第 7.1 条第（1）项第①项', '第 7.1 条第（1）项第①项', 'clause 7.1(1)①'],
    ['附件二第（3）项', '附件二第（3）项', 'Annex 2(3)'],
    // Neither an item in brackets: these stay as they were.
    ['第四条第二项', '第四条第二项', 'clause 4(2)'],
    ['第四条第（二）款', '第四条第（二）款', 'clause 第四条第（二）款'],
    ['第（二）项目', '第（二）项目', 'clause 第（二）项目'],
  ])('%s is said as %s and %s', (number, chinese, english) => {
    expect([clauseWords(number, 'zh'), clauseWords(number, 'en')]).toEqual([chinese, english]);
  });
});
