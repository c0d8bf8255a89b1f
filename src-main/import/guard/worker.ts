import { Worker } from 'node:worker_threads';
import type { MarkedText } from '../../agreement/model.ts';
import { jobQueue } from './job-queue.ts';
import { MAX_PARSE_MS, MAX_SOURCE_BYTES, PARSER_HEAP_MIB } from './limits.ts';
import { type ImportRequest, outcomeOf } from './messages.ts';
import { importRefusal } from '../refusals.ts';
import type { ImportOptions } from '../source.ts';

export interface WorkerOptions extends ImportOptions {
  /** Built file of `process.ts`; the source itself by default, which a Node that strips types runs. */
  readonly entry?: URL | string;
  /** Milliseconds, `MAX_PARSE_MS` by default. */
  readonly timeout?: number;
  /** MiB, `PARSER_HEAP_MIB` by default. */
  readonly heap?: number;
}

/**
 * `importSource` in a thread of its own, with limits on time and memory: for plain Node, where there is no utility process.
 * @throws Refusal as `importSource`, and `parser-timeout`, `parser-crashed`
 */
export async function importInWorker(
  bytes: Uint8Array,
  name: string,
  options: WorkerOptions = {},
): Promise<MarkedText> {
  if (bytes.length > MAX_SOURCE_BYTES) throw importRefusal('file-too-large');
  const { encoding, resources, signal, progress, invoice } = options;
  const queue = jobQueue({
    start: () => {
      const worker = new Worker(options.entry ?? new URL('./process.ts', import.meta.url), {
        // Without the flags of the process that starts it: the parser resolves its libraries as plain Node does.
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: options.heap ?? PARSER_HEAP_MIB },
      });
      return {
        postMessage: (message) => worker.postMessage(message),
        on: (event, listener) => worker.on(event, listener),
        kill: () => worker.terminate(),
      };
    },
    deadline: options.timeout ?? MAX_PARSE_MS,
    idle: 0,
    late: () => importRefusal('parser-timeout'),
    crashed: (cause) => importRefusal('parser-crashed', cause),
    cancelled: () => importRefusal('import-cancelled'),
  });
  const request: Omit<ImportRequest, 'id'> = {
    bytes,
    name,
    ...(encoding === undefined ? {} : { encoding }),
    ...(invoice === undefined ? {} : { invoice }),
    ...(resources === undefined ? {} : { resources }),
  };
  return queue.run({ ask: (id) => ({ id, ...request }), hear: outcomeOf(progress), signal });
}
