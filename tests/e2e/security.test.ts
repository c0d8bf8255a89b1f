import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { contract } from '../../src-main/contract/index.ts';
import { App, ROOT } from './app.ts';
import { type Outside, outside } from './outside.ts';

const app = new App();
let world: Outside;
test.beforeAll(async () => {
  world = await outside();
  await app.start();
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
  await app.page.waitForSelector('nav');
  await reachOut();
  await debug.send('Page.setBypassCSP', { enabled: false });
  await debug.detach();
  await app.page.reload();
  await app.page.waitForSelector('nav');
  expect(world.arrived()).toEqual(before);
});

test('no session lets the main process or a window out either', async () => {
  const before = world.arrived();
  const answers = await app.electron.evaluate(async ({ BrowserWindow, net, session }, origin) => {
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
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(world.arrived()).toEqual(before);
});

test('text is never run: no eval, no inline script, no handler in an attribute, no script link', async () => {
  const outcome = await app.page.evaluate(async () => {
    // In a timer, because what the debugger itself calls is exempt from the policy.
    const evaluated = await new Promise<string[]>((resolve) => {
      setTimeout(() => {
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
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
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

test('a frame inside the page has nothing of the app', async () => {
  const inside = await app.page.evaluate(async () => {
    const frames = ['', 'allow-scripts allow-same-origin'].map((sandbox) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', sandbox);
      frame.src = 'app://assent/index.html';
      document.body.append(frame);
      return frame;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = frames.map((frame) => {
      try {
        return 'assent' in (frame.contentWindow ?? {});
      } catch {
        return false;
      }
    });
    for (const frame of frames) frame.remove();
    return seen;
  });
  expect(inside).toEqual([false, false]);
});

test('a call from another window is refused, though it shows the same page with the same preload', async () => {
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await window.loadURL('app://assent/index.html');
    const answer: unknown = await window.webContents.executeJavaScript("window.assent.call('library.list', {})");
    window.destroy();
    return answer;
  }, `${ROOT}out/preload/preload.cjs`);
  expect(answer).toMatchObject({ ok: false, failure: { code: 'foreign-sender' } });
});

/** Calls the main side as the page's own frame would, past the preload; `frame` may name another sender. */
async function callPast(name: unknown, input: unknown, frame: 'ours' | 'inner' | 'gone' = 'ours'): Promise<unknown> {
  return app.electron.evaluate(
    ({ BrowserWindow, ipcMain }, [name, input, frame]) => {
      const sender = BrowserWindow.getAllWindows()[0]!.webContents;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
        ._invokeHandlers;
      const inner = { url: 'app://preview/x', parent: sender.mainFrame };
      const senderFrame = { ours: sender.mainFrame, inner, gone: null }[frame as 'ours'];
      return handlers.get('assent:call')?.({ sender, senderFrame }, name, input);
    },
    [name, input, frame] as const,
  );
}

test('the wrapper refuses frames that are not the page, names that are not in the contract, and what does not parse', async () => {
  expect(await callPast('library.list', {})).toMatchObject({ ok: true });
  for (const frame of ['inner', 'gone'] as const) {
    expect(await callPast('library.list', {}, frame)).toMatchObject({ failure: { code: 'foreign-sender' } });
  }
  for (const name of ['nope', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 42, ['library.list'], {}]) {
    expect(await callPast(name, {}), String(name)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
  }
  await expect(app.page.evaluate(() => window.assent.call('nope', {}))).rejects.toThrow('not in the contract');
});

test('no call takes what it does not name', async () => {
  const answers = await app.page.evaluate(async (names) => {
    const inputs: unknown[] = [
      undefined,
      42,
      'x',
      [],
      { nobodyAskedFor: 1 },
      JSON.parse('{"__proto__":{"evil":1},"nobody":1}'),
    ];
    const taken: string[] = [];
    for (const name of names) {
      for (const [index, input] of inputs.entries()) {
        const answer = (await window.assent.call(name, input)) as { ok: boolean; failure?: { code: string } };
        if (answer.ok || answer.failure?.code !== 'bad-input') taken.push(`${name} ${index}`);
      }
    }
    return taken;
  }, Object.keys(contract));
  expect(answers).toEqual([]);
});

test('keys of the prototype change nothing on the main side', async () => {
  await app.page.evaluate(async () => {
    const evil = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as object;
    await window.assent.call('settings.setPreferences', { panes: evil });
    await window.assent.call('letters.fill', { letterId: '0'.repeat(36), values: evil });
    await window.assent.call('import.review', { sourceId: '0'.repeat(36), choices: { titles: evil } });
  });
  expect(await app.electron.evaluate(() => 'polluted' in {})).toBe(false);
});

test('the page cannot name a path', async () => {
  const answers = await app.page.evaluate(async () => {
    const paths = ['../../etc/passwd', '/etc/passwd', '..%2f..%2fetc%2fpasswd', 'C:\\Windows\\win.ini', 'a\u0000b'];
    const calls = (path: string): [string, unknown][] => [
      ['review.open', { versionId: path }],
      ['import.review', { sourceId: path }],
      ['letters.open', { letterId: path }],
      ['letters.start', { templateId: path }],
      ['settings.restore', { name: path }],
      ['settings.restore', { name: `${path}.sqlite` }],
    ];
    const codes = new Set<string>();
    for (const [name, input] of paths.flatMap(calls)) {
      const answer = (await window.assent.call(name, input)) as { ok: boolean; failure?: { code: string } };
      codes.add(answer.ok ? `taken: ${name} ${JSON.stringify(input)}` : (answer.failure?.code ?? ''));
    }
    return [...codes].sort();
  });
  expect(answers).toEqual(['bad-input', 'no-such-backup', 'not-found']);
});

test('the app’s own scheme serves its pages and assets and nothing beside them', async () => {
  const answers = await app.electron.evaluate(async ({ session }) => {
    const ask = async (address: string, method = 'GET'): Promise<string> => {
      const answer = await session.defaultSession.fetch(address, { method }).catch(() => undefined);
      const policy = answer?.headers.get('content-security-policy') ?? '';
      return `${answer?.status ?? 'refused'} ${policy.split(';')[0] ?? ''}`.trim();
    };
    const up = ['../', '%2e%2e/', '..%2f', '%2e%2e%2f', '.%2e/', '..%5c', '%252e%252e%252f'];
    const outside: string[] = [];
    for (const step of up) {
      outside.push(await ask(`app://assent/${step}main/index.cjs`));
      outside.push(await ask(`app://assent/assets/shipped/${step}${step}package.json`));
      outside.push(await ask(`app://assent/assets/shipped/${step}main/index.cjs`));
    }
    outside.push(await ask('app://assent//etc/passwd'), await ask('app://assent/%00'), await ask('app://assent/%zz'));
    return {
      page: await ask('app://assent/index.html'),
      posted: await ask('app://assent/index.html', 'POST'),
      unknownHost: await ask('app://other/index.html'),
      unknownPaper: await ask('app://preview/00000000-0000-0000-0000-000000000000'),
      outside: outside.filter((answer) => !/^(403|404|refused)/u.test(answer)),
    };
  });
  expect(answers).toEqual({
    page: "200 default-src 'none'",
    posted: '405',
    unknownHost: '403',
    unknownPaper: '404',
    outside: [],
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

test('nothing is downloaded', async () => {
  await app.electron.evaluate(({ session }) => {
    const kept = globalThis as unknown as { downloads: boolean[] };
    kept.downloads = [];
    session.defaultSession.on('will-download', (event) => kept.downloads.push(event.defaultPrevented));
  });
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
  });
  const read = (): Promise<boolean[]> =>
    app.electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(read).toEqual([true]);
});

test('a second start brings the first to the front and ends', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!;
    const kept = globalThis as unknown as { fronted: number };
    kept.fronted = 0;
    window.focus = () => void (kept.fronted += 1);
  });
  const switches = (process.env['ASSENT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);
  const second = spawn(process.env['ASSENT_ELECTRON'] ?? '', [...switches, ROOT, `--data=${app.folder}`]);
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  const fronted = (): Promise<number> =>
    app.electron.evaluate(() => (globalThis as unknown as { fronted: number }).fronted);
  await expect.poll(fronted).toBe(1);
});
