import { expect, test } from '@playwright/test';
import { contract } from '../../src-main/contract/index.ts';
import { App, ROOT } from './app.ts';
import { withoutInspector } from './inspector.ts';

const app = new App();
test.beforeAll(async () => {
  await app.start();
  await withoutInspector(app);
});
test.afterAll(() => app.end());

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
  const answer = await app.inMain(async ({ BrowserWindow }, preload) => {
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
  return app.inMain(
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
    expect(await callPast(name, {}), JSON.stringify(name)).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
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
  expect(await app.inMain(() => 'polluted' in {})).toBe(false);
});

test('the page cannot name a path', async () => {
  const answers = await app.page.evaluate(async () => {
    const paths = ['../../etc/passwd', '/etc/passwd', '..%2f..%2fetc%2fpasswd', 'C:\\Windows\\win.ini', 'a\u0000b'];
    const calls = (path: string): [string, unknown][] => [
      ['review.open', { versionId: path }],
      ['import.review', { sourceId: path }],
      ['letters.open', { letterId: path }],
      ['letters.start', { templateId: path }],
      ['settings.restore', { name: path, place: 'beside' }],
      ['settings.restore', { name: `${path}.sqlite`, place: 'second' }],
      ['settings.restore', { name: 'manual.sqlite', place: path }],
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
  const answers = await app.inMain(async ({ session }) => {
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
    page: '200 sandbox allow-scripts allow-forms',
    posted: '405',
    unknownHost: '403',
    unknownPaper: '404',
    outside: [],
  });
});
