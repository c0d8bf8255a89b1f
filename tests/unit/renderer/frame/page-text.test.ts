import { afterEach, describe, expect, it } from 'vitest';
import { rangesOf } from '../../../../src-renderer/frame/page-text.ts';

afterEach(() => document.body.replaceChildren());

function page(markup: string): Element {
  document.body.innerHTML = markup;
  return document.body;
}

describe('finding on the page', () => {
  it('finds every place in reading order, whatever the case, none twice', () => {
    const ranges = rangesOf('ab', page('<p>Ab and AB</p><ul><li>cab</li><li>aabab</li></ul>'));
    expect(ranges.map((range) => [range.toString(), range.startOffset])).toEqual([
      ['Ab', 0],
      ['AB', 7],
      ['ab', 1],
      ['ab', 1],
      ['ab', 3],
    ]);
  });

  it('finds what goes on in another element of the same line, and nothing over the end of one', () => {
    const ranges = rangesOf('第十一条的', page('<p>按<span>第十一条</span>的约定</p><p>第十一条</p><p>的</p>'));
    expect(ranges.map(String)).toEqual(['第十一条的']);
    expect(rangesOf('b c', page('<ul><li>a b</li> <li>c</li></ul>'))).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(rangesOf('  ', page('<p>words</p>'))).toEqual([]);
  });
});
