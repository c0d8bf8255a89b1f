import { cleanup, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { go, way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anAgreement, anId, aVersion } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { scrolledTo, see } from '../../given/browser.ts';
import { aFailure, pending, refused } from '../../given/double.ts';
import { dialog, every, reads, readsText, the } from '../../given/find.ts';
import { click, press, write } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { begun, clauseOf, done, narrow, numbered, reader, ring } from '../../given/reader.ts';
import { aClause, aDecision, aDocument, aProgress, aView, CLAUSES, END } from '../../given/review.ts';

describe('states of the reader', () => {
  it('loading: nothing is shown', async () => {
    await reader(aView(), { 'review.open': pending });
    expect(document.body.textContent.trim()).toBe('');
  });

  it('failed: told, and nothing is shown', async () => {
    await reader(aView(), { 'review.open': refused() });
    expect(notice.failure).toEqual(aFailure());
    expect(screen.queryByRole('article')).toBeNull();
  });

  inEach('a text with its outline, its key clauses and what is missing', async (language) => {
    await reader(aView(), {}, { language });
    expect(screen.getByRole('heading', { level: 1, name: 'Harbour storage terms' })).toBeTruthy();
    expect(clauseOf('c2').closest('[lang]')?.getAttribute('lang')).toBe('en');
    for (const { text } of CLAUSES) expect(readsText(text)).toBe(true);
    expect(reads('review.reader.noted', { count: 0, of: 2 })).toBe(true);
    expect(reads('review.reader.missing', { count: 3 })).toBe(true);
    expect(clauseOf('c3').textContent).toContain(said('review.decision.marked.none'));
    expect(clauseOf('c4').textContent).toContain(said('review.decision.marked.whole'));
    expect(ring({ state: 'not-seen', part: 0, left: 4 }).getAttribute('aria-pressed')).toBe('false');
    expect(document.activeElement).toBe(screen.getByRole('article'));
    expect(reads('names.anomaly.gap')).toBe(true);
    expect(within(the('navigation', 'review.reader.outline')).getAllByRole('button')).toHaveLength(4);
    await accessible();
  });

  inEach(
    'a sample says above its text that it is for practice and has faults on purpose; another text says nothing',
    async (language) => {
      await reader(aView({ sample: true }), {}, { language });
      expect(reads('review.reader.sample')).toBe(true);
      await accessible();
      cleanup();
      await reader(aView(), {}, { language });
      expect(reads('review.reader.sample')).toBe(false);
    },
  );

  inEach('empty: a text without clauses, facts or history', async (language) => {
    const bare = aView({
      document: aDocument({ clauses: [] }),
      conspicuous: [],
      reasons: {},
      progress: aProgress([END]),
    });
    await reader(bare, {}, { language });
    expect(reads('review.reader.noFacts')).toBe(true);
    expect(reads('review.reader.end')).toBe(true);
    expect(reads('review.reader.noKeyClauses')).toBe(true);
    await accessible();
  });

  it('opening begins a sitting, before anything was seen', async () => {
    await reader(aView());
    expect(begun.map(({ observation }) => observation)).toEqual([
      { seen: [], acknowledged: [], withdrawn: [], endReached: false },
    ]);
  });

  it('many: three hundred clauses', async () => {
    const clauses = Array.from({ length: 300 }, (_, at) => aClause(`k${at}`, `Clause text ${at}`, { number: `${at}` }));
    await reader(aView({ document: aDocument({ clauses }), conspicuous: [] }));
    expect(document.querySelectorAll('[data-clause]')).toHaveLength(300);
  });

  it('the title is not shown a second time as the first clause', async () => {
    const clauses = [aClause('t', 'Harbour storage terms'), ...CLAUSES];
    await reader(aView({ document: aDocument({ clauses }) }));
    expect(clauseOf('t')).toBeNull();
    expect(clauseOf('c2')).not.toBeNull();
  });

  inEach('a table is a table', async (language) => {
    const table = {
      clause: 'c2',
      header: ['Berth', 'Price'],
      rows: [
        ['A', '10'],
        ['B', '12'],
      ],
    };
    await reader(aView({ document: aDocument({ tables: [table] }) }), {}, { language });
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Berth', 'Price']);
    expect(screen.getAllByRole('cell')).toHaveLength(4);
    await accessible();
  });

  inEach('complete: nothing is missing, and that is said', async (language) => {
    await reader(aView({ progress: done('c3', 'c4') }), {}, { language });
    expect(reads('review.reader.noted', { count: 2, of: 2 })).toBe(true);
    expect(reads('review.reader.complete')).toBe(true);
    expect(ring({ state: 'noted', part: 1, left: 0 }).getAttribute('aria-pressed')).toBe('true');
    await accessible();
    // The key that does the same stands on the button, and is no part of its name.
    expect(the('button', 'review.next.decide').querySelector('kbd')?.textContent).toBe('D');
    await click(the('button', 'review.next.decide'));
    expect(way.here).toEqual({ screen: 'decision', versionId: anId(101) });
  });

  inEach('from elsewhere: it can be read, not decided', async (language) => {
    await reader(aView({ agreement: anAgreement({ origin: 'Southern Ferries' }) }), {}, { language });
    expect(reads('evidence.foreign', { origin: 'Southern Ferries' })).toBe(true);
    expect(every('button', 'review.next.card', { clause: numbered('1.2') })).toEqual([]);
    expect(document.querySelectorAll('[data-ring]')).toHaveLength(0);
    await press('d');
    expect(way.canGoBack).toBe(false);
  });

  inEach('facts, annexes, decisions and the version before are at hand', async (language) => {
    const fact = {
      id: 'f1',
      label: asWritten('Notice'),
      words: asWritten('thirty days'),
      clause: 'c4',
      quote: 'thirty days',
    };
    await reader(
      aView({
        agreement: anAgreement({ provider: 'Harbour Board', annexOf: { id: anId(9), title: 'Main contract' } }),
        ...{ annexedTo: [anId(9)], annexes: [{ versionId: anId(301), title: 'Price list' }], facts: [fact] },
        decisions: [aDecision({ decision: 'declined', reason: 'too dear' })],
        previousAccepted: { versionId: anId(99), ordinal: 1 },
      }),
      { 'review.changes': () => ({}) },
      { language },
    );
    expect(readsText('Harbour Board')).toBe(true);
    await click(the('button', 'review.reader.annexOf', { title: 'Main contract' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(9) });
    expect(reads('review.reader.by', { person: 'Ada Berg', role: 'Director' })).toBe(true);
    await accessible();
    await click(screen.getByRole('button', { name: 'Price list' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(301) });
    await press('c');
    expect(way.here).toEqual({ screen: 'compare', oldVersionId: anId(99), newVersionId: anId(101) });
    await click(within(the('complementary', 'review.notes.version')).getByRole('button', { name: /thirty days/iu }));
    expect(document.activeElement).toBe(clauseOf('c4'));
  });
});

describe('moving in the reader', () => {
  it('J and K step through the key clauses and stop at the ends', async () => {
    await reader(aView());
    await press('j');
    expect(document.activeElement).toBe(clauseOf('c3'));
    await press('J');
    await press('j');
    expect(document.activeElement).toBe(clauseOf('c4'));
    await press('k');
    expect(document.activeElement).toBe(clauseOf('c3'));
    await press('k');
    expect(document.activeElement).toBe(clauseOf('c3'));
  });

  it('K at the beginning goes to the last one', async () => {
    await reader(aView());
    await press('k');
    expect(document.activeElement).toBe(clauseOf('c4'));
  });

  it('brackets lead to the section before and after', async () => {
    const more = [
      aClause('s2', 'Price', { role: 'heading', level: 1, number: '2', heading: 'Price' }),
      aClause('c6', 'It is paid on the gate.', { number: '2.1' }),
    ];
    await reader(aView({ document: aDocument({ clauses: [...CLAUSES, ...more] }) }));
    await press(']');
    expect(scrolledTo.at(-1)).toBe(clauseOf('c1'));
    await press(']');
    expect(scrolledTo.at(-1)).toBe(clauseOf('s2'));
    await press(']');
    expect(scrolledTo.at(-1)).toBe(clauseOf('s2'));
    await press('[');
    expect(scrolledTo.at(-1)).toBe(clauseOf('c1'));
  });

  it('the one next thing leads to the first that is not noted, and on from where one is', async () => {
    await reader(aView());
    await click(the('button', 'review.next.card', { clause: numbered('1.2') }));
    expect(scrolledTo.at(-1)).toBe(clauseOf('c3'));
    expect(every('button', 'review.next.card', { clause: numbered('1.3') })).toHaveLength(1);
  });

  it('Escape lets go of the clause, and its notes give way to those of the version', async () => {
    await reader(aView());
    expect(every('complementary', 'review.notes.version')).toHaveLength(1);
    await press('j');
    expect(every('complementary', 'review.notes.version')).toEqual([]);
    expect(every('complementary', 'review.notes.title')).toHaveLength(1);
    await press('Escape');
    expect(every('complementary', 'review.notes.version')).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it('keys with a modifier and keys typed into a field are not the reader’s', async () => {
    await reader(aView());
    await press('j', { ctrl: true });
    await press('j', { alt: true });
    expect(document.activeElement).toBe(screen.getByRole('article'));
    await press('f');
    expect(document.activeElement).toBe(the('searchbox', 'review.reader.find'));
    expect(await press('j')).toBe(false);
    expect(await press('d')).toBe(false);
    expect(way.canGoBack).toBe(false);
  });

  it('nor are keys pressed while a dialog is open', async () => {
    await reader(aView());
    await press('j');
    await click(the('button', 'review.notes.ask', { clause: numbered('1.2') }));
    expect(dialog()).not.toBeNull();
    (document.activeElement as HTMLElement).blur();
    await press('d');
    await press('j');
    expect(way.canGoBack).toBe(false);
    expect(scrolledTo.at(-1)).toBe(clauseOf('c3'));
  });

  it('O shows and hides the outline beside the text', async () => {
    await reader(aView());
    await press('o');
    expect(every('navigation', 'review.reader.outline')).toEqual([]);
    await click(the('button', 'review.reader.outline'));
    const outline = the('navigation', 'review.reader.outline');
    await click(within(outline).getByRole('button', { name: /1\.3/u }));
    expect(document.activeElement).toBe(clauseOf('c4'));
    expect(within(outline).getByRole('button', { current: true }).textContent).toContain('1.3');
  });

  inEach('in a narrow window it opens over the text, and is gone once one has chosen', async (language) => {
    await narrow(1024, { language });
    expect(every('navigation', 'review.reader.outline')).toEqual([]);
    await press('o');
    expect(every('navigation', 'review.reader.outline')).toHaveLength(1);
    await accessible();
    await press('Escape');
    expect(every('navigation', 'review.reader.outline')).toEqual([]);
    await press('o');
    await click(within(the('navigation', 'review.reader.outline')).getByRole('button', { name: /1\.3/u }));
    expect(every('navigation', 'review.reader.outline')).toEqual([]);
    expect(document.activeElement).toBe(clauseOf('c4'));
    expect(every('complementary', 'review.notes.version')).toEqual([]);
    await click(the('button', 'review.notes.version'));
    expect(every('complementary', 'review.notes.version')).toHaveLength(1);
    await click(the('button', 'frame.close'));
    expect(every('complementary', 'review.notes.version')).toEqual([]);
  });

  it('an entry says how far its clause is noted, and shows its whole title', async () => {
    const title = 'The berth may be taken back by the harbour after thirty days of its standing empty';
    const [, , third, fourth] = CLAUSES;
    const clauses = [...CLAUSES.slice(0, 2), third!, { ...fourth!, heading: title }];
    await reader(aView({ document: aDocument({ clauses }), progress: done('c3') }));
    const entries = within(the('navigation', 'review.reader.outline')).getAllByRole('button');
    expect(entries.map(({ textContent }) => textContent).find((text) => text.includes('1.2'))).toContain(
      said('review.ring.noted'),
    );
    expect(entries.at(-1)?.textContent).toContain(title);
  });

  it('the other versions are at hand, without a step on the way back', async () => {
    const versions = [99, 101, 102].map((at, index) => aVersion({ id: anId(at), ordinal: index + 1 }));
    go({ screen: 'agenda' });
    await reader(aView({ agreement: anAgreement({ versions }), version: versions[1]! }));
    await click(the('button', 'review.reader.version', { ordinal: 3 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(102) });
    await click(the('button', 'review.reader.version', { ordinal: 1 }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(99) });
  });

  it('a place with a clause begins there', async () => {
    await reader(aView(), {}, {}, { clauseId: 'c4' });
    expect(document.activeElement).toBe(clauseOf('c4'));
  });

  it('D leads to the decision, with what was seen reported before', async () => {
    const main = await reader(aView());
    see({ target: document.querySelector('[data-end]')!, isIntersecting: true });
    await settled();
    await press('d');
    expect(way.here).toEqual({ screen: 'decision', versionId: anId(101) });
    expect(main.inputs('review.observe').at(-1)?.observation.endReached).toBe(true);
  });
});

describe('finding in the reader', () => {
  it('F opens it, Enter goes on, Shift with Enter back, round and round', async () => {
    await reader(aView());
    await press('f');
    const box = the('searchbox', 'review.reader.find');
    expect(document.activeElement).toBe(box);
    await write(box, 'BERTH');
    expect(reads('review.reader.findCount', { at: 1, of: 2 })).toBe(true);
    for (const found of ['c2', 'c4', 'c2']) {
      await press('Enter');
      expect(scrolledTo.at(-1)).toBe(clauseOf(found));
      expect(document.activeElement).toBe(box);
    }
    await press('Enter', { shift: true });
    expect(scrolledTo.at(-1)).toBe(clauseOf('c4'));
  });

  it('Enter that ends a composition goes nowhere, and Escape that ends one closes nothing', async () => {
    await reader(aView());
    await press('f');
    await write(the('searchbox', 'review.reader.find'), 'berth');
    await press('Enter', { composing: true });
    await press('Escape', { composing: true });
    expect(scrolledTo).toEqual([]);
    expect(every('searchbox', 'review.reader.find')).toHaveLength(1);
  });

  it('what is nowhere is counted as none, and Escape closes', async () => {
    await reader(aView());
    await press('f');
    await write(the('searchbox', 'review.reader.find'), 'locomotive');
    expect(reads('review.reader.findCount', { at: 0, of: 0 })).toBe(true);
    await press('Enter');
    expect(scrolledTo).toEqual([]);
    await press('Escape');
    expect(every('searchbox', 'review.reader.find')).toEqual([]);
  });

  it('the menu opens it, and a search of the library brings its words', async () => {
    await reader(aView());
    window.dispatchEvent(new CustomEvent('assent:find'));
    await settled();
    expect(every('searchbox', 'review.reader.find')).toHaveLength(1);
    cleanup();
    await reader(aView(), {}, {}, { find: 'berth' });
    expect((the('searchbox', 'review.reader.find') as HTMLInputElement).value).toBe('berth');
  });
});
