import { app, type Session, type WebContents } from 'electron';

const INNER_SCHEMES = ['app:', 'devtools:', 'data:', 'blob:'];

/** What a frame may show: our papers, and Chromium's own PDF viewer inside the print window. */
const FRAMES = ['app://preview/', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'];

/** Refuses the network, permissions and downloads on a session: the app needs none of them. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    callback({ cancel: !INNER_SCHEMES.includes(scheme) });
  });
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** No window ever leaves its page, opens another one or attaches a webview. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const name of ['will-navigate', 'will-redirect', 'will-attach-webview'] as const) {
    contents.on(name as 'will-navigate', (event) => {
      event.preventDefault();
    });
  }
  contents.on('will-frame-navigate', (event) => {
    if (!FRAMES.some((start) => event.url.startsWith(start))) event.preventDefault();
  });
}

/** Applies to every window that is ever made, ours or not. */
export function hardenApp(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
}
