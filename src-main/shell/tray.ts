import { Menu, nativeImage, Tray } from 'electron';
import { say, type Language } from '../agreement/sentence.ts';
import type { NextDate } from '../kernel/reminders.ts';

const WORDS = {
  zh: { none: '签阅：没有待办的变更通知', next: '签阅', open: '打开签阅', quit: '退出' },
  en: { none: 'Assent: no change notice is open', next: 'Assent', open: 'Open Assent', quit: 'Quit' },
} as const;

/** The tray: the next dates that bind, in its tooltip and menu. It appears with the first open notice. */
export function nextDatesTray(options: {
  readonly icon: string;
  readonly language: () => Language;
  /** Brings the window up, at a notice if one was picked. */
  readonly open: (noticeId?: string) => void;
  readonly quit: () => void;
}): { readonly show: (dates: readonly NextDate[]) => void } {
  let tray: Tray | undefined;
  return {
    show(dates) {
      if (!tray && dates.length === 0) return;
      const language = options.language();
      const words = WORDS[language];
      if (!tray) {
        tray = new Tray(nativeImage.createFromPath(options.icon).resize({ width: 22, height: 22 }));
        tray.on('click', () => options.open());
      }
      const [first] = dates;
      tray.setToolTip(first ? `${words.next}：${say(first.words, language)}` : words.none);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...dates.map(({ noticeId, words: line }) => ({
            label: say(line, language),
            click: () => {
              options.open(noticeId);
            },
          })),
          { type: 'separator' as const },
          { label: words.open, click: () => options.open() },
          { label: words.quit, click: options.quit },
        ]),
      );
    },
  };
}
