import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { writeCatalogue } from './messages.mjs';

await writeCatalogue();

const PAGE = 'tests/unit/renderer/**/*.test.ts';

/**
 * Unit tests mirror src-main and run in Node; component tests run in happy-dom. Two projects, because the browser
 * condition that Svelte's components need would give Node's tests the DOM builds of packages.
 */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    testTimeout: 30_000,
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: [PAGE], testTimeout: 30_000 } },
      {
        plugins: [svelte({ configFile: false }), svelteTesting()],
        test: { name: 'page', include: [PAGE], environment: 'happy-dom', testTimeout: 30_000 },
      },
    ],
  },
});
