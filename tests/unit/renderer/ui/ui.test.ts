import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../assets/messages/say.ts';
import Calculation from '../../../../src-renderer/ui/Calculation.svelte';
import DecisionWord from '../../../../src-renderer/ui/DecisionWord.svelte';
import Split from '../../../../src-renderer/ui/Split.svelte';
import StateWord from '../../../../src-renderer/ui/StateWord.svelte';
import Runs from '../../../../src-renderer/ui/text/Runs.svelte';
import { notice } from '../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../given/agreements.ts';
import { aFailure, refused } from '../given/double.ts';
import { every, reads, readsText, the } from '../given/find.ts';
import { click, press } from '../given/hands.ts';
import { given, inEach, said, settled, show } from '../given/page.ts';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));
const panes = { name: 'outline', width: 216, min: 150, max: 420, first: words('one'), second: words('two') };

describe('two panes', () => {
  inEach('show both, with a handle that says what it does', async (language) => {
    await show(Split, panes, {}, { language });
    expect(readsText('one')).toBe(true);
    expect(readsText('two')).toBe(true);
    const handle = the('separator', 'frame.paneResize');
    expect(handle.getAttribute('aria-valuenow')).toBe('216');
  });

  it('the width kept wins, within the bounds', async () => {
    await show(Split, panes, {}, { panes: { outline: 900 } });
    expect(the('separator', 'frame.paneResize').getAttribute('aria-valuenow')).toBe('420');
  });

  it('arrow keys move the handle, keep the width, and stop at the bounds', async () => {
    const main = await show(Split, panes, {});
    const handle = the('separator', 'frame.paneResize');
    handle.focus();
    await press('ArrowRight');
    expect(handle.getAttribute('aria-valuenow')).toBe('232');
    for (let step = 0; step < 10; step += 1) await press('ArrowLeft');
    expect(handle.getAttribute('aria-valuenow')).toBe('150');
    expect(main.inputs('settings.setPreferences')[0]).toEqual({ panes: { outline: 232 } });
    expect(main.inputs('settings.setPreferences').at(-1)).toEqual({ panes: { outline: 150 } });
  });

  it('where the second pane keeps its width, the arrow to the right makes it narrower', async () => {
    await show(Split, { ...panes, fixed: 'second' }, {});
    const handle = the('separator', 'frame.paneResize');
    handle.focus();
    await press('ArrowRight');
    expect(handle.getAttribute('aria-valuenow')).toBe('200');
  });

  it('dragging follows the pointer and keeps the width once, when it ends', async () => {
    const main = await show(Split, panes, {});
    const handle = the('separator', 'frame.paneResize');
    await fireEvent.pointerDown(handle, { clientX: 216 });
    await fireEvent.pointerMove(handle, { clientX: 250 });
    await fireEvent.pointerMove(handle, { clientX: 260 });
    expect(handle.getAttribute('aria-valuenow')).toBe('260');
    expect(main.inputs('settings.setPreferences')).toEqual([]);
    await fireEvent.pointerUp(handle, { clientX: 260 });
    await settled();
    expect(main.inputs('settings.setPreferences')).toEqual([{ panes: { outline: 260 } }]);
    await fireEvent.pointerMove(handle, { clientX: 300 });
    expect(handle.getAttribute('aria-valuenow')).toBe('260');
  });
});

describe('a width that cannot be kept', () => {
  it('is told', async () => {
    await show(Split, panes, { 'settings.setPreferences': refused() });
    the('separator', 'frame.paneResize').focus();
    await press('ArrowRight');
    expect(notice.failure).toEqual(aFailure());
  });
});

describe('a calculation', () => {
  const clause = { id: 'c4', number: '4.2', quote: 'within thirty days' };

  inEach('says each step once, with its source', async (language) => {
    const step = { text: asWritten('Thirty days'), clause };
    const props = { steps: [step, { ...step }, { text: asWritten('By law'), statute: asWritten('A statute') }] };
    await show(Calculation, props, {}, { language });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(reads('rights.clause', { number: '4.2' })).toBe(true);
    expect(readsText('within thirty days')).toBe(true);
    expect(readsText('A statute')).toBe(true);
  });

  it('a clause whose version is known is opened; one that is not is only named', async () => {
    await given({});
    const { unmount } = render(Calculation, { props: { steps: [{ text: asWritten('Thirty days'), clause }] } });
    expect(every('button', 'rights.clause', { number: '4.2' })).toEqual([]);
    unmount();
    render(Calculation, { props: { steps: [{ text: asWritten('Thirty days'), clause }], clauses: { c4: anId(101) } } });
    await click(the('button', 'rights.clause', { number: '4.2' }));
    expect(way.here).toEqual({ screen: 'review', versionId: anId(101), clauseId: 'c4' });
  });

  it('says what the person entered, what stands without a number, and what is missing', async () => {
    const own = { text: asWritten('Twenty days'), by: 'person' as const };
    const unnumbered = { text: asWritten('Ten days'), clause: { id: 'c5', quote: 'ten days' } };
    const missing = [{ what: 'input' as const, name: 'fee', text: asWritten('The fee is missing') }];
    await show(Calculation, { steps: [own, unnumbered], missing }, {});
    expect(reads('rights.yours')).toBe(true);
    expect(reads('rights.unnumbered')).toBe(true);
    expect(readsText('The fee is missing')).toBe(true);
  });
});

describe('words', () => {
  inEach('a state is said with its day', async (language) => {
    await show(StateWord, { state: 'accepted', since: '2026-11-20' }, {}, { language });
    const day = { zh: '2026-11-20', en: '20 Nov 2026' }[language];
    expect(readsText(`${said('names.state.concluded')} ${day}`)).toBe(true);
  });

  inEach('a decision inside the company with its day', async (language) => {
    await show(DecisionWord, { decision: 'declined', at: '2026-11-20' }, {}, { language });
    const day = { zh: '2026-11-20', en: '20 Nov 2026' }[language];
    expect(document.body.textContent.trim()).toBe(`${said('names.decision.declined')} ${day}`);
  });

  it('each state has the mark of its kind beside its word', async () => {
    const marks = async (state: 'accepted' | 'reviewing' | 'declined' | 'superseded') => {
      cleanup();
      await show(StateWord, { state }, {});
      return [...document.querySelectorAll('i[aria-hidden]')].map(({ className }) => className.split(' ')[0]);
    };
    expect(await marks('accepted')).toEqual(['green']);
    expect(await marks('reviewing')).toEqual(['amber']);
    expect(await marks('declined')).toEqual(['ink']);
    expect(await marks('superseded')).toEqual(['none']);
  });

  it('a state without a day is the word alone', async () => {
    await show(StateWord, { state: 'reviewing' }, {});
    expect(document.body.textContent.trim()).toBe(said('names.state.reviewing'));
  });

  it('a text is all there, in whatever stretches it is drawn', async () => {
    const emphasis = [{ start: 3, end: 8, strong: true, underline: true, origin: 'rule' as const }];
    await show(Runs, { text: 'No berth is let.', emphasis, find: 'let' }, {});
    expect(document.body.textContent).toBe('No berth is let.');
  });
});
