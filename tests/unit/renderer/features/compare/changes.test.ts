import { cleanup, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { ComparisonView } from '../../../../../src-main/contract/compare.ts';
import { accessible } from '../../given/axe.ts';
import { clipboard, resizeTo } from '../../given/browser.ts';
import { aComparison } from '../../given/compare.ts';
import { ALL_READ, compare, lines, row } from '../../given/comparing.ts';
import { later } from '../../given/double.ts';
import { every, reads, readsText, the } from '../../given/find.ts';
import { click, press } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';

describe('what stands before and beside the changes', () => {
  inEach(
    'what was not compared is said first: documents of one version only, and what was not read',
    async (language) => {
      const parts = [{ title: 'Harbour storage terms' }, { title: 'Rules of the yard', only: 'new' }] as const;
      const leftOut = { old: [], new: [asWritten('the image on page 7'), asWritten('page 9')] };
      await compare(aComparison({ parts }), { 'compare.leftOut': () => leftOut }, { language });
      const impact = the('region', 'compare.impact').textContent.replace(/\s+/gu, ' ');
      const first = impact.indexOf(said('compare.notCompared.new', { title: 'Rules of the yard' }));
      const source = impact.indexOf(said('compare.notCompared.source', { ordinal: 2, parts: leftOut.new }));
      expect(first).toBeGreaterThan(-1);
      expect(source).toBeGreaterThan(first);
      expect(impact.indexOf('The time became shorter.')).toBeGreaterThan(source);
      expect(reads('compare.allCompared', { count: 2 })).toBe(false);
      await accessible();
    },
  );

  it('that all was compared is said only once the sources were looked at', async () => {
    const answer = later<typeof ALL_READ>();
    await compare(aComparison(), { 'compare.leftOut': () => answer.promise });
    expect(reads('compare.looking')).toBe(true);
    expect(reads('compare.allCompared', { count: 2 })).toBe(false);
    answer.give(ALL_READ);
    await settled();
    expect(reads('compare.allCompared', { count: 2 })).toBe(true);
  });

  inEach('each document says how much of it changed, and its lines stand under it', async (language) => {
    const parts = [{ title: 'Harbour storage terms' }, { title: 'Rules of the yard' }, { title: 'Price list' }];
    await compare(aComparison({ parts }), {}, { language });
    const impact = the('region', 'compare.impact').textContent.replace(/\s+/gu, ' ');
    const order = [
      `Harbour storage terms ${said('compare.document.key', { count: 1, key: 1 })}`,
      'The time became shorter.',
      `Rules of the yard ${said('compare.document.changes', { count: 1 })}`,
      'Nothing to pay.',
      `Price list ${said('compare.document.unchanged')}`,
    ].map((words) => impact.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  inEach('the sum of letters stands there when it comes out, and a warning when it does not', async (language) => {
    await compare(aComparison(), {}, { language });
    expect(reads('compare.conserved', { old: '9,214', struck: 31, inserted: 28, next: '9,211' })).toBe(true);
    // Where it breaks, no line begins with a mark.
    const parts = [...document.querySelectorAll('.sum .whole')].map(({ textContent }) => textContent.trim());
    expect(parts).toHaveLength(2);
    expect(parts.filter((words) => /^[，；;,]/u.test(words))).toEqual([]);
    cleanup();
    const conservation = { ...aComparison().conservation, difference: 1200 };
    await compare(aComparison({ conservation }), {}, { language });
    expect(reads('compare.conserved', { old: '9,214', struck: 31, inserted: 28, next: '9,211' })).toBe(false);
    expect(screen.getAllByRole('alert')[0]?.textContent).toBe(said('compare.lost', { count: '1,200' }));
    await click(every('button', 'compare.copyDetails')[0]!);
    expect(clipboard[0]).toContain(said('compare.lost', { count: '1,200' }));
  });

  it('Tab comes to one line, the arrows go from line to line', async () => {
    await compare(aComparison());
    expect(lines().map(({ tabIndex }) => tabIndex)).toEqual([0, -1]);
    lines()[0]!.focus();
    await press('ArrowDown');
    expect(document.activeElement).toBe(lines()[1]);
    await press('ArrowDown');
    expect(document.activeElement).toBe(lines()[1]);
    await press('ArrowUp');
    expect(document.activeElement).toBe(lines()[0]);
    await click(lines()[1]!);
    expect(lines().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
  });

  it('where there is room for one column, the list gives way to the text one chose from it', async () => {
    const narrow = (): ComparisonView => {
      resizeTo(640);
      return aComparison();
    };
    await compare(aComparison(), { 'compare.open': narrow });
    expect(reads('compare.position', { at: 0, of: 2 })).toBe(true);
    await click(the('button', 'compare.changes', { count: 2 }));
    // What is compared, and how it is shown, is chosen there.
    const list = lines()[0]!.closest('.column');
    expect(list?.contains(the('combobox', 'compare.older'))).toBe(true);
    expect(list?.contains(the('checkbox', 'compare.onlyChanges'))).toBe(true);
    await click(lines()[0]!);
    expect(every('button', 'compare.toText')).toHaveLength(0);
    expect(readsText('The time became shorter.')).toBe(true);
    expect(document.activeElement).toBe(row('r2'));
  });
});
