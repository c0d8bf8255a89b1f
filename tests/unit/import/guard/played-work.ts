import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import {
  type JobQueue,
  jobQueue,
  type JobQueueOptions,
  type WorkProcess,
} from '../../../../src-main/import/guard/job-queue.ts';

export const DEADLINE = 30;
export const IDLE = 10;

/** A process that does as the test says; its end is told at once. */
export class Process extends EventEmitter implements WorkProcess {
  readonly asked: number[] = [];
  killed = false;
  postMessage = (id: unknown): void => void this.asked.push(id as number);
  kill = (): void => {
    this.killed = true;
    this.emit('exit', 0);
  };
}

/** What became of one job that a test submitted. */
export interface Submitted {
  /** Every end it came to. */
  readonly ends: string[];
  readonly progress: unknown[];
  readonly cancel: () => void;
}

/** A queue over processes that the test plays. */
export class Work {
  readonly processes: Process[] = [];
  readonly queue: JobQueue;

  constructor(options: Partial<JobQueueOptions> = {}) {
    this.queue = jobQueue({
      start: () => this.process(),
      deadline: DEADLINE,
      idle: IDLE,
      late: () => new Error('late'),
      crashed: (cause) => new Error('crashed', { cause }),
      cancelled: () => new Error('cancelled'),
      ...options,
    });
  }

  process(): Process {
    const process = new Process();
    this.processes.push(process);
    return process;
  }

  /** Submits a job that is asked its id and hears `[id, 'progress' | result]`. */
  submit(): Submitted {
    const controller = new AbortController();
    const ends: string[] = [];
    const progress: unknown[] = [];
    const hear = (message: unknown, id: number): { readonly result: string } | undefined => {
      const [about, what] = message as readonly [number, string];
      if (about !== id) return undefined;
      if (what !== 'progress') return { result: what };
      progress.push(what);
      return undefined;
    };
    this.queue.run({ ask: (id) => id, hear, signal: controller.signal }).then(
      (result) => ends.push(result),
      (error: Error) => ends.push(error.message),
    );
    return { ends, progress, cancel: () => controller.abort() };
  }
}

/** Lets time pass, in milliseconds. */
export const pass = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time);
/** Lets what has settled be heard. */
export const now = (): Promise<unknown> => pass(0);
/** Lets a process answer the last job that it was asked. */
export const answer = (process: Process | undefined, what: string): void =>
  void process?.emit('message', [process.asked.at(-1), what]);
