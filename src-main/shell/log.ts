import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import { Refusal } from '../agreement/refusal.ts';

/** Bytes after which a log file becomes the old one; there is one old one. */
const LARGEST = 512 * 1024;
const FILE = 'assent.log';
const OLD = 'assent.old.log';
/** Last lines that a problem report carries. */
const TOLD = 200;

/** What happened, in words of the code: a name that the code gives, and figures. Never words of a person or a text. */
export interface LogEvent {
  readonly name: string;
  readonly code?: string;
  readonly figures?: Readonly<Record<string, number | boolean>>;
}

/** The log of this installation. It holds no text of agreements, no names of people, companies or files, and no keys. */
export interface Log {
  readonly folder: string;
  note(event: LogEvent): void;
  /** An error by its kind, code and place in the program; what it says is left out, for it may quote anything. */
  error(name: string, error: unknown): void;
  /** The newest lines, oldest first. */
  lines(): readonly string[];
}

/** The log in a data folder; its files are readable by nobody else. Logging never stops what is logged. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, FILE);
  const logger = log.create({ logId: folder });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = LARGEST;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.file.format = '{iso} {level} {text}';
  const write = (level: 'info' | 'error', line: string): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      logger[level](line);
    } catch {
      // A full or read-only disk takes no log; whoever logs has more important things to do.
    }
  };
  return {
    folder,
    note: (event) => write('info', lineOf(event)),
    error: (name, error) => write('error', lineOf({ name }, error)),
    lines: () => [OLD, FILE].flatMap((name) => linesOf(join(folder, name))).slice(-TOLD),
  };
}

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split(/\r?\n/u).filter(Boolean);
}

/** One line of the log. */
export function lineOf({ name, code, figures = {} }: LogEvent, error?: unknown): string {
  const parts = [name, ...(code === undefined ? [] : [code])];
  for (const [what, figure] of Object.entries(figures)) parts.push(`${what}=${String(figure)}`);
  if (error !== undefined) parts.push(shapeOf(error));
  return parts.join(' ');
}

/** An error without its words: kind, code, and where in the program it was. */
function shapeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { readonly code?: unknown };
  const named = typeof code === 'string' && /^[\w-]{1,60}$/u.test(code) ? ` ${code}` : '';
  const cause = error instanceof Refusal && error.cause !== undefined ? ` because ${shapeOf(error.cause)}` : '';
  return `${error.constructor.name}${named}${placesOf(error)}${cause}`;
}

/** `function (file:line)` of each frame; the folders that the program lies in are the person's and left out. */
function placesOf({ stack = '', message }: Error): string {
  // The stack begins with the message, which may have lines that look like frames.
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .matchAll(/^\s+at (?:([\w.<>[\] ]+) )?\(?(.*?):(\d+):\d+\)?$/gmu);
  const places = [...frames].slice(0, 12).map(([, what = '', file = '', line = '']) => {
    return ` < ${what === '' ? '' : `${what.trim()} `}${file.replace(/^.*[\\/]/u, '')}:${line}`;
  });
  return places.join('');
}
