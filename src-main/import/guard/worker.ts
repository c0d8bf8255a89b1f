import { Worker } from 'node:worker_threads';
import type { MarkedText } from '../../agreement/model.ts';
import { MAX_PARSE_MS, MAX_SOURCE_BYTES, PARSER_HEAP_MIB } from './limits.ts';
import { fromMessage, type ImportAnswer, type ImportRequest } from './messages.ts';
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
  const { encoding, resources, signal, progress } = options;
  const worker = new Worker(options.entry ?? new URL('./process.ts', import.meta.url), {
    // Without the flags of the process that starts it: the parser resolves its libraries as plain Node does.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.heap ?? PARSER_HEAP_MIB },
  });
  const request: ImportRequest = {
    id: 1,
    bytes,
    name,
    ...(encoding === undefined ? {} : { encoding }),
    ...(resources === undefined ? {} : { resources }),
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel: (() => void) | undefined;
  try {
    return await new Promise<MarkedText>((resolve, reject) => {
      timer = setTimeout(() => reject(importRefusal('parser-timeout')), options.timeout ?? MAX_PARSE_MS);
      cancel = () => reject(importRefusal('import-cancelled'));
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel);
      worker.on('error', (error) => reject(importRefusal('parser-crashed', error)));
      worker.on('exit', () => reject(importRefusal('parser-crashed')));
      worker.on('message', (answer: ImportAnswer) => {
        if ('progress' in answer) progress?.(answer.progress);
        else if (answer.ok) resolve(answer.marked);
        else reject(fromMessage(answer.refusal));
      });
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    if (cancel) signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
