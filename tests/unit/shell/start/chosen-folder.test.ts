import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chosenFolder, noteRecords, rememberFolder } from '../../../../src-main/shell/start/chosen-folder.ts';

const places = vi.hoisted(() => ({ base: '' }));
vi.mock('electron', () => ({ app: { getPath: (name: string) => `${places.base}/${name}` } }));

const DISK = join(tmpdir(), 'a disk', 'records');
let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'assent-chosen-'));
  places.base = base;
  mkdirSync(join(base, 'appData'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

test('the system’s folder is the one until the person chooses, and is never noted', () => {
  noteRecords(`${base}/userData`);
  expect(chosenFolder()).toEqual({ folder: `${base}/userData`, held: false });
});

test('that a chosen folder holds records is known without the folder', () => {
  expect(rememberFolder(DISK)).toBe(true);
  expect(chosenFolder()).toEqual({ folder: DISK, held: false });
  noteRecords(DISK);
  expect(chosenFolder()).toEqual({ folder: DISK, held: true });
  noteRecords(DISK);
  expect(chosenFolder()).toEqual({ folder: DISK, held: true });
  rememberFolder(join(tmpdir(), 'another'));
  expect(chosenFolder()).toEqual({ folder: join(tmpdir(), 'another'), held: false });
});

test('what was remembered before records were noted is still understood', () => {
  writeFileSync(join(base, 'appData', 'assent-data-folder.txt'), DISK);
  expect(chosenFolder()).toEqual({ folder: DISK, held: false });
});
