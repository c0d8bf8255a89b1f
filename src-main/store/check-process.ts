import { quickCheck } from './database.ts';
import { survey, type Survey } from './survey.ts';

/**
 * Entry of the process that reads every page of the database beside the app: seconds in a large file, in which the app
 * goes on. Asked once, it answers once and ends.
 */

/** Which file is checked, and with which native part. */
export interface CheckRequest {
  readonly path: string;
  readonly nativeBinding?: string;
  /** Beside its pages what it holds is read, too: the ledger's chain, and every kept file against its hash. */
  readonly survey?: true;
}

/** `fault` in SQLite's words; `unknown` where the file could not be read to its end. */
export type CheckAnswer =
  | { readonly state: 'whole' }
  | { readonly state: 'surveyed'; readonly survey: Survey }
  | { readonly state: 'damaged' | 'unknown'; readonly fault: string };

/** Electron's port wraps a message into an event. */
interface UtilityPort {
  once(event: 'message', listener: (event: { readonly data: CheckRequest }) => void): void;
  postMessage(message: CheckAnswer): void;
}

async function answer({ path, nativeBinding, survey: full }: CheckRequest): Promise<CheckAnswer> {
  try {
    if (full) return { state: 'surveyed', survey: await survey(path, nativeBinding) };
    const fault = quickCheck(path, nativeBinding);
    return fault === undefined ? { state: 'whole' } : { state: 'damaged', fault };
  } catch (error) {
    return { state: 'unknown', fault: error instanceof Error ? error.message : String(error) };
  }
}

const { parentPort } = process as unknown as { readonly parentPort?: UtilityPort };
parentPort?.once('message', ({ data }) => void answer(data).then((said) => parentPort.postMessage(said)));
