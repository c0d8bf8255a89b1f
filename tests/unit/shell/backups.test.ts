import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { restoreWaiting, waitForRestore } from '../../../src-main/shell/backups.ts';

vi.mock('electron', () => ({ app: {}, shell: {} }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assent-backups-'));
  mkdirSync(join(folder, 'backups'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const backup = (name: string, log?: string): string => {
  const file = join(folder, 'backups', `${name}.sqlite`);
  writeFileSync(file, name);
  if (log !== undefined) writeFileSync(`${file}-wal`, log);
  return file;
};
const has = (part: string): string | undefined => {
  const file = `${join(folder, 'assent.sqlite')}${part}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

describe('a backup that waits', () => {
  test('becomes the database with its own log', () => {
    waitForRestore(folder, backup('replaced', 'its log'));
    restoreWaiting(folder);
    expect([has(''), has('-wal')]).toEqual(['replaced', 'its log']);
  });

  test('is not given the log of another one that was chosen before it', () => {
    waitForRestore(folder, backup('replaced', 'its log'));
    waitForRestore(folder, backup('whole'));
    restoreWaiting(folder);
    expect([has(''), has('-wal')]).toEqual(['whole', undefined]);
  });
});
