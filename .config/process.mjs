import { spawn } from 'node:child_process';

const HEARTBEAT_SECONDS = 15;

/** Prints one line of progress for a person; standard output stays free for answers. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program without a shell and collects what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.timeout] milliseconds after which it is ended
 * @param {boolean} [options.whole] ends with it whatever it has started, however busy that is
 * @param {boolean} [options.show] lets its output through to the terminal instead of collecting it
 * @param {string | ((printed: string) => string)} [options.waiting] what to say every 15 seconds while it runs; a
 *   function is given what the program has printed so far
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127: it could not be started; 124: time was up
 */
export function run(program, args, options = {}) {
  const { cwd, env = process.env, timeout, whole = false, show = false, waiting } = options;
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(program, args, {
      cwd,
      detached: whole,
      // What is collected is shown later or read by a program: colours would be in the way.
      env: show ? env : { ...env, NO_COLOR: '1' },
      stdio: ['ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
    });
    // A group of its own can be ended with one call, but does not hear of Ctrl-C by itself.
    const end = () => {
      if (!whole || process.platform === 'win32') return child.kill('SIGKILL');
      try {
        return process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nobody of the group is left, or it never began.
        return false;
      }
    };
    const interrupted = () => {
      end();
      process.exit(130);
    };
    if (whole) process.once('SIGINT', interrupted);
    let stdout = '';
    let stderr = '';
    let late = false;
    child.stdout?.on('data', (bytes) => (stdout += bytes));
    child.stderr?.on('data', (bytes) => (stderr += bytes));
    const clock =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            end();
          }, timeout);
    const heartbeat =
      waiting === undefined
        ? undefined
        : setInterval(() => {
            const words = typeof waiting === 'function' ? waiting(`${stdout}\n${stderr}`) : waiting;
            say(`  ${words} (${Math.round((Date.now() - started) / 1000)} s)`);
          }, HEARTBEAT_SECONDS * 1000);
    const finish = (code) => {
      clearTimeout(clock);
      clearInterval(heartbeat);
      process.off('SIGINT', interrupted);
      if (whole) end();
      resolve({ code, stdout, stderr });
    };
    child.on('error', (error) => {
      stderr += error.message;
      finish(127);
    });
    child.on('close', (code) => finish(late ? 124 : (code ?? 1)));
  });
}

/** The last lines a failed program printed: what a person needs to see of it. */
export function lastWords({ stdout, stderr }, lines = 8) {
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-lines).join('\n');
}
