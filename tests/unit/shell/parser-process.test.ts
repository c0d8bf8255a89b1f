import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_PARSE_MS } from '../../../src-main/import/guard/limits.ts';
import type { ImportRequest } from '../../../src-main/import/guard/messages.ts';
import { MOST_SCAN_MS } from '../../../src-main/pdf/scan/messages.ts';
import { parserProcess } from '../../../src-main/shell/parser-process.ts';
import { scanProcess } from '../../../src-main/shell/scan-process.ts';

/** A parser that answers as the test says. */
class Child extends EventEmitter {
  readonly asked: ImportRequest[] = [];
  killed = false;
  postMessage = (request: ImportRequest): void => void this.asked.push(request);
  kill = (): boolean => {
    this.killed = true;
    this.emit('exit', 0);
    return true;
  };
}

const children: Child[] = [];
vi.mock('electron', () => ({
  utilityProcess: {
    fork: () => {
      const child = new Child();
      children.push(child);
      return child;
    },
  },
}));

const BYTES = new Uint8Array([1]);
const MARKED = { format: 'text', encoding: 'utf-8', lines: [] };

beforeEach(() => {
  children.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the process that reads untrusted files', () => {
  test('reads one file after another in one process, and ends when nothing comes', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    for (const name of ['a.txt', 'b.txt']) {
      const reading = parse(BYTES, name, {});
      const [child] = children;
      child?.emit('message', { id: child.asked.at(-1)?.id, ok: true, marked: MARKED });
      expect(await reading).toEqual(MARKED);
    }
    expect(children).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(children[0]?.killed).toBe(true);
  });

  test('one that hangs is ended after its time, and the next file gets a new one', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    const reading = expect(parse(BYTES, 'a.txt', {})).rejects.toMatchObject({ code: 'parser-timeout' });
    await vi.advanceTimersByTimeAsync(MAX_PARSE_MS - 1);
    expect(children[0]?.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(children[0]?.killed).toBe(true);
    void parse(BYTES, 'b.txt', {});
    expect(children).toHaveLength(2);
  });

  test('one that dies refuses its file; one that dies while idle is not asked again', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    const reading = expect(parse(BYTES, 'a.txt', {})).rejects.toMatchObject({ code: 'parser-crashed' });
    children[0]?.emit('exit', 1);
    await reading;
    const next = parse(BYTES, 'b.txt', {});
    children[1]?.emit('message', { id: children[1].asked[0]?.id, ok: true, marked: MARKED });
    await next;
    children[1]?.emit('exit', 1);
    void parse(BYTES, 'c.txt', {});
    expect(children).toHaveLength(3);
  });

  test('a cancelled one is ended at once', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    const controller = new AbortController();
    const reading = expect(parse(BYTES, 'a.txt', { signal: controller.signal })).rejects.toMatchObject({
      code: 'import-cancelled',
    });
    controller.abort();
    await reading;
    expect(children[0]?.killed).toBe(true);
  });

  test('an answer to another question is not taken', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    const reading = parse(BYTES, 'a.txt', {});
    const [child] = children;
    const id = child?.asked[0]?.id ?? 0;
    child?.emit('message', { id: id + 1, ok: true, marked: 'wrong' });
    child?.emit('message', { id, ok: true, marked: MARKED });
    expect(await reading).toEqual(MARKED);
  });

  test('two files at once are read one after the other; one that is done ends nothing under the other', async () => {
    const { parse } = parserProcess('parser.cjs', 'resources');
    const first = parse(BYTES, 'a.txt', {});
    const second = parse(BYTES, 'b.txt', {});
    const [child] = children;
    expect(child?.asked.map(({ name }) => name)).toEqual(['a.txt']);
    child?.emit('message', { id: child.asked[0]?.id, ok: true, marked: MARKED });
    await first;
    await vi.advanceTimersByTimeAsync(MAX_PARSE_MS - 1);
    child?.emit('message', { id: child.asked[1]?.id, ok: true, marked: MARKED });
    expect(await second).toEqual(MARKED);
    expect(children).toHaveLength(1);
  });

  test('ends with the app', async () => {
    const { parse, stop } = parserProcess('parser.cjs', 'resources');
    const reading = expect(parse(BYTES, 'a.txt', {})).rejects.toMatchObject({ code: 'import-cancelled' });
    stop();
    await reading;
    expect(children[0]?.killed).toBe(true);
  });
});

describe('the process that reads scans', () => {
  const scan = () => {
    const { readScan } = scanProcess('scanner.cjs', 'resources');
    const told: string[] = [];
    return { told, read: () => readScan([], [], (done, total) => told.push(`${done}/${total}`)) };
  };

  test('tells how far it is, and every scan has a process of its own', async () => {
    const { told, read } = scan();
    const both = [read(), read()];
    children[0]?.emit('message', { done: 1, total: 2 });
    children[0]?.emit('message', { sheets: ['first'] });
    expect(children[0]?.killed).toBe(true);
    children[1]?.emit('message', { sheets: ['second'] });
    expect(await Promise.all(both)).toEqual([['first'], ['second']]);
    expect(told).toEqual(['1/2']);
    expect(children).toHaveLength(2);
  });

  test('one that dies, hangs or refuses says why', async () => {
    const { read } = scan();
    const codes = [read(), read(), read()].map((one) => one.catch(({ code }: { code: string }) => code));
    children[0]?.emit('exit', 1);
    await vi.advanceTimersByTimeAsync(MOST_SCAN_MS);
    children[2]?.emit('message', {
      refusal: { code: 'no-picture', sentence: { zh: '', en: '' }, next: { zh: '', en: '' } },
    });
    expect(await Promise.all(codes)).toEqual(['scan-failed', 'scan-failed', 'no-picture']);
    expect(children.every(({ killed }) => killed)).toBe(true);
  });
});
