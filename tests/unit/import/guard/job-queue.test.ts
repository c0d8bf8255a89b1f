import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, DEADLINE, IDLE, now, pass, type Process, type Submitted, Work } from './played-work.ts';

let work: Work;
let processes: Process[];
const submit = (): Submitted => work.submit();

function play(played: Work): void {
  work = played;
  processes = played.processes;
}

beforeEach(() => {
  vi.useFakeTimers();
  play(new Work());
});
afterEach(() => {
  vi.useRealTimers();
});

describe('one queue over one process', () => {
  test('jobs are served one after the other, in order, by one process', async () => {
    const [first, second] = [submit(), submit()];
    const [process] = processes;
    expect(process?.asked).toHaveLength(1);
    answer(process, 'a');
    expect(process?.asked).toHaveLength(2);
    answer(process, 'b');
    await now();
    expect([first.ends, second.ends]).toEqual([['a'], ['b']]);
    expect(processes).toHaveLength(1);
  });

  test('an idle timer set by one job ends nothing under the next, however long that runs', async () => {
    const first = submit();
    const second = submit();
    answer(processes[0], 'a');
    await pass(IDLE + 1);
    expect(processes[0]?.killed).toBe(false);
    answer(processes[0], 'b');
    await pass(IDLE - 1);
    const third = submit();
    await pass(IDLE + 1);
    expect(processes[0]?.killed).toBe(false);
    answer(processes[0], 'c');
    await pass(IDLE - 1);
    expect(processes[0]?.killed).toBe(false);
    await pass(1);
    expect(processes[0]?.killed).toBe(true);
    expect([first.ends, second.ends, third.ends]).toEqual([['a'], ['b'], ['c']]);
  });

  test('the deadline of a job begins when it starts, not while it waits', async () => {
    const first = submit();
    const second = submit();
    await pass(DEADLINE - 1);
    answer(processes[0], 'a');
    await pass(DEADLINE - 1);
    expect(second.ends).toEqual([]);
    await pass(1);
    expect([first.ends, second.ends]).toEqual([['a'], ['late']]);
  });

  test('one that takes too long ends its process; the next starts in a fresh one', async () => {
    const first = submit();
    const second = submit();
    await pass(DEADLINE);
    expect(first.ends).toEqual(['late']);
    expect(processes[0]?.killed).toBe(true);
    expect(processes).toHaveLength(2);
    answer(processes[1], 'b');
    await now();
    expect(second.ends).toEqual(['b']);
  });

  test('cancelling one that waits only removes it', async () => {
    const [first, second, third] = [submit(), submit(), submit()];
    second.cancel();
    await now();
    expect(second.ends).toEqual(['cancelled']);
    expect(processes[0]?.killed).toBe(false);
    answer(processes[0], 'a');
    answer(processes[0], 'c');
    await now();
    expect([first.ends, third.ends]).toEqual([['a'], ['c']]);
    expect(processes[0]?.asked).toHaveLength(2);
  });

  test('cancelling the one that runs ends its process; the next starts in a fresh one', async () => {
    const [first, second] = [submit(), submit()];
    first.cancel();
    answer(processes[1], 'b');
    await now();
    expect([first.ends, second.ends]).toEqual([['cancelled'], ['b']]);
    expect(processes.map(({ killed }) => killed)).toEqual([true, false]);
  });

  test('one that was cancelled before it came is not started, and cancelling one that is done ends nothing', async () => {
    const aborted = work.queue.run({ ask: () => 0, hear: () => ({ result: 1 }), signal: AbortSignal.abort() });
    await expect(aborted).rejects.toThrow('cancelled');
    expect(processes).toHaveLength(0);
    const first = submit();
    answer(processes[0], 'a');
    first.cancel();
    await now();
    expect(first.ends).toEqual(['a']);
    expect(processes[0]?.killed).toBe(false);
  });

  test.each(['exit', 'error'])('a process that dies (%s) settles the running job alone', async (event) => {
    const [first, second] = [submit(), submit()];
    processes[0]?.emit(event, new Error('memory'));
    answer(processes[1], 'b');
    await now();
    expect([first.ends, second.ends]).toEqual([['crashed'], ['b']]);
  });

  test('one that dies while idle is not handed the next job', async () => {
    submit();
    answer(processes[0], 'a');
    processes[0]?.emit('exit', 1);
    const second = submit();
    answer(processes[1], 'b');
    await now();
    expect(second.ends).toEqual(['b']);
  });

  test('what a former process still says is not heard, nor an answer to a former job', async () => {
    const [first, second, third] = [submit(), submit(), submit()];
    const id = processes[0]?.asked[0] ?? 0;
    first.cancel();
    processes[0]?.emit('message', [id + 1, 'stale']);
    processes[0]?.emit('exit', 1);
    answer(processes[1], 'b');
    processes[1]?.emit('message', [id + 1, 'twice']);
    answer(processes[1], 'c');
    await now();
    expect([first.ends, second.ends, third.ends]).toEqual([['cancelled'], ['b'], ['c']]);
  });

  test('progress goes to the running job and ends nothing', async () => {
    const job = submit();
    answer(processes[0], 'progress');
    answer(processes[0], 'a');
    await now();
    expect([job.progress, job.ends]).toEqual([['progress'], ['a']]);
  });

  test('a process that does not start, or takes no message, costs its job and no other', async () => {
    let tries = 0;
    const failing: Work = new Work({
      start: () => {
        tries += 1;
        if (tries === 1) throw new Error('no process');
        return failing.process();
      },
    });
    play(failing);
    const [first, second] = [submit(), submit()];
    answer(processes[0], 'b');
    await now();
    expect([first.ends, second.ends]).toEqual([['crashed'], ['b']]);
    await pass(IDLE);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('without an idle time every job has a process of its own', async () => {
    play(new Work({ idle: 0 }));
    const [first, second] = [submit(), submit()];
    answer(processes[0], 'a');
    expect(processes[0]?.killed).toBe(true);
    answer(processes[1], 'b');
    await now();
    expect([first.ends, second.ends]).toEqual([['a'], ['b']]);
    expect(processes.every(({ killed }) => killed)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('stopping ends the process, what runs and what waits; nothing starts after it', async () => {
    const [first, second] = [submit(), submit()];
    work.queue.stop();
    const third = submit();
    await now();
    expect([first.ends, second.ends, third.ends]).toEqual([['cancelled'], ['cancelled'], ['cancelled']]);
    expect(processes.map(({ killed }) => killed)).toEqual([true]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
