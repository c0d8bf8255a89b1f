import { describe, expect, it } from 'vitest';
import HandledBy from '../../../../src-renderer/ui/form/HandledBy.svelte';
import { i } from '../../../../src-renderer/kernel/preferences.svelte.ts';
import { accessible } from '../given/axe.ts';
import { field } from '../given/find.ts';
import { valueOf, write } from '../given/hands.ts';
import { inEach, show } from '../given/page.ts';

const asked = (value: string, handledBy: string, language: 'zh' | 'en' = 'zh') =>
  show(HandledBy, { value }, {}, { handledBy, language });

describe('who handles it', () => {
  inEach('begins with the name that was given last', async (language) => {
    await asked('', 'Lin Yue', language);
    expect(valueOf(field('frame.handledBy'))).toBe('Lin Yue');
    await accessible();
  });

  it('what was typed in this form before stays', async () => {
    await asked('Gao Ming', 'Lin Yue');
    expect(valueOf(field('frame.handledBy'))).toBe('Gao Ming');
  });

  it('another name is remembered for the next form, without the blanks around it', async () => {
    await asked('', 'Lin Yue');
    await write(field('frame.handledBy'), ' Gao Ming ');
    expect(i.preferences.handledBy).toBe('Gao Ming');
  });

  it('nothing is forgotten when the field is emptied', async () => {
    const main = await asked('', 'Lin Yue');
    await write(field('frame.handledBy'), '');
    expect(i.preferences.handledBy).toBe('Lin Yue');
    expect(main.calls).toEqual([]);
  });
});
