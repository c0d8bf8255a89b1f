import type { ElectronApplication } from '@playwright/test';

/** How often an answer is asked for that was lost. */
const TRIES = 4;

type Run<Answer, Given> = (electron: typeof Electron.CrossProcessExports, given: Given) => Answer | Promise<Answer>;

/**
 * What a function answers in the main process. It is asked again where its answer was lost: soon after a start the main
 * process may clear its memory between an answer and the sending of it. The function must be one that may run twice.
 */
export async function inMain<Answer, Given = undefined>(
  electron: ElectronApplication,
  run: Run<Answer, Given>,
  given?: Given,
): Promise<Answer> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await electron.evaluate(run as Run<Answer, unknown>, given);
    } catch (error) {
      if (left === 1 || !String(error).includes('garbage collected')) throw error;
    }
  }
}
