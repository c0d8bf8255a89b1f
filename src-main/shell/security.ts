import { app, type Session, type WebContents } from 'electron';

const INNER_SCHEMES = ['app:', 'devtools:', 'data:', 'blob:'];

/** What a frame may show: our papers, and Chromium's own PDF viewer inside the print window. */
const FRAMES = ['app://preview/', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'];

/** Blink's names for the pickers of files and for files of a page's own. */
const NO_FILES = 'FileSystemAccess,FileSystemAccessLocal,FileSystemAccessOriginPrivate';

/** Refuses the network on a session: only what lies inside the app is ever loaded. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    callback({ cancel: !INNER_SCHEMES.includes(scheme) });
  });
}

/** Putting a text on the clipboard by the press of a button; reading what is there is another permission. */
const COPYING = 'clipboard-sanitized-write';

/** Denies permissions and downloads on a session: beside copying a text the app needs none of them. */
function denyAll(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === COPYING);
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === COPYING);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/**
 * Whatever asks in a page for the system's dialog of files gets none, be it a field, a script or a frame: the app's own
 * dialogs are the main side's. Chromium lets this be said by its inspector's protocol alone.
 */
function refuseFileChoosers({ debugger: inner }: WebContents): void {
  try {
    inner.attach('1.3');
  } catch {
    // Somebody has the inspector open and works on the app.
    return;
  }
  inner
    .sendCommand('Page.enable')
    .then(() => inner.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true }))
    // A window that is closed at once needs none.
    .catch(() => undefined);
}

/** No window ever leaves its page, opens another one or attaches a webview. */
function hardenContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
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

/**
 * Applies to every window and session that is ever made, ours or not. Must run before the app is ready.
 *
 * Preconnections and peer connections never become a request that a session could refuse: no name and no address
 * resolves to anything, and no datagram leaves without a proxy, of which there is none.
 */
export function hardenApp(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('no-proxy-server');
  // The page opens no file and keeps none: dialogs are the main side's, and so is everything that is kept.
  app.commandLine.appendSwitch('disable-blink-features', NO_FILES);
  app.on('session-created', denyAll);
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
    refuseFileChoosers(contents);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
}
