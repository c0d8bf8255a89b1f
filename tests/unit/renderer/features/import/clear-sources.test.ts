import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import ClearSources from '../../../../../src-renderer/features/import/ClearSources.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, pending, refused, type Answers } from '../../given/double.ts';
import { every, reads, readsText, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { inEach, inWords, said, show } from '../../given/page.ts';

const onclose = vi.fn();
const onsaved = vi.fn();
const clear = [
  { id: anId(31), name: 'crane.txt' },
  { id: anId(32), name: 'boat.txt' },
];
const open = (answers: Answers, wish = {}) => show(ClearSources, { onclose, onsaved }, answers, wish);

describe('saving together what asks for no look', () => {
  inEach('says how many there are and which, saves them at once, and lists what was left by file', async (language) => {
    onsaved.mockClear();
    const answers: Answers = {
      'import.clear': () => ({ clear, looked: 5, waiting: 5 }),
      'import.saveClear': () => ({ saved: [anId(31)], left: [{ name: 'boat.txt', why: asWritten('in use') }] }),
    };
    const main = await open(answers, { language });
    expect(reads('import.clear.found', { count: 2, others: 3 })).toBe(true);
    expect(screen.getByRole('dialog').textContent).toContain(said('import.clear.final'));
    for (const { name } of clear) expect(readsText(name)).toBe(true);
    await accessible();
    await click(the('button', 'import.clear.save', { count: 2 }));
    expect(main.inputs('import.saveClear')).toEqual([{ sourceIds: [anId(31), anId(32)] }]);
    expect(onsaved).toHaveBeenCalledWith([anId(31)]);
    expect(reads('import.clear.saved', { count: 1 })).toBe(true);
    expect(reads('import.clear.one', { name: 'boat.txt', why: 'in use' })).toBe(true);
    expect(every('button', 'import.clear.save', { count: 2 })).toEqual([]);
    await click(the('button', 'frame.close'));
    expect(onclose).toHaveBeenCalled();
  });

  it('where each has something to look at there is nothing to save', async () => {
    await open({ 'import.clear': () => ({ clear: [], looked: 3, waiting: 3 }) });
    expect(reads('import.clear.none', { looked: 3 })).toBe(true);
    expect(screen.queryByRole('list')).toBeNull();
    expect(the('button', 'frame.close')).toBeTruthy();
  });

  it('is stopped while it looks', async () => {
    const main = await open({ 'import.clear': pending, 'import.cancel': () => undefined });
    expect(reads('import.clear.checking')).toBe(true);
    await click(the('button', 'import.clear.stop'));
    expect(main.inputs('import.cancel')).toHaveLength(1);
  });

  it('refused: told in place', async () => {
    await open({ 'import.clear': refused() });
    expect(screen.getByRole('alert').textContent).toContain(inWords(aFailure().sentence));
    expect(reads('import.clear.checking')).toBe(false);
  });
});
