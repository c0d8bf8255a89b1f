import { utilityProcess } from 'electron';
import type { Ports } from '../kernel/ports.ts';
import { arrived, MOST_SCAN_MS, SCAN_HEAP_MIB, type ScanAnswer, scanFailed } from '../pdf/scan/messages.ts';

/**
 * Reads a scan in a process of its own, limited in time and memory: megapixels are decoded without the window standing still,
 * and a malformed picture takes nothing with it. One process a scan; it is ended with the answer.
 */
export function scanProcess(script: string, resources: string): Ports['readScan'] {
  return (files, prints, progress) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(script, [], {
        serviceName: 'Assent scans',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${SCAN_HEAP_MIB}`],
      });
      const timer = setTimeout(() => settle(() => reject(scanFailed())), MOST_SCAN_MS);
      const onExit = (): void => settle(() => reject(scanFailed()));
      function settle(outcome: () => void): void {
        clearTimeout(timer);
        child.off('exit', onExit);
        child.kill();
        outcome();
      }
      child.on('exit', onExit);
      child.on('message', (answer: ScanAnswer) => {
        if ('done' in answer) progress(answer.done, answer.total);
        else if ('sheets' in answer) settle(() => resolve(answer.sheets));
        else settle(() => reject(arrived(answer.refusal)));
      });
      child.postMessage({ files, prints, resources });
    });
}
