import { utilityProcess, type UtilityProcess } from 'electron';
import type { Ports } from '../kernel/ports.ts';
import { MAX_PARSE_MS, MAX_SOURCE_BYTES, PARSER_HEAP_MIB } from '../import/guard/limits.ts';
import { fromMessage, type ImportAnswer } from '../import/guard/messages.ts';
import { importRefusal } from '../import/refusals.ts';

/** Milliseconds an idle parser stays, so that a folder of files does not pay for a process each. */
const IDLE_MS = 10_000;

/**
 * Reads untrusted bytes in a process of its own, limited in time and memory. One that hangs is ended, one that dies
 * takes nothing with it: the person gets a sentence, the bytes stay stored.
 */
export function parserProcess(script: string, resources: string): Ports['parse'] {
  let child: UtilityProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 0;

  function process(): UtilityProcess {
    clearTimeout(idle);
    if (child) return child;
    const forked = utilityProcess.fork(script, [], {
      serviceName: 'Assent parser',
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${PARSER_HEAP_MIB}`],
    });
    // One that dies while nothing is read must not be handed the next file.
    forked.once('exit', () => {
      if (child === forked) child = undefined;
    });
    child = forked;
    return forked;
  }

  function end(): void {
    clearTimeout(idle);
    child?.kill();
    child = undefined;
  }

  return (bytes, name, { encoding, signal }) =>
    new Promise((resolve, reject) => {
      if (bytes.length > MAX_SOURCE_BYTES) throw importRefusal('file-too-large');
      const parser = process();
      const id = (nextId += 1);
      const timer = setTimeout(() => {
        finish(() => reject(importRefusal('parser-timeout')), true);
      }, MAX_PARSE_MS);
      const onMessage = (answer: ImportAnswer): void => {
        if (answer.id !== id || !('ok' in answer)) return;
        finish(() => {
          if (answer.ok) resolve(answer.marked);
          else reject(fromMessage(answer.refusal));
        }, false);
      };
      const onExit = (): void => {
        finish(() => reject(importRefusal('parser-crashed')), true);
      };
      const onAbort = (): void => {
        finish(() => reject(importRefusal('import-cancelled')), true);
      };
      function finish(settle: () => void, kill: boolean): void {
        clearTimeout(timer);
        parser.off('message', onMessage);
        parser.off('exit', onExit);
        signal?.removeEventListener('abort', onAbort);
        if (kill) end();
        else idle = setTimeout(end, IDLE_MS);
        settle();
      }
      parser.on('message', onMessage);
      parser.on('exit', onExit);
      signal?.addEventListener('abort', onAbort);
      parser.postMessage({
        id,
        bytes,
        name,
        resources,
        ...(encoding === undefined ? {} : { encoding }),
      });
    });
}
