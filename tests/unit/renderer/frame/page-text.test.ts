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

  it('finds nothing for nothing', () => {
    expect(rangesOf('  ', page('<p>words</p>'))).toEqual([]);
  });
});
