import { utilityProcess, type UtilityProcess } from 'electron';
import { Refusal } from '../agreement/refusal.ts';
import type { Ports } from '../desk/ports.ts';
import { MAX_PARSE_MS, PARSER_HEAP_MIB } from '../import/limits.ts';
import { fromMessage, type ImportAnswer } from '../import/messages.ts';

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
    child ??= utilityProcess.fork(script, [], {
      serviceName: 'Assent parser',
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${PARSER_HEAP_MIB}`],
    });
    return child;
  }

  function end(): void {
    clearTimeout(idle);
    child?.kill();
    child = undefined;
  }

  return (bytes, name, { encoding, signal }) =>
    new Promise((resolve, reject) => {
      const parser = process();
      const id = (nextId += 1);
      const timer = setTimeout(() => {
        finish(() => reject(tooSlow(name)), true);
      }, MAX_PARSE_MS);
      const onMessage = (answer: ImportAnswer): void => {
        if (answer.id !== id || !('ok' in answer)) return;
        finish(() => {
          if (answer.ok) resolve(answer.marked);
          else reject(fromMessage(answer.refusal));
        }, false);
      };
      const onExit = (): void => {
        finish(() => reject(died(name)), true);
      };
      const onAbort = (): void => {
        finish(() => reject(cancelled(name)), true);
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

function tooSlow(name: string): Refusal {
  const seconds = MAX_PARSE_MS / 1000;
  return new Refusal(
    'parse-timeout',
    {
      zh: `读取“${name}”超过 ${seconds} 秒，已中止；原文件仍保存在来源中。`,
      en: `Reading “${name}” took over ${seconds} s and was stopped; the file is kept as a source.`,
    },
    { zh: '请另存为文本后再导入。', en: 'Save it as text and import that.' },
  );
}

function died(name: string): Refusal {
  return new Refusal(
    'parser-died',
    {
      zh: `读取“${name}”时解析进程退出（可能是内存不足或文件异常）；原文件仍保存在来源中。`,
      en: `The parser ended while reading “${name}” (out of memory, or a malformed file); the file is kept as a source.`,
    },
    { zh: '请另存为文本后再导入。', en: 'Save it as text and import that.' },
  );
}

function cancelled(name: string): Refusal {
  return new Refusal(
    'cancelled',
    {
      zh: `已取消读取“${name}”；原文件仍保存在来源中。`,
      en: `Reading “${name}” was cancelled; the file is kept as a source.`,
    },
    { zh: '可随时在协议库中重新读取。', en: 'It can be read again from the library at any time.' },
  );
}
