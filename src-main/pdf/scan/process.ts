/**
 * Entry of the scan process: pictures from outside are decoded here, away from the window and the records. The app starts it as
 * an Electron utility process for one scan; the same file runs as a worker thread in plain Node.
 */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../agreement/refusal.ts';
import { type ScanAnswer, scanFailed, type ScanRequest, sent } from './messages.ts';
import { readScan } from './read.ts';

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  on(event: 'message', listener: (event: { readonly data: ScanRequest }) => void): void;
  postMessage(message: ScanAnswer): void;
}

async function answer({ files, prints, resources }: ScanRequest, post: (message: ScanAnswer) => void): Promise<void> {
  try {
    const sheets = await readScan(files, prints, {
      progress: (done, total) => post({ done, total }),
      ...(resources === undefined ? {} : { resources }),
    });
    post({ sheets });
  } catch (error) {
    // A defect of a decoder costs the person a message, not the app.
    post({ refusal: sent(error instanceof Refusal ? error : scanFailed(error)) });
  }
}

const utility = (process as unknown as { readonly parentPort?: UtilityPort }).parentPort;
if (utility) {
  utility.on('message', ({ data }) => void answer(data, (message) => utility.postMessage(message)));
} else if (parentPort) {
  const port = parentPort;
  port.on('message', (request: ScanRequest) => void answer(request, (message) => port.postMessage(message)));
}
