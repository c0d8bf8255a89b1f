import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten, sentence } from '../../../../../assets/messages/say.ts';
import type { RemovedView } from '../../../../../src-main/contract/undo.ts';
import RecentlyRemoved from '../../../../../src-renderer/features/settings/RecentlyRemoved.svelte';
import { notice } from '../../../../../src-renderer/kernel/failures.svelte.ts';
import { way } from '../../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import { aFailure, refused } from '../../given/double.ts';
import { click } from '../../given/hands.ts';
import { given, inEach, said, settled } from '../../given/page.ts';

const order: RemovedView = {
  token: { what: 'order', id: anId(1), removedAt: '2026-11-23T02:00:00.000Z' },
  noun: sentence('kernel.papers.letter'),
  name: asWritten('专线 SO-1'),
  until: '2026-12-23T02:00:00.000Z',
};
const restore = (): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(said('settings.removed.restore'), 'u') });

describe('what was removed lately', () => {
  inEach('is listed with its last day and comes back with one click', async (language) => {
    let held: readonly RemovedView[] = [order];
    const main = await given(
      { 'library.recentlyRemoved': () => held, 'library.undo': () => void (held = []) },
      { language },
    );
    render(RecentlyRemoved);
    await settled();
    expect(screen.getByText('专线 SO-1')).toBeTruthy();
    await accessible();
    await click(restore());
    await settled();
    expect(main.calls.find(({ name }) => name === 'library.undo')?.input).toEqual(order.token);
  });

  it('a letter that came back is named, with the way to it', async () => {
    const letter: RemovedView = { ...order, token: { ...order.token, what: 'letter' }, name: asWritten('Objection') };
    await given({ 'library.recentlyRemoved': () => [letter], 'library.undo': () => undefined });
    render(RecentlyRemoved);
    await settled();
    await click(restore());
    await settled();
    expect(screen.getByRole('status').textContent).toContain('Objection');
    await click(screen.getByRole('button', { name: said('settings.removed.open') }));
    expect(way.here).toEqual({ screen: 'letters', letterId: anId(1) });
  });

  it('what cannot come back says why and stays', async () => {
    await given({ 'library.recentlyRemoved': () => [order], 'library.undo': refused() });
    render(RecentlyRemoved);
    await settled();
    await click(restore());
    await settled();
    expect(notice.failure).toEqual(aFailure());
    expect(screen.getByText('专线 SO-1')).toBeTruthy();
  });

  it('nothing: says how long things are kept', async () => {
    await given({ 'library.recentlyRemoved': () => [] });
    render(RecentlyRemoved);
    await settled();
    expect(screen.getByText(said('settings.removed.none'))).toBeTruthy();
  });
});
