import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** A test, by its file below `tests/unit` and words of its name. */
export type Proof = readonly [file: string, name: string];

const UNIT = join(import.meta.dirname, '..');

/** Every test is there under its name, and runs. */
export function expectProved(proofs: readonly Proof[]): void {
  expect(proofs.length).toBeGreaterThan(0);
  for (const [file, name] of proofs) {
    const line = readFileSync(join(UNIT, file), 'utf8')
      .split('\n')
      .find((each) => each.includes(name) && /^\s*(?:(?:test|it|inEach)\b|\](?: as const)?\)\(|['"`])/u.test(each));
    expect([file, name, line === undefined ? 'missing' : 'there']).toEqual([file, name, 'there']);
    expect(line).not.toMatch(/\.(?:skip|todo|fails)\b/u);
  }
}
