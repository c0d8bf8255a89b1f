import { Notification, powerMonitor } from 'electron';
import { say, type Language } from '../agreement/sentence.ts';
import type { Place } from '../contract/event.ts';
import type { Announcement, NextDate, Reminders } from '../kernel/reminders.ts';

/** A clock may be set and a timer may stand still while the computer sleeps: we look again at least this often. */
const HOUR_MS = 3_600_000;
/** Several writes in a row are one reason to look. */
const SOON_MS = 200;
/** The window comes first. */
const START_MS = 3_000;
const TRAY_LINES = 6;

/**
 * Shows by OS notification what is due and keeps the tray's dates: at the start, every hour, when the next
 * reminder's day begins, after sleep, and soon after something was written.
 */
export function remind(options: {
  readonly reminders: Reminders;
  readonly language: () => Language;
  readonly tray: { readonly show: (dates: readonly NextDate[]) => void };
  readonly open: (place: Place) => void;
  readonly log: (error: unknown) => void;
}): { readonly soon: () => void; readonly stop: () => void } {
  const { reminders, language, tray, open, log } = options;
  let next: NodeJS.Timeout | undefined;
  let running = true;
  /** A notification that nothing refers to is collected, and its click with it. */
  const showing = new Set<Notification>();

  function later(delay: number): void {
    clearTimeout(next);
    if (running) next = setTimeout(wake, delay);
  }

  function wake(): void {
    void check();
  }

  async function check(): Promise<void> {
    let seconds: number | undefined;
    try {
      const waits = reminders.ready();
      if (waits) await waits;
      if (!running) return;
      const { due, next: dates, secondsToNext, showed } = reminders.now();
      seconds = secondsToNext;
      // Where the system shows none, nothing counts as shown: the tray and the list carry the dates.
      if (Notification.isSupported()) {
        for (const item of due) show(item);
        showed();
      }
      tray.show(dates.slice(0, TRAY_LINES));
    } catch (error) {
      log(error);
    }
    later(Math.min(HOUR_MS, (seconds ?? Infinity) * 1000 + 1000));
  }

  function show({ place, title, body }: Announcement): void {
    const notification = new Notification({ title: say(title, language()), body: say(body, language()) });
    showing.add(notification);
    notification.on('click', () => open(place));
    notification.on('close', () => showing.delete(notification));
    notification.show();
  }

  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
  later(START_MS);
  return {
    soon: () => later(SOON_MS),
    stop: () => {
      running = false;
      clearTimeout(next);
      powerMonitor.off('resume', wake);
      powerMonitor.off('unlock-screen', wake);
    },
  };
}
