import type { ElectronApplication } from '@playwright/test';

type Run<Answer, Given> = (electron: typeof Electron.CrossProcessExports, given: Given) => Answer | Promise<Answer>;

/**
 * What a function answers in the main process, in a turn of its own. Asked in the midst of a long task, an answer that is there at once
 * is held by nothing until the task is over, and where memory is cleared meanwhile it is lost; one that is waited for is held.
 */
export async function inMain<Answer, Given = undefined>(
  electron: ElectronApplication,
  run: Run<Answer, Given>,
  given?: Given,
): Promise<Answer> {
  const answer: Answer = await electron.evaluate(
    async (modules, [source, given]) => {
      await new Promise((resolve) => setImmediate(resolve));
      const run = (0, eval)(`(${source})`) as Run<Answer, unknown>;
      return run(modules, given);
    },
    [String(run), given] as const,
  );
  return answer;
}
