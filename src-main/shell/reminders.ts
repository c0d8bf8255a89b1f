import { Notification, powerMonitor } from 'electron';
import { say, type Language } from '../agreement/sentence.ts';
import type { NextDate, Reminders } from '../kernel/reminders.ts';

/** A clock may be set and a timer may stand still while the computer sleeps: we look again at least this often. */
const HOUR_MS = 3_600_000;
/** Several writes in a row are one reason to look. */
const SOON_MS = 200;
const TRAY_LINES = 6;

/**
 * Shows by OS notification what is due and keeps the tray's dates: at the start, every hour, when the next
 * reminder's day begins, after sleep, and soon after something was written.
 */
export function remind(options: {
  readonly reminders: Reminders;
  readonly language: () => Language;
  readonly tray: { readonly show: (dates: readonly NextDate[]) => void };
  readonly open: (noticeId: string) => void;
  readonly log: (error: unknown) => void;
}): { readonly soon: () => void; readonly stop: () => void } {
  const { reminders, language, tray, open, log } = options;
  let next: NodeJS.Timeout | undefined;
  /** A notification that nothing refers to is collected, and its click with it. */
  const showing = new Set<Notification>();

  function later(delay: number): void {
    clearTimeout(next);
    next = setTimeout(check, delay);
  }

  function check(): void {
    try {
      // Where the system shows none, nothing counts as shown: the tray and the list carry the dates.
      if (Notification.isSupported()) {
        const due = reminders.due();
        for (const item of due) show(item);
        reminders.showed(due);
      }
      tray.show(reminders.next(TRAY_LINES));
    } catch (error) {
      log(error);
    }
    later(Math.min(HOUR_MS, (reminders.secondsToNext() ?? Infinity) * 1000 + 1000));
  }

  function show(due: Parameters<Reminders['announcement']>[0]): void {
    const { noticeId, title, body } = reminders.announcement(due);
    const notification = new Notification({ title: say(title, language()), body: say(body, language()) });
    showing.add(notification);
    notification.on('click', () => open(noticeId));
    notification.on('close', () => showing.delete(notification));
    notification.show();
  }

  powerMonitor.on('resume', check);
  powerMonitor.on('unlock-screen', check);
  later(SOON_MS);
  return {
    soon: () => later(SOON_MS),
    stop: () => {
      clearTimeout(next);
      powerMonitor.off('resume', check);
      powerMonitor.off('unlock-screen', check);
    },
  };
}
