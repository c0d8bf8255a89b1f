import { builtinEnvironments, type Environment } from 'vitest/runtime';

let made: Promise<unknown> | undefined;

/**
 * One window of happy-dom for all files of a worker. Svelte, axe and the page's own modules, loaded once too, keep the
 * window in which they were loaded; what a test leaves in it, `after-each.ts` takes away.
 */
export default {
  name: 'one-window',
  viteEnvironment: 'client',
  setup: async (global, options) => {
    made ??= Promise.resolve(builtinEnvironments['happy-dom'].setup(global, options));
    await made;
    return { teardown: () => undefined };
  },
} satisfies Environment;
