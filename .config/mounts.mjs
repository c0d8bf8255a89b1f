import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let known;

/** Whether this machine lets the tests mount file systems: root may, except in most containers. */
export function canMount() {
  known ??= tryMounting();
  return known;
}

function tryMounting() {
  const at = mkdtempSync(join(tmpdir(), 'assent-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at], { stdio: 'ignore' });
    execFileSync('umount', [at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(at);
  }
}
