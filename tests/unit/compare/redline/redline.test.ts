import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, redline } from '../../../../src-main/compare/redline/redline.ts';

/** A redline as text: `[-struck-]{+inserted+}`. */
function marked(old: string, next: string): string {
  let line = '';
  let at = 0;
  for (const edit of redline(old, next).edits) {
    line += old.slice(at, edit.at[0]) + (edit.old && `[-${edit.old}-]`) + (edit.new && `{+${edit.new}+}`);
    at = edit.at[0] + edit.old.length;
  }
  return line + old.slice(at);
}

const word = fc.constantFrom(
  ...'服务 协议 费用 不得 应当 甲方 乙方 的 ， 。 、 （ ） 30天 15% 2026年3月1日 人民币3,000元 第4.3条 shall provider fee 。\n 三十日 “ ” 5 ３'.split(
    ' ',
  ),
  ' ',
  '\n',
  '𠮷',
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));

describe('the smallest edits a reader would mark', () => {
  test.each([
    ['乙方应在30天内付款', '乙方应在15天内付款', '乙方应在[-30天-]{+15天+}内付款'],
    ['自2026年3月1日起生效', '自2026年5月1日起生效', '自[-2026年3月1日-]{+2026年5月1日+}起生效'],
    ['收取人民币3,000元', '收取人民币3,500元', '收取[-人民币3,000元-]{+人民币3,500元+}'],
    ['不低于99.95%的月份', '不低于99.9%的月份', '不低于[-99.95%-]{+99.9%+}的月份'],
    ['按三千分之一计，即千分之三', '按三千分之一计，即千分之五', '按三千分之一计，即[-千分之三-]{+千分之五+}'],
    ['第五（5）个工作日后', '第十（10）个工作日后', '[-第五（5）个工作日-]{+第十（10）个工作日+}后'],
    ['违反第4.3条的', '违反第4.4条的', '违反[-第4.3条-]{+第4.4条+}的'],
    [
      'within thirty (30) days of notice',
      'within sixty (60) days of notice',
      'within [-thirty (30) days-]{+sixty (60) days+} of notice',
    ],
    ['The Provider may end it.', 'The Provider shall end it.', 'The Provider [-may-]{+shall+} end it.'],
    ['pays a fee', 'pays a monthly fee', 'pays a {+monthly +}fee'],
    ['甲方有权解除', '甲方无权解除', '甲方[-有权-]{+无权+}解除'],
    ['双方签订协议', '双方签订补充协议', '双方签订{+补充+}协议'],
    ['五日内', '五个工作日内', '[-五日-]{+五个工作日+}内'],
    ['先说一句。再说一句。', '先说一句。中间加一句。再说一句。', '先说一句。{+中间加一句。+}再说一句。'],
    ['包含“甲云_专线”、“乙云2.0_加速”', '包含“甲云专线”、“加速包”', '包含“甲云[-_-]专线”、“[-乙云2.0_-]加速{+包+}”'],
  ])('%s → %s', (old, next, expected) => {
    expect(marked(old, next)).toBe(expected);
  });

  test('a coincidence between two rewritten passages is struck with them', () => {
    expect(redline('甲乙丙的丁戊己', '庚辛壬的癸子丑').edits).toHaveLength(1);
  });

  test('layout is no edit of words: white space, line ends, width and shape of marks', () => {
    const { edits, layout } = redline(
      '甲方（以下简称“客户”）应在30 天内\n付款，',
      '甲方(以下简称"客户")应在30天内付款,',
    );
    expect(edits).toEqual([]);
    expect(layout.length).toBeGreaterThan(0);
  });

  test('white space that parts two figures or two words is words', () => {
    expect(redline('see 3. 5 days', 'see 3.5 days').edits).not.toEqual([]);
    expect(redline('the sealed text', 'these aled text').edits).not.toEqual([]);
  });
});

describe('for every two texts', () => {
  test('the edits of words and layout turn the old into the new', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        const { edits, layout } = redline(old, next);
        expect(applyEdits(old, [...edits, ...layout])).toBe(next);
      }),
      { numRuns: 1000 },
    );
  });

  test('the same holds for any characters, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (old, next) => {
        const { edits, layout } = redline(old, next);
        expect(applyEdits(old, [...edits, ...layout])).toBe(next);
      }),
    );
  });

  test('a text and itself have none; exchanging the texts exchanges the edits', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        expect(redline(old, old).edits).toEqual([]);
        const turned = redline(next, old).edits.map((edit) => ({
          old: edit.new,
          new: edit.old,
          at: [edit.at[1], edit.at[0]],
        }));
        expect(turned).toEqual(redline(old, next).edits);
      }),
    );
  });

  test('words that are kept are equal on both sides and cover what the edits leave', () => {
    fc.assert(
      fc.property(text, text, (old, next) => {
        for (const [a, b] of redline(old, next).kept()) expect(a.key).toBe(b.key);
      }),
    );
  });
});

test('edits that do not fit a text are refused, not applied', () => {
  expect(() => applyEdits('甲方', [{ old: '乙', new: '丙', at: [0, 0] }])).toThrow(RangeError);
});
