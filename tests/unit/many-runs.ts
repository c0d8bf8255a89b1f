import { vi } from 'vitest';

/**
 * The long run of the properties: with ASSENT_FUZZ=20000 each tries at least so many inputs, whatever it asks for itself.
 * Loaded before the tests of such a run, and of no other (.config/vitest.ts). ASSENT_SEED makes it repeatable.
 */
const RUNS = Number(process.env['ASSENT_FUZZ'] ?? 0);
const SEED = process.env['ASSENT_SEED'];

vi.mock('fast-check', async (original) => {
  const module = await original<typeof import('fast-check')>();
  const fc = module.default;
  const seed = SEED === undefined ? {} : { seed: Number(SEED) };
  const assert: typeof fc.assert = (property, parameters) =>
    fc.assert(property, { ...seed, ...parameters, numRuns: Math.max(RUNS, parameters?.numRuns ?? 0) }) as never;
  return { ...module, assert, default: { ...fc, assert } };
});
