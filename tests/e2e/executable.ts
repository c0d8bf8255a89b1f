import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The Electron that the tests run in, prepared by `.config/e2e.mjs`. */
export function executable(): string {
  const path = process.env['ASSENT_ELECTRON'];
  if (!path) throw new Error('run the e2e tests through .config/e2e.mjs: ASSENT_ELECTRON is not set');
  return path;
}

/** Switches that this machine's Electron needs. */
export const switches = (): readonly string[] =>
  (process.env['ASSENT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);

/** Where the tested app keeps what it notes outside of its data folder: not where the person's own app does. */
export const CONFIG = join(tmpdir(), `assent-e2e-config-${process.env['TEST_PARALLEL_INDEX'] ?? '0'}`);
