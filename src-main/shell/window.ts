import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle, screen, session } from 'electron';
import { z } from 'zod';
import { APP_ORIGIN } from './protocol.ts';
import { replaceFile } from './written-file.ts';

/** What is needed before the records are open: where the window stood, and the theme, so that nothing flashes. */
export interface WindowMemory {
  readonly bounds?: Rectangle;
  readonly maximised?: boolean;
  readonly theme?: 'system' | 'light' | 'dark';
  readonly language?: 'zh' | 'en';
  /** There were records in this folder. */
  readonly records?: true;
}

const MEMORY = 'window.json';

/** Of every field, because what the shape does not name would be forgotten. */
const memoryShape: z.ZodType<WindowMemory> = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).exactOptional(),
  maximised: z.boolean().exactOptional(),
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
  language: z.enum(['zh', 'en']).exactOptional(),
  records: z.literal(true).exactOptional(),
} satisfies Record<keyof WindowMemory, z.ZodType>);

/** What was remembered of the window; nothing when it was never closed or the file cannot be read. */
export function windowMemory(folder: string): WindowMemory {
  try {
    return memoryShape.parse(JSON.parse(readFileSync(join(folder, MEMORY), 'utf8')));
  } catch {
    // A missing or damaged memory costs a default window, nothing else.
    return {};
  }
}

/**
 * Adds to what is remembered of the window. A disk that takes no more, or a file that another program holds, keeps nobody
 * from working or closing: it is only a memory of the window, and where there were records the ledger's notes say so, too.
 */
export function rememberWindow(folder: string, memory: WindowMemory): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const kept = JSON.stringify({ ...windowMemory(folder), ...memory });
    replaceFile(join(folder, MEMORY), new TextEncoder().encode(kept), 0o600);
  } catch {
    // The window opens as it did before.
  }
}

const PAPER = '#FBFAF7';
const PAPER_DARK = '#1A1B1D';

/** The one window. It is shown when its first frame is painted, so that nothing flashes. */
export function openWindow(options: {
  readonly preload: string;
  readonly memory: WindowMemory;
  readonly remember: (memory: WindowMemory) => void;
  readonly hidden: boolean;
  /** Nothing is loaded yet: the start has failed before there was a window. */
  readonly empty: boolean;
}): BrowserWindow {
  const { preload, memory, remember, hidden, empty } = options;
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(memory.bounds && onSomeScreen(memory.bounds) ? memory.bounds : {}),
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    title: '签阅 Assent',
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER_DARK : PAPER,
    webPreferences: {
      preload,
      session: session.defaultSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // Fields of dates and months, which Chromium draws, follow the page's language as soon as it changes.
      enableBlinkFeatures: 'LangAttributeAwareFormControlUI',
    },
  });
  if (memory.maximised) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  if (!empty) loadPage(window);
  return window;
}

/** Loads the app's page into the window. */
export function loadPage(window: BrowserWindow): void {
  void window.loadURL(`${APP_ORIGIN}/index.html`);
}

function onSomeScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y + bounds.height > workArea.y
  );
}
