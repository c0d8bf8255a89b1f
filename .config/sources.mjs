/** The project's own modules, loaded as they are written, for scripts that run them outside of a test. */
import { createServer } from 'vite';
import { ROOT } from './project.mjs';

/** @returns {Promise<import('vite').ViteDevServer>} to be closed by whoever asked for it */
export const serveSources = () =>
  createServer({
    root: ROOT,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
