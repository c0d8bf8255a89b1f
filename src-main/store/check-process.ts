import { quickCheck } from './database.ts';

/**
 * Entry of the process that reads every page of the database beside the app: seconds in a large file, in which the app
 * goes on. Asked once, it answers once and ends.
 */

/** Which file is checked, and with which native part. */
export interface CheckRequest {
  readonly path: string;
  readonly nativeBinding?: string;
}

/** `fault` in SQLite's words; `unknown` where the file could not be read to its end. */
export type CheckAnswer =
  { readonly state: 'whole' } | { readonly state: 'damaged' | 'unknown'; readonly fault: string };

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  once(event: 'message', listener: (event: { readonly data: CheckRequest }) => void): void;
  postMessage(message: CheckAnswer): void;
}

function answer({ path, nativeBinding }: CheckRequest): CheckAnswer {
  try {
    const fault = quickCheck(path, nativeBinding);
    return fault === undefined ? { state: 'whole' } : { state: 'damaged', fault };
  } catch (error) {
    return { state: 'unknown', fault: error instanceof Error ? error.message : String(error) };
  }
}

const { parentPort } = process as unknown as { readonly parentPort?: UtilityPort };
parentPort?.once('message', ({ data }) => parentPort.postMessage(answer(data)));
