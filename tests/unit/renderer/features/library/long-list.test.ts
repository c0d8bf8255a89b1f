import { cleanup, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { anAgreement, anId, onShelf } from '../../given/agreements.ts';
import { the } from '../../given/find.ts';
import { press } from '../../given/hands.ts';
import { library } from '../../given/library.ts';

describe('a long list', () => {
  // Without a layout, as here, an entry that was not measured is not shown.
  const drawn = (): number => screen.getAllByRole('option', { hidden: true }).length;
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      onShelf({ ...anAgreement({ id: anId(1000 + at), title: `Berth ${at}` }) }),
    );

  it('that is short enough is drawn whole; of thousands few are, each with its place among all', async () => {
    await library(many(100));
    expect(drawn()).toBe(100);
    cleanup();
    await library(many(3000));
    the('listbox', 'library.list').focus();
    await press('End');
    expect(drawn()).toBeLessThan(60);
    const chosen = document.querySelector('[role=option][aria-selected=true]');
    expect([chosen?.getAttribute('aria-posinset'), chosen?.getAttribute('aria-setsize')]).toEqual(['3000', '3000']);
  });
});
