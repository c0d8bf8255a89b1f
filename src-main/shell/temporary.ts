import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a temporary folder of ours is for, and the process that made it. */
const OURS = /^assent-(?:print|start|demo|history)-(?<pid>\d+)-/u;

/** Makes a temporary folder that only its owner may look into; whoever makes it removes it, or the next start does. */
export const temporaryFolder = (what: 'print' | 'start' | 'demo' | 'history'): string =>
  mkdtempSync(join(tmpdir(), `assent-${what}-${process.pid}-`));

/** Removes temporary folders whose process is gone: one that was killed, or one that Chromium wrote into to its end. */
export function sweepTemporary(folder = tmpdir()): void {
  for (const name of readdirSync(folder)) {
    const pid = OURS.exec(name)?.groups?.['pid'];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Of another person, or still held: it is not ours to remove.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
