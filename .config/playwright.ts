import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { dump, twin } from '../tests/fixtures/references.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The virtual screens, of which each worker takes one; without any, one worker uses the screen there is. */
const screens = (process.env['ASSENT_SCREENS'] ?? '').split(' ').filter(Boolean);
const screen = screens[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (screen !== undefined) process.env['DISPLAY'] = screen;

/**
 * The tests in the real Electron. Run them through `.config/e2e.mjs`, which sets ASSENT_ELECTRON (the executable),
 * ASSENT_ELECTRON_SWITCHES (what the machine forces on it, separated by spaces) and ASSENT_SQLITE_BINDING.
 */
export default defineConfig({
  testDir: at('tests/e2e'),
  testMatch: '**/*.test.ts',
  outputDir: at('test-results/e2e'),
  snapshotPathTemplate: `${at('tests/e2e/looks')}/{arg}{ext}`,
  workers: Math.max(1, screens.length),
  // Everything on the twin of the reference dump; the main job once more on the dump itself where it is on this machine.
  projects: [{ name: twin.name }, ...(dump ? [{ name: dump.name, testMatch: '**/main-job.test.ts' }] : [])],
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // On a shared machine a window can come late: once more in CI, never while developing.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: at('test-results/e2e.json') }]],
  use: { actionTimeout: 15_000, navigationTimeout: 30_000, trace: 'off' },
});
