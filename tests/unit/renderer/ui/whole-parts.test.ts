import { render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Runs from '../../../../src-renderer/ui/text/Runs.svelte';
import { wholeParts } from '../../../../src-renderer/ui/text/whole-parts.ts';

const wholes = (text: string): readonly string[] => wholeParts(text).flatMap((part) => (part.whole ? [part.text] : []));

describe('what never breaks over a line', () => {
  it.each([
    ['按第十一条第三款及附件二处理', ['第十一条', '第三款', '附件二']],
    ['见第 3 款、第 7.4 条', ['第 3 款', '第 7.4 条']],
    ['as set out in clause 4.2 (b) and Annex 1', ['clause 4.2 (b)', 'Annex 1']],
    ['within 4.2 (b)(i) of it', ['4.2 (b)(i)']],
    ['应在 30 日内或三十（30）个工作日内付清', ['30 日', '三十（30）个工作日']],
    ['不低于 99.95 %，每月 2‰，第七个自然日', ['99.95 %', '2‰', '第七个自然日']],
    ['自2026年3月1日起，至 2026-12-31 止', ['2026年3月1日', '2026-12-31']],
    ['by 1 September 2025, with 45 days notice and CNY 1,800.00', ['1 September 2025', '45 days', 'CNY 1,800.00']],
    ['最迟2026年12月31日 周四，或12月31日周四', ['2026年12月31日 周四', '12月31日周四']],
    ['Thu 31 Dec 2026 at the latest, or Thu 31 Dec', ['Thu 31 Dec 2026', 'Thu 31 Dec']],
    ['no figure and nothing to keep', []],
  ])('%s', (text, expected) => {
    expect(wholes(text)).toEqual(expected);
    expect(
      wholeParts(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('is short enough for any line, whatever the text', () => {
    for (const whole of wholes(`第${'百'.repeat(40)}条 clause 1${'.1'.repeat(80)} ${'9'.repeat(60)} 日`))
      expect(whole.length).toBeLessThan(60);
  });

  it('is drawn on one line, and the text is the same to read and to copy', () => {
    const { container } = render(Runs, { text: '按第十一条办理', emphasis: [] });
    const [whole] = container.querySelectorAll('.whole');
    expect(whole?.textContent).toBe('第十一条');
    expect(container.textContent).toBe('按第十一条办理');
  });
});
