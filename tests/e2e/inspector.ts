import type { App } from './app.ts';

/**
 * Takes away what refuses the page the system's dialogs of files: its own connection, made anew for each new frame, would
 * cut off the test's. What the page cannot do with frames is then tried without it, and what it refuses by other means.
 */
export const withoutInspector = (app: App): Promise<void> =>
  app.inMain(({ BrowserWindow }) => {
    const inner = BrowserWindow.getAllWindows()[0]!.webContents.debugger;
    if (inner.isAttached()) inner.detach();
  });
