import { utilityProcess } from 'electron';
import type { FileCheckView } from '../../contract/settings.ts';
import type { CheckAnswer, CheckRequest } from '../../kernel/files/file-check.ts';

/** Waits until the list is there: reading a large file would take the disk from it. */
const AFTER_MS = 3_000;

/**
 * Reads every page of the database once, in a process of its own, after the list is there; tells its result when it has
 * one.
 */
export function fileCheck(options: {
  readonly script: string;
  readonly ask: CheckRequest;
  readonly now: () => Date;
  readonly told: (check: FileCheckView, fault: string | undefined) => void;
}): { readonly state: () => FileCheckView; readonly stop: () => void } {
  const { script, ask, now, told } = options;
  let known: FileCheckView = { state: 'running' };
  let child: Electron.UtilityProcess | undefined;
  const end = (answer: CheckAnswer): void => {
    if (known.state !== 'running' || answer.state === 'surveyed') return;
    known = { state: answer.state, at: now().toISOString() };
    told(known, answer.state === 'whole' ? undefined : answer.fault);
  };
  const timer = setTimeout(() => {
    child = utilityProcess.fork(script, [], { serviceName: 'Assent check', stdio: 'ignore' });
    child.once('spawn', () => child?.postMessage(ask));
    child.once('message', (answer: CheckAnswer) => {
      end(answer);
      child?.kill();
    });
    child.once('exit', (code) => end({ state: 'unknown', fault: `ended with ${String(code)}` }));
  }, AFTER_MS);
  return {
    state: () => known,
    stop: () => {
      clearTimeout(timer);
      child?.removeAllListeners();
      child?.kill();
    },
  };
}
