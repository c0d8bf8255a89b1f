import { utilityProcess } from 'electron';
import type { CheckAnswer, CheckRequest } from '../../kernel/files/file-check.ts';
import type { Surveyor } from './folder.ts';

/** Looks through database files in a process of its own, one after the other: a large one takes a minute. */
export function surveyProcess(script: string, nativeBinding: string | undefined): Surveyor {
  let last: Promise<unknown> = Promise.resolve();
  return (path) => {
    const next = last.then(() =>
      surveyed(script, { path, survey: true, ...(nativeBinding === undefined ? {} : { nativeBinding }) }),
    );
    last = next;
    return next;
  };
}

/** A pass that does not come to its end found nothing whole. */
function surveyed(script: string, ask: CheckRequest): ReturnType<Surveyor> {
  return new Promise((resolve) => {
    const child = utilityProcess.fork(script, [], { serviceName: 'Assent survey', stdio: 'ignore' });
    child.once('spawn', () => child.postMessage(ask));
    child.once('message', (answer: CheckAnswer) => {
      resolve(answer.state === 'surveyed' ? answer.survey : { state: 'damaged' });
      child.kill();
    });
    child.once('exit', () => resolve({ state: 'damaged' }));
  });
}
