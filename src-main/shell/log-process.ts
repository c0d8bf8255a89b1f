import { utilityProcess } from 'electron';
import { jobQueue } from '../import/guard/job-queue.ts';
import { MAX_SOURCE_BYTES } from '../import/guard/limits.ts';
import { importRefusal } from '../import/refusals.ts';
import { heardLog, LOG_HEAP_MIB, logCancelled, logFailed, logLate, MOST_LOG_MS } from '../kernel/logs/messages.ts';
import type { Ports } from '../kernel/ports.ts';

/** Milliseconds an idle process stays: a log is read again with every word that is said of it. */
const IDLE_MS = 30_000;

/** Reads logs in a process of its own, limited in time and memory: however long one is, the window does not stand still. */
export function logProcess(script: string): { readonly readLog: Ports['readLog']; readonly stop: () => void } {
  const queue = jobQueue({
    start: () =>
      utilityProcess.fork(script, [], {
        serviceName: 'Assent logs',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${LOG_HEAP_MIB}`],
      }),
    deadline: MOST_LOG_MS,
    idle: IDLE_MS,
    late: logLate,
    crashed: logFailed,
    cancelled: logCancelled,
  });
  return {
    readLog: async (log) => {
      if ((log.bytes?.length ?? 0) > MAX_SOURCE_BYTES) throw importRefusal('file-too-large');
      return queue.run({ ask: (id) => ({ id, log }), hear: heardLog() });
    },
    stop: () => queue.stop(),
  };
}
