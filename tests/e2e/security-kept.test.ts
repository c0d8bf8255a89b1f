import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { withoutInspector } from './inspector.ts';

/** What a browser would keep for a page, and the files that it would let a page ask for: none of it is within reach. */

const app = new App();
test.beforeAll(() => app.start());
test.afterAll(() => app.end());

/** Runs a script in the page as if a person had just pressed something there. */
const pressed = (script: string): Promise<unknown> =>
  app.inMain(
    ({ BrowserWindow }, script) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(script, true) as Promise<unknown>,
    script,
  );

/** How often the system's dialog of files was asked for and refused. */
const refused = (): Promise<number> => app.inMain(() => (globalThis as unknown as { refused: number }).refused);

const FIELD = "const field = document.createElement('input'); field.type = 'file'; document.body.append(field);";
const ASKED = {
  'a press on a field': `${FIELD} field.click(); field.remove();`,
  'a script': `${FIELD} field.showPicker(); field.remove();`,
  'an event of its own making':
    "const field = document.createElement('input'); field.type = 'file'; field.dispatchEvent(new MouseEvent('click'));",
  'a label': `${FIELD} const label = document.createElement('label'); label.append(field); document.body.append(label); label.click(); label.remove();`,
  'a whole folder': `${FIELD} field.webkitdirectory = true; field.click(); field.remove();`,
};

test('nothing in the page opens the system’s dialog of files', async () => {
  await app.inMain(({ BrowserWindow }) => {
    const kept = globalThis as unknown as { refused: number };
    kept.refused = 0;
    BrowserWindow.getAllWindows()[0]!.webContents.debugger.on('message', (_event, method) => {
      if (method === 'Page.fileChooserOpened') kept.refused += 1;
    });
  });
  let times = 0;
  const all = async (): Promise<void> => {
    for (const [how, script] of Object.entries(ASKED)) {
      await pressed(`{ ${script} }`);
      await expect.poll(refused, how).toBe((times += 1));
    }
  };
  await all();
  await app.page.reload();
  await app.screens.frame.shown();
  await all();
  // A frame that came and went, and another page and back, leave it as it is.
  await pressed(
    "{ const frame = document.createElement('iframe'); frame.srcdoc = 'x'; document.body.append(frame); setTimeout(() => frame.remove(), 200); }",
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  await all();
  await app.inMain(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await window!.loadURL('app://start/none').catch(() => undefined);
    await window!.loadURL('app://assent/index.html');
  });
  await all();
});

test('the page has no picker of files and no files of its own', async () => {
  const there = await app.page.evaluate(() =>
    ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker', 'FileSystemFileHandle'].filter(
      (name) => name in window,
    ),
  );
  expect(there).toEqual([]);
  expect(await app.page.evaluate(() => 'getDirectory' in navigator.storage)).toBe(false);
});

test('a text is copied by the press of a button', async () => {
  await pressed("navigator.clipboard.writeText('copied')");
  expect(await app.inMain(({ clipboard }) => clipboard.readText())).toBe('copied');
});

/** Everything that a browser keeps for a page, tried in the page and in frames that it makes: what could be used. */
async function kept(): Promise<readonly string[]> {
  await withoutInspector(app);
  return app.page.evaluate(async () => {
    const settled = (work: Promise<unknown>): Promise<unknown> =>
      Promise.race([work, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), 1500))]);
    const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('refused'));
      });
    const wrote = (storage: Storage): void => {
      storage.setItem('kept', '1');
      if (storage.getItem('kept') !== '1') throw new Error('not kept');
    };
    const ways: Readonly<Record<string, (of: Window & typeof globalThis) => unknown>> = {
      localStorage: (of) => wrote(of.localStorage),
      sessionStorage: (of) => wrote(of.sessionStorage),
      indexedDB: (of) => asked(of.indexedDB.open('kept')),
      databases: (of) => of.indexedDB.databases(),
      caches: (of) => of.caches.open('kept'),
      cookies: (of) => {
        of.document.cookie = 'kept=1';
        if (!of.document.cookie.includes('kept')) throw new Error('not kept');
      },
      cookieStore: (of) =>
        (of as unknown as { cookieStore: { set(n: string, v: string): Promise<void> } }).cookieStore.set('kept', '1'),
      serviceWorker: (of) => of.navigator.serviceWorker.register('./sw.js'),
      directory: (of) => of.navigator.storage.getDirectory(),
      bucket: (of) =>
        (of.navigator as unknown as { storageBuckets: { open(name: string): Promise<unknown> } }).storageBuckets.open(
          'kept',
        ),
      locks: (of) => of.navigator.locks.request('kept', () => undefined),
      persist: async (of) => {
        if (!(await of.navigator.storage.persist())) throw new Error('not kept');
      },
      sharedWorker: (of) => new of.SharedWorker(of.document.baseURI),
    };
    const blank = document.createElement('iframe');
    const written = document.createElement('iframe');
    written.srcdoc = '<p>x</p>';
    const allowed = document.createElement('iframe');
    allowed.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    document.body.append(blank, written, allowed);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const places = {
      page: window,
      blank: blank.contentWindow,
      written: written.contentWindow,
      allowed: allowed.contentWindow,
    };
    const usable: string[] = [];
    for (const [place, of] of Object.entries(places)) {
      for (const [name, way] of Object.entries(ways)) {
        try {
          await settled(Promise.resolve(way(of as Window & typeof globalThis)));
          usable.push(`${name} in ${place}`);
        } catch {
          // Refused, as it should be.
        }
      }
    }
    for (const frame of [blank, written, allowed]) frame.remove();
    return usable;
  });
}

test('a browser keeps nothing for the page, nor for a frame in it', async () => {
  expect(await kept()).toEqual([]);
  await app.page.reload();
  await app.screens.frame.shown();
  expect(await kept()).toEqual([]);
});
