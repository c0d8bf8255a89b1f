import type { App } from './app.ts';

/** Presses of the mouse and of keys. */
export interface Hands {
  clicks: number;
  keys: number;
}

/** Counts from now on what the window receives of a person's hands; a key that only changes another is none. */
export const countHands = ({ page }: App): Promise<void> =>
  page.evaluate(() => {
    const hands: Hands = { clicks: 0, keys: 0 };
    (window as unknown as { hands: Hands }).hands = hands;
    window.addEventListener('pointerdown', ({ isTrusted }) => (hands.clicks += Number(isTrusted)), true);
    window.addEventListener(
      'keydown',
      ({ isTrusted, key }) => (hands.keys += Number(isTrusted && !/^(?:Control|Shift|Alt|Meta)$/u.test(key))),
      true,
    );
  });

/** What was counted since. */
export const handsCounted = ({ page }: App): Promise<Hands> =>
  page.evaluate(() => (window as unknown as { hands: Hands }).hands);
