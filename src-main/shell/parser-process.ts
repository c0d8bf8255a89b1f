import { utilityProcess } from 'electron';
import type { Ports } from '../kernel/ports.ts';
import { jobQueue } from '../import/guard/job-queue.ts';
import { MAX_PARSE_MS, MAX_SOURCE_BYTES, PARSER_HEAP_MIB } from '../import/guard/limits.ts';
import { outcomeOf } from '../import/guard/messages.ts';
import { importRefusal } from '../import/refusals.ts';

/** Milliseconds an idle parser stays, so that a folder of files does not pay for a process each. */
const IDLE_MS = 10_000;

/**
 * Reads untrusted bytes in a process of its own, one file after the other, limited in time and memory. One that hangs is
 * ended, one that dies takes nothing with it: the person gets a sentence, the bytes stay stored.
 */
export function parserProcess(
  script: string,
  resources: string,
): { readonly parse: Ports['parse']; readonly stop: () => void } {
  const queue = jobQueue({
    start: () =>
      utilityProcess.fork(script, [], {
        serviceName: 'Assent parser',
        stdio: 'ignore',
        execArgv: [`--max-old-space-size=${PARSER_HEAP_MIB}`],
      }),
    deadline: MAX_PARSE_MS,
    idle: IDLE_MS,
    late: () => importRefusal('parser-timeout'),
    crashed: (cause) => importRefusal('parser-crashed', cause),
    cancelled: () => importRefusal('import-cancelled'),
  });
  return {
    parse: async (bytes, name, { signal, ...how }) => {
      if (bytes.length > MAX_SOURCE_BYTES) throw importRefusal('file-too-large');
      return queue.run({
        ask: (id) => ({ id, bytes, name, resources, ...how }),
        hear: outcomeOf(),
        signal,
      });
    },
    stop: () => queue.stop(),
  };
}
