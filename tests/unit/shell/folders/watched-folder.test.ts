import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FolderPort } from '../../../../src-main/kernel/ports.ts';
import { watchedFolder } from '../../../../src-main/shell/folders/watched-folder.ts';

vi.mock('electron', () => ({ dialog: {} }));
/** Names of pages that this computer does not let us read. */
const locked = vi.hoisted(() => new Set<string>());
vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const readFile = (path: string): Promise<Uint8Array> =>
    locked.has(basename(path)) ? Promise.reject(new Error('EACCES')) : real.readFile(path);
  return { ...real, readFile };
});

let folder: string;
let port: FolderPort;
let looks: (readonly string[])[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-watched-'));
  looks = [];
  port = watchedFolder({ window: () => undefined, language: () => 'zh', log: (error) => expect.fail(String(error)) });
});
afterEach(() => {
  port.stop();
  rmSync(folder, { recursive: true });
});

const write = (name: string): void => writeFileSync(join(folder, name), name);
const look = (again: readonly string[], since: Date): void =>
  void port.watch(folder, { since: since.toISOString(), again: () => again }, async (files) => {
    looks.push(files.map(({ name }) => name));
  });
const later = (): Date => new Date(Date.now() + 60_000);
const soon = { timeout: 10_000 };

test('pages written before are not handed over, but for the ones to be read again', async () => {
  write('old.txt');
  write('interrupted.txt');
  look(['interrupted.txt', 'gone.txt'], later());
  await expect.poll(() => looks.flat(), soon).toEqual(['interrupted.txt']);
});

test('at every look, not only at the first', async () => {
  write('interrupted.txt');
  look(['interrupted.txt'], later());
  await expect.poll(() => looks.flat(), soon).toEqual(['interrupted.txt']);
  utimesSync(join(folder, 'interrupted.txt'), new Date(0), new Date(0));
  await expect.poll(() => looks.flat(), soon).toEqual(['interrupted.txt', 'interrupted.txt']);
});

test('one that may not be read keeps no other from being handed over, and is handed over once it may', async () => {
  locked.add('locked.txt');
  write('locked.txt');
  write('open.txt');
  look([], new Date(0));
  await expect.poll(() => looks.flat(), soon).toEqual(['open.txt']);
  locked.clear();
  utimesSync(join(folder, 'open.txt'), new Date(0), new Date(0));
  await expect.poll(() => looks.flat(), soon).toContain('locked.txt');
});
