import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { App, ROOT } from './app.ts';
import { executable, switches } from './executable.ts';
import { withoutInspector } from './inspector.ts';
import { type Outside, outside } from './outside.ts';

const app = new App();
let world: Outside;
test.beforeAll(async () => {
  world = await outside();
  await app.start();
  await withoutInspector(app);
});
test.afterAll(async () => {
  await app.end();
  world.close();
});

/** Every way a page has to reach out, tried at once; resolves when all had time to fail. */
async function reachOut(): Promise<void> {
  await app.page.evaluate(
    async ({ origin, port }) => {
      const quietly = (attempt: () => unknown): void => {
        try {
          void Promise.resolve(attempt()).catch(() => undefined);
        } catch {
          // refused at once
        }
      };
      const add = (tag: string, values: Record<string, string>, into = document.body): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
        into.append(element);
        setTimeout(() => element.remove(), 700);
      };
      quietly(() => fetch(`${origin}/fetch`));
      quietly(() => fetch(`${origin}/blind`, { mode: 'no-cors', keepalive: true }));
      quietly(() => {
        const request = new XMLHttpRequest();
        request.open('GET', `${origin}/xhr`);
        request.send();
      });
      quietly(() => navigator.sendBeacon(`${origin}/beacon`, 'x'));
      quietly(() => new WebSocket(`ws://127.0.0.1:${port}/socket`));
      quietly(() => new EventSource(`${origin}/events`));
      quietly(() => new Worker(`${origin}/worker.js`));
      quietly(() => import(/* @vite-ignore */ `${origin}/module.js`));
      quietly(() => new FontFace('x', `url(${origin}/font)`).load());
      quietly(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`main { background: url(${origin}/background) }`);
        document.adoptedStyleSheets = [sheet];
        setTimeout(() => (document.adoptedStyleSheets = []), 700);
      });
      quietly(async () => {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
        peer.createDataChannel('x');
        await peer.setLocalDescription(await peer.createOffer());
        setTimeout(() => peer.close(), 900);
      });
      add('img', { src: `${origin}/picture` });
      add('script', { src: `${origin}/script.js` });
      add('iframe', { src: `${origin}/frame` });
      add('object', { data: `${origin}/object` });
      add('embed', { src: `${origin}/embed` });
      add('video', { src: `${origin}/video` });
      for (const rel of ['stylesheet', 'preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'icon']) {
        add('link', { rel, href: `${origin}/${rel}`, as: 'script' }, document.head);
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
    },
    { origin: world.origin, port: world.port },
  );
}

test('the world outside can be reached by a plain connection, so that silence means something', async () => {
  const before = world.arrived();
  await fetch(world.origin);
  expect(world.arrived()).toEqual([...before, 'connection', 'GET / HTTP/1.1']);
});

test('no request leaves the page', async () => {
  const before = world.arrived();
  await reachOut();
  expect(world.arrived()).toEqual(before);
});

test('with the content policy taken away the session still lets nothing out', async () => {
  const before = world.arrived();
  const debug = await app.page.context().newCDPSession(app.page);
  await debug.send('Page.setBypassCSP', { enabled: true });
  await app.page.reload();
  await app.screens.frame.shown();
  await reachOut();
  await debug.send('Page.setBypassCSP', { enabled: false });
  await debug.detach();
  await app.page.reload();
  await app.screens.frame.shown();
  expect(world.arrived()).toEqual(before);
});

test('no session lets the main process or a window out either', async () => {
  const before = world.arrived();
  const answers = await app.inMain(async ({ BrowserWindow, net, session }, origin) => {
    const outcome = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'answered',
        () => 'refused',
      );
    const answers: string[] = [await outcome(net.fetch(`${origin}/net`))];
    for (const made of [session.defaultSession, session.fromPartition('papers'), session.fromPartition('any-other')]) {
      answers.push(await outcome(made.fetch(`${origin}/session`)));
      const window = new BrowserWindow({ show: false, webPreferences: { session: made, sandbox: true } });
      const page = `data:text/html,<img src="${origin}/picture"><link rel=preconnect href="${origin}">`;
      await window.loadURL(page).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      window.destroy();
    }
    return answers;
  }, world.origin);
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(world.arrived()).toEqual(before);
});

