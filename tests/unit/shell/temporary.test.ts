import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepTemporary, temporaryFolder } from '../../../src-main/shell/temporary.ts';

test('what a process that is gone left goes, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  for (const name of [
    `assent-print-${gone}-x`,
    `assent-start-${gone}-x`,
    `assent-demo-${process.pid}-x`,
    'assent-other',
    'x',
  ])
    mkdirSync(join(folder, name, 'inside'), { recursive: true });
  sweepTemporary(folder);
  expect(readdirSync(folder).sort()).toEqual([`assent-demo-${process.pid}-x`, 'assent-other', 'x']);
  rmSync(folder, { recursive: true });
});

test('a temporary folder is its owner\u2019s alone', () => {
  const folder = temporaryFolder('print');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  rmSync(folder, { recursive: true });
});
