/** A process that works for one job at a time: Electron's utility process, or a worker thread under its listeners' names. */
export interface WorkProcess {
  postMessage(message: unknown): void;
  on(event: 'message' | 'exit' | 'error', listener: (what: unknown) => void): unknown;
  kill(): unknown;
}

/** How a job ends: with a result, or with what it is refused for. */
export type Outcome<Result> = { readonly result: Result } | { readonly refusal: Error };

/** One piece of work for the process. */
export interface Job<Result> {
  /** What the process is asked; `id` tells its answers from those to other jobs. */
  readonly ask: (id: number) => unknown;
  /** What a message ends the job with; nothing while it tells of progress or of another job. */
  readonly hear: (message: unknown, id: number) => Outcome<Result> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What every job of a queue has in common. */
export interface JobQueueOptions {
  readonly start: () => WorkProcess;
  /** Longest time one job may run, in milliseconds; waiting does not count. */
  readonly deadline: number;
  /** Milliseconds a process without work stays; 0: every job has a process of its own. */
  readonly idle: number;
  readonly late: () => Error;
  /** `cause`: what the process or its start said, for the log. */
  readonly crashed: (cause?: unknown) => Error;
  readonly cancelled: () => Error;
}

/** Jobs one after the other over one process. */
export interface JobQueue {
  run<Result>(job: Job<Result>): Promise<Result>;
  /** Ends the process; what runs or waits is cancelled, and so is what comes later. */
  stop(): void;
}

interface Entry {
  readonly job: Job<unknown>;
  readonly id: number;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/**
 * Serves jobs in the order they come, one at a time. What ends the process (a deadline, a crash, a cancellation) ends the
 * one job that ran; the next starts in a fresh process. Nothing that a former process still says is heard.
 */
export function jobQueue(options: JobQueueOptions): JobQueue {
  const waiting: Entry[] = [];
  let running: Entry | undefined;
  let process: WorkProcess | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;
  let stopped = false;

  function begin(): WorkProcess {
    const begun = options.start();
    const fell = (cause: unknown): void => {
      if (process !== begun) return;
      // One that dies while nothing runs must not be handed the next job.
      endProcess();
      settle({ refusal: options.crashed(cause) });
    };
    begun.on('message', (message) => {
      if (process !== begun || !running) return;
      const outcome = running.job.hear(message, running.id);
      if (outcome) settle(outcome);
    });
    begun.on('error', fell);
    begun.on('exit', fell);
    return begun;
  }

  function endProcess(): void {
    clearTimeout(idle);
    const ending = process;
    // Forgotten first: its own exit is no crash.
    process = undefined;
    ending?.kill();
  }

  /** Ends the running job and lets the next one start. */
  function settle(outcome: Outcome<unknown>): void {
    const ended = running;
    if (!ended) return;
    clearTimeout(deadline);
    running = undefined;
    if (options.idle === 0) endProcess();
    ended.settle(outcome);
    next();
  }

  function interrupt(refusal: Error): void {
    endProcess();
    settle({ refusal });
  }

  function next(): void {
    clearTimeout(idle);
    running = waiting.shift();
    if (!running) {
      if (process) idle = setTimeout(endProcess, options.idle);
      return;
    }
    deadline = setTimeout(() => interrupt(options.late()), options.deadline);
    try {
      process ??= begin();
      process.postMessage(running.job.ask(running.id));
    } catch (error) {
      interrupt(options.crashed(error));
    }
  }

  function cancel(entry: Entry): void {
    if (entry === running) return interrupt(options.cancelled());
    const at = waiting.indexOf(entry);
    if (at < 0) return;
    waiting.splice(at, 1);
    entry.settle({ refusal: options.cancelled() });
  }

  return {
    run: <Result>(job: Job<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        if (stopped || job.signal?.aborted === true) return reject(options.cancelled());
        const onAbort = (): void => cancel(entry);
        const entry: Entry = {
          job,
          id: (lastId += 1),
          settle: (outcome) => {
            job.signal?.removeEventListener('abort', onAbort);
            if ('refusal' in outcome) reject(outcome.refusal);
            else resolve(outcome.result as Result);
          },
        };
        job.signal?.addEventListener('abort', onAbort);
        waiting.push(entry);
        if (!running) next();
      }),

    stop(): void {
      stopped = true;
      for (const entry of waiting.splice(0)) entry.settle({ refusal: options.cancelled() });
      interrupt(options.cancelled());
    },
  };
}
