import { afterEach, expect, it } from 'vitest';
import { beginIn, preferences } from '../../../src-main/kernel/preferences.ts';
import { AppUnderTest } from './ports.ts';

let desk: AppUnderTest;
afterEach(() => desk.end());

it('the first start speaks the language of the system, and no later one changes what was chosen', async () => {
  desk = new AppUnderTest();
  beginIn(desk.ports, 'en');
  expect(preferences(desk.store).language).toBe('en');
  await desk.handlers['settings.setPreferences']({ language: 'zh' });
  beginIn(desk.ports, 'en');
  expect(preferences(desk.store).language).toBe('zh');
});
