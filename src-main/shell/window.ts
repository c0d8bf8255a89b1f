import { BrowserWindow, nativeTheme, type Rectangle, screen, session } from 'electron';
import { APP_ORIGIN } from './protocol.ts';

export interface WindowMemory {
  readonly bounds?: Rectangle;
  readonly maximised?: boolean;
}

const PAPER = '#FBFAF7';
const PAPER_DARK = '#1A1B1D';

/** The one window. It is shown when its first frame is painted, so that nothing flashes. */
export function openWindow(options: {
  readonly preload: string;
  readonly memory: WindowMemory;
  readonly remember: (memory: WindowMemory) => void;
  readonly hidden: boolean;
}): BrowserWindow {
  const { preload, memory, remember, hidden } = options;
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
    },
  });
  if (memory.maximised) window.maximize();
  if (!hidden) window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    remember({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
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
