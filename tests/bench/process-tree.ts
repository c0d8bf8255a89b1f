import { readdirSync, readFileSync } from 'node:fs';

function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      // The second field, the program's name, may hold anything; the parent is the second word after its closing bracket.
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
      found.set(Number(name), Number(parent));
    } catch {
      // The process ended while the list was read.
    }
  }
  return found;
}

function pssKiB(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Memory of a process and all its descendants as proportional set size: pages that processes share are counted once,
 * divided among them (Linux, proc(5) smaps_rollup).
 */
export function treeMemory(root: number): { readonly pssMiB: number; readonly processes: number } {
  const parentOf = parents();
  const inTree = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parentOf.get(at))
      if (at === root) return true;
    return false;
  };
  const members = [...parentOf.keys()].filter(inTree);
  return { pssMiB: members.reduce((sum, pid) => sum + pssKiB(pid), 0) / 1024, processes: members.length };
}
