import Bell from '@lucide/svelte/icons/bell';
import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import EmptyScreen from '../../../../src-renderer/ui/empty/EmptyScreen.svelte';
import { HARBOUR } from '../given/library.ts';
import { accessible } from '../given/axe.ts';
import { refused, type Answers } from '../given/double.ts';
import { every, the } from '../given/find.ts';
import { click } from '../given/hands.ts';
import { inEach, show } from '../given/page.ts';

const onact = vi.fn();
const empty = (answers: Answers = {}, wish: Parameters<typeof show>[3] = {}) =>
  show(
    EmptyScreen,
    { icon: Bell, title: 'No ferries yet', words: 'Ferries appear here.', act: 'Add ferry…', onact },
    answers,
    wish,
  );
const withSample = (archived: boolean): Answers => ({
  'library.list': () => ({
    agreements: [{ ...HARBOUR, sample: true, shelves: [archived ? 'archived' : 'to-review'] }],
    ...{ questions: [], pending: [], readAgain: [] },
  }),
});

describe('a screen with nothing in it', () => {
  inEach('says that, what belongs there, and offers the one act and the samples', async (language) => {
    const main = await empty({ 'import.sample': () => [] }, { language });
    expect(screen.getByRole('heading').textContent).toBe('No ferries yet');
    expect(screen.getByText('Ferries appear here.')).toBeTruthy();
    const act = screen.getByRole('button', { name: 'Add ferry…' });
    expect([act.className, act.closest('footer') === null]).toEqual(['primary', false]);
    await accessible();
    await click(act);
    expect(onact).toHaveBeenCalledOnce();
    onact.mockClear();
    await click(the('button', 'library.sample'));
    expect(main.inputs('import.sample')).toEqual([{}]);
  });

  it('does not offer samples that are open already, but those that were put away', async () => {
    await empty(withSample(false));
    expect(every('button', 'library.sample')).toEqual([]);
    await empty(withSample(true));
    expect(every('button', 'library.sample')).toHaveLength(1);
  });

  it('offers none where nobody knows', async () => {
    await empty({ 'library.list': refused() });
    expect(every('button', 'library.sample')).toEqual([]);
  });
});
