import { describe, expect, it } from 'vitest';
import { choose, choosePane, i, say, t } from '../../../../src-renderer/kernel/preferences.svelte.ts';
import { CallRefused } from '../../../../src-renderer/kernel/client.svelte.ts';
import { asWritten, sentence } from '../../../../assets/messages/say.ts';
import { refused } from '../given/double.ts';
import { given, inEach, said } from '../given/page.ts';

describe('preferences', () => {
  inEach('the language kept is spoken, and named to the browser', async (language) => {
    await given({}, { language });
    expect(i.language).toBe(language);
    expect(t('frame.today')).toBe(said('frame.today'));
    expect(say(asWritten('as it is'))).toBe('as it is');
    expect(say(sentence('frame.daysAgo', { days: 3 }))).toBe(said('frame.daysAgo', { days: 3 }));
    expect(document.documentElement.lang).toBe(said('format.language-tag'));
  });

  it('the size of the text is a share of one', async () => {
    await given({}, { textSize: 150 });
    expect(document.documentElement.style.getPropertyValue('--text-size')).toBe('1.5');
  });

  it('a choice is sent and then followed', async () => {
    const main = await given({});
    await choose({ language: 'en' });
    expect(main.inputs('settings.setPreferences')).toEqual([{ language: 'en' }]);
    expect(i.language).toBe('en');
  });

  it('a width is whole pixels, and the other widths stay', async () => {
    const main = await given({}, { panes: { outline: 216 } });
    await choosePane('library', 301.6);
    expect(main.inputs('settings.setPreferences')).toEqual([{ panes: { outline: 216, library: 302 } }]);
    expect(i.preferences.panes).toEqual({ outline: 216, library: 302 });
  });

  it('a choice that was refused changes nothing', async () => {
    await given({ 'settings.setPreferences': refused() });
    await expect(choose({ language: 'en' })).rejects.toThrow(CallRefused);
    await expect(choosePane('library', 300)).rejects.toThrow(CallRefused);
    expect(i.language).toBe('zh');
  });
});
