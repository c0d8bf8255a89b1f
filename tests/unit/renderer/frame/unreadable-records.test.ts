import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { sentence } from '../../../../assets/messages/say.ts';
import type { UnreadableView } from '../../../../src-main/contract/undo.ts';
import UnreadableRecords from '../../../../src-renderer/frame/UnreadableRecords.svelte';
import { go } from '../../../../src-renderer/kernel/navigation.svelte.ts';
import { anId } from '../given/agreements.ts';
import { given, settled } from '../given/page.ts';

const unreadable = (n: number, feature: UnreadableView['feature'], text: string): UnreadableView => ({
  id: anId(n),
  feature,
  sentence: sentence('format.as-written', { text }),
  next: sentence('format.as-written', { text: 'Restore a backup.' }),
});

describe('records that cannot be read', () => {
  it('are told on the screen that would show them, and on no other', async () => {
    await given({
      'library.unreadable': () => [
        unreadable(1, 'rights', 'The order is gone.'),
        unreadable(2, 'agenda', 'The mark is gone.'),
      ],
    });
    render(UnreadableRecords);
    await settled();
    expect(screen.queryByRole('alert')).toBeNull();
    go({ screen: 'rights' });
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('The order is gone.');
    expect(screen.getByRole('alert').textContent).not.toContain('The mark is gone.');
    go({ screen: 'agenda' });
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('The mark is gone.');
  });
});
