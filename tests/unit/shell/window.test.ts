import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rememberWindow, windowMemory } from '../../../src-main/shell/window.ts';

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, screen: {}, session: {} }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what is remembered of the window is added to what was', () => {
  rememberWindow(folder, { theme: 'dark' });
  rememberWindow(folder, { maximised: true });
  expect(windowMemory(folder)).toEqual({ theme: 'dark', maximised: true });
});

test('a memory of the window that cannot be written stops nothing', () => {
  // Nothing can be put in the place of a folder.
  mkdirSync(join(folder, 'window.json', 'held'), { recursive: true });
  expect(() => rememberWindow(folder, { theme: 'dark' })).not.toThrow();
  expect(windowMemory(folder)).toEqual({});
});
