import { utilityProcess } from 'electron';
import { jobQueue } from '../import/guard/job-queue.ts';
import type { Ports } from '../kernel/ports.ts';
import { arrived, MOST_SCAN_MS, SCAN_HEAP_MIB, type ScanAnswer, scanFailed } from '../pdf/scan/messages.ts';

/**
 * Reads a scan in a process of its own, limited in time and memory: megapixels are decoded without the window standing still,
 * and a malformed picture takes nothing with it. One process a scan, one scan at a time; it is ended with the answer.
 */
export function scanProcess(
  script: string,
  resources: string,
): { readonly readScan: Ports['readScan']; readonly stop: () => void } {
  const queue = jobQueue({
    start: () =>
      utilityProcess.fork(script, [], {
        serviceName: 'Assent scans',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${SCAN_HEAP_MIB}`],
      }),
    deadline: MOST_SCAN_MS,
    idle: 0,
    late: scanFailed,
    crashed: scanFailed,
    cancelled: scanFailed,
  });
  return {
    readScan: (files, prints, progress) =>
      queue.run({
        ask: () => ({ files, prints, resources }),
        hear: (message) => {
          const answer = message as ScanAnswer;
          if ('sheets' in answer) return { result: answer.sheets };
          if ('refusal' in answer) return { refusal: arrived(answer.refusal) };
          progress(answer.done, answer.total);
          return undefined;
        },
      }),
    stop: () => queue.stop(),
  };
}