test('the page never leaves its place and opens no window', async () => {
  const address = app.page.url();
  const before = world.arrived();
  const opened = await app.page.evaluate(async (origin) => {
    const opened: boolean[] = [];
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    for (const target of [
      `${origin}/go`,
      'file:///etc/passwd',
      'data:text/html,x',
      'app://preview/x',
      'app://other/',
    ]) {
      opened.push(window.open(target) !== null);
      location.href = target;
      await wait();
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      link.remove();
      const form = document.createElement('form');
      form.action = target;
      document.body.append(form);
      form.submit();
      form.remove();
      await wait();
    }
    const refresh = document.createElement('meta');
    refresh.httpEquiv = 'refresh';
    refresh.content = `0;url=${origin}/refresh`;
    document.head.append(refresh);
    await wait();
    refresh.remove();
    return opened;
  }, world.origin);
  expect(opened).not.toContain(true);
  // Asked of the page itself: Playwright's own locators would wait for the navigations that were refused.
  const still = await app.page.evaluate(() => ({
    address: location.href,
    nav: document.querySelector('nav') !== null,
  }));
  expect(still).toEqual({ address, nav: true });
  expect(await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(world.arrived()).toEqual(before);
});

test('text is never run: no eval, no inline script, no handler in an attribute, no script link', async () => {
  const outcome = await app.page.evaluate(async () => {
    // In a timer, because what the debugger itself calls is exempt from the policy.
    const evaluated = await new Promise<string[]>((resolve) => {
      setTimeout(() => {
        // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call, typescript/no-unsafe-return -- what is tried is exactly what is forbidden
        const tried = [() => window.eval('1'), () => new Function('return 1')() as unknown].map((attempt) => {
          try {
            attempt();
            return 'ran';
          } catch (error) {
            return (error as Error).name;
          }
        });
        resolve(tried);
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.pwned = 1';
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.pwned = 1</' + 'script>';
    const holder = document.createElement('div');
    holder.innerHTML =
      '<img src="x" onerror="window.pwned = 1"><svg onload="window.pwned = 1"></svg>' +
      '<a href="javascript:window.pwned = 1">x</a><p style="position: fixed">x</p>';
    document.body.append(script, frame, holder);
    holder.querySelector('a')?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const position = getComputedStyle(holder.querySelector('p')!).position;
    for (const element of [script, frame, holder]) element.remove();
    return { evaluated, position, trace: 'pwned' in window };
  });
  expect(outcome).toEqual({ evaluated: ['EvalError', 'EvalError'], position: 'static', trace: false });
});

test('the page has two functions of the app and nothing of Node', async () => {
  const found = await app.page.evaluate(() => ({
    assent: Object.keys(window.assent).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((it) => it in window),
    webview: 'getWebContentsId' in document.createElement('webview'),
  }));
  expect(found).toEqual({ assent: ['call', 'on'], node: [], webview: false });
  const preferences = await app.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('every permission is denied', async () => {
  const given = await app.page.evaluate(async () => {
    const given: string[] = [];
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const) {
      const { state } = await navigator.permissions.query({ name: name as 'geolocation' });
      if (state !== 'denied') given.push(name);
    }
    const tried: [string, () => Promise<unknown>][] = [
      ['notification', () => Notification.requestPermission().then((it) => it === 'denied' || given.push('notify'))],
      ['media', () => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => given.push('media'))],
      ['clipboard', () => navigator.clipboard.readText().then(() => given.push('clipboard'))],
    ];
    for (const [, attempt] of tried) await attempt().catch(() => undefined);
    return given;
  });
  expect(given).toEqual([]);
});

test('nothing is downloaded, whoever asks', async () => {
  await app.inMain(({ session }) => {
    const kept = globalThis as unknown as { downloads: boolean[] };
    kept.downloads = [];
    session.defaultSession.on('will-download', (event) => kept.downloads.push(event.defaultPrevented));
  });
  await app.page.evaluate(async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 500));
  });
  const read = (): Promise<boolean[]> =>
    app.inMain(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  expect(await read()).toEqual([]);
  // What the page may not even begin is refused by the session, too.
  await app.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.downloadURL('app://assent/index.html');
  });
  await expect.poll(read).toEqual([true]);
});

test('a second start brings the first to the front and ends', async () => {
  await app.inMain(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    const kept = globalThis as unknown as { fronted: number };
    kept.fronted = 0;
    window.focus = () => void (kept.fronted += 1);
  });
  const second = spawn(executable(), [...switches(), ROOT, `--data=${app.folder}`]);
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  const fronted = (): Promise<number> => app.inMain(() => (globalThis as unknown as { fronted: number }).fronted);
  await expect.poll(fronted).toBe(1);
});
