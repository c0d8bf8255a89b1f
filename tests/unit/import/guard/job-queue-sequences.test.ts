import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, DEADLINE, now, pass, type Process, type Submitted, Work } from './played-work.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What may happen, with which of the jobs (or processes) that there are. */
const step = fc.record({
  what: fc.constantFrom('submit', 'cancel', 'answer', 'crash', 'pass', 'stale'),
  which: fc.nat(1000),
});

/** What the plainest reading of the rules says of every job: a list, no timers, no processes. */
class Model {
  readonly ends: (string | undefined)[] = [];
  waiting: number[] = [];
  running: number | undefined;
  age = 0;

  submit(): void {
    this.waiting.push(this.ends.push(undefined) - 1);
    this.next();
  }
  end(how: string): void {
    if (this.running === undefined) return;
    this.ends[this.running] = how;
    this.running = undefined;
    this.next();
  }
  next(): void {
    if (this.running !== undefined) return;
    this.running = this.waiting.shift();
    this.age = 0;
  }
  cancel(job: number): void {
    if (job === this.running) return this.end('cancelled');
    if (!this.waiting.includes(job)) return;
    this.waiting = this.waiting.filter((one) => one !== job);
    this.ends[job] = 'cancelled';
  }
  pass(time: number): void {
    for (let tick = 0; tick < time; tick += 1) {
      this.age += 1;
      if (this.running !== undefined && this.age === DEADLINE) this.end('late');
    }
  }
}

test('any sequence of events: every job ends once, as its own events say, and never two run at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const work = new Work();
      const { processes } = work;
      const model = new Model();
      const jobs: Submitted[] = [];
      const live = (): Process[] => processes.filter(({ killed }) => !killed);
      const act: Record<(typeof steps)[number]['what'], (which: number) => unknown> = {
        submit: () => {
          jobs.push(work.submit());
          model.submit();
        },
        cancel: (which) => {
          const job = which % Math.max(jobs.length, 1);
          jobs[job]?.cancel();
          model.cancel(job);
        },
        answer: (which) => {
          if (model.running === undefined) return;
          answer(live()[0], `answer ${which}`);
          model.end(`answer ${which}`);
        },
        crash: () => {
          live()[0]?.emit('exit', 1);
          model.end('crashed');
        },
        pass: (which) => {
          model.pass(which % 40);
          return pass(which % 40);
        },
        // Whatever a process that is gone may say, about any job.
        stale: (which) => {
          const gone = processes.filter(({ killed }) => killed);
          const process = gone[which % Math.max(gone.length, 1)];
          for (let id = 1; id <= jobs.length; id += 1) process?.emit('message', [id, 'stale']);
          process?.emit('exit', 1);
        },
      };
      for (const { what, which } of steps) {
        await act[what](which);
        await now();
        expect(live().length).toBeLessThanOrEqual(1);
        const asked = processes.flatMap((process) => process.asked);
        const open = asked.filter((id) => jobs[id - 1]?.ends.length === 0);
        expect(open).toEqual(model.running === undefined ? [] : [model.running + 1]);
        expect(jobs.map(({ ends }) => ends)).toEqual(model.ends.map((end) => (end === undefined ? [] : [end])));
      }
      work.queue.stop();
      await now();
      expect(jobs.every(({ ends }) => ends.length === 1)).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 300 },
  );
});
