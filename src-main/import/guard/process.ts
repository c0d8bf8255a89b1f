/**
 * Entry of the parser process. The app starts it as an Electron utility process with a heap limit and ends it after its time; the
 * same file runs as a worker thread in plain Node. It answers `ImportRequest` with `ImportAnswer` and holds no other power.
 */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../agreement/refusal.ts';
import type { ImportAnswer, ImportRequest } from './messages.ts';
import { toMessage } from './messages.ts';
import { importRefusal } from '../refusals.ts';
import { importSource } from '../source.ts';

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  on(event: 'message', listener: (event: { readonly data: ImportRequest }) => void): void;
  postMessage(message: ImportAnswer): void;
}

const LEAST_STEP = 0.02;

async function answer(request: ImportRequest, post: (message: ImportAnswer) => void): Promise<void> {
  const { id, bytes, name, encoding, resources, invoice } = request;
  let told = 0;
  const progress = (share: number): void => {
    if (share - told < LEAST_STEP) return;
    told = share;
    post({ id, progress: share });
  };
  try {
    const marked = await importSource(bytes, name, {
      progress,
      ...(encoding === undefined ? {} : { encoding }),
      ...(invoice === undefined ? {} : { invoice }),
      ...(resources === undefined ? {} : { resources }),
    });
    post({ id, ok: true, marked });
  } catch (error) {
    // A defect of the parser costs the person a message, not the app; its cause goes along for the log.
    const refusal = error instanceof Refusal ? error : importRefusal('parser-crashed', error);
    post({ id, ok: false, refusal: toMessage(refusal) });
  }
}

const utility = (process as unknown as { readonly parentPort?: UtilityPort }).parentPort;
if (utility) {
  utility.on('message', ({ data }) => void answer(data, (message) => utility.postMessage(message)));
} else if (parentPort) {
  const port = parentPort;
  port.on('message', (request: ImportRequest) => void answer(request, (message) => port.postMessage(message)));
}
