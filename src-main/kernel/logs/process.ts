/**
 * Entry of the process that reads logs, limited in time and memory: what a monitor wrote is a stranger's file like any other. It
 * answers `LogAsked` with `LogAnswer` and holds no other power.
 */
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../agreement/refusal.ts';
import { toMessage } from '../../import/guard/messages.ts';
import { importRefusal } from '../../import/refusals.ts';
import { atOnce } from '../../agreement/at-once.ts';
import { readingAnyLog } from './log-job.ts';
import { type LogAnswer, type LogAsked, messagesOf } from './messages.ts';

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  on(event: 'message', listener: (event: { readonly data: LogAsked }) => void): void;
  postMessage(message: LogAnswer): void;
}

function answer({ id, log }: LogAsked, post: (message: LogAnswer) => void): void {
  try {
    for (const message of messagesOf(id, atOnce(readingAnyLog(log)))) post(message);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : importRefusal('parser-crashed', error);
    post({ id, refusal: toMessage(refusal) });
  }
}

const utility = (process as unknown as { readonly parentPort?: UtilityPort }).parentPort;
if (utility) {
  utility.on('message', ({ data }) => answer(data, (message) => utility.postMessage(message)));
} else if (parentPort) {
  const port = parentPort;
  port.on('message', (asked: LogAsked) => answer(asked, (message) => port.postMessage(message)));
}
