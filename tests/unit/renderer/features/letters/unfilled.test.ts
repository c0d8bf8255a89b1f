import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, vi } from 'vitest';
import { asWritten } from '../../../../../assets/messages/say.ts';
import type { LetterField, LetterView } from '../../../../../src-main/contract/letters.ts';
import LetterEditor from '../../../../../src-renderer/features/letters/LetterEditor.svelte';
import { anId } from '../../given/agreements.ts';
import { accessible } from '../../given/axe.ts';
import type { Double } from '../../given/double.ts';
import { reads, readsText, the } from '../../given/find.ts';
import { click } from '../../given/hands.ts';
import { aLetter, somePages } from '../../given/letters.ts';
import { inEach, settled, show } from '../../given/page.ts';

vi.mock('../../../../../src-renderer/kernel/pdf.ts', async () => (await import('../../given/paper.ts')).paper);

const nothing = (): void => undefined;
const editor = (letter: LetterView, wish: Parameters<typeof show>[3]): Promise<Double> =>
  show(
    LetterEditor,
    { letterId: anId(21), onremoved: nothing, onstart: nothing },
    {
      'settings.companies': () => [],
      'letters.open': () => letter,
      'letters.preview': somePages,
      'letters.printers': () => [],
      'letters.scans': () => [],
    },
    wish,
  );
const aField = (key: string): LetterField => ({ key, label: asWritten(`Field ${key}`), kind: 'text', required: true });

describe('a letter that was only begun', () => {
  inEach('what was not filled in yet is counted once, and said at a field when it was left', async (language) => {
    const problems = ['subject', 'second'].map((name) => ({
      ...{ field: name, severity: 'error' as const, text: asWritten(`No ${name}`) },
    }));
    const fields = [aField('subject'), aField('second')];
    await editor(aLetter({ fields, problems, values: {} }), { language });
    expect(reads('letters.problems', { count: 2 })).toBe(false);
    expect([readsText('No subject'), readsText('No second')]).toEqual([false, false]);
    const primary = the('button', 'letters.next.fill', { field: 'Field subject' });
    expect([primary.classList.contains('primary'), primary.hasAttribute('disabled')]).toEqual([true, false]);
    await fireEvent.blur(screen.getByLabelText(/Field subject/u));
    expect([readsText('No subject'), readsText('No second')]).toEqual([true, false]);
    await click(the('button', 'letters.toFill', { count: 2 }));
    await settled();
    expect([readsText('No subject'), readsText('No second')]).toEqual([true, true]);
    expect(document.activeElement).toBe(screen.getByLabelText(/Field subject/u));
    // Each place by itself, leading to its field.
    await click(the('button', 'letters.places'));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['No subject', 'No second']);
    await click(screen.getByRole('menuitem', { name: 'No second' }));
    await settled();
    expect(document.activeElement).toBe(screen.getByLabelText(/Field second/u));
    await accessible();
  });
});
