/**
 * How long the app takes from the start of its process until its page's document is ready, and the memory it then holds,
 * both as a ratio to a bare window on the same runtime. Starts alternate, so that a busy moment falls on both.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { treeMemory } from './process-tree.ts';

const STARTS = 9;
const MEMORY_SAMPLES = 3;
const SETTLE_MS = 3_000;
const PATIENCE_MS = 30_000;

const ELECTRON = process.env['ASSENT_ELECTRON'] ?? '';
const SWITCHES = (process.env['ASSENT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);
const HOOK = resolve('tests', 'bench', 'dom-ready.cjs');

const BARE_MAIN = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800 }).loadFile('index.html'));
`;

function bareApplication(folder: string): string {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }));
  writeFileSync(join(folder, 'main.cjs'), BARE_MAIN);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>bare</title><p>bare</p>');
  return folder;
}

interface Start {
  readonly ms: number;
  readonly pssMiB?: number;
  readonly processes?: number;
}

async function domReadyAt(child: ChildProcess): Promise<number> {
  const limit = AbortSignal.timeout(PATIENCE_MS);
  let output = '';
  while (!limit.aborted) {
    const [bytes] = (await once(child.stdout!, 'data', { signal: limit })) as [Buffer];
    output += bytes.toString();
    const found = /DOM ready (\d+)/u.exec(output);
    if (found) return Number(found[1]);
  }
  throw new Error(`the window did not come up: ${output}`);
}

/** Starts once; ends the whole process group before it returns. */
async function start(application: string, args: readonly string[], withMemory: boolean): Promise<Start> {
  const began = Date.now();
  const line = ['-r', HOOK, application, ...SWITCHES, ...args];
  const child = spawn(ELECTRON, line, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const ended = once(child, 'exit');
  try {
    const ms = (await domReadyAt(child)) - began;
    if (!withMemory) return { ms };
    await pause(SETTLE_MS);
    return { ms, ...treeMemory(child.pid!) };
  } finally {
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function figures(starts: readonly Start[]): Record<string, number> {
  const memory = starts.flatMap(({ pssMiB }) => (pssMiB === undefined ? [] : [pssMiB]));
  return {
    medianMs: median(starts.map(({ ms }) => ms)),
    fastestMs: Math.min(...starts.map(({ ms }) => ms)),
    slowestMs: Math.max(...starts.map(({ ms }) => ms)),
    pssMiB: round(median(memory), 1),
    processes: Math.max(...starts.map(({ processes }) => processes ?? 0)),
  };
}

export default async function coldStart(): Promise<Record<string, unknown>> {
  const scratch = mkdtempSync(join(tmpdir(), 'assent-bench-'));
  const bareFolder = bareApplication(mkdtempSync(join(scratch, 'bare-')));
  const subjects = {
    app: { application: process.cwd(), args: [`--data=${join(scratch, 'app-data')}`] },
    bare: { application: bareFolder, args: [`--user-data-dir=${join(scratch, 'bare-data')}`] },
  };
  const starts: Record<keyof typeof subjects, Start[]> = { app: [], bare: [] };
  try {
    // The first start of each makes its data folder and warms the file cache: it is not counted.
    for (let round = 0; round <= STARTS; round += 1) {
      for (const name of ['app', 'bare'] as const) {
        const { application, args } = subjects[name];
        const one = await start(application, args, round > 0 && round <= MEMORY_SAMPLES);
        if (round > 0) starts[name].push(one);
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const app = figures(starts.app);
  const bare = figures(starts.bare);
  return {
    name: 'cold start against a bare window',
    starts: STARTS,
    app,
    bare,
    timeRatio: round(app['medianMs']! / bare['medianMs']!, 2),
    pssRatio: round(app['pssMiB']! / bare['pssMiB']!, 2),
  };
}
