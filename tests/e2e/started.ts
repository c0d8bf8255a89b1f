import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ROOT } from './app.ts';
import { CONFIG, executable, switches } from './executable.ts';

/** The packed app that is tested instead of the checkout; its fuses let Playwright in by Chromium's debugging port only. */
export const PACKED = process.env['ASSENT_PACKED'];

/** An app that was started on a data folder, whatever came of it. */
export interface Started {
  readonly page: Page;
  readonly process: ChildProcess;
  /** Code of its end. */
  readonly ended: Promise<number | null>;
  /** Its main process; not of a packed app. */
  readonly app: ElectronApplication | undefined;
}

/** Starts the app on a data folder, without waiting for anything of its page. */
export async function started(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const all = { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN', XDG_CONFIG_HOME: CONFIG, ...env } as Record<
    string,
    string
  >;
  if (PACKED !== undefined) return packed(PACKED, folder, all);
  const app = await _electron.launch({
    executablePath: executable(),
    args: [...switches(), ROOT, `--data=${folder}`],
    env: all,
  });
  return { app, page: await app.firstWindow(), process: app.process(), ended: endOf(app.process()) };
}

async function packed(file: string, folder: string, env: Record<string, string>): Promise<Started> {
  const child = spawn(file, [...switches(), `--data=${folder}`, '--remote-debugging-port=0'], { env });
  const ended = endOf(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /DevTools listening on (ws:\S+)/u.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the packed app ended before there was a window:\n${said}`)));
  });
  const [context] = (await chromium.connectOverCDP(address)).contexts();
  if (!context) throw new Error('the packed app has no window');
  return { app: undefined, page: context.pages()[0] ?? (await context.waitForEvent('page')), process: child, ended };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
