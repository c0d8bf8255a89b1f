import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { PositionView } from '../../../../../src-main/contract/settings-positions.ts';
import { toasts } from '../../../../../src-renderer/kernel/toasts.svelte.ts';
import { accessible } from '../../given/axe.ts';
import { reads } from '../../given/find.ts';
import { pick, write } from '../../given/hands.ts';
import { inEach, said, settled } from '../../given/page.ts';
import { settings } from './shown.ts';

const CAP: PositionView = { kind: 'liability-cap', label: asWritten('Liability cap'), group: 'key' };
const RENEWAL: PositionView = {
  kind: 'auto-renewal',
  label: asWritten('Auto-renewal'),
  group: 'costly',
  stance: 'negotiable',
  note: 'At most a year',
};
const stanceOf = (kind: string) =>
  screen.getByRole('combobox', { name: said('settings.positions.stanceOf', { kind }) });
const noteOf = (kind: string) => screen.queryByRole('textbox', { name: said('settings.positions.noteOf', { kind }) });

describe('positions on clauses in the settings', () => {
  inEach('each kind stands in its group with its position, and a note where it has one', async (language) => {
    await settings({ 'settings.positions': () => [CAP, RENEWAL] }, { language });
    expect(reads('settings.positions.key')).toBe(true);
    expect(reads('settings.positions.costly')).toBe(true);
    expect(stanceOf('Liability cap')).toHaveProperty('value', '');
    expect(stanceOf('Auto-renewal')).toHaveProperty('value', 'negotiable');
    expect(noteOf('Auto-renewal')).toHaveProperty('value', 'At most a year');
    expect(noteOf('Liability cap')).toBeNull();
    await accessible();
  });

  it('is kept as it is chosen, with its note, and taken back as it was', async () => {
    const main = await settings({
      'settings.positions': () => [CAP, RENEWAL],
      'settings.keepPosition': ({ kind, stance }) =>
        [CAP, RENEWAL].map((each) => (each.kind === kind && stance ? { ...each, stance } : each)),
    });
    await pick(stanceOf('Liability cap'), 'unacceptable');
    expect(noteOf('Liability cap')).not.toBeNull();
    await pick(stanceOf('Auto-renewal'), 'acceptable');
    await toasts.undoable?.undo?.();
    await settled();
    await pick(stanceOf('Auto-renewal'), '');
    expect(main.inputs('settings.keepPosition')).toEqual([
      { kind: 'liability-cap', stance: 'unacceptable' },
      { kind: 'auto-renewal', stance: 'acceptable', note: 'At most a year' },
      { kind: 'auto-renewal', stance: 'negotiable', note: 'At most a year' },
      { kind: 'auto-renewal' },
    ]);
  });

  it('a note is kept when one leaves it, once', async () => {
    const main = await settings({ 'settings.positions': () => [RENEWAL], 'settings.keepPosition': () => [RENEWAL] });
    const note = noteOf('Auto-renewal') as HTMLElement;
    await write(note, 'Only by the month');
    expect(main.inputs('settings.keepPosition')).toEqual([
      { kind: 'auto-renewal', stance: 'negotiable', note: 'Only by the month' },
    ]);
  });
});
