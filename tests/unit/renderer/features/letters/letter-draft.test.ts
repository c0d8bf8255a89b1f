import { describe, expect, it, vi } from 'vitest';
import type { LetterView } from '../../../../../src-main/contract/letters.ts';
import { LetterDraft } from '../../../../../src-renderer/features/letters/letter-draft.svelte.ts';
import { FormState } from '../../../../../src-renderer/kernel/form-state.svelte.ts';
import { anId } from '../../given/agreements.ts';
import { double } from '../../given/double.ts';
import { somePages } from '../../given/letters.ts';
import { filled } from './editor.ts';

const DRAFTED = { zh: '九月', en: 'September' };

/** A letter in Chinese whose change of language is answered when `answer` is called. */
async function whileItGoesOver() {
  let kept: LetterView = filled({ language: 'zh', values: { subject: 'Storage', month: DRAFTED.zh } });
  let answer: () => void = () => undefined;
  const main = double({
    'settings.companies': () => [],
    'letters.open': () => kept,
    'letters.preview': somePages,
    'letters.fill': async ({ values, language }) => {
      if (language !== undefined) {
        await new Promise<void>((resolve) => (answer = resolve));
        kept = { ...kept, language, values: { ...values, month: DRAFTED[language] } };
      } else kept = { ...kept, values };
      return kept;
    },
  });
  const draft = new LetterDraft(anId(21), new FormState(), () => ({ shape: 'round-40', guides: false, seam: false }));
  await draft.load();
  const spoken = draft.speak('en');
  await vi.waitFor(() => expect(main.inputs('letters.fill')).toHaveLength(1));
  return { main, draft, spoken, answer: () => answer() };
}

describe('a letter that goes over to another language', () => {
  it('keeps what is typed meanwhile, and brings back no word of the language before', async () => {
    const { main, draft, spoken, answer } = await whileItGoesOver();
    draft.fill({ ...draft.letter!.values, subject: 'Harbour' });
    const settled = draft.settle();
    answer();
    await Promise.all([spoken, settled]);
    expect(draft.letter).toMatchObject({ language: 'en', values: { subject: 'Harbour', month: DRAFTED.en } });
    expect(main.inputs('letters.fill').at(-1)?.values).toEqual({ subject: 'Harbour', month: DRAFTED.en });
  });

  it('goes back where that is asked for before it is answered', async () => {
    const { draft, spoken, answer } = await whileItGoesOver();
    const back = draft.speak('zh');
    answer();
    await spoken;
    expect(draft.letter?.language).toBe('en');
    await vi.waitFor(() => {
      answer();
      expect(draft.letter?.language).toBe('zh');
    });
    await back;
    expect(draft.letter?.values).toMatchObject({ month: DRAFTED.zh });
  });
});
