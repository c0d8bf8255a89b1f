import { cleanup, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RedlineRow } from '../../../../../src-main/contract/compare.ts';
import Compare from '../../../../../src-renderer/features/compare/Compare.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo, see } from '../../given/browser.ts';
import { aCompared, aComparison, ROWS } from '../../given/compare.ts';
import { ALL_READ, compare, lines, place, row } from '../../given/comparing.ts';
import { aFailure, pending, refused, type Answers, type Double } from '../../given/double.ts';
import { every, field, reads, readsText, the } from '../../given/find.ts';
import { click, isDisabled, pick, press } from '../../given/hands.ts';
import InBar from '../../given/InBar.svelte';
import { inEach, said, settled, show } from '../../given/page.ts';
import { aProgress, aView } from '../../given/review.ts';

const counting: Answers = { 'review.open': () => aView(), 'review.observe': () => aProgress([]) };
const none = { added: 0, removed: 0, changed: 0, moved: 0, renumbered: 0, emphasis: 0 };

describe('states of the comparison', () => {
  it('loading and failed: nothing is claimed', async () => {
    await compare(aComparison(), { 'compare.open': pending });
    expect(document.body.textContent.trim()).toBe('');
  });

  it('failed: told', async () => {
    await compare(aComparison(), { 'compare.open': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('article')).toBeNull();
  });

  inEach('few: what matters first, then every clause with its marks', async (language) => {
    await compare(aComparison(), {}, { language });
    const impact = the('region', 'compare.impact');
    expect(impact.textContent).toContain('The time became shorter.');
    expect(impact.textContent).toContain(said('compare.edits', { count: 2 }));
    expect(impact.textContent).toContain(said('compare.count.added', { count: 1 }));
    expect(readsText('Rules of the yard')).toBe(true);
    expect(screen.getByRole('article').querySelectorAll('ins')).toHaveLength(2);
    expect(screen.getByRole('article').querySelectorAll('del')).toHaveLength(1);
    expect(reads('compare.insertedStart')).toBe(true);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    await accessible();
  });

  inEach('nothing changed at all, only the looks, or nothing that matters', async (language) => {
    const bare = { impact: [], others: [], summary: none, edits: 0, rows: ROWS.slice(0, 2) };
    const main = await compare(aComparison({ ...bare, identical: true, sameWords: true }), {}, { language });
    expect(reads('compare.identical')).toBe(true);
    expect(isDisabled(the('button', 'compare.next'))).toBe(true);
    await accessible();
    for (const [view, key] of [
      [{ sameWords: true }, 'compare.sameWordsQuietly'],
      [{ sameWords: true, summary: { ...none, emphasis: 2 } }, 'compare.sameWords'],
      [{}, 'compare.nothingMaterial'],
    ] as const) {
      await compare(aComparison({ ...bare, ...view }), {}, { language });
      expect(reads(key)).toBe(true);
    }
    expect(main.faults).toEqual([]);
  });

  it('many: three hundred changes', async () => {
    const rows = Array.from({ length: 300 }, (_, at): RedlineRow => ({ ...ROWS[2]!, id: `m${at}` }));
    await compare(aComparison({ rows }));
    expect(screen.getByRole('article').querySelectorAll('del')).toHaveLength(300);
    expect(reads('compare.position', { at: 0, of: 300 })).toBe(true);
  });
});

describe('moving through a comparison', () => {
  it('J, N, K and P step through the changes; a line of the impact leads to its row', async () => {
    await compare(aComparison());
    for (const [key, at] of [
      ['j', 'r2'],
      ['n', 'r4'],
      ['j', 'r4'],
      ['k', 'r2'],
      ['p', 'r2'],
    ] as const) {
      await press(key);
      expect(document.activeElement).toBe(row(at));
    }
    expect(reads('compare.position', { at: 1, of: 2 })).toBe(true);
    await click(the('button', 'compare.next'));
    expect(document.activeElement).toBe(row('r4'));
    await click(the('button', 'compare.previous'));
    expect(document.activeElement).toBe(row('r2'));
    await click(lines()[0]!);
    expect(scrolledTo.at(-1)).toBe(row('r2'));
    await click(lines()[1]!);
    expect(scrolledTo.at(-1)).toBe(row('r4'));
  });

  it('K first goes to the last change; keys with a modifier are not the screen’s', async () => {
    await compare(aComparison());
    await press('j', { ctrl: true });
    expect(scrolledTo).toEqual([]);
    await press('k');
    expect(document.activeElement).toBe(row('r4'));
  });

  it('a click on a change picks it, a click on what is the same does not', async () => {
    await compare(aComparison());
    await press('o');
    await click(row('r1'));
    expect(reads('compare.position', { at: 0, of: 2 })).toBe(true);
    await click(row('r4'));
    expect(reads('compare.position', { at: 2, of: 2 })).toBe(true);
  });

  inEach('only the changes are shown at first; what is folded says so and opens, O shows all', async (language) => {
    await compare(aComparison(), {}, { language });
    expect(readsText('The gate is closed at night.')).toBe(false);
    expect(every('checkbox', 'compare.onlyChanges').map((box) => (box as HTMLInputElement).checked)).toEqual([true]);
    const folded = every('button', 'compare.same', { count: 1 });
    expect(folded).toHaveLength(2);
    await click(folded[1]!);
    expect(readsText('The gate is closed at night.')).toBe(true);
    expect(readsText('A berth is let by the day.')).toBe(false);
    await press('o');
    expect(readsText('A berth is let by the day.')).toBe(true);
    await click(field('compare.onlyChanges'));
    expect(readsText('A berth is let by the day.')).toBe(false);
  });

  inEach('side by side or in one line', async (language) => {
    await compare(aComparison(), {}, { language });
    await click(the('button', 'compare.sideBySide'));
    expect(reads('compare.absent')).toBe(true);
    await click(the('button', 'compare.inline'));
    expect(reads('compare.absent')).toBe(false);
    expect(the('button', 'compare.inline').getAttribute('aria-pressed')).toBe('true');
    expect(row('r2').textContent.replace(/\s+/gu, ' ')).toContain('ten');
    await accessible();
  });

  inEach('a clause that was changed and moved says that it was moved, beside the reasons', async (language) => {
    const [, , changed] = ROWS;
    const moved: RedlineRow = { ...changed!, change: { ...changed!.change!, also: ['moved', 'emphasis'] } };
    await compare(aComparison({ rows: [moved] }), {}, { language });
    const note = screen.getByRole('article').querySelector('.note')?.textContent ?? '';
    expect(note).toContain('The time became shorter.');
    expect(note.toLowerCase()).toContain(said('compare.also.moved').toLowerCase());
    expect(note.toLowerCase()).toContain(said('compare.also.emphasis').toLowerCase());
  });

  it('a clause with another number says both', async () => {
    const moved: RedlineRow = { ...ROWS[2]!, old: { number: '1.2', runs: [] }, new: { number: '1.3', runs: [] } };
    await compare(aComparison({ rows: [moved] }));
    await click(the('button', 'compare.inline'));
    expect(reads('compare.renumbered', { from: '1.2', to: '1.3' })).toBe(true);
  });
});

describe('choosing versions', () => {
  const third = aCompared({ id: anId(103), ordinal: 3 });
  const versions = [...aComparison().versions, third];

  it('either side can be another version, without a step on the way back', async () => {
    await compare(aComparison({ versions }));
    await pick(field('compare.newer'), anId(103));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(101), newVersionId: anId(103) });
    expect(way.canGoBack).toBe(false);
    await pick(field('compare.older'), anId(102));
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(102), newVersionId: anId(102) });
  });

  inEach('what was accepted against what is newest is at hand, unless it is shown', async (language) => {
    const accepted = { oldVersionId: anId(101), newVersionId: anId(103) };
    await compare(aComparison({ versions, acceptedAgainstCurrent: accepted }), {}, { language });
    await click(the('button', 'compare.acceptedAgainstCurrent'));
    expect(way.here).toEqual({ screen: 'compare', ...accepted });
    await compare(aComparison({ versions: [third], acceptedAgainstCurrent: { ...accepted, newVersionId: anId(102) } }));
    expect(every('button', 'compare.acceptedAgainstCurrent')).toHaveLength(1);
  });

  it('the newer text is opened', async () => {
    await compare(aComparison());
    await click(the('button', 'compare.review', { ordinal: 2 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
  });

  it('the one next thing is named by how far the newer version is', async () => {
    for (const [state, key] of [
      ['reviewing', 'compare.continue'],
      ['set-aside', 'compare.review'],
      ['accepted', 'compare.openVersion'],
      ['superseded', 'compare.openVersion'],
    ] as const) {
      await compare(aComparison({ new: aCompared({ id: anId(102), ordinal: 2, state }) }));
      expect(every('button', key, { ordinal: 2 }).at(-1)!.className).toBe('primary');
      cleanup();
    }
  });
});

describe('going through a comparison', () => {
  const required = (): Promise<Double> => compare(aComparison({ required: true }), counting);
  const counted = {
    versionId: anId(102),
    observation: { seen: [], acknowledged: [], withdrawn: [], endReached: false, redlineSeen: anId(101) },
  };
  const pass = async (milliseconds: number): Promise<void> => {
    vi.advanceTimersByTime(milliseconds);
    await settled();
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  inEach('counts once every change was looked at, one after the other, and only once', async (language) => {
    const reviewed = aCompared({ id: anId(102), ordinal: 2, state: 'reviewing' });
    const main = await compare(aComparison({ required: true, new: reviewed }), counting, { language });
    expect(reads('compare.countsLeft', { left: 2 })).toBe(true);
    see({ target: row('r2'), isIntersecting: true, ratio: 0.5 }, { target: row('r4'), isIntersecting: true });
    await pass(1250);
    // Both were in view for a second: the first was looked at.
    expect(reads('compare.countsLeft', { left: 1 })).toBe(true);
    expect(main.inputs('review.observe')).toEqual([]);
    await pass(1250);
    expect(main.inputs('review.open')).toEqual([{ versionId: anId(102) }]);
    expect(main.inputs('review.observe')).toEqual([counted]);
    expect(notice.said).toBe(said('compare.counted'));
    expect(reads('compare.counted')).toBe(true);
    await pass(5000);
    expect(main.inputs('review.observe')).toHaveLength(1);
  });

  it('what was hardly in view, or while the window was not in front, was not looked at', async () => {
    await required();
    see({ target: row('r2'), isIntersecting: true, ratio: 0.4 });
    await pass(5000);
    expect(reads('compare.countsLeft', { left: 2 })).toBe(true);
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    see({ target: row('r2'), isIntersecting: true });
    await pass(5000);
    expect(reads('compare.countsLeft', { left: 2 })).toBe(true);
  });

  it('where it begins the review of the newer version, that is said and shown', async () => {
    const { version } = aView();
    const begun = aView({ version: { ...version, state: 'reviewing', since: '2026-11-29T02:00:00Z' } });
    await compare(aComparison({ required: true }), { ...counting, 'review.open': () => begun });
    await press('j');
    await press('j');
    expect(notice.said).toBe(said('compare.countedBegun'));
    expect(reads('compare.counted')).toBe(true);
    expect(every('button', 'compare.continue', { ordinal: 2 })).toHaveLength(1);
  });

  it('a change that one steps to is looked at', async () => {
    const main = await required();
    await press('j');
    expect(reads('compare.countsLeft', { left: 1 })).toBe(true);
    await press('j');
    expect(main.inputs('review.observe')).toEqual([counted]);
  });

  it('where it is not required, or was counted before, nothing is sent', async () => {
    const main = await compare(aComparison());
    await press('j');
    await press('j');
    cleanup();
    const again = await compare(aComparison({ required: true, seenAt: '2026-11-29T02:00:00Z' }));
    await press('j');
    await press('j');
    expect([...main.inputs('review.observe'), ...again.inputs('review.observe')]).toEqual([]);
  });

  it('a refusal is told once, not over and over', async () => {
    const main = await compare(aComparison({ required: true }), { ...counting, 'review.observe': refused() });
    await press('j');
    await press('j');
    await press('k');
    expect(notice.failure).toEqual(aFailure());
    expect(main.inputs('review.observe')).toHaveLength(1);
  });
});

describe('taking a comparison out', () => {
  it('as a PDF or printed, as it is shown', async () => {
    const main = await show(
      InBar,
      { of: Compare, place },
      {
        'compare.open': () => aComparison(),
        'compare.leftOut': () => ALL_READ,
        'compare.export': () => ({ fileName: 'changes.pdf' }),
      },
      { language: 'en' },
    );
    await click(the('button', 'compare.savePdf'));
    expect(notice.said).toBe(said('compare.saved', { name: 'changes.pdf' }));
    await click(the('button', 'compare.print'));
    window.dispatchEvent(new CustomEvent('assent:print'));
    await settled();
    const what = { oldVersionId: anId(101), newVersionId: anId(102), onlyChanges: true, language: 'en' };
    expect(main.inputs('compare.export')).toEqual([
      { ...what, as: 'pdf' },
      { ...what, as: 'print' },
      { ...what, as: 'print' },
    ]);
  });
});
