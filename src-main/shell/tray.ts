import { Menu, nativeImage, Tray } from 'electron';
import { say, sentence, type Language } from '../agreement/sentence.ts';
import type { Place } from '../contract/event.ts';
import type { NextDate } from '../kernel/reminders.ts';

/** The tray: the next dates that bind, in its tooltip and menu. It appears with the first of them. */
export function nextDatesTray(options: {
  readonly icon: string;
  readonly language: () => Language;
  /** Brings the window up, where the date that was picked is dealt with. */
  readonly open: (place?: Place) => void;
  readonly quit: () => void;
}): { readonly show: (dates: readonly NextDate[]) => void } {
  let tray: Tray | undefined;
  return {
    show(dates) {
      if (!tray && dates.length === 0) return;
      const language = options.language();
      if (!tray) {
        tray = new Tray(nativeImage.createFromPath(options.icon).resize({ width: 22, height: 22 }));
        tray.on('click', () => options.open());
      }
      const [first] = dates;
      tray.setToolTip(
        say(first ? sentence('shell.tray.next', { next: first.words }) : sentence('shell.tray.none'), language),
      );
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...dates.map(({ place, words: line }) => ({
            label: say(line, language),
            click: () => {
              options.open(place);
            },
          })),
          { type: 'separator' as const },
          { label: say(sentence('shell.tray.open'), language), click: () => options.open() },
          { label: say(sentence('shell.tray.quit'), language), click: options.quit },
        ]),
      );
    },
  };
}
